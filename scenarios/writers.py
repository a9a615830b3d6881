"""Who writes in a thread, and what they still owe it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenarios import truth
from scenarios.lines import Line

INAPPROPRIATE = ("rhetoric", "distasteful", "abusive")
"""What is recorded against a repeat caller."""


class Writer:
    """Somebody who comments: their name (as shown, first, last), their voice, and what was known of them.

    Few come back, so what a comment adds to that is added only when its author does.
    """

    __slots__ = ("history", "live", "name", "said", "voice")

    def __init__(self, name: tuple[str, str, str], voice: str, history: Mapping[str, Any]) -> None:
        self.name, self.voice, self.history = name, voice, history
        self.said: Line | None = None
        self.live = False

    def known(self) -> dict[str, Any]:
        """Return what is known of them now; it belongs to whoever asked."""
        line, history = self.said, {**self.history}
        if line:
            history["contacts_last_month"] += 1
            if truth.counts_against(line.facts, live=self.live):
                history["prior_violations"] += 1
            inappropriate = any(line.facts.get(name) for name in INAPPROPRIATE)
            if inappropriate and history["inappropriate_contacts_last_month"]:
                history["inappropriate_contacts_last_month"] += 1
            self.history, self.said = {**history}, None
        return history


class Owed:
    """A comment that is owed: an answer to one just written, or another copy of it (``copy`` 2 and up)."""

    __slots__ = ("copy", "line", "parent", "text", "writer")

    def __init__(self, line: Line, parent: int | None, writer: Writer | None, text: str = "", copy: int = 0) -> None:
        self.line, self.parent, self.writer, self.text, self.copy = line, parent, writer, text, copy
