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
from kit.sitting import guard, messages, words
from kit.sitting.errors import Refused
from kit.sitting.progress import STUDY, ItemProgress, Progress
from kit.sitting.settings import KIND as SETTINGS
from kit.sitting.settings import settings_of, stored

Message = Mapping[str, Any]
WORKED, AT_THE_END = "worked", "self_assessment"
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What an act stands on: the paper's card and entries, the session, how it stands, the hour.

    ``names`` is what a message may not say: the names of the thread, for the guard.
    """

    card: Mapping[str, Any]
    entries: Mapping[str, Entry]
    session: str
    progress: Progress
    drafts: Mapping[str, Any]
    at: str
    mode: str
    names: Mapping[str, Any]

    @property
    def told(self) -> bool:
        """Whether verdicts may be shown yet."""
        return self.mode != AT_THE_END or self.progress.finished

    def append(self, log: Writing, kind: str, item: str | None = None, **more: Any) -> list[Event]:
        """Append one event of this session and return it alone in a list."""
        return [log.append(kind, at=self.at, session=self.session, item=item, **more)]


def draft(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Keep a draft in place of the one before."""
    key, _item = _open_item(bench, message)
    _not_only_to_read(bench)
    kept = messages.draft_of(message.get("draft"), bench.card)
    if kept != bench.drafts.get(key):
        log.keep_draft(bench.session, key, kept)
    return []


def commit(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Judge a decision and write it down with its verdict; its draft goes."""
    key, item = _open_item(bench, message)
    _not_only_to_read(bench)
    attempt = messages.attempt_of(message.get("attempt"), bench.card)
    written = _written(bench, key, attempt)
    # A trainee who ticks no duty has said nothing about duties: that is no wrong answer.
    verdict = judge(bench.entries[key].ruling, {**attempt, "done": attempt["done"] or None})
    text = attempt.pop("log")
    body = {"attempt": {**attempt, "messages": [*written]}, "verdict": verdict, "known": [*item.looked]}
    log.keep_draft(bench.session, key, None)
    return bench.append(log, "commit", key, body=body, private_texts={**({"log": text} if text else {}), **written})


def skip(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Put an item aside; it costs nothing and can be taken up again."""
    key, _item = _open_item(bench, message)
    return bench.append(log, "skip", key)


def go(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Turn to an item."""
    key, _item = _item_of(bench, message)
    _not_aside(bench, key)
    if bench.progress.keys[bench.progress.current] == key == bench.progress.touched:
        return []
    return bench.append(log, "go", key)


def look(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Note, once, what was looked at more closely: what was known when it was decided."""
    key, item = _item_of(bench, message)
    what = messages.look_of(message.get("what"))
    _not_aside(bench, key)
    if what == ELSEWHERE and not (bench.told and item.status == "decided"):
        raise Refused("bad_message", words.NOT_DECIDED_YET)
    if what == STUDY and bench.mode != WORKED:
        raise messages.bad()
    if what in item.looked:
        return []
    return bench.append(log, "look", key, body={"what": what})


def dispute(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Keep what a trainee thinks is wrong with a verdict."""
    key, item = _item_of(bench, message)
    if item.status != "decided":
        raise Refused("bad_message", words.NOT_DECIDED_YET)
    if not bench.told:
        raise Refused("bad_message", words.AT_THE_END)
    return bench.append(log, "dispute", key, private_texts={"text": messages.dispute_of(message.get("text"))})


def finish(bench: Bench, log: Writing, _message: Message) -> list[Event]:
    """End the session, once."""
    return [] if bench.progress.finished else bench.append(log, "finish")


def settings(bench: Bench, log: Writing, message: Message) -> list[Event]:
    """Keep what a trainee has set for themselves."""
    wanted = settings_of(message.get("settings"), bench.progress.settings)
    return [] if wanted == bench.progress.settings else bench.append(log, SETTINGS, **stored(wanted))


def refresh(_bench: Bench, _log: Writing, _message: Message) -> list[Event]:
    """Do nothing: the answer brings a page up to date that was left open while another went on."""
    return []


ACTS: dict[str, Callable[[Bench, Writing, Message], list[Event]]] = {
    "draft": draft,
    "commit": commit,
    "skip": skip,
    "go": go,
    "look": look,
    "dispute": dispute,
    "finish": finish,
    "settings": settings,
    "refresh": refresh,
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
    _not_aside(bench, key)
    return key, item


def _not_aside(bench: Bench, key: str) -> None:
    if bench.progress.aside(key):
        raise Refused("set_aside", words.SET_ASIDE)


def _not_only_to_read(bench: Bench) -> None:
    if bench.mode == WORKED:
        raise Refused("bad_message", words.ONLY_TO_READ)


def _written(bench: Bench, key: str, attempt: Mapping[str, Any]) -> dict[str, str]:
    """Return the messages that go with the decision taken. Refuses a gap left open and names."""
    kinds = bench.card.get("drafts", {}).get("kinds", {})
    author = bench.entries[key].shown["author"]["name"]
    written = {}
    for kind, text in attempt["messages"].items():
        beside = kinds.get(kind, {}).get("for", {})
        if not any(attempt["decision"][field] in values for field, values in beside.items()):
            continue
        found = guard.fault(text, bench.names, [author] if kind == "private" else [])
        if found:
            said = words.GAP if found[0] == "gap" else words.NAMED
            raise Refused("message", said.format(found=found[1]))
        written[kind] = text
    return written
