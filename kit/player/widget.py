"""The notebook's shell: a widget that carries messages between the page and a sitting, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import WeakSet

import anywidget
import ipywidgets  # type: ignore[import-untyped, unused-ignore]
import traitlets

from kit.items import Paper
from kit.player.changes import VERSION, changes
from kit.player.join import joined
from kit.player.results import as_html, table
from kit.records import Records
from kit.sitting import Outcome, Sitting, outcomes
from kit.sitting.progress import Progress
from kit.sitting.sitting import REGISTER

if TYPE_CHECKING:
    import pandas as pd

WEB = Path(__file__).resolve().parents[1] / "web"
ENTRY = WEB / "player.js"
POSTS = WEB / "posts.js"
STYLES = (WEB / "player.css", Path(__file__).with_name("notebook.css"))

FAULT = {
    "code": "fault",
    "text": "House Rules has stumbled over a fault of its own. What you committed is kept: "
    "choose Run All Cells in the Run menu, and if it happens again, tell whoever runs your training.",
}


class Player(anywidget.AnyWidget):
    """A sitting as a widget.

    `sitting` answers `state()` and `handle(message)`; `paper` is what is sat; `state` is what the page shows. A page
    says in every message which version of it it `has`: where that is the latest, the reply brings what changed, else
    the whole goes to it before the reply. Nothing is decided or kept here.
    """

    _esm = joined(ENTRY)
    _css = "\n".join(path.read_text(encoding="utf-8") for path in STYLES)
    state = traitlets.Dict().tag(sync=True)
    _open: ClassVar[WeakSet[Player]] = WeakSet()

    def __init__(self, sitting: Sitting, paper: Paper) -> None:
        self._quiet = False
        super().__init__(state=_version(sitting.state(), 0))
        self.paper = paper
        self._sitting = sitting
        self._watchers: list[Callable[[], None]] = []
        Player._open.add(self)
        self.on_msg(lambda _widget, message, _buffers: self.answer(message))

    @property
    def progress(self) -> Progress:
        """How the items stand, verdicts that the page may not show yet included."""
        return self._sitting.progress

    @property
    def records(self) -> Records:
        """Where decisions are kept."""
        return self._sitting.records

    def outcomes(self) -> list[Outcome]:
        """Return what came of every decided comment; nothing while the page may not show it."""
        told = any(item["feedback"] for item in self.state["items"])
        return list(outcomes(self.paper, self.progress)) if told else []

    def results(self) -> ipywidgets.HTML:
        """Return the decisions so far as a table that fills itself in as more are committed."""
        shown = ipywidgets.HTML(as_html(self.state))

        def fill() -> None:
            shown.value = as_html(self.state)

        self.watch(fill)
        return shown

    def table(self) -> pd.DataFrame:
        """Return the decisions so far, one row each, to work on."""
        return table(self.state)

    def watch(self, callback: Callable[[], None]) -> None:
        """Call `callback` whenever what may be told of results has changed."""
        self._watchers.append(callback)

    def answer(self, message: Any) -> None:
        """Hand a message from the page to the sitting; the page has the state no later than the reply."""
        has = message.get("has") if isinstance(message, dict) else None
        try:
            reply = self._sitting.handle(message)
        except Exception:
            number = message.get("seq") if isinstance(message, dict) else None
            self.send({"seq": number, "ok": False, "error": FAULT, "state": self.state})
            raise
        before = _told(self.state)
        self._show(reply, in_step=has == self.state[VERSION])
        if _told(self.state) != before:
            for callback in self._watchers:
                callback()
        if reply["ok"] and message["type"] == REGISTER:
            self._introduce()

    def _show(self, reply: dict[str, Any], *, in_step: bool) -> None:
        """Take in the state of a reply, and send what the page needs of it."""
        old, new = self.state, _version(reply.pop("state"), self.state[VERSION] + 1)
        self._quiet = in_step
        self.state = new
        self._quiet = False
        self.send({**reply, "changes": changes(old, new)} if in_step else reply)

    def send_state(self, key: Any = None) -> None:
        """Send one or all synchronised values, but not a state whose changes go with the reply."""
        if not (self._quiet and key == "state"):
            super().send_state(key)

    def _introduce(self) -> None:
        """Let the other exercises of this notebook know who has sat down, so that nobody is asked twice."""
        for other in [*Player._open]:
            if other is not self and other.records.place == self.records.place:
                other.meet(self.state["trainee"])

    def meet(self, trainee: str) -> None:
        """Take the trainee who has sat down at another exercise, unless somebody sits here already."""
        self._sitting.meet(trainee)
        self.state = _version(self._sitting.state(), self.state[VERSION] + 1)


def _version(state: dict[str, Any], number: int) -> dict[str, Any]:
    return {**state, VERSION: number}


def _told(state: dict[str, Any]) -> tuple[Any, ...]:
    """Return what results hang on: who sits here, how far the session is, which verdicts may be shown."""
    return state["trainee"], state["session"], state["phase"], [bool(item["feedback"]) for item in state["items"]]


class Posts(Player):
    """A sitting of drafts as a widget."""

    _esm = joined(POSTS)
