"""Tests of the messages of a sitting: what each does, and how each is refused."""

import json
from datetime import datetime

import pytest

from kit.records import Records
from kit.sitting import Sitting
from tests.sitting.made import ABUSE, BEST, KEYS, LEAVE, NOON, PAPER, REMOVE, attempt, pack, sitting


@pytest.fixture
def seat(records: Records) -> Sitting:
    """A sitting whose trainee is registered."""
    made = sitting(records)
    assert made.handle({"seq": 1, "type": "register", "pseudonym": "Amber Heron"})["ok"]
    return made


def send(seat: Sitting, kind: str, **fields) -> dict:
    """The reply to one message."""
    return seat.handle({"seq": 5, "type": kind, **fields})


def item(reply: dict, number: int) -> dict:
    """One item of the state in a reply, by its number."""
    return reply["state"]["items"][number - 1]


def test_the_first_state_welcomes_and_shows_the_thread(records):
    """Nobody is asked for a name before they have seen what is coming."""
    state = sitting(records).state()
    assert (state["protocol"], state["phase"], state["session"], state["trainee"]) == (1, "welcome", None, None)
    assert state["page"] == {
        "name": "Made-up Police",
        "kind": "main",
        "platform": "facebook",
        "platform_name": "Facebook",
    }
    assert state["progress"] == {"decided": 0, "skipped": 0, "total": 4}
    assert [each["text"] for each in state["items"]][:2] == ["Good work.", "You lot are maggots."]
    assert "made up" in state["notice"]
    assert "skip" in state["content_notice"]
    assert state["summary"] is None


def test_the_grounds_offered_are_the_graded_clauses_after_no_ground(records):
    """A clause about hours decides nothing and is not offered."""
    assert [ground["id"] for ground in sitting(records).state()["grounds"]] == ["none", "C-FAIR", "C-ABUSE", "C-HELP"]


def test_no_state_gives_an_answer_away(seat):
    """Before a decision, neither ruling nor facts nor the flip leave the kernel."""
    text = json.dumps(seat.state())
    for secret in ("fair_criticism", "emergency_now", "over_moderation!", "near_miss", "not abusive"):
        assert secret not in text


def test_every_state_and_reply_is_json(seat):
    """Nothing but what a page can read."""
    reply = send(seat, "commit", item=KEYS[1], attempt=attempt(BEST[1]))
    assert json.loads(json.dumps(reply)) == reply


@pytest.mark.parametrize("pseudonym", ["Amber", " Amber  Heron ", "Zoë O'Neill-Wren", "x" * 60])
def test_a_chosen_name_is_taken(records, pseudonym):
    """Tidied of spaces, and nothing else."""
    reply = sitting(records).handle({"seq": 1, "type": "register", "pseudonym": pseudonym})
    assert reply["ok"]
    assert (reply["state"]["phase"], reply["state"]["trainee"]) == ("working", " ".join(pseudonym.split()))


def test_without_a_chosen_name_one_is_made_up(records):
    """Made up, and never the name of the account on the machine."""
    reply = sitting(records).handle({"seq": 1, "type": "register"})
    assert reply["state"]["trainee"] == "Patient Fieldfare 60"


@pytest.mark.parametrize(
    ("pseudonym", "says"),
    [
        ("", "Choose a made-up name"),
        ("  \t", "Choose a made-up name"),
        ("x" * 61, "shorter name"),
        ("a.heron@example.org", "would say who you are"),
        ("PC 24680", "would say who you are"),
        (7, "does not understand"),
    ],
)
def test_a_name_that_will_not_do_is_refused_in_a_sentence(records, pseudonym, says):
    """An empty or long name, and what would name a real person."""
    reply = sitting(records).handle({"seq": 1, "type": "register", "pseudonym": pseudonym})
    assert (reply["ok"], reply["error"]["code"], reply["state"]["phase"]) == (False, "bad_message", "welcome")
    assert says in reply["error"]["text"]


def test_a_commit_is_answered_with_its_feedback(seat):
    """The page stays where it is, so that the feedback can be read."""
    reply = send(
        seat, "commit", item=KEYS[1], attempt=attempt(LEAVE, grounds=["C-ABUSE"], log="Not sure", confidence="guess")
    )
    assert reply["ok"]
    assert (item(reply, 2)["status"], item(reply, 2)["draft"], reply["state"]["current"]) == ("decided", None, 1)
    feedback = item(reply, 2)["feedback"]
    assert feedback["headline"] == "Not right"
    assert feedback["direction"] == "under"
    assert feedback["verdict"]["verdict"] == "wrong"
    assert feedback["verdict"]["grounds_verdict"] == "right"
    assert reply["state"]["progress"]["decided"] == 1


def test_a_decision_counts_once(seat):
    """The second is refused, and the first stands."""
    send(seat, "commit", item=KEYS[1], attempt=attempt(LEAVE))
    reply = send(seat, "commit", item=KEYS[1], attempt=attempt(REMOVE))
    assert (reply["ok"], reply["error"]["code"]) == (False, "already_decided")
    assert item(reply, 2)["feedback"]["verdict"]["decision"] == LEAVE
    assert reply["state"]["progress"]["decided"] == 1


@pytest.mark.parametrize("kind", ["draft", "skip"])
def test_what_is_decided_can_be_neither_drafted_nor_skipped(seat, kind):
    """Commit is final."""
    send(seat, "commit", item=KEYS[0], attempt=attempt(LEAVE))
    assert send(seat, kind, item=KEYS[0], draft=attempt(LEAVE))["error"]["code"] == "already_decided"


