"""Tests of the inbox: how comments stand, what was known, and how the three modes go."""

import json

import pytest

from kit.errors import BadInput
from kit.items import paper_from_thread
from kit.policy import load
from kit.sitting.elsewhere import elsewhere
from tests.sitting.made import BEST, COMMENTS, KEYS, LEAVE, REMOVE, attempt, pack, paper, sitting
from tests.sitting.test_feedback import cases

NAME = "Amber Heron"


def begun(records, **more):
    """A sitting whose trainee is registered."""
    made = sitting(records, **more)
    made.handle({"seq": 1, "type": "register", "pseudonym": NAME})
    return made


def send(seat, kind, **fields):
    """The reply to one message."""
    return seat.handle({"seq": 5, "type": kind, **fields})


def standing(reply):
    """How every comment stands."""
    return ["".join(name[0] for name in ("opened", "resolved") if item[name]) for item in reply["state"]["items"]]


def test_a_comment_is_opened_once_turned_to_and_resolved_once_decided_and_left(records):
    """Unread, opened, actioned, resolved: and after a crash the same."""
    seat = begun(records)
    assert standing(send(seat, "refresh")) == ["", "", "", ""]
    assert standing(send(seat, "go", item=KEYS[0])) == ["o", "", "", ""]
    assert standing(send(seat, "commit", item=KEYS[0], attempt=attempt(LEAVE))) == ["o", "", "", ""]
    assert standing(send(seat, "go", item=KEYS[1])) == ["or", "o", "", ""]
    assert standing({"state": sitting(records).state()}) == ["or", "o", "", ""]


def test_a_decision_keeps_what_was_looked_at_before_it_and_the_feedback_says_so(records):
    """What was known when it was decided; looking later does not change it."""
    seat = begun(records)
    send(seat, "look", item=KEYS[0], what="history")
    send(seat, "commit", item=KEYS[0], attempt=attempt(LEAVE))
    reply = send(seat, "look", item=KEYS[0], what="page")
    assert reply["state"]["items"][0]["feedback"]["known"] == (
        "Before you decided, you looked at the author's history. "
        "You did not look at the page at that moment or the court case and election period."
    )
    with records.reading() as log:
        assert next(event for event in log.events() if event.kind == "commit").body["known"] == ["history"]


def test_another_window_is_caught_up_with_by_asking(records):
    """A page left open shows what was decided elsewhere as soon as it is looked at again."""
    seat = begun(records)
    other = sitting(records)
    send(other, "commit", item=KEYS[0], attempt=attempt(LEAVE))
    before = seat.state()
    after = send(seat, "refresh")["state"]
    assert (before["progress"]["decided"], after["progress"]["decided"]) == (0, 1)
    assert after["step"] > before["step"]


def test_a_self_assessment_says_nothing_before_its_end_and_everything_after(records):
    """Neither verdict, nor clause, nor the other policies."""
    seat = begun(records, mode="self_assessment")
    reply = send(seat, "commit", item=KEYS[1], attempt=attempt(LEAVE))
    assert (reply["state"]["items"][1]["status"], reply["state"]["items"][1]["feedback"]) == ("decided", None)
    for secret in ("verdict", "under_moderation", "That is how it is"):
        assert secret not in json.dumps(reply)
    assert send(seat, "dispute", item=KEYS[1], text="No")["error"]["text"].startswith("Feedback comes at the end")
    assert send(seat, "look", item=KEYS[1], what="elsewhere")["error"]["code"] == "bad_message"
    state = send(seat, "finish")["state"]
    assert state["items"][1]["feedback"]["headline"] == "Not right"
    assert state["summary"]["wrong"] == 1
    assert send(seat, "dispute", item=KEYS[1], text="No")["ok"]


def test_a_worked_example_is_read_and_never_decided(records):
    """It shows how each comment is decided when asked, earns nothing, and goes on where reading stopped."""
    seat = begun(records, mode="worked")
    assert all(item["feedback"] is None for item in seat.state()["items"])
    refused = send(seat, "commit", item=KEYS[1], attempt=attempt(REMOVE))
    assert "nothing to decide" in refused["error"]["text"]
    item = send(seat, "look", item=KEYS[1], what="worked")["state"]["items"][1]
    assert (item["status"], item["feedback"]["headline"]) == ("decided", "How it is decided")
    assert [row["chosen"] for row in item["feedback"]["fields"]] == list(BEST[1].values())
    assert item["feedback"]["known"] is None
    assert sitting(records, mode="worked").state()["progress"]["decided"] == 1
    assert send(seat, "finish")["state"]["summary"]["decided"] == 0


