"""What may stand in the context, the history and the facts of a comment, and what contradicts itself.

Each function takes a mapping (whole or partial) and the place it came from, and returns every fault it
finds; the reader of threads and the loaders of scenarios use the same three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kit.errors import Fault, did_you_mean
from kit.terms import ACTIVE_STAGES, CLOSED, CONTEXT, FACTS, FIELDS, HISTORY

MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
OPTIONAL_TEXT = ("note", "proceedings_note")


def context_faults(context: Mapping[str, Any], where: str, *, whole: bool = False) -> list[Fault]:
    """Return the faults of a context; ``whole`` also asks that its proceedings agree with themselves."""
    faults = [_unknown(name, CONTEXT, "context field", where) for name in context if name not in CONTEXT]
    for name, value in context.items():
        if name in CONTEXT:
            faults.extend(_context_value(name, value, where))
    if whole and not faults:
        faults.extend(_proceedings(context, where))
    return faults


def history_faults(history: Mapping[str, Any], where: str) -> list[Fault]:
    """Return the faults of an author's history: unknown fields, wrong types, counts that disagree."""
    faults = [_unknown(name, HISTORY, "history field", where) for name in history if name not in HISTORY]
    for name, value in history.items():
        if name in HISTORY:
            faults.extend(_typed(name, value, HISTORY[name], where))
    if faults:
        return faults
    listed, all_ = (
        history.get("inappropriate_contacts_last_month", 0),
        history.get("contacts_last_month", 0),
    )
    if listed > all_:
        faults.append(
            Fault(
                where=where,
                what="more inappropriate contacts than contacts",
                found=f"{listed} of {all_}",
                todo="raise contacts_last_month",
            )
        )
    return faults


def facts_faults(facts: Mapping[str, Any], where: str) -> list[Fault]:
    """Return the faults of a set of facts: unknown names, and values no fact can have."""
    faults = []
    for name, value in facts.items():
        if name not in FACTS:
            faults.append(_unknown(name, FACTS, "fact", where))
        elif name in CLOSED and value not in CLOSED[name]:
            faults.append(_closed(name, value, where))
        elif name not in CLOSED and not isinstance(value, bool):
            faults.append(
                Fault(
                    where=where,
                    what=f"the fact {name!r} is not true or false",
                    found=repr(value),
                    expected="true or false",
                )
            )
    return faults


def _context_value(name: str, value: Any, where: str) -> Iterable[Fault]:
    if name == "in_monitored_hours":
        ok, expected = value is None or isinstance(value, bool), "true, false or null"
    elif name in OPTIONAL_TEXT:
        ok, expected = value is None or isinstance(value, str), "words or null"
    elif name == "when":
        ok, expected = (
            isinstance(value, str) and bool(MOMENT.fullmatch(value)),
            "YYYY-MM-DDTHH:MM",
        )
    elif name == "platform_can":
        allowed = FIELDS["comment_action"]
        ok = isinstance(value, (list, tuple)) and all(one in allowed for one in value)
        expected = f"a list of {', '.join(allowed)}"
    else:
        return _typed(name, value, CONTEXT[name], where)
    return (
        []
        if ok
        else [
            Fault(
                where=where,
                what=f"{name} is wrong",
                found=repr(value),
                expected=expected,
            )
        ]
    )


def _typed(name: str, value: Any, default: Any, where: str) -> list[Fault]:
    """Return a fault when a value has another type than its default, or is outside its closed list."""
    if name in CLOSED:
        return [] if value in CLOSED[name] else [_closed(name, value, where)]
    if isinstance(default, bool):
        ok, expected = isinstance(value, bool), "true or false"
    elif isinstance(default, int):
        ok, expected = type(value) is int and value >= 0, "a whole number, 0 or more"
    else:
        ok, expected = isinstance(value, str), "words"
    return (
        []
        if ok
        else [
            Fault(
                where=where,
                what=f"{name} is wrong",
                found=repr(value),
                expected=expected,
            )
        ]
    )


def _closed(name: str, value: Any, where: str) -> Fault:
    known = CLOSED[name]
    return Fault(
        where=where,
        what=f"{name} is wrong",
        found=repr(value),
        expected=f"one of {', '.join(known)}",
        todo=did_you_mean(str(value), known),
    )


def _unknown(name: Any, known: Iterable[str], kind: str, where: str) -> Fault:
    return Fault(
        where=where,
        what=f"unknown {kind} {name!r}",
        todo=did_you_mean(str(name), known),
    )


def _proceedings(context: Mapping[str, Any], where: str) -> list[Fault]:
    """Hold stage, activity, trigger and mode of trial to each other."""
    merged = {**CONTEXT, **context}
    stage, active = merged["proceedings_stage"], merged["proceedings_active"]
    faults = []
    if active != (stage in ACTIVE_STAGES):
        expected = f"proceedings_active {str(stage in ACTIVE_STAGES).lower()} at stage {stage}"
        faults.append(
            Fault(
                where=where,
                what="stage and activity disagree",
                found=str(active).lower(),
                expected=expected,
            )
        )
    for name in ("proceedings_trigger", "trial_mode"):
        if active == (merged[name] == "none"):
            expected = "a word other than none while proceedings are active, none otherwise"
            faults.append(
                Fault(
                    where=where,
                    what=f"{name} disagrees",
                    found=merged[name],
                    expected=expected,
                )
            )
    return faults
