"""The clock says of the 75 worked cases what their author wrote by hand; and no case of theirs is refused."""

import json

import pytest

from kit.context import check_case, contradictions, proceedings_at
from tests.context.lines import LAW, PROCEEDINGS, events
from tests.packs.data import DATA

SAMPLE = [json.loads(line) for line in (DATA / "cases" / "sample.jsonl").read_text(encoding="utf-8").splitlines()]

LIVES = {
    ("none", "none"): (),
    ("arrested", "arrested"): ("2025-01-01 arrest",),
    ("charged", "charged"): ("2025-01-01 charge",),
    ("trial", "charged"): ("2025-01-01 charge", "2025-03-01 trial_starts trial_mode=jury"),
    ("convicted_awaiting_sentence", "charged"): ("2025-01-01 charge trial_mode=jury", "2025-06-01 guilty_verdict"),
    ("summonsed", "summons"): ("2025-01-01 summons",),
    ("sentenced", "none"): ("2025-01-01 charge", "2025-06-01 guilty_verdict", "2025-07-01 sentence"),
    ("released_no_charge", "none"): ("2025-01-01 arrest", "2025-02-01 no_further_action"),
}
"""For a stage and its trigger, a life that leads there."""


@pytest.mark.parametrize("case", SAMPLE, ids=[case["id"] for case in SAMPLE])
def test_the_clock_gives_the_fields_the_author_wrote(case):
    """Stage and trigger chosen, the rest follows."""
    context = case["context"]
    life = LIVES[context["proceedings_stage"], context["proceedings_trigger"]]
    found = proceedings_at(events(*life), context["when"] if life else "2026-01-01", LAW)
    assert {name: found[name] for name in PROCEEDINGS} == {name: context[name] for name in PROCEEDINGS}


@pytest.mark.parametrize("case", SAMPLE, ids=[case["id"] for case in SAMPLE])
def test_no_worked_case_is_refused(case):
    """Strict, and not stricter than people write."""
    assert check_case(case, case["id"]) == []
    assert contradictions(case, LAW) == []


FAULTS = {
    "a count below nought": (
        {"author_history": {"prior_violations": -1}},
        "case author_history.prior_violations: less than nought; found -1; expected 0 or more",
    ),
    "a time that is none": (
        {"context": {"when": "yesterday"}},
        (
            "case context.when: not a date; found 'yesterday'; expected a date or a date and time with no zone, such as "
            "2026-03-31 or 2026-03-31T09:30"
        ),
    ),
    "a count that is true": (
        {"author_history": {"contacts_last_month": True}},
        "case author_history.contacts_last_month: wrong type; found True; expected a number",
    ),
    "a fact that is text": (
        {"facts": {"abusive": "yes"}},
        "case facts.abusive: wrong type; found 'yes'; expected true or false",
    ),
    "an unknown fact": (
        {"facts": {"abusiv": True}},
        "case facts.abusiv: unknown name 'abusiv'; did you mean 'abusive'?",
    ),
    "a stage that is none": (
        {"context": {"proceedings_stage": "arested"}},
        "case context.proceedings_stage: unknown word; found 'arested'; did you mean 'arrested'?",
    ),
    "active and over": (
        {"context": {"proceedings_active": True, "proceedings_stage": "sentenced"}},
        "case: this cannot be; found proceedings are active at the stage 'sentenced', which ends them",
    ),
    "arrested and not active": (
        {"context": {"proceedings_stage": "arrested"}},
        "case: this cannot be; found proceedings are not active at the stage 'arrested', at which they are",
    ),
    "a mild word that is strong": (
        {"facts": {"mild_language": True, "swearing": "strong"}},
        "case: this cannot be; found mild_language is the strongest word and swearing is stronger",
    ),
    "a band of swearing that is none": (
        {"facts": {"swearing": True}},
        "case facts.swearing: unknown word; found True; one of mild, middling, strong",
    ),
    "a mode of trial that is false": (
        {"context": {"trial_mode": False}},
        "case context.trial_mode: unknown word; found False; one of none, not_known, jury, summary",
    ),
    "the last copy beside another": (
        {"facts": {"last_copy": True}, "context": {"other_copies_standing": 2}},
        "case: this cannot be; found this is the last copy and other copies stand",
    ),
}


@pytest.mark.parametrize(("change", "line"), FAULTS.values(), ids=FAULTS)
def test_a_case_that_cannot_be_is_refused_with_what_was_expected(change, line):
    """One wrong thing, one line."""
    case = {"policy": "leicestershire", "platform": "facebook", "account_kind": "main", "facts": {}, **change}
    assert [str(fault) for fault in check_case(case, "case")] == [line]


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"last_copy": True}, id="a last copy that counts no others"),
        pytest.param({"mild_language": True, "swearing": "mild"}, id="a mild word that is mild"),
        pytest.param({"swearing": False, "characteristic": False}, id="a word looked for and not there"),
    ],
)
def test_a_case_that_can_be_is_taken(facts):
    """What stands next to a fault and is none."""
    case = {"policy": "leicestershire", "platform": "facebook", "account_kind": "main", "facts": facts}
    assert check_case(case, "case") == []


@pytest.mark.parametrize(("pack_given", "missing"), [(False, ["policy", "platform"]), (True, ["platform"])])
def test_only_the_policy_may_be_left_out_and_only_where_a_pack_is_given(pack_given, missing):
    """What has to be there is named when it is not."""
    found = check_case({"account_kind": "main", "facts": {}}, "case", pack_given=pack_given)
    assert [fault.what for fault in found] == [f"a case without {name!r}" for name in missing]


def test_a_case_wrong_in_many_places_is_told_so_once():
    """All of it together."""
    case = {
        "platform": "facebok",
        "facts": {"abusiv": True, "slur": 1},
        "context": {"when": "never", "pre_election": "no"},
    }
    assert len(check_case(case, "case")) == 7
