"""Dates and times as a case writes them: read strictly, moved by calendar months, said in words.

Every time is local time in England and Wales, to the minute, with no zone; a date alone is its midnight.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any

from kit.errors import Fault

FORM = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?")
EXPECTED = "a date or a date and time with no zone, such as 2026-03-31 or 2026-03-31T09:30"
MONTHS_A_YEAR = 12
YEARS = range(1900, 2200)
"""Years that can be meant; another is a slip of the hand."""
BEFORE_TIME, AFTER_TIME = dt.datetime.min, dt.datetime.max  # noqa: DTZ901 - local time on purpose


def read_moment(value: Any, where: str, faults: list[Fault]) -> dt.datetime | None:
    """Return the moment a text names; for anything else add a fault and return None."""
    if isinstance(value, str) and FORM.fullmatch(value):
        if int(value[:4]) not in YEARS:
            expected = f"a year from {YEARS.start} to {YEARS.stop - 1}"
            faults.append(Fault(where=where, what="no such year here", found=value, expected=expected))
            return None
        try:
            return dt.datetime.fromisoformat(value)
        except ValueError:
            faults.append(Fault(where=where, what="no such day or hour", found=value, expected=EXPECTED))
            return None
    faults.append(Fault(where=where, what="not a date", found=repr(value), expected=EXPECTED))
    return None


def month_before(moment: dt.datetime) -> dt.datetime:
    """Return the same hour one calendar month earlier; where that month is shorter, on its last day."""
    year, month = _month(moment, -1)
    return moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))


def end_of_period(start: dt.datetime, months: int) -> dt.datetime:
    """Return the midnight at which a period of whole months ends that begins with the day of ``start``.

    Twelve months beginning with 10 March 2026 are over as 10 March 2027 begins. A period whose last
    month has no such day is over as the month after that begins: from 29 February to 1 March.
    """
    year, month = _month(start, months)
    if start.day <= calendar.monthrange(year, month)[1]:
        return dt.datetime(year, month, start.day)  # noqa: DTZ001 - local time on purpose
    year, month = _month(dt.datetime(year, month, 1), 1)  # noqa: DTZ001
    return dt.datetime(year, month, 1)  # noqa: DTZ001


def in_words(moment: dt.datetime) -> str:
    """Return the day as people say it: 3 March 2026."""
    return f"{moment.day} {calendar.month_name[moment.month]} {moment.year}"


def as_text(moment: dt.datetime) -> str:
    """Return the moment as a case writes it: 2026-03-31T09:30."""
    return moment.isoformat(timespec="minutes")


def _month(moment: dt.datetime, change: int) -> tuple[int, int]:
    """Return year and month so many months from a moment."""
    total = moment.year * MONTHS_A_YEAR + moment.month - 1 + change
    return total // MONTHS_A_YEAR, total % MONTHS_A_YEAR + 1
