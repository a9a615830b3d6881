"""Read and append to the record. Every change happens in one transaction, or not at all."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kit.errors import StorageError
from kit.items import Paper, canonical
from kit.records import engine as store
from kit.records.chain import COMMITTED, GENESIS, Event, commitment, event_hash
from kit.records.schema import FINISH, drafts, events, papers, private, sessions

SALT_BYTES = 32
PSEUDONYM = "pseudonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sitting of a paper by one trainee."""

    id: str
    trainee: str
    paper: str
    finished: bool


class Records:
    """A record at a path or database URL.

    Raises StorageError, NewerRecordError or DamagedRecordError, each with what to do, and then
    leaves the place as it was. Use it as a context manager, or ``close()`` it.
    """

    def __init__(self, place: str) -> None:
        self.place = str(place)
        self._engine = store.connect(self.place)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Reading]:
        """Give one consistent view of the record."""
        with store.transaction(self._engine, self.place, write=False) as connection:
            yield Reading(connection)

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writing]:
        """Hold the write lock: what is read in here stays true until it is committed.

        On leaving, everything appended is on disk; on an error, nothing is.
        """
        try:
            with store.transaction(self._engine, self.place, write=True) as connection:
                yield Writing(connection)
        except sa.exc.IntegrityError as error:
            msg = f"The record {self.place} refused a line that is there already or may not be changed ({error.orig})."
            raise StorageError(msg) from error

    def erase(self, trainee: str, *, at: str, why: str) -> int:
        """Erase a trainee's pseudonym and free texts for good; return how many texts went.

        Decisions and marks stay, under the random id alone, and the chain still verifies.
        """
        with self.writing() as log:
            count = log.erase(trainee, at=at, why=why)
        store.checkpoint(self._engine, self.place)
        return count

    def close(self) -> None:
        """Let go of the file or the database."""
        self._engine.dispose()

    def __enter__(self) -> Records:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Reading:
    """What can be asked of a record inside one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def head(self) -> tuple[int, str]:
        """Return number and hash of the last event; (0, zeros) for an empty record."""
        latest = sa.select(events.c.seq, events.c.hash).order_by(events.c.seq.desc()).limit(1)
        row = self.connection.execute(latest).first()
        return (row.seq, row.hash) if row else (0, GENESIS)

    def events(self, session: str | None = None, after: int = 0) -> list[Event]:
        """Return the events of a session, or all of them, after a number, in order."""
        wanted = sa.select(events).where(events.c.seq > after).order_by(events.c.seq)
        if session is not None:
            wanted = wanted.where(events.c.session == session)
        rows = self.connection.execute(wanted).all()
        if not rows:
            return []
        kept = self._private(session, after)
        return [_event(row, kept.get(row.seq, {})) for row in rows]

    def paper(self, paper_id: str) -> Paper:
        """Return a stored paper. Raises StorageError if the record does not hold it."""
        body = self.connection.scalar(sa.select(papers.c.body).where(papers.c.hash == paper_id))
        if body is None:
            msg = f"The record holds no paper {paper_id}; name one that `kit records list` shows."
            raise StorageError(msg)
        return Paper.from_json(body)

    def papers(self) -> list[str]:
        """Return the ids of the stored papers."""
        return list(self.connection.scalars(sa.select(papers.c.hash).order_by(papers.c.hash)))

    def trainees(self) -> dict[str, str]:
        """Return pseudonym by trainee id, in the order of registering, erased ones left out."""
        wanted = (
            sa.select(events.c.body, private.c.text)
            .join(private, private.c.seq == events.c.seq)
            .where(events.c.kind == "register", private.c.name == PSEUDONYM)
            .order_by(events.c.seq)
        )
        return {json.loads(row.body)["trainee"]: row.text for row in self.connection.execute(wanted)}

    def sessions(self, *, trainee: str | None = None, paper: str | None = None) -> list[Session]:
        """Return the sessions of a trainee, of a paper, of both or all, oldest first."""
        ended = sa.exists().where(events.c.session == sessions.c.session, events.c.kind == FINISH)
        wanted = sa.select(sessions, ended.label("finished")).order_by(sessions.c.opened)
        if trainee is not None:
            wanted = wanted.where(sessions.c.trainee == trainee)
        if paper is not None:
            wanted = wanted.where(sessions.c.paper == paper)
        return [
            Session(id=row.session, trainee=row.trainee, paper=row.paper, finished=bool(row.finished))
            for row in self.connection.execute(wanted)
        ]

    def drafts(self, session: str) -> dict[str, Any]:
        """Return the drafts of a session by item."""
        wanted = sa.select(drafts.c.item, drafts.c.body).where(drafts.c.session == session)
        return {row.item: json.loads(row.body) for row in self.connection.execute(wanted)}

    def _private(self, session: str | None, after: int) -> dict[int, dict[str, str]]:
        wanted = sa.select(private.c.seq, private.c.name, private.c.text).where(private.c.seq > after)
        if session is not None:
            wanted = wanted.join(events, events.c.seq == private.c.seq).where(events.c.session == session)
        kept: dict[int, dict[str, str]] = {}
        for row in self.connection.execute(wanted):
            kept.setdefault(row.seq, {})[row.name] = row.text
        return kept


class Writing(Reading):
    """What can be added to a record inside one transaction that holds the write lock."""

    def append(
        self,
        kind: str,
        *,
        at: str,
        session: str | None = None,
        item: str | None = None,
        body: Mapping[str, Any] | None = None,
        private_texts: Mapping[str, str] | None = None,
    ) -> Event:
        """Add one event to the chain; private texts enter it as salted commitments only."""
        number, previous = self.head()
        texts = dict(private_texts or {})
        salts = {name: secrets.token_hex(SALT_BYTES) for name in texts}
        promised = {name: {COMMITTED: commitment(salts[name], text)} for name, text in texts.items()}
        row: dict[str, Any] = {
            "seq": number + 1,
            "kind": kind,
            "session": session,
            "item": item,
            "at": at,
            "body": {**(body or {}), **promised},
        }
        chained = {**row, "previous": previous, "hash": event_hash(previous, row)}
        self.connection.execute(sa.insert(events).values(**{**chained, "body": canonical(row["body"])}))
        if texts:
            kept = [{"seq": number + 1, "name": name, "salt": salts[name], "text": texts[name]} for name in texts]
            self.connection.execute(sa.insert(private), kept)
        return Event(**chained, private=texts)

    def keep_paper(self, paper: Paper) -> str:
        """Store a paper whole under its hash, once; return the hash."""
        paper_id = paper.id
        held = self.connection.scalar(sa.select(papers.c.hash).where(papers.c.hash == paper_id))
        if held is None:
            self.connection.execute(sa.insert(papers).values(hash=paper_id, body=paper.to_json()))
        return paper_id

    def register(self, pseudonym: str, *, at: str) -> str:
        """Return the random id of the trainee with this pseudonym, registering a new one."""
        wanted = _plain(pseudonym)
        for trainee, known in self.trainees().items():
            if _plain(known) == wanted:
                return trainee
        trainee = "t" + secrets.token_hex(8)
        self.append("register", at=at, body={"trainee": trainee}, private_texts={PSEUDONYM: pseudonym})
        return trainee

    def open_session(self, trainee: str, paper_id: str, *, at: str, body: Mapping[str, Any]) -> Session:
        """Return the unfinished session of this trainee and paper, opening one if there is none."""
        for session in reversed(self.sessions(trainee=trainee, paper=paper_id)):
            if not session.finished:
                return session
        name = "s" + secrets.token_hex(8)
        opened = self.append("open", at=at, session=name, body={**body, "trainee": trainee, "paper": paper_id})
        row = {"session": name, "trainee": trainee, "paper": paper_id, "opened": opened.seq}
        self.connection.execute(sa.insert(sessions).values(**row))
        return Session(id=name, trainee=trainee, paper=paper_id, finished=False)

    def keep_draft(self, session: str, item: str, body: Any) -> None:
        """Replace the draft of an item; None takes it away."""
        this = (drafts.c.session == session) & (drafts.c.item == item)
        self.connection.execute(sa.delete(drafts).where(this))
        if body is not None:
            self.connection.execute(sa.insert(drafts).values(session=session, item=item, body=canonical(body)))

    def erase(self, trainee: str, *, at: str, why: str) -> int:
        """Erase a trainee's free texts, drafts and pseudonym, and say so in the chain."""
        own = [session.id for session in self.sessions(trainee=trainee)]
        known = {row.seq for row in self.events() if self._concerns(row, trainee, own)}
        rows = self.connection.execute(sa.select(private.c.seq, private.c.name)).all()
        gone = [[row.seq, row.name] for row in rows if row.seq in known]
        self.append("erase", at=at, body={"trainee": trainee, "why": why, "texts": gone})
        for seq, name in gone:
            self.connection.execute(sa.delete(private).where((private.c.seq == seq) & (private.c.name == name)))
        self.connection.execute(sa.delete(drafts).where(drafts.c.session.in_(own)))
        return len(gone)

    @staticmethod
    def _concerns(event: Event, trainee: str, own: list[str]) -> bool:
        return event.session in own or event.body.get("trainee") == trainee


def _event(row: Any, texts: Mapping[str, str]) -> Event:
    return Event(
        seq=row.seq,
        kind=row.kind,
        session=row.session,
        item=row.item,
        at=row.at,
        body=json.loads(row.body),
        previous=row.previous,
        hash=row.hash,
        private=dict(texts),
    )


def _plain(pseudonym: str) -> str:
    return " ".join(pseudonym.split()).casefold()
