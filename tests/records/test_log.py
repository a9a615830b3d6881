"""Tests of the log: what is appended stays, in order, and in one piece."""

import pytest
import sqlalchemy as sa

from kit.errors import StorageError
from kit.records import Records
from kit.records.chain import GENESIS, commitment, event_hash
from tests.sitting import made


def test_an_empty_record_starts_at_the_beginning(records):
    """No events, no papers, and a head of zeros."""
    with records.reading() as log:
        assert log.head() == (0, GENESIS)
        assert log.events() == []


def test_every_event_follows_the_one_before(records):
    """Number, previous hash and hash make a chain."""
    with records.writing() as log:
        made_ = [log.append("go", at="2026-11-21T12:00:00", session="s", item=f"i{number}") for number in range(3)]
    assert [event.seq for event in made_] == [1, 2, 3]
    assert [event.previous for event in made_] == [GENESIS, made_[0].hash, made_[1].hash]
    with records.reading() as log:
        assert log.events() == made_
        assert log.head() == (3, made_[2].hash)
        assert log.events("s", after=2) == made_[2:]
        assert log.events("another") == []


def test_the_hash_covers_all_that_an_event_says():
    """Changing any part changes the hash."""
    event = {"seq": 1, "kind": "go", "session": "s", "item": "i", "at": "noon", "body": {"a": 1}}
    hashes = {event_hash(GENESIS, event), event_hash("f" * 64, event)}
    hashes |= {event_hash(GENESIS, {**event, name: "other"}) for name in event}
    assert len(hashes) == len(event) + 2


def test_free_text_enters_the_chain_as_a_salted_commitment_only(records):
    """The same words twice give two commitments, and the words stand nowhere in the events."""
    with records.writing() as log:
        for item in ("i1", "i2"):
            log.append("commit", at="", session="s", item=item, private_texts={"log": "He lives next door."})
    with records.reading() as log:
        first, second = log.events()
        assert first.private == {"log": "He lives next door."}
        assert first.body["log"] != second.body["log"]
        stored = log.connection.execute(sa.text("SELECT body FROM events")).scalars().all()
    assert not any("next door" in body for body in stored)


def test_a_commitment_depends_on_salt_and_text():
    """Knowing the text is not enough to recognise it without its salt."""
    assert len({commitment("00", "a"), commitment("01", "a"), commitment("00", "b")}) == 3


@pytest.mark.parametrize("table", ["events", "papers", "sessions"])
@pytest.mark.parametrize("act", ["UPDATE {} SET {} = 'x'", "DELETE FROM {}"], ids=["update", "delete"])
def test_what_is_written_can_be_neither_changed_nor_taken_away(records, table, act):
    """The database itself refuses, whoever asks."""
    with records.writing() as log:
        paper = log.keep_paper(made.PAPER)
        log.open_session(log.register("Amber", at=""), paper, at="", body={})
    column = {"events": "kind", "papers": "body", "sessions": "trainee"}[table]
    with pytest.raises(StorageError, match=f"append-only: {table}"), records.writing() as log:
        log.connection.execute(sa.text(act.format(table, column)))


@pytest.mark.parametrize("kind", ["commit", "finish"])
def test_a_decision_and_an_ending_count_once(records, kind):
    """Even where two programs both believe they are the first, the record takes one."""
    with records.writing() as log:
        log.append(kind, at="", session="s", item="i")
        log.append(kind, at="", session="another", item="i")
    with pytest.raises(StorageError, match="is there already"), records.writing() as log:
        log.append(kind, at="", session="s", item="i")
    with records.reading() as log:
        assert log.head()[0] == 2


def test_nothing_of_a_failed_step_stays(records):
    """What was appended before an error in the same step is gone with it."""

    def fail():
        with records.writing() as log:
            log.append("go", at="", session="s", item="i", private_texts={"x": "y"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with records.reading() as log:
        assert log.events() == []
        assert log.connection.execute(sa.text("SELECT count(*) FROM private")).scalar() == 0


def test_a_paper_is_stored_once_and_whole(records):
    """Keeping it again changes nothing, and it comes back equal."""
    with records.writing() as log:
        assert log.keep_paper(made.PAPER) == log.keep_paper(made.PAPER) == made.PAPER.id
    with records.reading() as log:
        assert log.papers() == [made.PAPER.id]
        assert log.paper(made.PAPER.id) == made.PAPER
        with pytest.raises(StorageError, match="holds no paper"):
            log.paper("f" * 64)


def test_a_trainee_is_registered_once_under_a_random_id(records):
    """The same pseudonym, however spelt in capitals and spaces, is the same trainee."""
    with records.writing() as log:
        first = log.register("Amber Heron", at="")
        assert log.register("  amber  HERON ", at="") == first
        other = log.register("Calm Otter", at="")
    assert first != other
    assert "amber" not in first.lower()
    with records.reading() as log:
        assert log.trainees() == {first: "Amber Heron", other: "Calm Otter"}


def test_an_unfinished_session_is_gone_on_with_and_a_finished_one_is_not(records):
    """One open session for a trainee and a paper; after its end, a new one."""
    with records.writing() as log:
        paper, trainee = log.keep_paper(made.PAPER), log.register("Amber", at="")
        first = log.open_session(trainee, paper, at="", body={"mode": "practice"})
        assert log.open_session(trainee, paper, at="", body={}) == first
        log.append("finish", at="", session=first.id)
        second = log.open_session(trainee, paper, at="", body={})
        assert second.id != first.id
        assert [one.finished for one in log.sessions(trainee=trainee, paper=paper)] == [True, False]
        assert log.sessions(trainee="nobody") == []


def test_a_draft_is_replaced_and_taken_away(records):
    """Only the latest is kept, and it is no part of the chain."""
    with records.writing() as log:
        paper = log.keep_paper(made.PAPER)
        session = log.open_session(log.register("Amber", at=""), paper, at="", body={}).id
        before = log.head()
        log.keep_draft(session, "i", {"a": 1})
        log.keep_draft(session, "i", {"a": 2})
        assert log.drafts(session) == {"i": {"a": 2}}
        log.keep_draft(session, "i", None)
        assert log.drafts(session) == {}
        assert log.head() == before


def test_a_record_closed_and_opened_again_is_the_same(place):
    """What was written is on disk, with full synchronisation and a write-ahead log."""
    with Records(place) as first, first.writing() as log:
        event = log.append("go", at="", session="s", item="i")
    with Records(place) as again, again.reading() as log:
        assert log.events() == [event]
        pragmas = [
            log.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "journal_mode", "foreign_keys")
        ]
        assert pragmas == [2, "wal", 1]
