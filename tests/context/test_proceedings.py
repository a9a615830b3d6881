"""Whether a case is active at a moment: every sequence of steps, with its reasons and its words."""

import pytest

from kit.context import proceedings_at
from kit.errors import BadInput
from tests.context.lines import LAW, PROCEEDINGS, events, law_with
from tests.packs.data import clause_ids

NOT_ACTIVE = "none", "none"
"""Trigger and mode of trial while no case is active."""

TABLE = {
    "nothing has happened": ([], "2026-03-01", "no", "none none none"),
    "an inquiry by itself is not a case": (["03-01 investigation_opened"], "2026-04-01", "no", "none investigation none"),
    "an appeal to find out who someone is starts no case": (
        ["03-01 identity_appeal"], "2026-04-01", "no", "none identity_appeal none",
    ),
    "a warrant": (["03-01 warrant"], "2026-03-01", "active", "warrant warrant not_known"),
    "an arrest": (["03-01 arrest"], "2026-03-02", "active", "arrested arrested not_known"),
    "a summons": (["03-01 summons"], "2026-03-02", "active", "summons summonsed not_known"),
    "a charge": (["03-01 charge"], "2026-03-02", "active", "charged charged not_known"),
    "before the first step": (["03-02 arrest"], "2026-03-01T23:59", "no", "none none none"),
    "at the minute of the first step": (["03-02T09:30 arrest"], "2026-03-02T09:30", "active", "arrested arrested not_known"),
    "the minute before the first step": (["03-02T09:30 arrest"], "2026-03-02T09:29", "no", "none none none"),
    "the first step stays the trigger": (["03-01 arrest", "05-01 charge"], "2026-06-01", "active", "arrested charged not_known"),
    "a warrant stays the trigger after the arrest": (
        ["03-01 warrant", "03-05 arrest"], "2026-03-06", "active", "warrant arrested not_known",
    ),
    "bail keeps it active": (["03-01 arrest", "03-02 bail"], "2026-09-01", "active", "arrested arrested not_known"),
    "bail after the charge takes the case no step back": (
        ["03-01 arrest", "03-02 charge", "03-02T16:00 bail"], "2026-03-03", "active", "arrested charged not_known",
    ),
    "release under investigation keeps it active": (
        ["03-01 arrest", "03-02 released_under_investigation"], "2027-03-01", "active", "arrested arrested not_known",
    ),
    "a picture of somebody else still sought ends nothing": (
        ["03-01 arrest", "03-04 identity_appeal"], "2026-03-05", "active", "arrested arrested not_known",
    ),
    "no further action ends it": (
        ["03-01 arrest", "03-02 released_under_investigation", "06-01 no_further_action"],
        "2026-06-01", "no", "none released_no_charge none",
    ),
    "until the word of no further action it is active": (
        ["03-01 arrest", "06-01T12:00 no_further_action"], "2026-06-01T11:59", "active", "arrested arrested not_known",
    ),
    "no further action after questions without arrest": (
        ["03-01 investigation_opened", "06-01 no_further_action"], "2026-06-02", "no", "none released_no_charge none",
    ),
    "a trial by jury": (
        ["03-01 charge", "09-01 trial_starts trial_mode=jury"], "2026-09-02", "active", "charged trial jury",
    ),
    "a trial by magistrates": (["03-01 summons trial_mode=summary"], "2026-03-02", "active", "summons summonsed summary"),
    "the latest word on the mode of trial counts": (
        ["03-01 charge trial_mode=summary", "04-01 bail trial_mode=jury"], "2026-04-02", "active", "charged charged jury",
    ),
    "convicted and waiting for sentence": (
        ["03-01 charge", "09-01 guilty_verdict"], "2026-09-15", "active", "charged convicted_awaiting_sentence not_known",
    ),
    "a plea of guilty waits for sentence too": (
        ["03-01 charge", "04-01 guilty_plea"], "2026-04-15", "active", "charged convicted_awaiting_sentence not_known",
    ),
    "sentence ends it": (
        ["03-01 charge", "09-01 guilty_verdict", "10-01 sentence"], "2026-10-01", "no", "none sentenced none",
    ),
    "a verdict of not guilty ends it": (["03-01 charge", "09-01 not_guilty_verdict"], "2026-09-01", "no", "none acquitted none"),
    "a case that is dropped": (["03-01 charge", "04-01 discontinued"], "2026-04-01", "no", "none released_no_charge none"),
    "an appeal counts as a case that is over": (
        ["03-01 charge", "10-01 sentence", "10-20 appeal_lodged"], "2026-11-01", "no", "none appeal_lodged none",
    ),
    "arrested again after it was over": (
        ["03-01 arrest", "04-01 no_further_action", "08-01 arrest"], "2026-08-02", "active", "arrested arrested not_known",
    ),
    "charged after it was over: a new first step": (
        ["03-01 arrest", "04-01 no_further_action", "08-01 charge"], "2026-08-02", "active", "charged charged not_known",
    ),
    "a mode of trial does not outlive its case": (
        ["03-01 charge trial_mode=jury", "04-01 discontinued", "08-01 charge"], "2026-08-02", "active", "charged charged not_known",
    ),
    "arrested and released in one minute": (
        ["03-01 arrest", "03-01 no_further_action"], "2026-03-01", "no", "none released_no_charge none",
    ),
    "charged and bailed in one minute": (["03-01 bail", "03-01 charge"], "2026-03-01", "active", "charged charged not_known"),
    "a warrant on its last day": (["03-01T14:00 warrant"], "2027-02-28T23:59", "active", "warrant warrant not_known"),
    "a warrant after a year": (["03-01T14:00 warrant"], "2027-03-01", "no", "none investigation none"),
    "an arrest within the year keeps it active after it": (
        ["03-01 warrant", "03-20 arrest"], "2028-01-01", "active", "warrant arrested not_known",
    ),
    "a second warrant counts its own year": (
        ["03-01 warrant", "09-01 warrant"], "2027-08-31", "active", "warrant warrant not_known",
    ),
    "an appeal for a wanted person's whereabouts stops no year": (
        ["03-01 warrant", "04-01 identity_appeal"], "2027-03-01", "no", "none investigation none",
    ),
    "a warrant for somebody who did not come to court lapses nothing": (
        ["01-01 charge", "03-01 warrant"], "2027-06-01", "active", "charged charged not_known",
    ),
}  # fmt: skip


