"""One line of plain words over the vocabulary, checked, then compiled to Python.

``identifies_officer and (officer_safety_risk or officer_threat)`` is a condition; so are
``swearing == strong``, ``characteristic in (race, religion)`` and ``prior_violations >= continual``.
Grammar: names, ``and``, ``or``, ``not``, brackets, comparisons of a name with words, numbers or a setting.
Every name and word is checked against the vocabulary when it is read; nothing is evaluated by ``eval``
that was not first parsed into this small grammar.
"""

from kit.conditions.compiler import compile_first, compile_matches, compile_tables
from kit.conditions.parser import Condition, ConditionError, parse

__all__ = ["Condition", "ConditionError", "compile_first", "compile_matches", "compile_tables", "parse"]
