"""Another law, the same clock: a case that becomes active with the charge only."""

import pytest

from kit.context import contradictions, law_timeline, proceedings_at
from tests.context.lines import LAW, PROCEEDINGS, events, law_with

BEFORE_CHARGE = ("arrest", "warrant", "bail", "released_under_investigation")
FROM_CHARGE = law_with(**{name: {"active": False} for name in BEFORE_CHARGE})
"""What the Law Commission recommended on 18 November 2025, as an overlay would write it."""

STEPS = events(
    "2026-03-01 arrest",
    "2026-03-02 released_under_investigation",
    "2026-06-01 charge",
    "2026-09-01 guilty_verdict",
    "2026-10-01 sentence",
)

TABLE = {
    "arrested": ("2026-03-01", [False, "none", "arrested", "none"]),
    "released under investigation": ("2026-05-01", [False, "none", "arrested", "none"]),
    "charged": ("2026-06-01", [True, "charged", "charged", "not_known"]),
    "convicted": ("2026-09-02", [True, "charged", "convicted_awaiting_sentence", "not_known"]),
    "sentenced": ("2026-10-01", [False, "none", "sentenced", "none"]),
}


@pytest.mark.parametrize(("moment", "fields"), TABLE.values(), ids=TABLE)
def test_from_charge_only(moment, fields):
    """Stages are as before; activity and trigger follow the other law."""
    found = proceedings_at(STEPS, moment, FROM_CHARGE)
    assert [found[name] for name in PROCEEDINGS] == fields
    assert found["proceedings_stage"] == proceedings_at(STEPS, moment, LAW)["proceedings_stage"]


def test_the_reasons_follow_the_other_law():
    """The charge began it, so the clause on arrest is no reason any more."""
    because = proceedings_at(STEPS, "2026-07-01", FROM_CHARGE)["because"]
    assert because["clauses"] == ["LP-G-ACTIVE-01", "LANCS-REPLY-04"]
    assert because["since"] == "2026-06-01T00:00"


def test_the_note_follows_the_other_law():
    """After an arrest it does not say that the case is active."""
    note = proceedings_at(STEPS, "2026-03-01", FROM_CHARGE)["proceedings_note"]
    assert note == "Someone has been arrested. The case is not active."


def test_no_further_action_after_an_arrest_is_no_end_before_its_start():
    """What has to come before an end is an event, not activity."""
    steps = events("2026-03-01 arrest", "2026-04-01 no_further_action")
    found = proceedings_at(steps, "2026-04-02", FROM_CHARGE)
    assert (found["proceedings_stage"], found["because"]["until"]) == ("released_no_charge", None)


def test_a_warrant_that_makes_nothing_active_still_ends_its_stage_after_a_year():
    """The stage goes back to the inquiry, and nothing became active or stopped being so."""
    changes = law_timeline(events("2026-03-01 warrant"), FROM_CHARGE)
    assert [change["set"]["proceedings_stage"] for change in changes] == ["warrant", "investigation"]
    assert all("proceedings_active" not in change["set"] for change in changes)


def test_an_appeal_can_be_made_active_by_an_overlay():
    """The Act's own rule on appeals, which the kit does not follow, is one change of the data."""
    law = law_with(appeal_lodged={"active": True, "ends": False, "trigger": "charged"})
    steps = events("2026-03-01 charge", "2026-10-01 sentence", "2026-10-20 appeal_lodged")
    assert not proceedings_at(steps, "2026-10-19", law)["proceedings_active"]
    assert proceedings_at(steps, "2026-10-20", law)["proceedings_active"]


@pytest.mark.parametrize(
    ("law", "active", "stage", "possible"),
    [
        pytest.param(None, True, "arrested", True, id="by the Act, active after an arrest"),
        pytest.param(None, False, "arrested", False, id="by the Act, an arrest makes it active"),
        pytest.param(LAW, False, "arrested", False, id="the shipped law says what the Act says"),
        pytest.param(FROM_CHARGE, False, "arrested", True, id="from charge only, an arrest makes nothing active"),
        pytest.param(FROM_CHARGE, False, "charged", False, id="from charge only, a charge does"),
        pytest.param(FROM_CHARGE, True, "sentenced", False, id="sentence ends it under every law"),
    ],
)
def test_what_cannot_be_follows_the_law_given(law, active, stage, possible):
    """A case of an overlay is not refused for what the overlay changed."""
    case = {"facts": {}, "context": {"proceedings_active": active, "proceedings_stage": stage}}
    assert (contradictions(case, law) == []) == possible


@pytest.mark.parametrize("active", [True, False])
@pytest.mark.parametrize("stage", LAW["clock"]["stages"])
def test_without_a_law_given_what_cannot_be_is_as_in_the_shipped_law(stage, active):
    """The stages built in are those of the data."""
    case = {"facts": {}, "context": {"proceedings_active": active, "proceedings_stage": stage}}
    assert contradictions(case) == contradictions(case, LAW)
