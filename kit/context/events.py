"""A timeline of events, read strictly: every fault of the list is gathered and shown together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from kit.context.moments import as_text, read_moment
from kit.errors import Fault, Faults, did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened: when, what, its details, and where in the list it is written."""

    at: dt.datetime
    name: str
    details: Mapping[str, Any] = field(default_factory=dict)
    where: str = ""


def read_events(
    events: Any, known: Iterable[str], details: Sequence[str], faults: list[Fault], *, in_order: bool = True
) -> list[Event]:
    """Return the events that can be read; add a fault for each that cannot, or that is out of order.

    ``known`` are the names an event may have, ``details`` the keys it may have beside ``at`` and ``event``.
    """
    if not isinstance(events, Sequence) or isinstance(events, str):
        expected = "a list of events, each with at and event"
        faults.append(Fault(where="events", what="not a list", found=type(events).__name__, expected=expected))
        return []
    names = tuple(known)
    read = [_event(raw, f"events[{number}]", names, details, faults) for number, raw in enumerate(events)]
    found = [event for event in read if event is not None]
    if in_order:
        faults += _out_of_order(found)
    return found


def stop_on(faults: Sequence[Fault]) -> None:
    """Raise all faults together, if there are any."""
    if faults:
        raise Faults(faults)


def _event(raw: Any, where: str, known: tuple[str, ...], details: Sequence[str], faults: list[Fault]) -> Event | None:
    if not isinstance(raw, Mapping):
        faults.append(Fault(where=where, what="not an event", found=repr(raw), expected="a mapping with at and event"))
        return None
    faults += [
        Fault(where=f"{where} {key}", what="unknown key", todo=did_you_mean(key, keys) or f"one of {', '.join(keys)}")
        for keys in [("at", "event", *details)]
        for key in raw
        if key not in keys
    ]
    at = read_moment(raw.get("at"), f"{where} at", faults)
    name = raw.get("event")
    if name not in known:
        todo = did_you_mean(str(name), known) or f"one of {', '.join(known)}"
        faults.append(Fault(where=f"{where} event", what="unknown event", found=repr(name), todo=todo))
        return None
    kept = {key: raw[key] for key in details if key in raw}
    return None if at is None else Event(at=at, name=str(name), details=kept, where=where)


def _out_of_order(events: Sequence[Event]) -> list[Fault]:
    return [
        Fault(
            where=f"{later.where} at",
            what="dated before the event above it",
            found=f"{as_text(later.at)} after {as_text(earlier.at)}",
            expected="events in the order in which they happened",
        )
        for earlier, later in pairwise(events)
        if later.at < earlier.at
    ]
