"""Hold a thread of the exchange format to its shape; every fault is named, none is raised one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kit.errors import Fault
from kit.terms import ACCOUNT_KINDS, PLATFORMS
from kit.thread.moment import MOMENT, context_faults, facts_faults, history_faults

TEXT, NUMBER, MAPPING, LIST = "words", "a whole number", "a mapping", "a list"
TYPES = {TEXT: str, NUMBER: int, MAPPING: Mapping, LIST: Sequence}

THREAD = {
    "id": TEXT, "scenario": TEXT, "seed": NUMBER, "as_of": TEXT, "generator": TEXT, "pack": TEXT,
    "platform": TEXT, "account_kind": TEXT, "post": MAPPING, "context": MAPPING, "timeline": LIST,
    "comments": LIST,
}  # fmt: skip
POST = {"author": TEXT, "text": TEXT, "when": TEXT}
INJECT = {"at": TEXT, "set": MAPPING}
COMMENT = {
    "id": TEXT, "author": TEXT, "text": TEXT, "when": TEXT, "in_reply_to": None, "facts": MAPPING,
    "author_history": MAPPING, "context": MAPPING,
}  # fmt: skip


def thread_faults(thread: Any) -> list[Fault]:
    """Return every fault of a thread in the exchange format; an empty list means that it is sound."""
    where = f"thread {thread.get('id', '?')}" if isinstance(thread, Mapping) else "thread"
    faults = _shape(thread, THREAD, where)
    if faults:
        return faults
    faults += _words(thread, where)
    faults += _shape(thread["post"], POST, f"{where}, post")
    faults += context_faults(thread["context"], f"{where}, context", whole=True)
    faults += _timeline(thread, where)
    faults += _comments(thread["comments"], where)
    return faults


def _words(thread: Mapping[str, Any], where: str) -> list[Fault]:
    faults = []
    for name, known in (("platform", PLATFORMS), ("account_kind", ACCOUNT_KINDS)):
        if thread[name] not in known:
            expected = f"one of {', '.join(known)}"
            faults.append(
                Fault(
                    where=where,
                    what=f"unknown {name}",
                    found=repr(thread[name]),
                    expected=expected,
                )
            )
    return faults


def _timeline(thread: Mapping[str, Any], where: str) -> list[Fault]:
    faults, before = [], ""
    running = dict(thread["context"])
    for number, inject in enumerate(thread["timeline"], start=1):
        place = f"{where}, timeline entry {number}"
        shape = _shape(inject, INJECT, place)
        faults += shape
        if shape:
            continue
        running = {**running, **inject["set"]}
        faults += context_faults(inject["set"], place) or context_faults(running, place, whole=True)
        faults += _moment(inject["at"], before, place)
        before = inject["at"]
    return faults


def _comments(comments: Sequence[Any], where: str) -> list[Fault]:
    faults: list[Fault] = []
    seen: set[str] = set()
    for number, comment in enumerate(comments, start=1):
        place = f"{where}, comment {number}"
        shape = _shape(comment, COMMENT, place)
        faults += shape
        if shape:
            continue
        faults += facts_faults(comment["facts"], place) + history_faults(comment["author_history"], place)
        faults += context_faults(comment["context"], place) + _moment(comment["when"], "", place)
        faults += _links(comment, seen, place)
        seen.add(comment["id"])
    return faults


def _links(comment: Mapping[str, Any], seen: set[str], where: str) -> list[Fault]:
    faults = []
    if comment["id"] in seen:
        faults.append(Fault(where=where, what="the id stands twice", found=comment["id"]))
    parent = comment["in_reply_to"]
    if parent is not None and parent not in seen:
        faults.append(
            Fault(
                where=where,
                what="in_reply_to names no earlier comment",
                found=repr(parent),
                expected="an earlier id or null",
            )
        )
    return faults


def _moment(value: str, before: str, where: str) -> list[Fault]:
    if not MOMENT.fullmatch(value):
        return [
            Fault(
                where=where,
                what="not a moment",
                found=repr(value),
                expected="YYYY-MM-DDTHH:MM",
            )
        ]
    if value < before:
        return [
            Fault(
                where=where,
                what="earlier than the entry before it",
                found=value,
                expected=f"{before} or later",
            )
        ]
    return []


def _shape(value: Any, fields: Mapping[str, str | None], where: str) -> list[Fault]:
    """Hold a mapping to exactly these fields and their types."""
    if not isinstance(value, Mapping):
        return [
            Fault(
                where=where,
                what="not a mapping",
                found=type(value).__name__,
                expected=MAPPING,
            )
        ]
    faults = [Fault(where=where, what=f"{name} is missing", todo="add it") for name in fields if name not in value]
    faults += [
        Fault(
            where=where,
            what=f"unknown field {name!r}",
            expected=f"only {', '.join(fields)}",
        )
        for name in value
        if name not in fields
    ]
    for name, expected in fields.items():
        if name in value and expected and not _is(value[name], expected):
            faults.append(
                Fault(
                    where=where,
                    what=f"{name} is wrong",
                    found=repr(value[name])[:60],
                    expected=expected,
                )
            )
    return faults


def _is(value: Any, expected: str) -> bool:
    if expected == LIST and isinstance(value, str):
        return False
    if expected == NUMBER and isinstance(value, bool):
        return False
    return isinstance(value, TYPES[expected])
