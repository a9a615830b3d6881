"""How far a session is: nothing but what its events say, folded in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from kit.records import Event
from kit.sitting.settings import DEFAULTS, NO_CEILING, read_settings

STUDY = "worked"
"""Looking at how a worked example is decided is all there is to do with it."""

Status = Literal["undecided", "skipped", "decided"]


@dataclass(slots=True, kw_only=True)
class ItemProgress:
    """How one item stands.

    ``opened`` once it was turned to; ``resolved`` once it was decided and left; ``known`` what was looked at by then.
    """

    status: Status = "undecided"
    attempt: dict[str, Any] | None = None
    verdict: dict[str, Any] | None = None
    looked: list[str] = field(default_factory=list)
    disputed: bool = False
    opened: bool = False
    resolved: bool = False
    studied: bool = False
    known: list[str] = field(default_factory=list)


class Progress:
    """How the items of a paper stand in one session.

    ``follow`` takes one event; with ``mine`` False (another window wrote it) the place on the page
    stays where it is. ``gravity`` says how hard each item is to read, for the ceiling of the
    settings; ``limit`` is a ceiling that the settings cannot lift.
    """

    def __init__(
        self, keys: Sequence[str], gravity: Mapping[str, int] | None = None, *, limit: int = NO_CEILING
    ) -> None:
        self.keys = tuple(keys)
        self.gravity = dict(gravity or {})
        self.limit = limit
        self.settings = dict(DEFAULTS)
        self.touched: str | None = None
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
        if event.kind in ("go", "commit", "skip", "finish"):
            self._leave(event.item)
        if mine and event.kind == "settings" and self.aside(self.keys[self.current]):
            self.move_on()
        if mine and event.item in self.items and event.kind in ("go", "commit", "skip"):
            self.current = self.keys.index(event.item)
            if event.kind == "skip":
                self.move_on()

    def move_on(self) -> None:
        """Go to the next undecided item from here round, else a skipped one, else stay."""
        round_ = [*range(self.current + 1, len(self.keys)), *range(self.current)]
        for wanted in ("undecided", "skipped"):
            for place in round_:
                key = self.keys[place]
                if self.items[key].status == wanted and not self.aside(key):
                    self.current = place
                    return

    def resume(self) -> None:
        """Go to where work goes on after a break: here if this item is undecided, else the next that is."""
        if not self.keys or self.finished:
            return
        here = self.keys[self.current]
        if self.items[here].status != "undecided" or self.aside(here):
            self.move_on()

    def aside(self, key: str) -> bool:
        """Whether an undecided item is graver than the trainee's ceiling."""
        return self.items[key].status != "decided" and self.gravity.get(key, 0) > min(
            self.limit, self.settings["ceiling"]
        )

    def count(self, status: Status) -> int:
        """Return how many items stand like this."""
        return sum(item.status == status and not self.aside(key) for key, item in self.items.items())

    def _leave(self, item: str | None) -> None:
        """Close every decided item but the one turned to: whoever went on has dealt with it."""
        self.touched = item
        for key, one in self.items.items():
            if key == item:
                one.opened = True
            elif one.status == "decided":
                one.resolved = True

    def _commit(self, event: Event) -> None:
        item = self._item(event)
        item.status = "decided"
        item.attempt = {**event.body["attempt"], "log": event.private.get("log", "")}
        item.attempt["messages"] = {name: event.private.get(name, "") for name in item.attempt.get("messages", ())}
        item.verdict = dict(event.body["verdict"])
        item.known = list(event.body.get("known", ()))

    def _skip(self, event: Event) -> None:
        item = self._item(event)
        if item.status == "undecided":
            item.status = "skipped"

    def _look(self, event: Event) -> None:
        item = self._item(event)
        item.opened = True
        if event.body["what"] not in item.looked:
            item.looked.append(event.body["what"])
        if event.body["what"] == STUDY:
            item.status, item.studied = "decided", True

    def _settings(self, event: Event) -> None:
        self.settings = read_settings(event)

    def _dispute(self, event: Event) -> None:
        self._item(event).disputed = True

    def _finish(self, _event: Event) -> None:
        self.finished = True

    def _item(self, event: Event) -> ItemProgress:
        if event.item not in self.items:
            message = f"BUG: event {event.seq} is about an item that is not in its paper"
            raise RuntimeError(message)
        return self.items[event.item]
