"""Tests of what a page tells of the moment, the author and the one change that turns the answer."""

import pytest

from kit.items.flip import flip_sentence
from kit.items.phrases import doing, listed, to_do
from kit.items.shown import history_lines, item_lines, thread_lines
from kit.policy import load
from kit.terms import FIELDS, HISTORY
from tests.sitting.made import LEAVE, REMOVE, ruling

WORDS = load("leicestershire").facts
ROLES = {
    "digital_media_team": "Digital Media Team",
    "line_manager_psd": "Line manager or Professional Standards",
    "smt": "SMT",
}


@pytest.mark.parametrize(
    ("field", "values", "said"),
    [
        ("comment_action", ["leave"], "leaving it up"),
        ("comment_action", ["hide", "remove"], "hiding it or removing it"),
        ("report", ["platform", "crime", "both"], "reporting it to the platform, as a crime or both"),
        ("report", ["none", "crime"], "making no report or reporting it as a crime"),
        ("report", ["both"], "reporting it both to the platform and as a crime"),
        ("escalate", ["none", "digital_media_team"], "passing it to nobody or the Digital Media Team"),
        ("escalate", ["line_manager_psd"], "passing it to the line manager or Professional Standards"),
        ("escalate", ["smt"], "passing it to the SMT"),
    ],
)
def test_choices_are_said_as_doing_them(field, values, said):
    """Choices that begin alike are said together."""
    assert doing(field, values, ROLES) == said


def test_every_choice_can_be_said():
    """No field and no value is without words."""
    for field, values in FIELDS.items():
        for value in values:
            assert to_do(field, value, ROLES)
            assert doing(field, [value], ROLES)


def test_lists_are_said_as_people_say_them():
    """Commas, and a word before the last."""
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")] == [
        "",
        "a",
        "a and b",
        "a, b or c",
    ]


ARRESTED = {"proceedings_active": True, "proceedings_stage": "arrested", "proceedings_trigger": "arrested"}
FLIPS = {
    "a fact that is there": (
        {"facts": {"slur": False}},
        "If it used no slur, the first choice would be to leave it up.",
    ),
    "a fact that is not": (
        {"facts": {"abusive": True}},
        "If it was abusive, the first choice would be to leave it up.",
    ),
    "a fact with its companion": (
        {"facts": {"targets_protected": False, "characteristic": False}},
        "If it did not run people down because of who they are, the first choice would be to leave it up.",
    ),
    "a case and all that goes with it": (
        {"context": {**ARRESTED, "trial_mode": "not_known"}},
        "If someone was under arrest and not charged, the first choice would be to leave it up.",
    ),
    "the election": (
        {"context": {"pre_election": False}},
        "If it was not the pre-election period, the first choice would be to leave it up.",
    ),
    "a number": (
        {"author_history": {"prior_violations": 5}},
        "If the author had four or more earlier breaches, the first choice would be to leave it up.",
    ),
    "the platform": (
        {"platform": "x", "context": {"platform_can": ["leave", "hide"]}},
        "If this was on X, the first choice would be to leave it up.",
    ),
    "something the pack has no words for": (
        {"facts": {"moon_phase": True}},
        "If it were a matter of moon phase, the first choice would be to leave it up.",
    ),
}


@pytest.mark.parametrize(("change", "said"), FLIPS.values(), ids=FLIPS)
def test_a_flip_is_one_plain_sentence(change, said):
    """What would have to be different, and what the first choice would then be."""
    made = ruling(REMOVE, flips=[{"change": change, "best": LEAVE, "clauses": []}])
    assert flip_sentence(WORDS, made, ROLES) == said


def test_the_plainest_flip_is_told():
    """One that turns the comment comes before one that turns the report, and the comment before the page."""
    changes = [
        ({"facts": {"abusive": True}}, {**REMOVE, "report": "crime"}),
        ({"platform": "x"}, LEAVE),
        ({"facts": {"slur": False}}, LEAVE),
    ]
    made = ruling(REMOVE, flips=[{"change": change, "best": best, "clauses": []} for change, best in changes])
    assert flip_sentence(WORDS, made, ROLES) == "If it used no slur, the first choice would be to leave it up."


def test_a_role_that_is_named_with_the_has_one_the():
    """A pack may call a role by a name with "The" before it."""
    assert (
        to_do("escalate", "smt", {"smt": "The team that runs the pages"}) == "pass it to the team that runs the pages"
    )
    assert to_do("escalate", "smt", {"smt": "Senior Management Team"}) == "pass it to the Senior Management Team"


def test_no_flip_says_nothing():
    """Nothing is made up where no single change turns the answer."""
    assert flip_sentence(WORDS, ruling(REMOVE), ROLES) is None


def test_a_comment_tells_only_what_is_different_for_it():
    """What the whole thread says is not said again."""
    thread = {"pre_election": True, "in_monitored_hours": True}
    assert item_lines(WORDS, thread, thread) == []
    own = {**thread, **ARRESTED, "in_monitored_hours": False, "removals_this_thread": 3}
    assert [(line["label"], line["value"], line["about"]) for line in item_lines(WORDS, thread, own)] == [
        ("Court case", "Active", "proceedings"),
        ("Stage of the case", "Someone arrested, not charged", "proceedings"),
        ("What made the case active", "An arrest", "proceedings"),
        ("Page watched now", "Not watched now", "page"),
        ("Comments removed on this thread", "3", "page"),
    ]


def test_the_thread_always_tells_of_court_election_and_hours():
    """That there is no case and no election is told too, so that silence gives nothing away."""
    assert [line["label"] for line in thread_lines(WORDS, {})] == [
        "Court case",
        "Protected from being named",
        "Election period",
        "Page watched now",
    ]


def test_all_of_an_author_s_history_is_told():
    """Every field, whatever it holds: a list of what matters would give the answer away."""
    assert len(history_lines(WORDS, {})) == len(HISTORY)
    assert {"label": "Warned before", "value": "Warned"} in history_lines(WORDS, {"warned_before": True})
