"""What has been said in a thread so far, by whom, and what may be answered."""

from __future__ import annotations

from collections.abc import Container

from scenarios.lines import Line
from scenarios.tables import Answers, Card
from scenarios.text import Random
from scenarios.writers import Writer

RECENT = 5
"""How many of the last comments somebody who scrolls down may answer."""


class Said:
    """The lines of a thread in order, each with its writer; ``used`` are the ids of all that has been dealt."""

    __slots__ = ("answerable", "by_family", "draw", "lines", "used", "writers")

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.lines: list[Line] = []
        self.writers: list[Writer] = []
        self.by_family: dict[str, list[int]] = {}
        self.answerable: list[int] = []
        self.used: set[str] = set()

    def keep(self, line: Line, writer: Writer) -> None:
        """Keep a comment just written."""
        place = len(self.lines)
        self.lines.append(line)
        self.writers.append(writer)
        self.used.add(line.id)
        if line.answered:
            self.answerable.append(place)
        for kind in line.kinds:
            self.by_family.setdefault(kind, []).append(place)

    def tied(self, answers: Answers, turn: float) -> tuple[Card, int] | None:
        """Return an answer written for one of the comments, and that comment's place, the latest first; None if none is left.

        An answer that fits several comments answers one of them for as long as ``turn`` stays, so that threads differ.
        """
        lines, used = self.lines, self.used
        for parent in reversed(self.answerable):
            id_ = lines[parent].id
            for place, card in answers.get(id_, ()):
                fits = card[0].answers
                if card[0].id not in used and fits[int((place + turn) % 1 * len(fits))] == id_:
                    return card, parent
        return None

    def parent_for(self, line: Line) -> int | None:
        """Return the place of a comment that a line may answer, recent small talk or of a family, if there is one."""
        if line.answers_small and (place := self.recent(line.answers_small)) is not None:
            return place
        found: list[int] = []
        for kind in line.reply_to:
            if kind in self.by_family:
                found += self.by_family[kind]
        return found[int(self.draw() * len(found))] if found else None

    def recent(self, kinds: Container[str | None]) -> int | None:
        """Return the place of one of the last few comments that are small talk of these kinds; None where none is."""
        lines = self.lines
        count = len(lines)
        found = [place for place in range(max(0, count - RECENT), count) if lines[place].small in kinds]
        return found[int(self.draw() * len(found))] if found else None
