"""Dates and hours of a thread: when its post goes up, when comments arrive, who is watching.

Whole numbers and a given random source only: no clock, no floating-point functions whose last digit
could differ between machines.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.errors import BadInput, Fault
from scenarios.intake import Intake

DAY = 1440
OFFSETS = 1000
HORIZON_DAYS = 28
HM = tuple(f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(DAY))
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When one kind of page is watched: open from and to (minutes), closed days, and what the documents leave unsaid.

    ``closes`` None means that no closing hour is stated: then nobody can say after ``unsaid_from``.
    """

    opens: int
    closes: int | None
    unsaid_from: int
    weekdays: tuple[int, ...]
    holidays: frozenset[str]

    def watched(self, day: dt.date, minute: int) -> bool | None:
        """Return whether the page is watched then, or None where the documents do not say."""
        if day.weekday() not in self.weekdays or day.isoformat() in self.holidays or minute < self.opens:
            return False
        if self.closes is not None:
            return minute < self.closes
        return True if minute < self.unsaid_from else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """What ``data/times.yaml`` says: hours by (pack, page), and shapes of arrival."""

    hours: Mapping[tuple[str, str], Hours]
    arrivals: Mapping[str, tuple[tuple[int, int], ...]]


def read_clocks(data: Any, file: str, faults: list[Fault]) -> Clocks:
    """Return hours and arrivals of one authored file, noting every fault."""
    one = Intake(data, file, faults)
    holidays = frozenset(one.words("holidays"))
    hours = {}
    for row in one.take("hours", "a list"):
        inner = Intake(row, file, faults)
        key = (inner.take("pack", "words"), inner.take("page", "words"))
        closes = inner.take("closes", "words", "")
        hours[key] = Hours(
            opens=minutes(inner.take("opens", "words")),
            closes=minutes(closes) if closes else None,
            unsaid_from=minutes(inner.take("unsaid_from", "words", "12:00")),
            weekdays=tuple(WEEKDAYS[day] for day in inner.words("days", WEEKDAYS)),
            holidays=holidays if inner.take("closed_on_holidays", "true or false", default=False) else frozenset(),
        )
        inner.close()
    arrivals = {name: tuple((int(at), int(share)) for at, share in rows) for name, rows in one.table("arrivals").items()}
    one.close()
    for name, rows in arrivals.items():
        if not rows or rows[0] != (0, 0) or rows[-1][1] != 100 or list(rows) != sorted(set(rows)):  # noqa: PLR2004
            one.fault(f"the arrival {name!r} is wrong", found=str(rows), expected="[[0, 0], ..., [minutes, 100]], rising")
    return Clocks(hours=hours, arrivals=arrivals)


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
    for (low, low_share), (high, high_share) in zip(shape, shape[1:], strict=False):
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


def day_of(as_of: dt.date, days: Sequence[str], random: Callable[[], float]) -> dt.date:
    """Return the day of the post: one of these weekdays in the four weeks before ``as_of``."""
    wanted = {WEEKDAYS[day] for day in days}
    back = [ago for ago in range(4, HORIZON_DAYS) if (as_of - dt.timedelta(days=ago)).weekday() in wanted]
    return as_of - dt.timedelta(days=back[int(random() * len(back))])


def read_date(value: str | dt.date) -> dt.date:
    """Return a date from YYYY-MM-DD; raises BadInput."""
    if isinstance(value, dt.date):
        return dt.date(value.year, value.month, value.day)
    try:
        if len(value) != 10:  # noqa: PLR2004
            raise ValueError
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        message = f"as_of: found {value!r}; expected a date such as 2026-11-21"
        raise BadInput(message) from None


class Calendar:
    """Moments of one thread, as text, from minutes after midnight of the post's day."""

    __slots__ = ("base", "days", "hours", "watched_days")

    def __init__(self, day: dt.date, hours: Hours | None) -> None:
        self.base, self.hours = day, hours
        self.days: dict[int, str] = {}
        self.watched_days: dict[int, tuple[list[int], list[bool | None]]] = {}

    def text(self, minute: int) -> str:
        """Return YYYY-MM-DDTHH:MM."""
        ahead, rest = divmod(minute, DAY)
        day = self.days.get(ahead)
        if day is None:
            day = self.days[ahead] = (self.base + dt.timedelta(days=ahead)).isoformat() + "T"
        return day + HM[rest]

    def watched(self, minute: int) -> bool | None:
        """Return whether the page is watched at that minute; None where no hours are stated."""
        if self.hours is None:
            return None
        ahead, rest = divmod(minute, DAY)
        spans = self.watched_days.get(ahead)
        if spans is None:
            spans = self.watched_days[ahead] = self._spans(ahead)
        return spans[1][bisect_left(spans[0], rest + 1) - 1]

    def _spans(self, ahead: int) -> tuple[list[int], list[bool | None]]:
        """Return where the answer changes in one day: starts of spans, and the answer of each."""
        hours, day = self.hours, self.base + dt.timedelta(days=ahead)
        edges = sorted({0, hours.opens, hours.closes if hours.closes is not None else hours.unsaid_from})
        return edges, [hours.watched(day, edge) for edge in edges]
