"""Check a record from end to end: the chain, the commitments, the stored papers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kit.records.chain import GENESIS, commitment, commitments, event_hash
from kit.records.log import Records
from kit.records.reading import Reading
from kit.records.schema import events, papers, private, sessions

Texts = dict[tuple[int, str], tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check of a record found: how much it holds, its head, and every fault in words."""

    events: int
    papers: int
    erased: int
    head: str
    faults: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is amiss."""
        return not self.faults


def verify(records: Records, *, heads: Iterable[str] = ()) -> Verification:
    """Check every event, commitment and paper of a record.

    ``heads`` are hashes kept elsewhere (a backup, an export, a certificate): each must stand in
    the chain, so that a record cut short or made anew is found out.
    """
    with records.reading() as log:
        return _verify(log, heads)


def _verify(log: Reading, heads: Iterable[str]) -> Verification:
    read = log.connection.execute
    rows = read(sa.select(events).order_by(events.c.seq)).all()
    texts: Texts = {(row.seq, row.name): (row.salt, row.text) for row in read(sa.select(private))}
    bodies = {row.seq: _json(row.body) for row in rows}
    erased = {(seq, name) for row in rows if row.kind == "erase" for seq, name in bodies[row.seq].get("texts", ())}
    faults = [*_chain(rows, bodies), *_texts(rows, bodies, texts, erased)]
    stored = read(sa.select(papers)).all()
    faults += [f"paper {row.hash}: its text does not match its hash" for row in stored if _sha(row.body) != row.hash]
    faults += _sessions(log, rows, bodies)
    hashes = {row.hash for row in rows} | {GENESIS}
    faults += [
        f"head {head}: it is not in the chain, so the record was cut short or replaced"
        for head in heads
        if head not in hashes
    ]
    last = rows[-1].hash if rows else GENESIS
    return Verification(events=len(rows), papers=len(stored), erased=len(erased), head=last, faults=tuple(faults))


def _chain(rows: Iterable[Any], bodies: dict[int, dict[str, Any]]) -> Iterator[str]:
    previous = GENESIS
    for place, row in enumerate(rows, start=1):
        if row.seq != place:
            yield f"event {row.seq}: event {place} is missing before it"
            return
        if row.previous != previous:
            yield f"event {row.seq}: it does not follow the event before it"
        said = {"seq": row.seq, "kind": row.kind, "session": row.session, "item": row.item, "at": row.at}
        if event_hash(row.previous, {**said, "body": bodies[row.seq]}) != row.hash:
            yield f"event {row.seq}: it was changed after it was written"
        previous = row.hash


def _texts(rows: Iterable[Any], bodies: dict[int, dict[str, Any]], texts: Texts, erased: set[Any]) -> Iterator[str]:
    promised = {(row.seq, name): made for row in rows for name, made in commitments(bodies[row.seq]).items()}
    for key, made in promised.items():
        if key in texts:
            if commitment(*texts[key]) != made:
                yield f"event {key[0]}: the text of {key[1]!r} was changed after it was written"
        elif key not in erased:
            yield f"event {key[0]}: the text of {key[1]!r} is missing and no erasing is recorded"
    for key in texts:
        if key not in promised:
            yield f"event {key[0]}: a text {key[1]!r} was added after it was written"


def _sessions(log: Reading, rows: Iterable[Any], bodies: dict[int, dict[str, Any]]) -> Iterator[str]:
    opened = {
        (row.session, bodies[row.seq].get("trainee"), bodies[row.seq].get("paper"), row.seq)
        for row in rows
        if row.kind == "open"
    }
    listed = {tuple(row) for row in log.connection.execute(
        sa.select(sessions.c.session, sessions.c.trainee, sessions.c.paper, sessions.c.opened)
    )}  # fmt: skip
    for session, *_ in sorted(opened ^ listed, key=str):
        yield f"session {session}: its entry does not match the event that opened it"
    held = set(log.papers())
    for session, _trainee, paper, _seq in sorted(opened, key=str):
        if paper not in held:
            yield f"session {session}: its paper {paper} is not in the record"


def _json(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
