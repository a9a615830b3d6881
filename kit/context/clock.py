"""The law clock: whether a case is active at a moment, since when, and by which provision.

One timeline tells of one accused person. Everything about the law comes from the mapping given
(``pack.reference["law"]``), so that an overlay changes the answer without a line of code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kit.context.case_line import Clock, Standing, standings
from kit.context.events import Event, stop_on
from kit.context.law_events import read_law_events, two_modes
from kit.context.moments import as_text, in_words, read_moment
from kit.errors import Fault

NOT_SAID = "not_known"
"""Mode of trial of an active case of which no event names one: treat as a jury."""


def proceedings_at(events: Any, moment: str, law: Mapping[str, Any]) -> dict[str, Any]:
    """Return the proceedings fields of a context at a moment, with why under ``because``.

    ``events`` is a list of ``{"at", "event"}`` in time order with names from ``law["clock"]["events"]``;
    an event may name its ``trial_mode``. ``because`` is ``{"law", "clauses", "conflicts", "since", "until"}``:
    ids of rows of ``law["law"]`` and of clauses, and the moments from which and until which the case was
    active. Raises Faults with everything that is wrong with the list and the moment.
    """
    clock, faults = Clock(law), list[Fault]()
    at = read_moment(moment, "moment", faults)
    line = case_line(events, law, clock, faults)
    stop_on(faults)
    standing = next(each for each in reversed(line) if at is not None and each.at <= at)
    return {**fields(standing, clock), "because": because(standing, clock)}


def case_line(events: Any, law: Mapping[str, Any], clock: Clock, faults: list[Fault]) -> list[Standing]:
    """Return how the case stands after every step of a timeline, and add every fault found."""
    steps = [event for event in read_law_events(events, law, faults) if event.name in clock.events]
    faults += two_modes(steps)
    return standings(steps, clock, faults)


def fields(standing: Standing, clock: Clock) -> dict[str, Any]:
    """Return the five proceedings fields of a context for how a case stands."""
    begun = standing.started_by if standing.active else None
    return {
        "proceedings_active": standing.active,
        "proceedings_trigger": clock.events[begun.name].get("trigger", "none") if begun else "none",
        "proceedings_stage": standing.stage,
        "trial_mode": (standing.trial_mode or NOT_SAID) if standing.active else "none",
        "proceedings_note": note(standing, clock),
    }


def note(standing: Standing, clock: Clock) -> str | None:
    """Return how a case stands in plain words, or None where there is no case."""
    if not standing.set_by:
        return None
    words = str(clock.events[standing.set_by]["words"])
    if standing.started_by is None:
        return f"{words} The case is not active."
    if standing.active:
        return f"{words} The case has been active since {in_words(standing.started_by.at)}."
    return f"{words} The case stopped being active on {in_words(standing.ends[0].at)}."


def because(standing: Standing, clock: Clock) -> dict[str, Any]:
    """Return the rows of the law, the clauses and the conflicts that a standing rests on."""
    names = [standing.started_by.name] if standing.started_by else []
    names += [end.name for end in standing.ends] or ([standing.set_by] if standing.set_by else [])
    rules = [clock.events[name] for name in dict.fromkeys(names)]
    return {
        "law": _once(row for rule in rules for row in rule["law"]),
        "clauses": _once(clause for rule in rules for clause in rule.get("clauses", ())),
        "conflicts": _once(rule["conflict"] for rule in rules if "conflict" in rule),
        "since": _text(standing.started_by),
        "until": _text(standing.ends[0] if standing.started_by and standing.ends else None),
    }


def _once(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _text(event: Event | None) -> str | None:
    return as_text(event.at) if event else None
