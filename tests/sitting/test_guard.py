"""Tests of the guard over messages: no gap left open, nobody named. The page's guard is held to the same table."""

import json

import pytest

from kit.policy import load
from kit.records import Records
from kit.sitting import guard
from tests.sitting.made import KEYS, LEAVE, REMOVE, attempt, pack, paper, sitting
from tests.system import ROOT

TABLE = json.loads((ROOT / "tests/data/guard.json").read_text("utf-8"))
DRAFTS = load("leicestershire").reference["drafts"]


@pytest.mark.parametrize("row", TABLE["rows"], ids=lambda row: row["text"][:30] or "nothing")
def test_a_message_is_held_to_the_table(row):
    """In public nobody may be named; in private the author whom it goes to may."""
    for kind, mine in (("public", []), ("private", TABLE["mine"])):
        found = guard.fault(row["text"], TABLE["about"], mine)
        assert found == (tuple(row[kind]) if row[kind] else None), kind


def test_the_names_of_a_thread_are_those_of_authors_and_capitalised_pairs_but_the_pages_own():
    """Whole names and their parts; a place or person the comments name; never what the post itself says."""
    found = guard.names_in(
        ["Tanya Stackpoole", "x"], ["It was Nadia Birklow's house in Mere Lane"], "Police at work in Mere Lane"
    )
    assert found == ["Tanya Stackpoole", "Tanya", "Stackpoole", "x", "Nadia Birklow"]


def test_every_template_has_its_gaps_filled_before_it_can_be_sent_or_has_none():
    """What ships as a start names nobody, and its gaps are found."""
    about = {"names": [], "everyday": [], "numbers": ["999", "101"]}
    for template in DRAFTS["templates"]:
        filled = guard.GAP.sub("something", template["text"])
        assert guard.fault(filled, about) is None, template["id"]
        assert (guard.fault(template["text"], about) is None) == (filled == template["text"])


@pytest.fixture
def seat(records: Records):
    """A sitting at a paper whose pack has drafts."""
    reference = {**pack().reference, "drafts": DRAFTS, "lines": load("leicestershire").reference["lines"]}
    made = sitting(records, paper=paper(of=pack(reference=reference)))
    made.handle({"seq": 1, "type": "register", "pseudonym": "Amber Heron"})
    return made


WARN = {**REMOVE, "account_action": "warn"}


def commit(seat, decision, **messages):
    """The reply to a commit of the second comment with messages."""
    return seat.handle({"seq": 2, "type": "commit", "item": KEYS[1], "attempt": attempt(decision, messages=messages)})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("On [date] you wrote", "still has a gap: [date]"),
        ("Like Author 1 you wrote", "names someone or gives details: Author 1"),
    ],
)
def test_a_commit_with_a_message_that_cannot_be_sent_is_refused_and_nothing_is_lost(seat, text, says):
    """One sentence with the words that are wrong; the decision can be committed once they are mended."""
    reply = commit(seat, WARN, private=text)
    assert (reply["ok"], reply["error"]["code"]) == (False, "message")
    assert says in reply["error"]["text"]
    assert reply["state"]["progress"]["decided"] == 0
    assert commit(seat, WARN, private="You wrote something we could not leave up.")["ok"]


def test_only_a_message_that_goes_with_the_decision_is_kept_and_its_words_stay_out_of_the_chain(seat, records):
    """A warning that was begun and then not chosen is neither guarded nor kept; words are private texts."""
    assert commit(seat, WARN, private="Please stop, Author 2.", public="[link]")["ok"]
    with records.reading() as log:
        event = next(event for event in log.events() if event.kind == "commit")
    assert event.body["attempt"]["messages"] == ["private"]
    assert event.private == {"private": "Please stop, Author 2."}
    assert "Please" not in json.dumps(event.body)


def test_a_message_need_not_be_written(seat):
    """Choosing to warn is enough; writing is practice."""
    assert commit(seat, WARN)["ok"]
    assert seat.handle({"seq": 3, "type": "commit", "item": KEYS[0], "attempt": attempt(LEAVE)})["ok"]
