"""Dates and hours of a thread: when its post goes up, when comments arrive, who is watching.

Whole numbers and a given random source only: no clock, no floating-point functions whose last digit
could differ between machines.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.errors import BadInput, Fault
from kit.policy import Pack
from scenarios.intake import Intake

DAY = 1440
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
OFFSETS = 1000
HORIZON_DAYS = 28
HM = tuple(f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(DAY))
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When a page is watched, in minutes of the day.

    ``closes`` None means that no closing hour is stated: after ``known_until`` nobody can say.
    """

    opens: int
    closes: int | None
    known_until: int
    weekdays: frozenset[int]
    holidays: frozenset[str]

    def watched(self, day: dt.date, minute: int) -> bool | None:
        """Return whether the page is watched then, or None where the documents do not say."""
        if day.weekday() not in self.weekdays or day.isoformat() in self.holidays or minute < self.opens:
            return False
        if self.closes is not None:
            return minute < self.closes
        return True if minute < self.known_until else None


def hours_of(pack: Pack, kind: str) -> Hours | None:
    """Return when a kind of page is watched under a pack; None where its documents state no hours."""
    stated = pack.data.get("pages", {}).get("pages", {}).get(kind, {}).get("hours", "not_stated")
    if not isinstance(stated, Mapping):
        return None
    closed = stated.get("bank_holidays") == "not_watched"
    return Hours(
        opens=minutes(stated["from"]),
        closes=minutes(stated["to"]) if stated.get("to") else None,
        known_until=minutes(stated.get("known_until") or stated["from"]),
        weekdays=frozenset(WEEKDAYS[day[:3]] for day in stated["days"]),
        holidays=frozenset(pack.reference.get("bank_holidays", {}).get("days", ())) if closed else frozenset(),
    )


def read_arrivals(data: Any, file: str, faults: list[Fault]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the shapes of arrival of one authored file, noting every fault."""
    one = Intake(data, file, faults)
    arrivals = {
        name: tuple((int(at), int(share)) for at, share in rows) for name, rows in one.table("arrivals").items()
    }
    one.close()
    for name, rows in arrivals.items():
        if not rows or rows[0] != (0, 0) or rows[-1][1] != 100 or list(rows) != sorted(set(rows)):  # noqa: PLR2004
            one.fault(
                f"the arrival {name!r} is wrong", found=str(rows), expected="[[0, 0], ..., [minutes, 100]], rising"
            )
    return arrivals


def minutes(text: str) -> int:
    """Return the minute of the day of HH:MM."""
    return int(text[:2]) * 60 + int(text[3:5])


def arrival_table(shape: Sequence[tuple[int, int]], injects: Sequence[int], post_minute: int) -> tuple[int, ...]:
    """Return ``OFFSETS`` minutes after the post at which a comment may arrive, each equally likely.

    Every inject starts a burst of its own, and few people write between one and six in the morning.
    """
    starts = [0, *injects]
    table = []
    for number in range(OFFSETS):
        start = starts[number % len(starts)]
        place = number // len(starts)
        total = -(-(OFFSETS - number % len(starts)) // len(starts))
        at = start + _at(shape, place * 100, total)
        table.append(_awake(at, post_minute))
    return tuple(table)


def _at(shape: Sequence[tuple[int, int]], share: int, total: int) -> int:
    """Return the minute by which ``share / total`` percent have arrived, by straight lines between the points."""
    for (low, low_share), (high, high_share) in itertools.pairwise(shape):
        if share <= high_share * total:
            span = (high_share - low_share) * total
            return low + (high - low) * (share - low_share * total) // span if span else low
    return shape[-1][0]


def _awake(offset: int, post_minute: int) -> int:
    """Move three in four of the arrivals between 01:00 and 06:00 to the same minute past six or later."""
    minute = (post_minute + offset) % DAY
    if 60 <= minute < 360 and offset % 4:  # noqa: PLR2004
        return offset + 360 - minute + (offset * 7) % 150
    return offset


@functools.lru_cache(maxsize=256)
def days_before(as_of: dt.date, days: tuple[str, ...]) -> tuple[dt.date, ...]:
    """Return every day a post can have: one of these weekdays in the four weeks before ``as_of``."""
    wanted = {WEEKDAYS[day] for day in days}
    found = (as_of - dt.timedelta(days=ago) for ago in range(4, HORIZON_DAYS))
    return tuple(day for day in found if day.weekday() in wanted)


def read_date(value: str | dt.date) -> dt.date:
    """Return a date from YYYY-MM-DD; raises BadInput."""
    if isinstance(value, dt.date):
        return dt.date(value.year, value.month, value.day)
    try:
        return dt.date.fromisoformat(value if ISO.fullmatch(value) else "")
    except (TypeError, ValueError):
        message = f"as_of: found {value!r}; expected a date such as 2026-11-21"
        raise BadInput(message) from None


class Diary:
    """Moments as text, and whether the page is watched then; days are worked out once."""

    __slots__ = ("days", "hours")

    def __init__(self, hours: Hours | None) -> None:
        self.hours = hours
        self.days: dict[int, tuple[str, int, int, bool | None, bool | None]] = {}

    def moment(self, minute: int) -> tuple[str, bool | None]:
        """Return YYYY-MM-DDTHH:MM and whether the page is watched then (None where nobody can say).

        ``minute`` counts from the start of day 0 of ``datetime.date.toordinal``.
        """
        number, rest = divmod(minute, DAY)
        found = self.days.get(number)
        if found is None:
            found = self.days[number] = self._day(dt.date.fromordinal(number))
        day, opens, turns, before, after = found
        if rest < opens:
            return day + HM[rest], False
        return day + HM[rest], (before if rest < turns else after)

    def _day(self, day: dt.date) -> tuple[str, int, int, bool | None, bool | None]:
        """Return one day: its date, when watching starts and turns, and the answers between and after."""
        text, hours = day.isoformat() + "T", self.hours
        if hours is None:
            return text, 0, 0, None, None
        turns = hours.known_until if hours.closes is None else hours.closes
        return text, hours.opens, turns, hours.watched(day, hours.opens), hours.watched(day, turns)
