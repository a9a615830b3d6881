"""Tests of verifying and erasing: whatever is changed behind the log's back is found, and erasing is no such change."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.records import Records, verify
from tests.sitting import made


@pytest.fixture
def full(place: str) -> Iterator[Records]:
    """A record with two trainees, a paper, decisions, free texts and drafts."""
    with Records(place) as records:
        with records.writing() as log:
            paper = log.keep_paper(made.PAPER)
            for name in ("Amber", "Calm"):
                session = log.open_session(log.register(name, at=""), paper, at="", body={}).id
                texts = {"log": f"{name} says"}
                log.append("commit", at="", session=session, item="i1", body={"n": 1}, private_texts=texts)
                log.append("dispute", at="", session=session, item="i1", private_texts={"text": "No."})
                log.keep_draft(session, "i2", {"log": "half a thought"})
        yield records


def tamper(records: Records, *statements: str) -> None:
    """Do to the file what somebody with another program could do to it."""
    with contextlib.closing(sqlite3.connect(records.place, isolation_level=None)) as other:
        guards = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
        for kind, name in other.execute(guards).fetchall():
            other.execute(f"DROP {kind} {name}")
        for statement in statements:
            other.execute(statement)


def test_a_record_as_it_was_written_is_sound(full):
    """Nothing is amiss, and the counts are right."""
    found = verify(full)
    assert found.ok
    assert (found.events, found.papers, found.erased) == (8, 1, 0)


TAMPERING = {
    "a changed decision": ("UPDATE events SET body = replace(body, '1', '2') WHERE seq = 3", "event 3: it was changed"),
    "a changed hour": ("UPDATE events SET at = 'x' WHERE seq = 2", "event 2: it was changed"),
    "an event moved": ("UPDATE events SET session = 's0' WHERE seq = 4", "event 4: it was changed"),
    "an event taken out": ("DELETE FROM events WHERE seq = 3", "event 4: event 3 is missing"),
    "a body that is no JSON": ("UPDATE events SET body = '{' WHERE seq = 8", "event 8: it was changed"),
    "a changed text": ("UPDATE private SET text = 'x' WHERE seq = 3", "event 3: the text of 'log' was changed"),
    "a text taken away": ("DELETE FROM private WHERE seq = 4", "event 4: the text of 'text' is missing"),
    "a text added": ("INSERT INTO private VALUES (2, 'log', '00', 'x')", "event 2: a text 'log' was added"),
    "a changed paper": ("UPDATE papers SET body = replace(body, 'Good', 'Bad')", "its text does not match its hash"),
    "a paper taken away": ("DELETE FROM papers", "is not in the record"),
    "a session given to another": ("UPDATE sessions SET trainee = 't0' WHERE opened = 2", "does not match the event"),
    "a session made up": (
        "INSERT INTO sessions SELECT 's9', trainee, paper, opened FROM sessions LIMIT 1",
        "session s9",
    ),
}


@pytest.mark.parametrize(("change", "says"), TAMPERING.values(), ids=TAMPERING)
def test_whatever_is_changed_by_hand_is_found(full, change, says):
    """The fault is named by event, paper or session."""
    tamper(full, change)
    found = verify(full)
    assert any(says in fault for fault in found.faults), found.faults


def test_a_record_cut_short_is_found_by_a_head_kept_elsewhere(full):
    """The chain alone cannot know that its end is gone; a head from a backup or a certificate does."""
    head = verify(full).head
    assert verify(full, heads=[head]).ok
    tamper(full, "DELETE FROM events WHERE seq = 8", "DELETE FROM private WHERE seq = 8")
    assert verify(full).ok
    assert "cut short or replaced" in verify(full, heads=[head]).faults[0]


def test_erasing_takes_every_text_of_one_trainee_and_the_chain_still_verifies(full):
    """Pseudonym, log entries, disputes and drafts of one are gone; the other's stand; decisions stay."""
    with full.reading() as log:
        amber, calm = log.trainees()
    assert full.erase(amber, at="2026-11-21T12:00:00", why="asked") == 3
    found = verify(full)
    assert found.ok, found.faults
    assert found.erased == 3
    with full.reading() as log:
        assert [*log.trainees()] == [calm]
        (session,) = log.sessions(trainee=amber)
        assert [event.private for event in log.events(session.id)] == [{}, {}, {}]
        assert [event.body.get("n") for event in log.events(session.id)] == [None, 1, None]
        assert log.drafts(session.id) == {}
        assert log.drafts(log.sessions(trainee=calm)[0].id) == {"i2": {"log": "half a thought"}}


def test_erased_words_are_in_no_file_any_more(place):
    """Neither the record nor its write-ahead file holds a trace of them."""
    words = "unmistakable wording"
    with Records(place) as records:
        with records.writing() as log:
            trainee = log.register(words, at="")
        records.erase(trainee, at="", why="asked")
        assert verify(records).ok
        for file in Path(place).parent.iterdir():
            assert words.encode() not in file.read_bytes(), file
