"""One thread: who writes what, when, to whom, from a plan and one random source."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections.abc import Mapping
from typing import Any

from scenarios.cast import halves
from scenarios.lines import VARIANTS, Line, Random, fill, finish
from scenarios.plan import Epoch, Plan
from scenarios.recipes import MOST_COMMENTS
from scenarios.scene import Scene
from scenarios.tables import Table

TRIES = 6
RECENT = 5
OWED_NEXT = 0.7
"""How often an owed comment comes before a fresh one."""


IDS = tuple(f"c{number + 1}" for number in range(MOST_COMMENTS))
"""The id of the comment at each place of a thread."""


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
            if line.against_live if self.live else line.against:
                history["prior_violations"] += 1
            if line.inappropriate and history["inappropriate_contacts_last_month"]:
                history["inappropriate_contacts_last_month"] += 1
            self.history, self.said = {**history}, None
        return history


class Owed:
    """A comment that is owed: an answer to one just written, or another copy of it (``copy`` 2 and up)."""

    __slots__ = ("copy", "line", "parent", "text", "writer")

    def __init__(self, line: Line, parent: int | None, writer: Writer | None, text: str = "", copy: int = 0) -> None:
        self.line, self.parent, self.writer, self.text, self.copy = line, parent, writer, text, copy


class ThreadMaker:
    """Makes one thread; used once."""

    __slots__ = (
        "by_family", "by_voice", "comments", "draw", "lines", "names", "owed", "plan", "scene", "used", "watched",
        "writers",
    )  # fmt: skip

    def __init__(self, plan: Plan, draw: Random, as_of: dt.date) -> None:
        self.plan, self.draw = plan, draw
        self.scene = Scene(plan, draw, as_of)
        self.watched: bool | None = None
        self.comments: list[dict[str, Any]] = []
        self.lines: list[Line] = []
        self.writers: list[Writer] = []
        self.by_voice: dict[str, list[Writer]] = {}
        self.by_family: dict[str, list[int]] = {}
        self.names: set[str] = set()
        self.used: set[str] = set()
        self.owed: list[Owed] = []

    def make(self, head: dict[str, Any]) -> dict[str, Any]:
        """Return the whole thread; ``head`` holds the fields that are the same for all threads of a run."""
        scene, epochs, number = self.scene, self.plan.epochs, 0
        context = scene.context()
        self.watched = context["in_monitored_hours"]
        thread = {
            **head,
            "post": scene.post(),
            "context": context,
            "timeline": scene.timeline(),
            "comments": self.comments,
        }
        for offset in scene.offsets():
            while number + 1 < len(epochs) and epochs[number + 1].after <= offset:
                number += 1
            self.comment(epochs[number], scene.at + offset + 1)
        return thread

    def comment(self, epoch: Epoch, minute: int) -> None:
        """Write one comment: an owed one if there is one, else one drawn from the epoch's table."""
        owed = None
        if self.owed and self.draw() < OWED_NEXT:
            owed = self.owed.pop(0)
            line, parent = owed.line, owed.parent
        else:
            line, parent = self.choose(epoch.table)
        writer = (owed and owed.writer) or self.writer_for(line, parent)
        when, watched = self.plan.diary.moment(self.scene.midnight + minute)
        facts, history = {**line.facts}, writer.known()
        context = {**line.context} if line.context else {}
        if watched is not self.watched:
            context["in_monitored_hours"] = watched
        if owed and owed.copy:
            text = owed.text
            facts["repeated_message"] = True
            history["same_message_count"] = owed.copy
            context["other_copies_standing"] = owed.copy - 1
        else:
            text = self.text_of(line, writer, parent)
        comments = self.comments
        comments.append(
            {
                "id": IDS[len(comments)],
                "author": writer.name[0],
                "text": text,
                "when": when,
                "in_reply_to": None if parent is None else IDS[parent],
                "facts": facts,
                "author_history": history,
                "context": context,
            }
        )
        self.keep(line, writer, live=epoch.table.live)
        if line.brings and not (owed and owed.copy):
            self.owe(line, writer, parent)

    def choose(self, table: Table) -> tuple[Line, int | None]:
        """Draw a line not used in this thread yet, and the comment it answers, if it answers one."""
        draw, used, answers = self.draw, self.used, table.answers
        if self.comments and answers.lines and draw() < self.plan.recipe.replies:
            for _ in range(TRIES):
                line = answers.lines[bisect(answers.shares, draw() * answers.total, 0, answers.last)]
                if line.id not in used and (parent := self.parent_for(line)) is not None:
                    return line, parent
        roots = table.roots
        for _ in range(TRIES):
            line = roots.lines[bisect(roots.shares, draw() * roots.total, 0, roots.last)]
            if line.id not in used:
                break
        return line, None

    def parent_for(self, line: Line) -> int | None:
        """Return the number of the comment a line answers: one of a family it can answer, or any recent one."""
        if line.answers_any:
            count = len(self.comments)
            return count - 1 - int(self.draw() * min(RECENT, count))
        found: list[int] = []
        for kind in line.reply_to:
            if kind in self.by_family:
                found += self.by_family[kind]
        return found[int(self.draw() * len(found))] if found else None

    def writer_for(self, line: Line, parent: int | None) -> Writer:
        """Return who writes a line: sometimes somebody who is back, never the one who is answered."""
        draw, same = self.draw, self.by_voice.get(line.voice)
        if same and not line.single and draw() < self.plan.recipe.returning:
            writer = same[int(draw() * len(same))]
            if parent is None or self.writers[parent] is not writer:
                return writer
        return self.newcomer(line)

    def newcomer(self, line: Line) -> Writer:
        """Return somebody new, with the history that the line asks for or one of the recipe's."""
        draw, plan, names = self.draw, self.plan, self.names
        people = plan.people
        name = people[int(draw() * len(people))]
        while name[0] in names:
            name = people[int(draw() * len(people))]
        if line.author_name and not plan.by_handle:
            pool = plan.pools.values[line.author_name]
            shown = pool[int(draw() * len(pool))]
            name = (shown, *halves(shown))
        names.add(name[0])
        history = line.history
        if not history:
            shares = plan.record_shares
            history = plan.records[bisect(shares, draw() * shares[-1], 0, len(shares) - 1)]
        writer = Writer(name, line.voice, history)
        if not line.single:
            self.by_voice.setdefault(line.voice, []).append(writer)
        return writer

    def text_of(self, line: Line, writer: Writer, parent: int | None) -> str:
        """Return the words of a line as this writer puts them."""
        cast, draw = self.scene.cast, self.draw
        number = int(draw() * VARIANTS)
        variant = line.variants[number] or line.variant(number)
        if variant.named:
            cast["me"], cast["me_first"], cast["me_last"] = writer.name
            if parent is not None:
                shown, first, _ = self.writers[parent].name
                cast["to"] = shown if self.plan.by_handle else first
        return finish(fill(variant, cast, draw), line, variant, draw, asides=self.plan.asides, cast=cast)

    def keep(self, line: Line, writer: Writer, *, live: bool) -> None:
        """Keep who was here, what is used, and what is known of the author from now on."""
        place = len(self.lines)
        self.lines.append(line)
        self.writers.append(writer)
        self.used.add(line.id)
        for kind in line.kinds:
            self.by_family.setdefault(kind, []).append(place)
        writer.said, writer.live = line, live

    def owe(self, line: Line, writer: Writer, parent: int | None) -> None:
        """Note the copies and answers that a comment just written brings."""
        here, draw = len(self.comments) - 1, self.draw
        if line.copies[1] > 1:
            low, high = line.copies
            text = self.comments[here]["text"]
            copies = low + int(draw() * (high - low + 1))
            self.owed += [Owed(line, None, writer, text, copy) for copy in range(2, copies + 1)]
        for follow in line.follows:
            lines = self.plan.owed.get(follow.id)
            if not lines or draw() >= follow.chance:
                continue
            first = None if parent is None else self.writers[parent]
            who = {"same": writer, "first": first, "other": None}[follow.by]
            fitting = [one for one in lines if who and one.voice == who.voice] or lines
            self.owed.append(Owed(fitting[int(draw() * len(fitting))], here, who))
