"""The tables of a record, and the triggers that keep its log append-only.

Version 1. A change of meaning, name or type is a new version with a migration of its own: a named
function, applied once, in one transaction with the new version number.
"""

from __future__ import annotations

import sqlalchemy as sa

SCHEMA_VERSION = 1
APPLICATION_ID = 0x48525231
"""Marks a SQLite file as ours ("HRR1" in the file's header)."""

COMMIT = "commit"
FINISH = "finish"

metadata = sa.MetaData()

meta = sa.Table(
    "meta",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

papers = sa.Table(
    "papers",
    metadata,
    sa.Column("hash", sa.String(64), primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("session", sa.String(40)),
    sa.Column("item", sa.String(40)),
    sa.Column("at", sa.String(40), nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("previous", sa.String(64), nullable=False, unique=True),
    sa.Column("hash", sa.String(64), nullable=False, unique=True),
)

# A decision counts once, and a sitting ends once, whoever asks and however often.
_once_commit = events.c.kind == COMMIT
_once_finish = events.c.kind == FINISH
sa.Index(
    "one_commit_an_item",
    events.c.session,
    events.c.item,
    unique=True,
    sqlite_where=_once_commit,
    postgresql_where=_once_commit,
)
sa.Index(
    "one_finish_a_session",
    events.c.session,
    unique=True,
    sqlite_where=_once_finish,
    postgresql_where=_once_finish,
)
sa.Index("events_of_a_session", events.c.session, events.c.seq)

private = sa.Table(
    "private",
    metadata,
    sa.Column("seq", sa.Integer, sa.ForeignKey("events.seq"), primary_key=True),
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("salt", sa.String(64), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("session", sa.String(40), primary_key=True),
    sa.Column("trainee", sa.String(40), nullable=False, index=True),
    sa.Column("paper", sa.String(64), sa.ForeignKey("papers.hash"), nullable=False),
    sa.Column("opened", sa.Integer, sa.ForeignKey("events.seq"), nullable=False),
)

# A draft is work in hand, not evidence: it is replaced as it grows and goes when it is committed.
drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("session", sa.String(40), sa.ForeignKey("sessions.session"), primary_key=True),
    sa.Column("item", sa.String(40), primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)


def _forbid(table: str, act: str) -> sa.DDL:
    return sa.DDL(  # type: ignore[no-untyped-call]
        f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the record is append-only: {table}'); END"
    )


for _table in (events, papers, sessions):
    for _act in ("UPDATE", "DELETE"):
        sa.event.listen(_table, "after_create", _forbid(_table.name, _act).execute_if(dialect="sqlite"))
