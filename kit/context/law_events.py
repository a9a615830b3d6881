"""Events of the law, of whatever table: steps of a case and what protects somebody from being named.

One list may hold both kinds; each function takes its own, and a name in neither table is a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kit.context.events import Event, read_events
from kit.context.moments import as_text, read_moment
from kit.errors import BadInput, Fault, did_you_mean
from kit.terms import TRIAL_MODES

DETAILS = ("trial_mode", "who", "until")
"""What an event may say besides: the mode of trial; of an anonymity, whose it is and when it stops."""
MODES = tuple(mode for mode in TRIAL_MODES if mode != "none")


def table(law: Mapping[str, Any], name: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the events of one part of a law mapping, ``clock`` or ``anonymity``."""
    events: Mapping[str, Mapping[str, Any]] = law.get(name, {}).get("events", {})
    if not events:
        raise BadInput(f"the law mapping has no {name}.events; give the pack's own: pack.reference['law']")
    return events


def read_law_events(events: Any, law: Mapping[str, Any], faults: list[Fault]) -> list[Event]:
    """Return the events of a timeline, steps and protections alike, and add every fault found."""
    steps, protections = table(law, "clock"), law.get("anonymity", {}).get("events", {})
    read = read_events(events, [*steps, *protections], DETAILS, faults)
    for event in read:
        allowed = _allowed(event, steps, protections)
        faults += [
            Fault(
                where=f"{event.where} {key}",
                what=f"{key} says nothing of {event.name!r}",
                expected=f"only {' and '.join(allowed)}" if allowed else "only at and event",
            )
            for key in event.details
            if key not in allowed
        ]
        faults += _bad_details(event)
    return read


def two_modes(events: Sequence[Event]) -> list[Fault]:
    """Return the fault of two events of one moment that name different modes of trial."""
    said: dict[Any, Event] = {}
    faults = []
    for event in events:
        if "trial_mode" in event.details:
            first = said.setdefault(event.at, event)
            if first.details["trial_mode"] != event.details["trial_mode"]:
                found = f"{first.details['trial_mode']} and {event.details['trial_mode']} on {as_text(event.at)}"
                what = "two modes of trial at one moment"
                faults.append(Fault(where=f"{event.where} trial_mode", what=what, found=found, expected="one of them"))
    return faults


def _allowed(event: Event, steps: Iterable[str], protections: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    if event.name in steps:
        return ("trial_mode",)
    return ("who", "until") if "starts" in protections[event.name] else ("who",)


def _bad_details(event: Event) -> list[Fault]:
    faults: list[Fault] = []
    mode = event.details.get("trial_mode", MODES[0])
    if mode not in MODES:
        hint = did_you_mean(str(mode), MODES) or f"one of {', '.join(MODES)}"
        faults.append(Fault(where=f"{event.where} trial_mode", what="unknown word", found=repr(mode), todo=hint))
    who = event.details.get("who", "")
    if not isinstance(who, str):
        faults.append(Fault(where=f"{event.where} who", what="not a text", found=repr(who), expected="a label"))
    if "until" in event.details:
        until = read_moment(event.details["until"], f"{event.where} until", faults)
        if until is not None and until <= event.at:
            found, expected = as_text(until), f"a day after {as_text(event.at)}"
            what = "an end before its start"
            faults.append(Fault(where=f"{event.where} until", what=what, found=found, expected=expected))
    return faults
