"""The sentences a trainee reads about a case: as written here, and easy to read."""

import pytest
import textstat

from kit.context import proceedings_at
from tests.context.lines import LAW, events

GRADE = 7
"""American school year of a reader of twelve."""

GOLDEN = {
    "nothing": ([], "2026-06-01", None),
    "an inquiry": (
        ["2026-03-01 investigation_opened"], "2026-06-01",
        "Police look into it. Nobody has been arrested. The case is not active.",
    ),
    "an appeal to find out who someone is": (
        ["2026-03-01 identity_appeal"], "2026-06-01", "The force has asked who someone is. The case is not active.",
    ),
    "a warrant": (
        ["2026-03-01 warrant"], "2026-06-01",
        "A warrant to arrest someone is out. The case has been active since 1 March 2026.",
    ),
    "an arrest": (
        ["2026-03-01 arrest"], "2026-06-01", "Someone has been arrested. The case has been active since 1 March 2026.",
    ),
    "bail": (
        ["2026-03-01 arrest", "2026-03-02 bail"], "2026-06-01",
        "The person is out on bail. The case has been active since 1 March 2026.",
    ),
    "released under investigation": (
        ["2026-03-01 arrest", "2026-03-02 released_under_investigation"], "2026-06-01",
        "The person has been released, and police still look into it. The case has been active since 1 March 2026.",
    ),
    "no further action": (
        ["2026-03-01 arrest", "2026-05-12 no_further_action"], "2026-06-01",
        ("The person was told that nothing more will be done. The case is over. "
        "The case stopped being active on 12 May 2026."),
    ),
    "no further action in a case that never was active": (
        ["2026-03-01 investigation_opened", "2026-05-12 no_further_action"], "2026-06-01",
        "The person was told that nothing more will be done. The case is over. The case is not active.",
    ),
    "a summons": (
        ["2026-03-01 summons"], "2026-06-01",
        "Someone has been sent a summons to court. The case has been active since 1 March 2026.",
    ),
    "a charge after an arrest": (
        ["2026-03-01 arrest", "2026-05-01 charge"], "2026-06-01",
        "Someone has been charged. The case has been active since 1 March 2026.",
    ),
    "a trial": (
        ["2026-03-01 charge", "2026-05-30 trial_starts"], "2026-06-01",
        "The trial has started. The case has been active since 1 March 2026.",
    ),
    "guilty": (
        ["2026-03-01 charge", "2026-05-30 guilty_verdict"], "2026-06-01",
        "The verdict is guilty. The sentence is still to come. The case has been active since 1 March 2026.",
    ),
    "a plea of guilty": (
        ["2026-03-01 charge", "2026-05-30 guilty_plea"], "2026-06-01",
        ("The person has pleaded guilty. The sentence is still to come. "
        "The case has been active since 1 March 2026."),
    ),
    "sentence": (
        ["2026-03-01 charge", "2026-05-30 sentence"], "2026-06-01",
        "The sentence has been passed. The case stopped being active on 30 May 2026.",
    ),
    "not guilty": (
        ["2026-03-01 charge", "2026-05-30 not_guilty_verdict"], "2026-06-01",
        "The verdict is not guilty. The case stopped being active on 30 May 2026.",
    ),
    "dropped": (
        ["2026-03-01 charge", "2026-05-30 discontinued"], "2026-06-01",
        "The case has been dropped. The case stopped being active on 30 May 2026.",
    ),
    "a warrant that lapsed": (
        ["2025-03-01 warrant"], "2026-06-01",
        "The warrant is a year old, and nobody has been arrested on it. The case stopped being active on 1 March 2026.",
    ),
    "an appeal": (
        ["2026-03-01 charge", "2026-05-30 sentence", "2026-05-31 appeal_lodged"], "2026-06-01",
        "An appeal has been lodged. The kit treats the case as over. The case stopped being active on 30 May 2026.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "moment", "words"), GOLDEN.values(), ids=GOLDEN)
def test_the_note_says_how_the_case_stands(lines, moment, words):
    """What happened last that matters, and since when or until when the case was active."""
    assert proceedings_at(events(*lines), moment, LAW)["proceedings_note"] == words


def test_every_event_of_the_law_has_its_sentence_here():
    """A new event is read by somebody before it ships."""
    said = {line.split()[1] for lines, _, _ in GOLDEN.values() for line in lines} | {"warrant_lapses"}
    assert said == set(LAW["clock"]["events"])


@pytest.mark.parametrize(
    "words", [words for _, _, words in GOLDEN.values() if words], ids=[name for name in GOLDEN if name != "nothing"]
)
def test_a_reader_of_twelve_can_read_it(words):
    """By two formulas."""
    assert textstat.flesch_kincaid_grade(words) <= GRADE
    assert textstat.automated_readability_index(words) <= GRADE
