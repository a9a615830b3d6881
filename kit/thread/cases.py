"""From a thread to its cases: one question per comment, with the context that held at the moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kit.errors import BadInput, Faults
from kit.terms import CONTEXT, HISTORY
from kit.thread.check import thread_faults
from kit.thread.moment import MOMENT


def cases(thread: Mapping[str, Any], *, at: str | None = None) -> list[dict[str, Any]]:
    """Return the case of every comment, in the order of the comments.

    Each is taken at the moment of its comment; ``at`` (YYYY-MM-DDTHH:MM) takes all comments written
    by then at that one moment instead, so that an inject changes what earlier comments deserve.
    The context is the thread's, then every timeline entry up to the moment, then the comment's own;
    the policy is the thread's pack. Raises Faults for a thread that is not sound.
    """
    faults = thread_faults(thread)
    if faults:
        raise Faults(faults)
    if at is not None and not MOMENT.fullmatch(at):
        raise BadInput(f"at: found {at!r}; expected a moment such as 2026-11-21T18:30")
    comments: Sequence[Mapping[str, Any]] = thread["comments"]
    return [_case(thread, one, at or one["when"]) for one in comments if at is None or one["when"] <= at]


def context_at(thread: Mapping[str, Any], moment: str) -> dict[str, Any]:
    """Return the thread's context at a moment: what it started with and every timeline entry up to then."""
    context = {**CONTEXT, "platform_can": [], **thread["context"]}
    for inject in thread["timeline"]:
        if inject["at"] <= moment:
            context.update(inject["set"])
    context["when"] = moment
    return context


def _case(thread: Mapping[str, Any], comment: Mapping[str, Any], moment: str) -> dict[str, Any]:
    context = {**context_at(thread, moment), **comment["context"]}
    return {
        "id": f"{thread['id']}.{comment['id']}",
        "policy": thread["pack"],
        "platform": thread["platform"],
        "account_kind": thread["account_kind"],
        "context": context,
        "author_history": {**HISTORY, **comment["author_history"]},
        "comment": comment["text"],
        "facts": dict(comment["facts"]),
    }
