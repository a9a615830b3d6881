"""Tests of papers: stored whole, named by what they hold."""

import json
from pathlib import Path

import pytest

from kit.errors import BadInput
from kit.items import Paper
from tests.sitting import made


def test_a_paper_comes_back_the_same():
    """Reading what was written gives the same paper and the same id."""
    again = Paper.from_json(made.PAPER.to_json())
    assert again == made.PAPER
    assert again.id == made.PAPER.id


def test_a_paper_stored_long_ago_still_reads_and_has_its_id():
    """If this fails, papers in people's records no longer verify: raise PAPER_FORMAT, leave the stored one alone."""
    stored = Path(__file__).with_name("stored-paper.json").read_text(encoding="utf-8").strip()
    assert Paper.from_json(stored).to_json() == stored
    assert Paper.from_json(stored).id == "628857c64708547c5c27d12888d2791009a95b286d177a7cb4a7a214c3ce6daf"


def test_everything_shown_is_in_the_paper():
    """Words, facts, context, rulings, clauses, buttons and rubric are all kept, so that no pack is needed later."""
    data = json.loads(made.PAPER.to_json())
    first = data["entries"][0]
    assert first["case"]["comment"] == "Good work."
    assert first["case"]["facts"] == {"fair_criticism": True}
    assert first["ruling"]["best"] == made.LEAVE
    assert data["pack"]["clauses"]["C-ABUSE"]["words"] == "Abuse may go."
    assert data["pack"]["rubric"]["pass_percent"] == 80
    assert {choice["value"] for choice in data["pack"]["choices"]["comment_action"]} == {"leave", "hide", "remove"}
    assert data["origin"]["seed"] == 1


def test_the_same_question_twice_in_a_thread_can_be_told_apart():
    """Two people may say the same in the same minute: one item, two places in the paper."""
    entry = made.PAPER.entries[0]
    thread = made.thread(made.COMMENTS[:1])
    thread["comments"].append({**thread["comments"][0], "id": "c9", "author": "Someone else"})
    twice = made.paper_from_thread(thread, made.pack(), rule=lambda _pack, _case: made.FAIR)
    assert [each.item.id for each in twice.entries] == [entry.item.id] * 2
    assert [each.key for each in twice.entries] == [entry.item.id, f"{entry.item.id}.2"]


def test_a_reply_names_the_number_of_the_comment_it_answers():
    """Numbers are places in the thread, from 1."""
    assert [entry.shown["in_reply_to"] for entry in made.PAPER.entries] == [None, None, 2, None]


def test_gravity_is_that_of_the_gravest_fact():
    """A fact that is not on the pack's scale weighs nothing."""
    assert [entry.gravity for entry in made.PAPER.entries] == [0, 2, 4, 0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not a stored paper"),
        ("[]", "not a stored paper"),
        ('{"format": 99}', "format 99 .* format 1; install a newer one"),
        ('{"format": 1}', "lacks 'entries'"),
    ],
    ids=["broken", "another thing", "a newer format", "cut short"],
)
def test_a_paper_that_cannot_be_read_says_why(text, says):
    """One clear sentence, with what to do."""
    with pytest.raises(BadInput, match=says):
        Paper.from_json(text)
