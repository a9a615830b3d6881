"""How far a session is: nothing but what its events say, folded in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from kit.records import Event

Status = Literal["undecided", "skipped", "decided"]


@dataclass(slots=True, kw_only=True)
class ItemProgress:
    """How one item stands."""

    status: Status = "undecided"
    attempt: dict[str, Any] | None = None
    verdict: dict[str, Any] | None = None
    looked: list[str] = field(default_factory=list)
    disputed: bool = False


class Progress:
    """How the items of a paper stand in one session.

    ``follow`` takes one event; with ``mine`` False (another window wrote it) the place on the page
    stays where it is.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = tuple(keys)
        self.items = {key: ItemProgress() for key in self.keys}
        self.current = 0
        self.finished = False
        self.last = 0

    def follow(self, event: Event, *, mine: bool = True) -> None:
        """Take one event of the session into account."""
        self.last = max(self.last, event.seq)
        act = getattr(self, f"_{event.kind}", None)
        if act is not None:
            act(event)
        if mine and event.item in self.items and event.kind in ("go", "commit", "skip"):
            self.current = self.keys.index(event.item)
            if event.kind == "skip":
                self.move_on()

    def move_on(self) -> None:
        """Go to the next undecided item from here round, else a skipped one, else stay."""
        round_ = [*range(self.current + 1, len(self.keys)), *range(self.current)]
        for wanted in ("undecided", "skipped"):
            for place in round_:
                if self.items[self.keys[place]].status == wanted:
                    self.current = place
                    return

    def resume(self) -> None:
        """Go to where work goes on after a break: here if this item is undecided, else the next that is."""
        if self.keys and not self.finished and self.items[self.keys[self.current]].status != "undecided":
            self.move_on()

    def count(self, status: Status) -> int:
        """Return how many items stand like this."""
        return sum(item.status == status for item in self.items.values())

    def _commit(self, event: Event) -> None:
        item = self._item(event)
        item.status = "decided"
        item.attempt = {**event.body["attempt"], "log": event.private.get("log", "")}
        item.verdict = dict(event.body["verdict"])

    def _skip(self, event: Event) -> None:
        item = self._item(event)
        if item.status == "undecided":
            item.status = "skipped"

    def _look(self, event: Event) -> None:
        item = self._item(event)
        if event.body["what"] not in item.looked:
            item.looked.append(event.body["what"])

    def _dispute(self, event: Event) -> None:
        self._item(event).disputed = True

    def _finish(self, _event: Event) -> None:
        self.finished = True

    def _item(self, event: Event) -> ItemProgress:
        if event.item not in self.items:
            message = f"BUG: event {event.seq} is about an item that is not in its paper"
            raise RuntimeError(message)
        return self.items[event.item]
