"""Tables of lines to draw from, each by its share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from scenarios.lines import Line


class Table:
    """Lines with their shares, drawn in one step: ``roots`` can stand alone, ``answers`` can answer somebody."""

    __slots__ = ("answers", "live", "roots")

    def __init__(self, rows: Sequence[tuple[float, Line]], *, live: bool) -> None:
        self.live = live
        self.roots = Draws([row for row in rows if row[1].reply != "only"])
        self.answers = Draws([row for row in rows if row[1].reply != "never"])

    def lines(self) -> list[Line]:
        """Return every line that may be drawn."""
        return self.roots.lines + self.answers.lines


class Draws:
    """Lines and their running shares: ``lines[bisect(shares, draw() * total, 0, last)]`` is one by its share."""

    __slots__ = ("last", "lines", "shares", "total")

    def __init__(self, rows: Sequence[tuple[float, Line]]) -> None:
        self.lines = [line for _, line in rows]
        self.shares = list(accumulate(share for share, _ in rows))
        self.total = self.shares[-1] if rows else 0.0
        self.last = len(rows) - 1