def test_the_key_cannot_be_had_by_asking_for_a_worked_example_in_practice(records):
    """Only a session opened as one shows it."""
    seat = begun(records)
    assert send(seat, "look", item=KEYS[0], what="worked")["error"]["code"] == "bad_message"


def test_modes_do_not_mix(records):
    """The same paper in another mode is another session; the record says which."""
    practice = begun(records)
    send(practice, "commit", item=KEYS[0], attempt=attempt(LEAVE))
    tested = begun(records, mode="self_assessment")
    assert tested.state()["progress"]["decided"] == 0
    with records.reading() as log:
        assert [session.mode for session in log.sessions()] == ["practice", "self_assessment"]
    with pytest.raises(BadInput, match="did you mean 'practice'"):
        sitting(records, mode="practise")


def test_good_practice_that_no_document_asks_for_comes_apart_from_what_is_owed(records):
    """By what was decided, and by what the comment holds that is hard to read."""
    rows = load("leicestershire").reference["practice"]
    comments = (*COMMENTS[:2], ("I cannot go on.", {"welfare_concern": True}, COMMENTS[2][2]))
    of = paper(comments, pack(reference={**pack().reference, "practice": rows}))
    seat = begun(records, paper=of)
    for entry in of.entries:
        state = send(seat, "commit", item=entry.key, attempt=attempt(entry.ruling["best"]))["state"]
    told = [[row["words"].split()[0] for row in item["feedback"]["practice"]] for item in state["items"]]
    assert told == [[], ["Save"], ["This"]]


# The same comment under other policies


def rows_of(case, **changes):
    """What the other packs say of a worked case, by title."""
    moved = {**case, **changes}
    best = {
        "comment_action": "leave",
        "account_action": "none",
        "report": "none",
        "respond": "none",
        "escalate": "none",
    }
    return {row["title"]: row for row in elsewhere(moved, "leicestershire", best)}


def test_the_same_comment_is_ruled_by_every_other_policy_with_its_clauses():
    """Each with its acts in a sentence, why, and whether it is the same answer."""
    found = rows_of(cases()["LE-017"])
    assert len(found) == 2
    for row in found.values():
        assert row["acts"].endswith(".")
        assert row["why"]
        assert row["clauses"]
        assert isinstance(row["same"], bool)


def test_a_policy_is_not_asked_about_a_page_its_owner_does_not_have():
    """Neither a platform it is not on, nor a kind of page it does not run."""
    groups = rows_of(cases()["LE-017"], platform="whatsapp", account_kind="community_group")
    assert {row["same"] for row in groups.values()} == {None}
    assert all("WhatsApp" in row["notes"][0] for row in groups.values())
    assert {row["acts"] for row in groups.values()} == {""}


def test_what_a_policy_has_no_word_for_is_said():
    """A fact that no rule of it names: silence is not permission."""
    found = rows_of(cases()["LE-017"], facts={"abusive": True, "abuses_office_holder": True, "honest_opinion": True})
    notes = [note for row in found.values() for note in row["notes"]]
    assert any("do not speak of this: it abuses someone for the public office" in note for note in notes)
    assert any("do not speak of this: it is plainly the author" in note for note in notes)


def test_other_policies_are_shown_with_the_feedback_and_only_when_asked(records):
    """On a real pack, through the sitting."""
    case = cases()["LE-017"]
    thread = {
        "id": "t", "platform": case["platform"], "account_kind": case["account_kind"], "context": case["context"],
        "post": {"author": "Police", "text": "A post", "when": case["context"]["when"]},
        "comments": [{"id": "c", "author": "A reader", "text": case["comment"], "when": case["context"]["when"],
                      "in_reply_to": None, "facts": case["facts"], "author_history": {}, "context": {}}],
    }  # fmt: skip
    real = paper_from_thread(thread, load("leicestershire"), cases=[case])
    seat = begun(records, paper=real)
    (key,) = [entry.key for entry in real.entries]
    assert send(seat, "look", item=key, what="elsewhere")["error"]["code"] == "bad_message"
    item = send(seat, "commit", item=key, attempt=attempt(LEAVE))["state"]["items"][0]
    assert item["feedback"]["elsewhere"] is None
    item = send(seat, "look", item=key, what="elsewhere")["state"]["items"][0]
    assert len(item["feedback"]["elsewhere"]) == 2
