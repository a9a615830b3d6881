"""Where to look again: the units that teach the clauses behind answers that were not right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kit.sitting.outcomes import Outcome
from kit.units.load import course
from kit.units.unit import Unit

LEFT = ("under_moderation", "missing_duty", "wrong_mechanism")
"""Errors that leave a harm standing or a person without what they are owed; the others go too far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """A unit and how the answers that bear on it came out."""

    unit: Unit
    right: int
    too_little: int
    too_much: int

    @property
    def wrong(self) -> int:
        """How many were not right."""
        return self.too_little + self.too_much


def revisit(outcomes: Iterable[Outcome]) -> list[Revisit]:
    """Return every unit that answers bear on, in the order of the course; an answer counts once for each."""
    counts: dict[str, list[int]] = {}
    for outcome in outcomes:
        for id_ in {unit.id for unit in map(_unit_of(outcome.card), outcome.verdict["clauses"]) if unit}:
            counts.setdefault(id_, [0, 0, 0])[_way(outcome.verdict)] += 1
    return [
        Revisit(unit=unit, right=counts[unit.id][0], too_little=counts[unit.id][1], too_much=counts[unit.id][2])
        for unit in course().units
        if unit.id in counts
    ]


def _unit_of(card: Mapping[str, Any]) -> Any:
    """Return a function from a clause to the unit that teaches it: one that names it, else the first on its topic."""

    def find(id_: str) -> Unit | None:
        topic = card["clauses"].get(id_, {}).get("topic", "")
        units = [unit for unit in course().units if unit.teaches(id_, topic) and unit.say]
        return next((unit for unit in units if id_ in unit.clauses), units[0] if units else None)

    return find


def _way(verdict: Mapping[str, Any]) -> int:
    """Return the place to count a verdict at: 0 right or defensible, 1 too little, 2 too much."""
    if verdict["verdict"] != "wrong":
        return 0
    return 1 if verdict["error"] in LEFT else 2
