"""The curriculum: what is taught in which order, in how many minutes, with which cases and threads.

The definitions are data (``data/*.yaml``, one file a unit), read with the standard library and PyYAML alone, so that
a notebook, a room and a package for an LMS teach the same units.
"""

from kit.units.load import course, unit
from kit.units.unit import PARTS, SAT, Course, Role, Thread, Unit

__all__ = ["PARTS", "SAT", "Course", "Role", "Thread", "Unit", "course", "unit"]
