"""What the banks hold for every fact: patterns that carry it, patterns that nearly do, and what is harmless.

Two patterns that share more than half of their words once slots are blanked (Jaccard above 0.5) count as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kit.policy import Pack, load, names
from kit.ruling import rule
from kit.terms import CONTEXT, FACTS, FIELDS, HISTORY
from scenarios.load import Library
from scenarios.patterns import ASIDE, Pattern
from scenarios.text import every

SLOT = re.compile(r"\{[^}]*\}")
WORD = re.compile(r"[a-z']+")
WANTED, WANTED_HARMLESS = 15, 600

DENIED_BY = {
    "characteristic": ("slur", "targets_protected", "racially_offensive"),
    "swearing": ("profanity_open", "profanity_masked"),
}
"""Facts that have a value and no denial of their own: a near miss of one denies one of these."""

ORDINARY: Mapping[str, Any] = {**CONTEXT, "when": "2026-11-17T11:00", "in_monitored_hours": True}
"""Nothing pending, a watched hour: the surroundings in which a pattern is tried for harm."""


def words(library: Library) -> list[dict[str, Any]]:
    """Return one row per fact, ``{"fact", "carry", "nearly"}``, with distinct patterns counted."""
    blanked = {pattern.id: _words(pattern) for pattern in library.patterns}

    def count(patterns: Iterable[Pattern]) -> int:
        return distinct([blanked[pattern.id] for pattern in patterns])

    return [
        {
            "fact": fact,
            "carry": count(pattern for pattern in library.patterns if pattern.facts.get(fact)),
            "nearly": count(pattern for pattern in library.patterns if _denies(pattern, fact)),
        }
        for fact in FACTS
    ]


def harmless(library: Library) -> int:
    """Return how many distinct patterns, near misses apart, every pack leaves alone and does nothing else about."""
    packs = [load(name) for name in names()]
    found = [
        pattern
        for pattern in library.patterns
        if not pattern.near and pattern.family != ASIDE and all(_left(pattern, pack) for pack in packs)
    ]
    return distinct([_words(pattern) for pattern in found])


def distinct(rows: Sequence[frozenset[str]]) -> int:
    """Return how many sets of words there are when those that share more than half count as one."""
    kept: list[frozenset[str]] = []
    for row in rows:
        if all(2 * len(row & other) <= len(row | other) for other in kept):
            kept.append(row)
    return len(kept)


def _words(pattern: Pattern) -> frozenset[str]:
    return frozenset(WORD.findall(SLOT.sub(" ", every(pattern.parts)).lower()))


def _denies(pattern: Pattern, fact: str) -> bool:
    return any(pattern.facts.get(one) is False for one in DENIED_BY.get(fact, (fact,)))


def _left(pattern: Pattern, pack: Pack) -> bool:
    """Tell whether a pack's best decision on a pattern in ordinary surroundings is to do nothing at all."""
    case = {
        "id": pattern.id, "policy": pack.name, "platform": "facebook", "account_kind": "main", "comment": "",
        "context": {**ORDINARY, "platform_can": pack.platforms["facebook"]["can"]},
        "author_history": HISTORY, "facts": pattern.facts,
    }  # fmt: skip
    best = rule(pack, case, flips=False)["best"]
    return all(best[field] == values[0] for field, values in FIELDS.items())
