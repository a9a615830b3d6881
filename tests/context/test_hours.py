"""Whether somebody watches a page: every pack's own hours, bank holidays, and what nobody has stated."""

import datetime as dt
import json

import pytest

from kit.context import hours_faults, watched_at
from tests.context.lines import faults_of
from tests.packs.data import DATA, ORGANISATIONS, common, pack

HOLIDAYS = common("bank_holidays")
SAMPLE = [json.loads(line) for line in (DATA / "cases" / "sample.jsonl").read_text(encoding="utf-8").splitlines()]
MAIN = pack("leicestershire", "pages")["pages"]["main"]
OPCC = pack("opcc", "pages")["pages"]["opcc"]


def page(**hours):
    """Return a page watched on weekdays from 9 to 5, with changes."""
    days = ["monday", "tuesday", "wednesday", "thursday", "friday"]
    return {"hours": {"days": days, "from": "09:00", "to": "17:00", "bank_holidays": "not_watched", **hours}}


TABLE = {
    "Leicestershire at the opening minute": (MAIN, "2026-11-20T08:00", True),
    "the minute before": (MAIN, "2026-11-20T07:59", False),
    "the last minute": (MAIN, "2026-11-20T16:59", True),
    "at the closing minute": (MAIN, "2026-11-20T17:00", False),
    "on a Saturday": (MAIN, "2026-11-21T10:00", False),
    "on a Sunday": (MAIN, "2026-11-22T10:00", False),
    "on Christmas Day": (MAIN, "2026-12-25T10:00", False),
    "on the day off for Boxing Day": (MAIN, "2026-12-28T10:00", False),
    "on the day after it": (MAIN, "2026-12-29T10:00", True),
    "at the coronation": (MAIN, "2023-05-08T10:00", False),
    "on the usual day of a holiday that was moved": (MAIN, "2022-05-30T10:00", True),
    "in a year no list covers": (MAIN, "2031-03-05T10:00", None),
    "at night in a year no list covers": (MAIN, "2031-03-05T22:00", False),
    "a neighbourhood page": (pack("leicestershire", "pages")["pages"]["neighbourhood"], "2026-11-20T10:00", None),
    "Lancashire": (pack("lancashire", "pages")["pages"]["main"], "2026-11-20T10:00", None),
    "the Commissioner's page in the morning": (OPCC, "2026-11-20T09:00", True),
    "before nine": (OPCC, "2026-11-20T08:59", False),
    "the last minute that is known": (OPCC, "2026-11-20T11:59", True),
    "the afternoon, which nobody has stated": (OPCC, "2026-11-20T12:00", None),
    "its weekend": (OPCC, "2026-11-21T10:00", False),
    "its bank holiday, which nobody has stated": (OPCC, "2026-12-25T10:00", None),
    "before nine on its bank holiday": (OPCC, "2026-12-25T08:00", False),
    "the afternoon once the owner has filled in the time": ({"hours": {**OPCC["hours"], "to": "16:30"}}, "2026-11-20T16:29", True),
    "the evening once the owner has filled in the time": ({"hours": {**OPCC["hours"], "to": "16:30"}}, "2026-11-20T16:30", False),
    "watched on bank holidays": (page(bank_holidays="watched"), "2026-12-25T10:00", True),
    "watched on bank holidays in a year no list covers": (page(bank_holidays="watched"), "2031-03-05T10:00", True),
    "nothing said of bank holidays, on a usual day": (page(bank_holidays="not_stated"), "2026-11-20T10:00", True),
    "until midnight": (page(to="24:00"), "2026-11-20T23:59", True),
    "no closing time and nothing known": (page(to=None), "2026-11-20T09:00", None),
    "always": ({"hours": "always"}, "2026-12-25T03:00", True),
    "a page that says nothing of hours": ({}, "2026-11-20T10:00", None),
    "a date alone is its midnight": (MAIN, "2026-11-20", False),
}  # fmt: skip


@pytest.mark.parametrize(("watched", "moment", "answer"), TABLE.values(), ids=TABLE)
def test_a_page_is_watched_or_not_or_nobody_has_said(watched, moment, answer):
    """Three answers, and the third is never turned into one of the others."""
    assert watched_at(watched, moment, HOLIDAYS) is answer


@pytest.mark.parametrize("case", SAMPLE, ids=[case["id"] for case in SAMPLE])
def test_the_worked_cases_say_the_same(case):
    """An independent author worked the hours out by hand."""
    page_ = pack(case["policy"], "pages")["pages"][case["account_kind"]]
    assert watched_at(page_, case["context"]["when"], HOLIDAYS) is case["context"]["in_monitored_hours"]


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_the_hours_of_every_shipped_page_can_be(name):
    """No time that is none, no end before its start."""
    for shipped in pack(name, "pages")["pages"].values():
        assert shipped["hours"] == "not_stated" or hours_faults(shipped["hours"]) == []


def test_every_listed_bank_holiday_closes_the_page_and_the_next_working_day_opens_it():
    """Seven years of them, at ten in the morning."""
    for day in HOLIDAYS["days"]:
        assert watched_at(MAIN, f"{day}T10:00", HOLIDAYS) is False, day
        after = dt.date.fromisoformat(day) + dt.timedelta(days=1)
        while after.weekday() > 4 or after.isoformat() in HOLIDAYS["days"]:
            after += dt.timedelta(days=1)
        covered = after.year <= HOLIDAYS["to"]
        assert watched_at(MAIN, f"{after}T10:00", HOLIDAYS) is (True if covered else None), after


def test_hours_that_cannot_be_are_told_all_at_once():
    """Each with what was found and what was expected."""
    wrong = page(days=["monday", "freitag"], to="08:00", bank_holidays="closed", known_until="noon")
    assert faults_of(watched_at, wrong, "at ten", HOLIDAYS) == [
        (
            "moment: not a date; found 'at ten'; expected a date or a date and time with no zone, such as 2026-03-31 or "
            "2026-03-31T09:30"
        ),
        "hours.days: unknown day; found 'freitag'; did you mean 'friday'?",
        "hours.to: an end before its start; found 08:00; expected later than 09:00",
        "hours.known_until: not a time; found 'noon'; expected such as \"09:00\"",
        "hours.bank_holidays: unknown word; found 'closed'; one of watched, not_watched, not_stated",
    ]


@pytest.mark.parametrize(
    ("hours", "fault"),
    [
        pytest.param({"from": None}, "hours.from: not a time; found None", id="no opening time"),
        pytest.param({"to": "5pm"}, "hours.to: not a time; found '5pm'", id="a time in other words"),
        pytest.param({"to": "25:00"}, "hours.to: not a time; found '25:00'", id="an hour no day has"),
        pytest.param({"to": "09:00"}, "hours.to: an end before its start; found 09:00", id="no time between"),
        pytest.param(
            {"known_until": "08:00"}, "hours.known_until: an end before its start", id="known until before it opens"
        ),
    ],
)
def test_a_time_that_cannot_be_is_named(hours, fault):
    """The owner of a policy reads it and mends it."""
    assert faults_of(watched_at, page(**hours), "2026-11-20T10:00", HOLIDAYS)[0].startswith(fault)


def test_hours_in_other_words_are_refused():
    """A line of prose is not read as anything."""
    assert faults_of(watched_at, {"hours": "office hours"}, "2026-11-20T10:00", HOLIDAYS) == [
        "hours: not hours; found 'office hours'; expected days and times, or not_stated"
    ]
