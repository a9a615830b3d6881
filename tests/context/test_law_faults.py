"""A timeline that cannot be: every fault at once, each with what was found and what was expected."""

import pytest

from kit.context import anonymity_at, law_at, law_timeline, proceedings_at
from tests.context.lines import LAW, events, faults_of

ONE = {
    "not a list": ("arrest", "events: not a list; found str; expected a list of events, each with at and event"),
    "not an event": (["arrest"], "events[0]: not an event; found 'arrest'; expected a mapping with at and event"),
    "an unknown name": (
        events("2026-03-01 arested"), "events[0] event: unknown event; found 'arested'; did you mean 'arrest'?",
    ),
    "an unknown key": (
        [{"at": "2026-03-01", "event": "charge", "trail_mode": "jury"}],
        "events[0] trail_mode: unknown key; did you mean 'trial_mode'?",
    ),
    "a date that is none": (
        events("tomorrow arrest"),
        ("events[0] at: not a date; found 'tomorrow'; expected a date or a date and time with no zone, such as "
        "2026-03-31 or 2026-03-31T09:30"),
    ),
    "a day no month has": (
        events("2026-02-30 arrest"),
        ("events[0] at: no such day or hour; found 2026-02-30; expected a date or a date and time with no zone, such as "
        "2026-03-31 or 2026-03-31T09:30"),
    ),
    "a time with a zone": (
        events("2026-03-01T09:00Z arrest"),
        ("events[0] at: not a date; found '2026-03-01T09:00Z'; expected a date or a date and time with no zone, such as "
        "2026-03-31 or 2026-03-31T09:30"),
    ),
    "a year nobody means": (
        events("0226-03-01 arrest"), "events[0] at: no such year here; found 0226-03-01; expected a year from 1900 to 2199",
    ),
    "out of order": (
        events("2026-03-02 arrest", "2026-03-01T09:00 charge"),
        ("events[1] at: dated before the event above it; found 2026-03-01T09:00 after 2026-03-02T00:00; "
        "expected events in the order in which they happened"),
    ),
    "an end before its start": (
        events("2026-03-01 sentence", "2026-03-02 charge"),
        ("events[0] event: 'sentence' before anything it could follow; found before it: nothing; "
        "expected charge or summons at or before 2026-03-01T00:00"),
    ),
    "a trial of somebody only arrested": (
        events("2026-03-01 arrest", "2026-03-02 trial_starts"),
        ("events[1] event: 'trial_starts' before anything it could follow; found before it: arrest; "
        "expected charge or summons at or before 2026-03-02T00:00"),
    ),
    "an end of a case that is over": (
        events("2026-03-01 charge", "2026-04-01 sentence", "2026-05-01 discontinued"),
        ("events[2] event: 'discontinued' in a case that is over; found before it: sentence; "
        "expected warrant or arrest or charge or summons at or before 2026-05-01T00:00"),
    ),
    "a step in a case that is over": (
        events("2026-03-01 arrest", "2026-04-01 no_further_action", "2026-05-01 bail"),
        ("events[2] event: 'bail' in a case that is over; found before it: no_further_action; "
        "expected arrest or charge at or before 2026-05-01T00:00"),
    ),
    "an appeal before the sentence": (
        events("2026-03-01 charge", "2026-05-01 appeal_lodged"),
        ("events[1] event: 'appeal_lodged' before anything it could follow; found before it: charge; "
        "expected sentence at or before 2026-05-01T00:00"),
    ),
    "a lapse written down": (
        events("2026-03-01 warrant", "2026-05-01 warrant_lapses"),
        "events[1] event: 'warrant_lapses' is not written down; leave it out: it is worked out from 'warrant'",
    ),
    "a mode of trial that is none": (
        events("2026-03-01 charge trial_mode=jurry"),
        "events[0] trial_mode: unknown word; found 'jurry'; did you mean 'jury'?",
    ),
    "two modes of trial at one moment": (
        events("2026-03-01 charge trial_mode=jury", "2026-03-01 bail trial_mode=summary"),
        ("events[1] trial_mode: two modes of trial at one moment; found jury and summary on 2026-03-01T00:00; "
        "expected one of them"),
    ),
    "a detail that says nothing": (
        events("2026-03-01 charge until=2026-04-01"),
        "events[0] until: until says nothing of 'charge'; expected only trial_mode",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("steps", "line"), ONE.values(), ids=ONE)
def test_a_fault_says_where_and_what_was_expected(steps, line):
    """One wrong thing, one line, whatever the moment asked about."""
    assert faults_of(proceedings_at, steps, "2020-01-01", LAW) == [line]


PROTECTIONS = {
    "an end before its start": (
        events("2026-03-01 order_lifted"),
        "events[0] event: 'order_lifted' before anything it could end; expected order_made at or before 2026-03-01T00:00",
    ),
    "the end of somebody else's": (
        events("2026-03-01 order_made who=boy", "2026-04-01 order_lifted who=girl"),
        ("events[1] event: 'order_lifted' before anything it could end; "
        "expected order_made of 'girl' at or before 2026-04-01T00:00"),
    ),
    "over before it began": (
        events("2026-03-01 order_made until=2026-02-01"),
        "events[0] until: an end before its start; found 2026-02-01T00:00; expected a day after 2026-03-01T00:00",
    ),
    "over as it begins": (
        events("2026-03-01 order_made until=2026-03-01"),
        "events[0] until: an end before its start; found 2026-03-01T00:00; expected a day after 2026-03-01T00:00",
    ),
    "an end to what lasts for life": (
        events("2026-03-01 sexual_offence_alleged until=2036-02-01"),
        "events[0] until: 'lifelong complainant anonymity' has no end; found 2036-02-01; leave it out",
    ),
    "a person who is no label": (
        [{"at": "2026-03-01", "event": "order_made", "who": 3}],
        "events[0] who: not a text; found 3; expected a label",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("steps", "line"), PROTECTIONS.values(), ids=PROTECTIONS)
def test_a_fault_of_a_protection_says_where_and_what_was_expected(steps, line):
    """Protections are read as strictly as steps of a case."""
    assert faults_of(anonymity_at, steps, "2026-06-01", LAW) == [line]


def test_all_faults_are_told_at_once_and_each_once():
    """An author mends them in one pass, in whichever function they turn up."""
    steps = events("2026-03-05 sentence", "soon charge", "2026-03-01 order_lifted", "2026-04-01 ordr_made")
    wrong = [line.split(";")[0] for line in faults_of(law_at, steps, "never", LAW)]
    assert wrong == [
        "moment: not a date",
        "events[1] at: not a date",
        "events[3] event: unknown event",
        "events[2] at: dated before the event above it",
        "events[0] event: 'sentence' before anything it could follow",
        "events[2] event: 'order_lifted' before anything it could end",
    ]
    assert len(faults_of(law_timeline, steps, LAW)) == len(wrong) - 1
