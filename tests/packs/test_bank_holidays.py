"""Bank holidays of England and Wales, held to the rules by which they are set and not to a second list."""

import datetime as dt

import pytest
from dateutil.easter import easter

from tests.packs.data import common

YEARS = range(common("bank_holidays")["from"], common("bank_holidays")["to"] + 1)
PROCLAIMED = {"2022-06-03", "2022-09-19", "2023-05-08"}
"""One-off days: Platinum Jubilee, State Funeral, Coronation."""
MOVED = {"2022-05-30": "2022-06-02"}
"""In 2022 the spring holiday moved to June."""
MONDAY, SATURDAY = 0, 5


def monday(year, month, *, last=False):
    """Return the first or last Monday of a month."""
    days = [dt.date(year, month, day) for day in range(1, 32) if day <= 30 or month != 4]
    mondays = [day for day in days if day.weekday() == MONDAY]
    return mondays[-1] if last else mondays[0]


def next_free(day, taken):
    """Return the day, or the first working day after it that is not a holiday yet."""
    while day.weekday() >= SATURDAY or day in taken:
        day += dt.timedelta(days=1)
    return day


def by_rule(year):
    """Return the bank holidays of a year as the rules give them."""
    sunday = easter(year)
    days = {sunday - dt.timedelta(days=2), sunday + dt.timedelta(days=1)}
    days |= {monday(year, 5), monday(year, 5, last=True), monday(year, 8, last=True)}
    days.add(next_free(dt.date(year, 1, 1), days))
    christmas, boxing = dt.date(year, 12, 25), dt.date(year, 12, 26)
    fixed = {day for day in (christmas, boxing) if day.weekday() < SATURDAY}
    for day in (christmas, boxing):
        fixed.add(day if day in fixed else next_free(day, fixed))
    return {day.isoformat() for day in days | fixed}


@pytest.mark.parametrize("year", YEARS)
def test_a_year_has_the_days_the_rules_give_and_those_proclaimed(year):
    """Substitute days included."""
    listed = {day for day in common("bank_holidays")["days"] if day.startswith(str(year))}
    wanted = {MOVED.get(day, day) for day in by_rule(year)}
    assert listed == wanted | {day for day in PROCLAIMED if day.startswith(str(year))}


def test_every_holiday_falls_on_a_weekday_and_stands_in_order():
    """A day off at the weekend would be no day off."""
    days = list(common("bank_holidays")["days"])
    assert days == sorted(days)
    assert all(dt.date.fromisoformat(day).weekday() < SATURDAY for day in days)
