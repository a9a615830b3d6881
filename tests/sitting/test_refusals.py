"""Tests of bad messages: each is refused in one sentence, and nothing changes."""

import pytest

from kit.records import Records
from kit.sitting import Sitting
from tests.sitting.made import KEYS, LEAVE, attempt, sitting


@pytest.fixture
def seat(records: Records) -> Sitting:
    """A sitting whose trainee is registered."""
    made = sitting(records)
    assert made.handle({"seq": 1, "type": "register", "pseudonym": "Amber Heron"})["ok"]
    return made


def send(seat: Sitting, kind: str, **fields) -> dict:
    """The reply to one message."""
    return seat.handle({"seq": 5, "type": kind, **fields})


BAD = {
    "no mapping": (["commit"], "bad_message"),
    "nothing": (None, "bad_message"),
    "no number": ({"type": "finish"}, "bad_message"),
    "a number that is a truth": ({"seq": True, "type": "finish"}, "bad_message"),
    "an unknown type": ({"seq": 1, "type": "explode"}, "bad_message"),
    "a private name for a type": ({"seq": 1, "type": "_take"}, "bad_message"),
    "a list for a type": ({"seq": 1, "type": ["commit"]}, "bad_message"),
    "no item": ({"seq": 1, "type": "go"}, "unknown_item"),
    "an unknown item": ({"seq": 1, "type": "skip", "item": "i0"}, "unknown_item"),
    "a list for an item": ({"seq": 1, "type": "go", "item": [KEYS[0]]}, "unknown_item"),
    "no attempt": ({"seq": 1, "type": "commit", "item": KEYS[0]}, "bad_message"),
    "an empty decision": ({"seq": 1, "type": "commit", "item": KEYS[0], "attempt": {"decision": {}}}, "incomplete"),
    "a field left open": (
        {"seq": 1, "type": "commit", "item": KEYS[0], "attempt": attempt({**LEAVE, "comment_action": None})},
        "incomplete",
    ),
    "an unknown value": (
        {"seq": 1, "type": "commit", "item": KEYS[0], "attempt": attempt({**LEAVE, "report": "fbi"})},
        "bad_message",
    ),
    "a list for a value": (
        {"seq": 1, "type": "commit", "item": KEYS[0], "attempt": attempt({**LEAVE, "report": []})},
        "bad_message",
    ),
    "an unknown field": (
        {"seq": 1, "type": "draft", "item": KEYS[0], "draft": {"decision": {"like": "yes"}}},
        "bad_message",
    ),
    "an unknown ground": ({"seq": 1, "type": "draft", "item": KEYS[0], "draft": {"grounds": ["C-0"]}}, "bad_message"),
    "an unknown duty": ({"seq": 1, "type": "draft", "item": KEYS[0], "draft": {"done": ["dance"]}}, "bad_message"),
    "an unknown confidence": (
        {"seq": 1, "type": "draft", "item": KEYS[0], "draft": {"confidence": 110}},
        "bad_message",
    ),
    "a log that is no text": ({"seq": 1, "type": "draft", "item": KEYS[0], "draft": {"log": 7}}, "bad_message"),
    "a log without end": ({"seq": 1, "type": "draft", "item": KEYS[0], "draft": {"log": "x" * 5000}}, "bad_message"),
    "a look at nothing": ({"seq": 1, "type": "look", "item": KEYS[0], "what": ""}, "bad_message"),
    "a look with markup": ({"seq": 1, "type": "look", "item": KEYS[0], "what": "<b>"}, "bad_message"),
    "an earlier session": ({"seq": 1, "type": "finish", "session": "s0"}, "stale"),
}


@pytest.mark.parametrize(("message", "code"), BAD.values(), ids=BAD)
def test_a_bad_message_is_refused_in_one_sentence_and_changes_nothing(seat, records, message, code):
    """The code is for the page, the text for the trainee; state and record stay as they were."""
    before, head = seat.state(), _head(records)
    reply = seat.handle(message)
    assert (reply["ok"], reply["error"]["code"]) == (False, code)
    assert reply["error"]["text"].endswith(".")
    assert reply["state"] == before
    assert _head(records) == head


def test_an_incomplete_decision_names_what_is_missing(seat):
    """In the words of the page."""
    reply = send(seat, "commit", item=KEYS[0], attempt=attempt({"comment_action": "leave", "report": "none"}))
    assert reply["error"]["text"] == "Your decision is not complete. Choose an answer for: Author, Answer, Pass on."


@pytest.mark.parametrize("kind", ["draft", "commit", "skip", "go", "look", "dispute", "finish"])
def test_nothing_can_be_done_before_registering(records, kind):
    """Every act is refused with the same sentence."""
    reply = sitting(records).handle({"seq": 1, "type": kind, "item": KEYS[0]})
    assert reply["error"] == {"code": "not_registered", "text": "Choose a name for the record first, then start."}


def _head(records):
    with records.reading() as log:
        return log.head()