def test_a_draft_is_kept_until_it_is_committed(seat):
    """It may lack fields, and the latest stands."""
    for text in ("a", "ab"):
        reply = send(seat, "draft", item=KEYS[0], draft={"decision": {"comment_action": "hide"}, "log": text})
    expected = {
        "decision": {"comment_action": "hide"},
        "grounds": [],
        "done": [],
        "log": "ab",
        "messages": {},
        "confidence": None,
    }
    assert item(reply, 1)["draft"] == expected
    assert item(send(seat, "commit", item=KEYS[0], attempt=attempt(LEAVE)), 1)["draft"] is None


def test_skipping_moves_on_and_can_be_taken_back(seat):
    """Round the thread, back to what was skipped, which can still be decided."""
    reply = send(seat, "skip", item=KEYS[0])
    assert (item(reply, 1)["status"], reply["state"]["current"]) == ("skipped", 1)
    assert reply["state"]["progress"] == {"decided": 0, "skipped": 1, "total": 4}
    for key in KEYS[1:]:
        reply = send(seat, "skip", item=key)
    assert reply["state"]["current"] == 0
    reply = send(seat, "commit", item=KEYS[0], attempt=attempt(LEAVE))
    assert reply["state"]["progress"] == {"decided": 1, "skipped": 3, "total": 4}


def test_going_turns_to_any_comment(seat):
    """Decided or not, forwards or back."""
    assert send(seat, "go", item=KEYS[3])["state"]["current"] == 3
    assert send(seat, "go", item=KEYS[0])["state"]["current"] == 0


def test_looking_closer_is_noted_once(seat, records):
    """The record says what was looked at before and after a decision."""
    for _ in range(2):
        reply = send(seat, "look", item=KEYS[0], what="history")
    assert item(reply, 1)["looked"] == ["history"]
    with records.reading() as log:
        assert [event.body for event in log.events(reply["state"]["session"]) if event.kind == "look"] == [
            {"what": "history"}
        ]


def test_a_verdict_can_be_disputed(seat, records):
    """The words are kept with the decision, apart from the chain."""
    assert send(seat, "dispute", item=KEYS[0], text="No")["error"]["text"].startswith("Decide this comment first")
    send(seat, "commit", item=KEYS[0], attempt=attempt(REMOVE))
    reply = send(seat, "dispute", item=KEYS[0], text=" He was joking. ")
    assert (reply["ok"], item(reply, 1)["disputed"]) == (True, True)
    with records.reading() as log:
        assert log.events(reply["state"]["session"])[-1].private == {"text": "He was joking."}


def test_finishing_shows_the_summary_and_ends_deciding(seat):
    """Looking back stays possible; deciding does not; finishing twice is finishing once."""
    send(seat, "commit", item=KEYS[0], attempt=attempt(LEAVE))
    for _ in range(2):
        reply = send(seat, "finish")
        assert (reply["ok"], reply["state"]["phase"]) == (True, "summary")
    assert reply["state"]["summary"]["right"] == 1
    assert send(seat, "commit", item=KEYS[1], attempt=attempt(LEAVE))["error"]["code"] == "stale"
    assert send(seat, "go", item=KEYS[0])["ok"]
    assert send(seat, "dispute", item=KEYS[0], text="Hm")["ok"]


def test_half_characters_and_control_characters_are_tidied_away(seat):
    """Half an emoji, cut by a page, must not stop the record."""
    reply = send(seat, "draft", item=KEYS[0], draft={"log": "a\ud83d\x00\x07b\r\nc\t"})
    assert item(reply, 1)["draft"]["log"] == "a?b\nc\t"


def test_a_pack_that_has_changed_since_is_told_and_does_not_judge(records):
    """The paper's own words and rulings hold."""
    assert sitting(records, pack=pack()).state()["pack"]["changed"] is None
    later = sitting(records, pack=pack(hash="b" * 64))
    assert "policy has changed" in later.state()["pack"]["changed"]
    later.handle({"seq": 1, "type": "register"})
    reply = later.handle({"seq": 2, "type": "commit", "item": KEYS[1], "attempt": attempt(REMOVE)})
    assert item(reply, 2)["feedback"]["verdict"]["verdict"] == "right"
    assert ABUSE["best"] == REMOVE


@pytest.mark.parametrize(
    ("today", "says"),
    [
        ("2023-05-31", "new"),
        ("2023-06-01", "1 month old"),
        ("2024-04-30", "11 months old"),
        ("2024-05-01", "1 year old"),
        ("2026-11-21", "3 years old"),
    ],
)
def test_the_age_of_a_document_is_said_in_words(records, today, says):
    """From its own date to the day of the sitting."""
    made = sitting(records, now=lambda: datetime.fromisoformat(f"{today}T12:00"))
    assert made.state()["pack"]["documents"][0]["age_words"] == says


def test_the_record_says_that_it_was_practice(seat, records):
    """The kernel is the trainee's own, so that nobody takes these marks for a test."""
    with records.reading() as log:
        opened = next(event for event in log.events() if event.kind == "open")
    assert opened.body["mode"] == "practice"
    assert opened.body["paper"] == PAPER.id
    assert opened.at == NOON.isoformat(timespec="seconds")
