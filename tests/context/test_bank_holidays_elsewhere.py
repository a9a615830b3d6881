"""Our bank holidays held against a kept library's, for England."""

import datetime as dt

import holidays
import pytest

from tests.packs.data import common

LISTED = common("bank_holidays")
SATURDAY = 5


@pytest.mark.parametrize("year", range(LISTED["from"], LISTED["to"] + 1))
def test_a_year_has_the_days_off_that_the_library_has(year):
    """Working days only: the library also names the holiday itself where a substitute day is taken for it."""
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=year)
    working = {day.isoformat() for day in theirs if day.year == year and day.weekday() < SATURDAY}
    assert {day for day in LISTED["days"] if day.startswith(str(year))} == working


def test_a_day_we_call_a_substitute_is_one_in_the_library():
    """And the other way round, save for the days of which both name the moved day itself."""
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(LISTED["from"], LISTED["to"] + 1))
    ours = {day for day, words in LISTED["days"].items() if "substitute" in words}
    assert ours == {day.isoformat() for day, words in theirs.items() if "observed" in words}
    assert all(dt.date.fromisoformat(day).weekday() < SATURDAY for day in ours)
