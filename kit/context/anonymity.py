"""Who may not be named at a moment, and by which law: for life, while young, or until a court says otherwise.

What starts and ends a protection is read from ``law["anonymity"]``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from kit.context.events import Event, stop_on
from kit.context.law_events import read_law_events, table
from kit.context.moments import as_text, read_moment
from kit.errors import Fault

BETWEEN = "; "
"""What stands between the words of several protections."""
Spell = tuple[str, dt.datetime, dt.datetime | None]
"""One protection in time: its kind, the moment from which it stands and the first without it."""


def anonymity_at(events: Any, moment: str, law: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``{"anonymity", "because"}`` of a context at a moment: who is protected, in words, or "none".

    ``events`` is a list as for ``proceedings_at``, with names from ``law["anonymity"]["events"]``; ``who``
    tells two people apart, ``until`` is the first day without protection. Raises Faults with all that is wrong.
    """
    faults: list[Fault] = []
    at = read_moment(moment, "moment", faults)
    found = spells(events, law, faults)
    stop_on(faults)
    standing = {kind for kind, start, end in found if at is not None and start <= at and (end is None or at < end)}
    return fields(standing, law)


def fields(standing: set[str], law: Mapping[str, Any]) -> dict[str, Any]:
    """Return the anonymity field for the kinds of protection that stand, in the order of the law's table."""
    kinds = [(name, kind) for name, kind in law["anonymity"]["kinds"].items() if name in standing]
    rows = [row for _, kind in kinds for row in kind["law"]]
    return {
        "anonymity": BETWEEN.join(kind["words"] for _, kind in kinds) or "none",
        "because": {"law": list(dict.fromkeys(rows)), "kinds": [name for name, _ in kinds]},
    }


def spells(events: Any, law: Mapping[str, Any], faults: list[Fault]) -> list[Spell]:
    """Return every protection of a timeline with its start and end, and add every fault found."""
    rules = table(law, "anonymity")
    mine = [event for event in read_law_events(events, law, faults) if event.name in rules]
    ordered = sorted(mine, key=lambda event: (event.at, "ends" in rules[event.name]))
    begun: dict[tuple[str, str], list[Event]] = {}
    found: list[Spell] = []
    for event in ordered:
        rule = rules[event.name]
        key = (rule.get("starts") or rule["ends"], str(event.details.get("who", "")))
        if "starts" in rule:
            faults += _for_life(event, law["anonymity"]["kinds"][key[0]])
            begun.setdefault(key, []).append(event)
        elif begun.get(key):
            found += [_spell(key[0], start, event.at) for start in begun.pop(key)]
        else:
            faults.append(_no_start(event, key, [name for name, each in rules.items() if each.get("starts") == key[0]]))
    return [*found, *(_spell(kind, start, None) for (kind, _), starts in begun.items() for start in starts)]


def _spell(kind: str, start: Event, end: dt.datetime | None) -> Spell:
    until = read_moment(start.details["until"], "", []) if "until" in start.details else None
    return kind, start.at, min((each for each in (end, until) if each is not None), default=None)


def _for_life(event: Event, kind: Mapping[str, Any]) -> list[Fault]:
    if not (kind.get("for_life") and "until" in event.details):
        return []
    what = f"{kind['words']!r} has no end"
    return [Fault(where=f"{event.where} until", what=what, found=str(event.details["until"]), todo="leave it out")]


def _no_start(event: Event, key: tuple[str, str], starts: Sequence[str]) -> Fault:
    whose = f" of {key[1]!r}" if key[1] else ""
    return Fault(
        where=f"{event.where} event",
        what=f"{event.name!r} before anything it could end",
        expected=f"{' or '.join(starts)}{whose} at or before {as_text(event.at)}",
    )
