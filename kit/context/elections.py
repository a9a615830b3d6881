"""Pre-election periods: dates that a force fills in, both days included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from kit.context.events import stop_on
from kit.context.moments import read_moment
from kit.errors import Fault

NEEDED = ("id", "from", "to")


def pre_election_at(periods: Sequence[Mapping[str, Any]], moment: str, *, examples: bool = False) -> bool:
    """Return whether a moment falls in a pre-election period; see ``election_at``."""
    return election_at(periods, moment, examples=examples) is not None


def election_at(
    periods: Sequence[Mapping[str, Any]], moment: str, *, examples: bool = False
) -> Mapping[str, Any] | None:
    """Return the pre-election period a moment falls in, or None; the first listed if there are several.

    ``periods`` is ``pack.reference["elections"]["periods"]``. A period begins as its first day begins and is
    over when its last day is. One marked as an example counts only if ``examples`` are asked for. Raises
    Faults with every period that cannot be and a moment that is not one.
    """
    faults: list[Fault] = []
    at = read_moment(moment, "moment", faults)
    days = [_days(period, f"periods[{number}]", faults) for number, period in enumerate(periods)]
    faults += _twice(periods)
    stop_on(faults)
    for period, (first, last) in zip(periods, days, strict=True):
        if (examples or not period.get("example")) and at is not None and first <= at.date() <= last:
            return period
    return None


def _days(period: Mapping[str, Any], where: str, faults: list[Fault]) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a period, and add the fault of one that cannot be."""
    missing = [key for key in NEEDED if not period.get(key)]
    if missing:
        found, expected = ", ".join(period) or "nothing", ", ".join(NEEDED)
        faults.append(Fault(where=where, what=f"no {' and no '.join(missing)}", found=found, expected=expected))
        return dt.date.max, dt.date.min
    read = [read_moment(period[key], f"{where} {key}", faults) for key in ("from", "to")]
    first, last = (moment.date() if moment else None for moment in read)
    if first is None or last is None:
        return dt.date.max, dt.date.min
    if last < first:
        found, expected = str(period["to"]), f"{period['from']} or later"
        faults.append(Fault(where=f"{where} to", what="an end before its start", found=found, expected=expected))
    return first, last


def _twice(periods: Sequence[Mapping[str, Any]]) -> list[Fault]:
    ids = [period.get("id") for period in periods]
    return [
        Fault(where=f"periods[{number}] id", what="two periods have one id", found=repr(name), todo="rename one")
        for number, name in enumerate(ids)
        if name is not None and name in ids[:number]
    ]
