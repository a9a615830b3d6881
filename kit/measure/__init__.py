"""Measures of generated threads: how real they read, what gives answers away, whether they are safe.

``report(n, seed, real)`` gathers them all as data; ``page`` shows that as HTML. ``write_sheet`` and
``score_sheet`` are for a person who reads comments without knowing how they were made.
"""

from kit.measure.page import page
from kit.measure.report import report, shown
from kit.measure.score import score_sheet
from kit.measure.sheet import write_sheet

__all__ = ["page", "report", "score_sheet", "shown", "write_sheet"]
