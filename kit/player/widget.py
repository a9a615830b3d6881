"""The notebook's shell: a widget that carries messages between the page and a sitting, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.player.join import joined

WEB = Path(__file__).resolve().parents[1] / "web"
ENTRY = WEB / "player.js"

FAULT = {
    "code": "fault",
    "text": "House Rules has stumbled over a fault of its own. What you committed is kept: "
    "choose Run All Cells in the Run menu, and if it happens again, tell whoever runs your training.",
}


class Player(anywidget.AnyWidget):
    """A sitting as a widget.

    `sitting` answers `state()` and `handle(message)`; `state` is what the page shows, sent whole after every
    message, before the reply that names it. Nothing is decided or kept here.
    """

    _esm = joined(ENTRY)
    _css = (WEB / "player.css").read_text(encoding="utf-8")
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, sitting: Any) -> None:
        super().__init__(state=sitting.state())
        self._sitting = sitting
        self._watchers: list[Callable[[], None]] = []
        self.on_msg(self._answer)

    def watch(self, callback: Callable[[], None]) -> None:
        """Call `callback` after every message that was dealt with."""
        self._watchers.append(callback)

    def _answer(self, _widget: object, message: Any, _buffers: object) -> None:
        """Hand a message from the page to the sitting, and its reply to the page."""
        try:
            reply = self._sitting.handle(message)
        except Exception:
            number = message.get("seq") if isinstance(message, dict) else None
            self.send({"seq": number, "ok": False, "error": FAULT, "state": self.state})
            raise
        self.state = reply["state"]
        self.send(reply)
        for callback in self._watchers:
            callback()