def line(short):
    """Return events written without the year 2026."""
    return events(*(f"2026-{each}" for each in short))


@pytest.mark.parametrize(("short", "moment", "active", "words"), TABLE.values(), ids=TABLE)
def test_how_a_case_stands(short, moment, active, words):
    """Each sequence gives the four fields an author of cases would write."""
    found = proceedings_at(line(short), moment, LAW)
    assert [found[name] for name in PROCEEDINGS] == [active == "active", *words.split()]


def test_an_arrest_after_a_warrant_has_lapsed_makes_the_case_active_again():
    """The new case begins with the arrest, so that is its trigger."""
    steps = events("2025-01-10 warrant", "2026-02-01 arrest")
    assert not proceedings_at(steps, "2026-01-31", LAW)["proceedings_active"]
    again = proceedings_at(steps, "2026-02-01", LAW)
    assert (again["proceedings_active"], again["proceedings_trigger"]) == (True, "arrested")
    assert again["because"]["since"] == "2026-02-01T00:00"


def test_an_arrest_as_the_year_of_a_warrant_ends_begins_a_new_case():
    """The last minute of the year is in it; the midnight after is not."""
    steps = [events("2026-03-01 warrant", f"{at} arrest") for at in ("2027-02-28T23:59", "2027-03-01T00:00")]
    triggers = [proceedings_at(each, "2027-03-02", LAW)["proceedings_trigger"] for each in steps]
    assert triggers == ["warrant", "arrested"]


@pytest.mark.parametrize(
    ("issued", "last", "over"),
    [
        pytest.param(
            "2026-03-10T23:59", "2027-03-09T23:59", "2027-03-10", id="the hour of the warrant does not matter"
        ),
        pytest.param("2024-02-29", "2025-02-28T23:59", "2025-03-01", id="29 February to 1 March"),
        pytest.param("2023-03-01", "2024-02-29T23:59", "2024-03-01", id="a leap day inside belongs to the year"),
        pytest.param("2026-12-31", "2027-12-30T23:59", "2027-12-31", id="the last day of a year"),
    ],
)
def test_a_warrant_lapses_as_the_same_day_of_the_next_year_begins(issued, last, over):
    """Twelve months beginning with the date of the warrant."""
    steps = events(f"{issued} warrant")
    assert proceedings_at(steps, last, LAW)["proceedings_active"]
    assert not proceedings_at(steps, over, LAW)["proceedings_active"]


