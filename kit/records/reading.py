"""What can be asked of a record inside one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kit.errors import StorageError
from kit.items import Paper
from kit.records.chain import GENESIS, Event
from kit.records.schema import FINISH, drafts, events, papers, private, sessions

PSEUDONYM = "pseudonym"
PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sitting of a paper by one trainee; ``mode`` is what it was opened as (practice, where the event says nothing)."""

    id: str
    trainee: str
    paper: str
    finished: bool
    mode: str = PRACTICE


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
        end = events.alias()
        ended = sa.exists().where(end.c.session == sessions.c.session, end.c.kind == FINISH)
        wanted = sa.select(sessions, ended.label("finished"), events.c.body).order_by(sessions.c.opened)
        wanted = wanted.join(events, events.c.seq == sessions.c.opened)
        if trainee is not None:
            wanted = wanted.where(sessions.c.trainee == trainee)
        if paper is not None:
            wanted = wanted.where(sessions.c.paper == paper)
        return [
            Session(
                id=row.session,
                trainee=row.trainee,
                paper=row.paper,
                finished=bool(row.finished),
                mode=json.loads(row.body).get("mode", PRACTICE),
            )
            for row in self.connection.execute(wanted)
        ]

    def latest(self, kind: str, trainee: str) -> Event | None:
        """Return the last event of a kind in any session of a trainee, or None."""
        wanted = sa.select(events).join(sessions, sessions.c.session == events.c.session)
        wanted = wanted.where(sessions.c.trainee == trainee, events.c.kind == kind).order_by(events.c.seq.desc())
        row = self.connection.execute(wanted.limit(1)).first()
        return _event(row, self._private(row.session, row.seq - 1).get(row.seq, {})) if row else None

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
