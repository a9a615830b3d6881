"""The sample that is measured: comments drawn evenly over every scenario, by the settings that ship."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.errors import BadInput
from kit.thread import cases
from scenarios import names, traced

AS_OF = "2026-11-21"
"""The date that samples are made for, so that a seed means the same comments every day."""

SELLING = ("repeated_message", "scam_suspected", "promotional")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One generated comment: its case, the pattern it came from, the post, and the words it answers, if any."""

    scenario: str
    pattern: str
    case: Mapping[str, Any]
    post: str
    parent: str | None

    @property
    def text(self) -> str:
        """The words."""
        return str(self.case["comment"])

    @property
    def spam(self) -> bool:
        """Whether it is deliberate spam, which repeats itself because spam does."""
        facts = self.case["facts"]
        return self.case["author_history"]["same_message_count"] > 1 or any(facts.get(name) for name in SELLING)


def draw(n: int, seed: int, *, as_of: str = AS_OF) -> list[Row]:
    """Return ``n`` comments, the same number of every scenario as nearly as can be, thread after thread.

    Raises BadInput where ``n`` is not at least the number of scenarios.
    """
    known = names()
    if n < len(known):
        message = f"n: found {n}; expected at least {len(known)}, one comment of every scenario"
        raise BadInput(message)
    rows = []
    for number, name in enumerate(known):
        rows += _of(name, n // len(known) + (number < n % len(known)), seed, as_of)
    return rows


def _of(name: str, count: int, seed: int, as_of: str) -> list[Row]:
    rows: list[Row] = []
    for thread, patterns in traced(name, seed=seed, as_of=as_of, threads=count):
        rows += rows_of(thread, patterns)
        if len(rows) >= count:
            break
    return rows[:count]


def rows_of(thread: Mapping[str, Any], patterns: Sequence[str]) -> list[Row]:
    """Return the rows of one thread, in the order of its comments."""
    comments = thread["comments"]
    words = {comment["id"]: comment["text"] for comment in comments}
    return [
        Row(
            scenario=thread["scenario"],
            pattern=pattern,
            case=case,
            post=thread["post"]["text"],
            parent=words.get(comment["in_reply_to"]),
        )
        for case, comment, pattern in zip(cases(thread), comments, patterns, strict=True)
    ]