def test_the_year_of_a_warrant_is_the_laws_and_not_the_codes():
    """Another law mapping, another number of months."""
    steps, shorter = events("2026-03-01 warrant"), law_with(warrant_lapses={"after_months": 6})
    assert proceedings_at(steps, "2026-08-31", shorter)["proceedings_active"]
    assert not proceedings_at(steps, "2026-09-01", shorter)["proceedings_active"]


BECAUSE = {
    "the first step": (["03-01 arrest"], "2026-03-02", ["cca_start"], ["LP-G-ACTIVE-02"], []),
    "the first step and where it stands": (
        ["03-01 arrest", "03-02 released_under_investigation"], "2026-04-01", ["cca_start", "cca_rui"], ["LP-G-ACTIVE-02"], [],
    ),
    "a charge is named by two documents": (
        ["03-01 charge"], "2026-04-01", ["cca_start"], ["LP-G-ACTIVE-01", "LANCS-REPLY-04"], [],
    ),
    "what began it and what ended it": (
        ["03-01 summons", "05-01 sentence"], "2026-06-01", ["cca_start", "cca_end"], ["LP-G-ACTIVE-04"], [],
    ),
    "waiting for sentence turns on a conflict": (
        ["03-01 summons", "05-01 guilty_plea"], "2026-06-01", ["cca_start", "cca_end"], ["LP-G-ACTIVE-04"], ["CF-12"],
    ),
    "an appeal turns on a conflict": (
        ["03-01 summons", "05-01 sentence", "05-09 appeal_lodged"], "2026-06-01",
        ["cca_start", "cca_end", "cca_appeal"], ["LP-G-ACTIVE-04"], ["CF-12"],
    ),
    "a lapse": (["03-01 warrant"], "2027-06-01", ["cca_start", "cca_warrant_lapse"], ["LP-G-ACTIVE-03"], []),
    "an inquiry": (["03-01 investigation_opened"], "2026-06-01", ["cca_active"], [], []),
    "nothing": ([], "2026-06-01", [], [], []),
}  # fmt: skip


@pytest.mark.parametrize(("short", "moment", "law", "clauses", "conflicts"), BECAUSE.values(), ids=BECAUSE)
def test_the_answer_names_the_law_the_clauses_and_the_conflicts_it_rests_on(short, moment, law, clauses, conflicts):
    """The first step, and the step by which the case stands or ended."""
    because = proceedings_at(line(short), moment, LAW)["because"]
    assert (because["law"], because["clauses"], because["conflicts"]) == (law, clauses, conflicts)
    assert set(law) <= {row["id"] for row in LAW["law"]}
    assert set(clauses) <= clause_ids()


def test_the_answer_says_from_when_and_until_when_the_case_was_active():
    """Until is when it first ended, whatever came after."""
    steps = line(["03-01T09:00 arrest", "05-01 charge", "09-01T16:30 sentence", "09-20 appeal_lodged"])
    because = proceedings_at(steps, "2026-10-01", LAW)["because"]
    assert (because["since"], because["until"]) == ("2026-03-01T09:00", "2026-09-01T16:30")
    assert proceedings_at(steps, "2026-06-01", LAW)["because"]["until"] is None


def test_nothing_handed_in_is_changed():
    """The function is pure: events and law are as they were."""
    steps, law = line(["03-01 arrest", "04-01 no_further_action"]), law_with()
    proceedings_at(steps, "2026-05-01", law)
    assert steps == line(["03-01 arrest", "04-01 no_further_action"])
    assert law == LAW


@pytest.mark.parametrize(
    ("law", "words"),
    [
        pytest.param({}, "no clock.events", id="no law at all"),
        pytest.param(
            law_with(sentence={"active": True}), "sentence would keep a case active and end it", id="both at once"
        ),
    ],
)
def test_a_law_mapping_that_cannot_be_read_is_named(law, words):
    """A mistake in an overlay is told as one, not as a fault of the timeline."""
    with pytest.raises(BadInput, match=words):
        proceedings_at([], "2026-01-01", law)
