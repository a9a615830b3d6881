"""What a trainee can do once registered: each act checks its message and writes what it means.

An act returns the events it appended and raises Refused before it appends any. It runs inside the
one transaction of its message and changes nothing but the record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kit.items import Entry
from kit.judge import judge
from kit.records import Event, Writing
from kit.sitting import messages, words
from kit.sitting.errors import Refused
from kit.sitting.progress import ItemProgress, Progress

Message = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What an act stands on: the paper's card and entries, the session, how it stands, the hour."""

    card: Mapping[str, Any]
    entries: Mapping[str, Entry]
    session: str
    progress: Progress
    drafts: Mapping[str, Any]
    at: str

    def append(self, log: Writing, kind: str, item: str | None = None, **more: Any) -> list[Event]:
        """Append one event of this session and return it alone in a list."""
        return [log.append(kind, at=self.at, session=self.session, item=item, **more)]


def draft(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Keep a draft in place of the one before."""
    key, _item = _open_item(bench, message)
    kept = messages.draft_of(message.get("draft"), bench.card)
    if kept != bench.drafts.get(key):
        log.keep_draft(bench.session, key, kept)
    return []


def commit(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Judge a decision and write it down with its verdict; its draft goes."""
    key, _item = _open_item(bench, message)
    attempt = messages.attempt_of(message.get("attempt"), bench.card)
    # A trainee who ticks no duty has said nothing about duties: that is no wrong answer.
    verdict = judge(bench.entries[key].ruling, {**attempt, "done": attempt["done"] or None})
    text = attempt.pop("log")
    body = {"attempt": attempt, "verdict": verdict}
    log.keep_draft(bench.session, key, None)
    return bench.append(log, "commit", key, body=body, private_texts={"log": text} if text else {})


def skip(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Put an item aside; it costs nothing and can be taken up again."""
    key, _item = _open_item(bench, message)
    return bench.append(log, "skip", key)


def go(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Turn to an item."""
    key, _item = _item_of(bench, message)
    if bench.progress.keys[bench.progress.current] == key:
        return []
    return bench.append(log, "go", key)


def look(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Note, once, what was looked at more closely: what was known when it was decided."""
    key, item = _item_of(bench, message)
    what = messages.look_of(message.get("what"))
    if what in item.looked:
        return []
    return bench.append(log, "look", key, body={"what": what})


def dispute(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Keep what a trainee thinks is wrong with a verdict."""
    key, item = _item_of(bench, message)
    if item.verdict is None:
        raise Refused("bad_message", words.NOT_DECIDED_YET)
    return bench.append(log, "dispute", key, private_texts={"text": messages.dispute_of(message.get("text"))})


def finish(bench: Bench, log: Writing, _message: Message) -> list[Event]:
    """End the session, once."""
    return [] if bench.progress.finished else bench.append(log, "finish")


ACTS: dict[str, Callable[[Bench, Writing, Message], list[Event]]] = {
    "draft": draft,
    "commit": commit,
    "skip": skip,
    "go": go,
    "look": look,
    "dispute": dispute,
    "finish": finish,
}


def _item_of(bench: Bench, message: Message) -> tuple[str, ItemProgress]:
    key = message.get("item")
    if not isinstance(key, str) or key not in bench.progress.items:
        raise Refused("unknown_item", words.UNKNOWN_ITEM)
    return key, bench.progress.items[key]


def _open_item(bench: Bench, message: Message) -> tuple[str, ItemProgress]:
    """Return an item that can still be decided."""
    key, item = _item_of(bench, message)
    if item.status == "decided":
        raise Refused("already_decided", words.ALREADY_DECIDED)
    if bench.progress.finished:
        raise Refused("stale", words.FINISHED)
    return key, item
