"""Pre-election periods: dates a force fills in, and an example that never counts."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.context import election_at, pre_election_at
from kit.policy import load
from tests.context.lines import faults_of
from tests.packs.data import ORGANISATIONS, clause_ids, common

SHIPPED = common("elections")
OURS = [
    {"id": "council", "from": "2026-03-24", "to": "2026-05-07"},
    {"id": "by-election", "from": "2026-05-01", "to": "2026-05-21"},
    {"id": "one-day", "from": "2026-08-03", "to": "2026-08-03"},
]

TABLE = {
    "the day before": ("2026-03-23T23:59", None),
    "as the first day begins": ("2026-03-24T00:00", "council"),
    "in the middle": ("2026-04-17T10:05", "council"),
    "to the last minute of the last day": ("2026-05-21T23:59", "by-election"),
    "the day after": ("2026-05-22", None),
    "in two at once": ("2026-05-03", "council"),
    "when the first of two is over": ("2026-05-08", "by-election"),
    "one day alone": ("2026-08-03T12:00", "one-day"),
}


@pytest.mark.parametrize(("moment", "name"), TABLE.values(), ids=TABLE)
def test_a_moment_falls_in_a_period_or_not(moment, name):
    """Both days count whole."""
    found = election_at(OURS, moment)
    assert (found["id"] if found else None) == name
    assert pre_election_at(OURS, moment) is (name is not None)


def test_without_periods_there_is_none():
    """A force that has filled in nothing has no pre-election period."""
    assert not pre_election_at([], "2026-04-17")


def test_what_ships_is_an_example_and_never_counts():
    """Every shipped period is marked, says so in its title, and counts only for somebody who asks for examples."""
    assert SHIPPED["periods"]
    for period in SHIPPED["periods"]:
        assert period["example"] is True
        assert "EXAMPLE" in period["title"]
        assert not pre_election_at([period], period["from"])
        assert election_at([period], period["from"]) is None
        assert pre_election_at([period], period["from"], examples=True)


def test_what_ships_has_source_date_certainty_and_names_what_is_missing():
    """As all reference data; the clauses it serves are there."""
    assert set(SHIPPED["rule"]["clauses"]) <= clause_ids()
    for period in SHIPPED["periods"]:
        assert {"source", "date", "certainty"} <= set(period)
    assert SHIPPED["missing"][0]["setting"] == "elections.periods"


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_pack_carries_the_periods(name):
    """They are read with the rest of what all packs share."""
    assert load(name).reference["elections"] == SHIPPED


def test_periods_that_cannot_be_are_told_all_at_once():
    """Each with what was found and what was expected."""
    wrong = [
        {"id": "a", "from": "2026-05-07", "to": "2026-03-24"},
        {"id": "a", "from": "spring", "to": "2026-03-24"},
        {"id": "b", "from": "2026-05-07"},
    ]
    assert faults_of(pre_election_at, wrong, "") == [
        (
            "moment: not a date; found ''; expected a date or a date and time with no zone, such as 2026-03-31 or "
            "2026-03-31T09:30"
        ),
        "periods[0] to: an end before its start; found 2026-03-24; expected 2026-05-07 or later",
        (
            "periods[1] from: not a date; found 'spring'; expected a date or a date and time with no zone, such as "
            "2026-03-31 or 2026-03-31T09:30"
        ),
        "periods[2]: no to; found id, from; expected id, from, to",
        "periods[1] id: two periods have one id; found 'a'; rename one",
    ]


@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 60), st.integers(-80, 80))
def test_a_period_holds_from_its_first_day_to_its_last(first, length, offset):
    """For any period and any day near it."""
    last, day = first + dt.timedelta(days=length), first + dt.timedelta(days=offset)
    period = {"id": "p", "from": first.isoformat(), "to": last.isoformat()}
    assert pre_election_at([period], day.isoformat()) == (0 <= offset <= length)
