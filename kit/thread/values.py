"""The values of a thread: author, comment, post, inject, thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kit.errors import Faults
from kit.thread.check import thread_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a comment, and what is known of them before it (fields of ``kit.terms.HISTORY``)."""

    name: str
    history: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What one member of the public wrote; ``context`` holds only what differs from the thread's."""

    id: str
    author: Author
    text: str
    when: str
    in_reply_to: str | None
    facts: Mapping[str, Any]
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The force's message above the comments."""

    author: str
    text: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inject:
    """A dated change of context: from ``at`` on, the fields of ``set`` stand."""

    at: str
    set: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One post with its comments in order, and the timeline of its context."""

    id: str
    scenario: str
    seed: int
    as_of: str
    generator: str
    pack: str
    platform: str
    account_kind: str
    post: Post
    context: Mapping[str, Any]
    timeline: tuple[Inject, ...]
    comments: tuple[Comment, ...]


def read(thread: Mapping[str, Any]) -> Thread:
    """Return a thread of the exchange format as values; raises Faults naming everything wrong with it."""
    faults = thread_faults(thread)
    if faults:
        raise Faults(faults)
    plain = {name: thread[name] for name in Thread.__slots__ if name not in ("post", "timeline", "comments")}
    return Thread(
        **plain,
        post=Post(**thread["post"]),
        timeline=tuple(Inject(**inject) for inject in thread["timeline"]),
        comments=tuple(_comment(comment) for comment in thread["comments"]),
    )


def _comment(comment: Mapping[str, Any]) -> Comment:
    rest = {name: value for name, value in comment.items() if name not in ("author", "author_history")}
    return Comment(author=Author(name=comment["author"], history=comment["author_history"]), **rest)
