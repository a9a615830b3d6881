"""Fit units into the time at hand: whole units only, with time for questions, and never beyond the longest session."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kit.errors import BadInput, did_you_mean
from kit.units.load import course
from kit.units.unit import Course, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What fits: the units in the order they are taught, minutes of work and of questions, and what is left out."""

    units: tuple[Unit, ...]
    questions: int
    left_out: tuple[Unit, ...]
    asked: int
    most: int

    @property
    def work(self) -> int:
        """Minutes of work."""
        return sum(unit.total for unit in self.units)

    @property
    def total(self) -> int:
        """Minutes in all, questions included."""
        return self.work + self.questions


def plan(minutes: int, *, role: str | None = None, refresher: bool = False, of: Course | None = None) -> Plan:
    """Return what to do in so many minutes, questions included.

    First come the units that matter most to the role or to a refresher, then the core path, then the rest; what is
    chosen is taught in the order of the course. More than the longest session is planned as the longest session.
    Raises BadInput for minutes that are no whole number or too few for any unit, and for an unknown role.
    """
    whole = of or course()
    if type(minutes) is not int or minutes < 1:
        raise BadInput(f"minutes: found {minutes!r}; expected a whole number above 0")
    most = whole.numbers["most_minutes"]
    at_hand = min(minutes, most)
    chosen: list[Unit] = []
    wanted = _wanted(whole, role, refresher=refresher)
    for unit in wanted:
        if _with_questions(whole, [*chosen, unit]) <= at_hand:
            chosen.append(unit)
    if not chosen:
        shortest = min(_with_questions(whole, [unit]) for unit in wanted)
        raise BadInput(
            f"minutes: found {minutes}; the shortest unit takes {shortest} with questions, so give at least that"
        )
    return Plan(
        units=tuple(unit for unit in whole.units if unit in chosen),
        questions=_questions(whole, chosen),
        left_out=tuple(unit for unit in whole.units if unit not in chosen),
        asked=minutes,
        most=most,
    )


def _wanted(whole: Course, role: str | None, *, refresher: bool) -> list[Unit]:
    """Return the units in the order in which they are taken up, each once."""
    if role is not None and role not in whole.roles:
        known = ", ".join(whole.roles)
        raise BadInput(f"there is no role {role!r}; {did_you_mean(role, whole.roles) or f'known roles: {known}'}")
    by_id = {unit.id: unit for unit in whole.units}
    first = [*(whole.roles[role].units if role else ()), *(whole.refresher if refresher else ())]
    later = [*(unit.id for unit in whole.core), *by_id]
    # A refresher goes by what the role needs of what fades; a first course puts its core before a role's extras.
    if role and not refresher:
        core = [unit.id for unit in whole.core]
        first = [*(id_ for id_ in first if id_ in core), *core, *(id_ for id_ in first if id_ not in core)]
    return [by_id[id_] for id_ in dict.fromkeys([*first, *later])]


def _with_questions(whole: Course, units: Sequence[Unit]) -> int:
    return sum(unit.total for unit in units) + _questions(whole, units)


def _questions(whole: Course, units: Sequence[Unit]) -> int:
    """Return the minutes for questions: the core path's share of them, rounded up."""
    work = sum(unit.total for unit in units)
    return math.ceil(work * whole.numbers["question_minutes"] / whole.numbers["core_minutes"])
