"""Whether somebody watches a page at a moment: hours and bank holidays as dated data, unknown kept unknown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from kit.context.events import stop_on
from kit.context.moments import read_moment
from kit.errors import Fault, did_you_mean

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NOT_STATED = "not_stated"
ALWAYS = "always"
HOLIDAYS = ("watched", "not_watched", NOT_STATED)
"""What a page says of bank holidays."""
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
TIMES = ("from", "to", "known_until")


def watched_at(page: Mapping[str, Any], moment: str, bank_holidays: Mapping[str, Any]) -> bool | None:
    """Return whether a page's comments are watched at a moment; None where its hours do not say.

    ``page`` is one entry of ``pack.data["pages"]["pages"]``, ``bank_holidays`` is
    ``pack.reference["bank_holidays"]``. The opening minute counts and the closing minute does not. Where
    the closing time is missing, the hours up to ``known_until`` are known and the rest of the day is not.
    A bank holiday nobody has written rules for, or a year the list does not cover, is not known either.
    Raises Faults naming every hour that cannot be, and a moment that is not one.
    """
    hours = page.get("hours", NOT_STATED)
    faults: list[Fault] = []
    at = read_moment(moment, "moment", faults)
    if isinstance(hours, Mapping):
        faults += hours_faults(hours)
    elif hours not in (NOT_STATED, ALWAYS):
        faults.append(
            Fault(where="hours", what="not hours", found=repr(hours), expected="days and times, or not_stated")
        )
    stop_on(faults)
    if at is None or not isinstance(hours, Mapping):
        return True if hours == ALWAYS else None
    usual = _on_a_usual_day(hours, at)
    return usual if usual is False else _on_this_day(hours, at, bank_holidays, usual=usual)


def hours_faults(hours: Mapping[str, Any]) -> list[Fault]:
    """Return what cannot be in a page's hours: times that are none, an end before its start, unknown days."""
    faults = []
    for day in hours.get("days", ()):
        if day not in DAYS:
            todo = did_you_mean(str(day), DAYS) or f"one of {', '.join(DAYS)}"
            faults.append(Fault(where="hours.days", what="unknown day", found=repr(day), todo=todo))
    for key in TIMES:
        value = hours.get(key)
        blank = value is None and key != "from"
        if not blank and not (isinstance(value, str) and CLOCK.fullmatch(value)):
            faults.append(Fault(where=f"hours.{key}", what="not a time", found=repr(value), expected='such as "09:00"'))
        elif not blank and key != "from" and str(value) <= str(hours.get("from")):
            expected = f"later than {hours.get('from')}"
            faults.append(
                Fault(where=f"hours.{key}", what="an end before its start", found=str(value), expected=expected)
            )
    rule = hours.get("bank_holidays", NOT_STATED)
    if rule not in HOLIDAYS:
        todo = did_you_mean(str(rule), HOLIDAYS) or f"one of {', '.join(HOLIDAYS)}"
        faults.append(Fault(where="hours.bank_holidays", what="unknown word", found=repr(rule), todo=todo))
    return faults


def _on_a_usual_day(hours: Mapping[str, Any], at: dt.datetime) -> bool | None:
    """Return whether a page is watched then on a day that is no bank holiday."""
    now = at.strftime("%H:%M")
    if DAYS[at.weekday()] not in hours.get("days", DAYS) or now < hours["from"]:
        return False
    if hours.get("to") is not None:
        return bool(now < hours["to"])
    known = hours.get("known_until")
    return True if known is not None and now < known else None


def _on_this_day(
    hours: Mapping[str, Any], at: dt.datetime, bank_holidays: Mapping[str, Any], *, usual: bool | None
) -> bool | None:
    """Return what becomes of usual hours on the day itself, which may be a bank holiday."""
    rule = hours.get("bank_holidays", NOT_STATED)
    if rule == "watched":
        return usual
    if not bank_holidays["from"] <= at.year <= bank_holidays["to"]:
        return None
    if at.date().isoformat() in bank_holidays["days"]:
        return False if rule == "not_watched" else None
    return usual
