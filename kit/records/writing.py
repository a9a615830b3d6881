"""What can be added to a record inside one transaction that holds the write lock."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from kit.items import Paper, canonical
from kit.records.chain import COMMITTED, Event, commitment, event_hash
from kit.records.reading import PRACTICE, PSEUDONYM, Reading, Session
from kit.records.schema import drafts, events, papers, private, sessions

SALT_BYTES = 32


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
        """Return the unfinished session of this trainee, paper and mode (in ``body``), opening one if there is none."""
        mode = body.get("mode", PRACTICE)
        for session in reversed(self.sessions(trainee=trainee, paper=paper_id)):
            if not session.finished and session.mode == mode:
                return session
        name = "s" + secrets.token_hex(8)
        opened = self.append("open", at=at, session=name, body={**body, "trainee": trainee, "paper": paper_id})
        row = {"session": name, "trainee": trainee, "paper": paper_id, "opened": opened.seq}
        self.connection.execute(sa.insert(sessions).values(**row))
        return Session(id=name, trainee=trainee, paper=paper_id, finished=False, mode=mode)

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


def _plain(pseudonym: str) -> str:
    return " ".join(pseudonym.split()).casefold()
