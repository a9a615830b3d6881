"""Everything House Rules can refuse, in one small tree.

HouseRulesError
├── BadInput       one thing handed in is wrong (a name, a date, a message)
├── Faults         several faults in authored data, gathered and shown together
└── StorageError   the record cannot be read or written

A message says what is wrong, where, what was found, what was expected and what to do.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


class HouseRulesError(Exception):
    """Base of every error that House Rules raises on purpose."""


class BadInput(HouseRulesError):
    """One thing handed in is wrong; the message is a sentence a person can act on."""


class StorageError(HouseRulesError):
    """The record cannot be read or written; nothing was half-written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault in authored data: where it is, what was found, what to do."""

    where: str
    what: str
    found: str = ""
    expected: str = ""
    todo: str = ""

    def __str__(self) -> str:
        parts = [f"{self.where}: {self.what}"]
        if self.found:
            parts.append(f"found {self.found}")
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.todo:
            parts.append(self.todo)
        return "; ".join(parts)


class Faults(HouseRulesError):
    """All faults of one reading, together, so that an author mends them in one pass."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return 'did you mean ...?' for the nearest known word, or an empty string."""
    near = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]!r}?" if near else ""
