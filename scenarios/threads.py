"""One thread: who writes what, when, to whom, from a plan and one random source."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from typing import Any

from kit.terms import CONTEXT, HISTORY
from scenarios.clock import Calendar, day_of
from scenarios.lines import CAPITAL, VARIANTS, Line, Random, fill, finish
from scenarios.patterns import ANY
from scenarios.plan import Epoch, Plan
from scenarios.text import Parts, settle

TRIES = 4
RECENT = 5
STALE = 0.7


class Writer:
    """Somebody who comments: their name, their voice, and what is known of them so far."""

    __slots__ = ("first", "history", "last", "name", "single", "voice")

    def __init__(self, name: tuple[str, str, str], voice: str, history: dict[str, Any], *, single: bool) -> None:
        self.name, self.first, self.last = name
        self.voice, self.history, self.single = voice, history, single


class Pending:
    """A comment that is owed: an answer to one just written, or another copy of it."""

    __slots__ = ("copy", "line", "parent", "text", "writer")

    def __init__(self, line: Line, parent: int | None, writer: Writer | None, text: str = "", copy: int = 0) -> None:
        self.line, self.parent, self.writer, self.text, self.copy = line, parent, writer, text, copy


class ThreadMaker:
    """Makes one thread; used once."""

    def __init__(self, plan: Plan, draw: Random, as_of: dt.date) -> None:
        self.plan, self.draw = plan, draw
        recipe = plan.recipe
        self.at = recipe.at[int(draw() * len(recipe.at))]
        self.calendar = Calendar(day_of(as_of, recipe.days, draw), plan.hours)
        self.cast: dict[str, str] = {}
        self._fill_cast()
        self.comments: list[dict[str, Any]] = []
        self.lines: list[Line] = []
        self.writers: list[Writer] = []
        self.by_voice: dict[str, list[Writer]] = {}
        self.by_family: dict[str, list[int]] = {}
        self.names: set[str] = set()
        self.used: set[str] = set()
        self.pending: list[Pending] = []

    def make(self, head: dict[str, Any]) -> dict[str, Any]:
        """Return the whole thread; ``head`` holds the fields that are the same for all threads of a run."""
        plan, draw, recipe = self.plan, self.draw, self.plan.recipe
        post_at = self.calendar.text(self.at)
        watched = self.calendar.watched(self.at)
        context = {
            **CONTEXT,
            **recipe.context,
            "when": post_at,
            "in_monitored_hours": watched,
            "post_topic": self.words(recipe.topic),
            "platform_can": list(plan.platform_can),
        }
        post = {"author": recipe.page_name, "text": self.words(recipe.posts[int(draw() * len(recipe.posts))]), "when": post_at}
        timeline = [self.inject(epoch) for epoch in plan.epochs[1:]]
        table = plan.arrivals[self.at]
        low, high = recipe.comments
        count = low + int(draw() * (high - low + 1))
        self.write(sorted([table[int(draw() * len(table))] for _ in range(count)]), watched)
        return {**head, "post": post, "context": context, "timeline": timeline, "comments": self.comments}

    def inject(self, epoch: Epoch) -> dict[str, Any]:
        """Return one entry of the timeline."""
        changed = dict(epoch.set)
        if epoch.recipe_post is not None:
            changed["post_topic"] = self.words(epoch.recipe_post)
        return {"at": self.calendar.text(self.at + epoch.after), "set": changed}

    def write(self, offsets: list[int], watched_at_post: bool | None) -> None:
        """Write a comment at each of these minutes after the post."""
        epochs, number = self.plan.epochs, 0
        for offset in offsets:
            while number + 1 < len(epochs) and epochs[number + 1].after <= offset:
                number += 1
            self.comment(epochs[number], self.at + offset + 1, watched_at_post)

    def comment(self, epoch: Epoch, minute: int, watched_at_post: bool | None) -> None:
        """Write one comment: an owed one if there is one, else one drawn from the epoch's table."""
        draw = self.draw
        owed = None
        if self.pending and draw() < STALE:
            owed = self.pending.pop(0)
            line, parent = owed.line, owed.parent
            writer = owed.writer or self.writer_for(line, parent)
        else:
            line, parent = self.choose(epoch.table)
            writer = self.writer_for(line, parent)
        text = owed.text if owed and owed.text else self.text_of(line, writer, parent)
        facts, context = dict(line.facts), dict(line.context) if line.context else {}
        watched = self.calendar.watched(minute)
        if watched is not watched_at_post:
            context["in_monitored_hours"] = watched
        history = writer.history.copy()
        if owed and owed.copy:
            facts["repeated_message"] = True
            history["same_message_count"] = owed.copy
            context["other_copies_standing"] = owed.copy - 1
        here = len(self.comments)
        self.comments.append(
            {
                "id": f"c{here + 1}",
                "author": writer.name,
                "text": text,
                "when": self.calendar.text(minute),
                "in_reply_to": None if parent is None else f"c{parent + 1}",
                "facts": facts,
                "author_history": history,
                "context": context,
            }
        )
        self.after(line, writer, here, owed, live=epoch.table.live)

    def choose(self, table: Any) -> tuple[Line, int | None]:
        """Draw a line not used in this thread yet, and the comment it answers, if any."""
        draw = self.draw
        for _ in range(TRIES):
            line = table.draw(draw)
            if line.id in self.used:
                continue
            if line.reply == "never":
                return line, None
            parent = self.parent_for(line)
            if parent is not None or line.reply != "only":
                return line, parent
        for _ in range(TRIES):
            line = table.draw_root(draw)
            if line.id not in self.used:
                break
        return line, None

    def parent_for(self, line: Line) -> int | None:
        """Return the number of the comment a line answers: a recent one of a family it can answer."""
        draw = self.draw
        if line.reply == "may" and draw() >= self.plan.recipe.replies:
            return None
        if not line.reply_to or ANY in line.reply_to:
            count = len(self.comments)
            return count - 1 - int(draw() * min(RECENT, count)) if count else None
        found = [place for family in line.reply_to for place in self.by_family.get(family, ())]
        return found[int(draw() * len(found))] if found else None

    def writer_for(self, line: Line, parent: int | None) -> Writer:
        """Return who writes a line: sometimes somebody who is back, never the one who is answered."""
        draw, same = self.draw, self.by_voice.get(line.voice)
        if same and not line.single and draw() < self.plan.recipe.returning:
            writer = same[int(draw() * len(same))]
            if parent is None or self.writers[parent] is not writer:
                return writer
        return self.newcomer(line)

    def newcomer(self, line: Line) -> Writer:
        """Return somebody new, with a history of the recipe's shares or the line's own."""
        draw, plan = self.draw, self.plan
        people = plan.pools.screen_names if plan.by_handle else plan.pools.writers
        name = people[int(draw() * len(people))]
        while name[0] in self.names:
            name = people[int(draw() * len(people))]
        if line.author_name and not plan.by_handle:
            pool = plan.pools.values[line.author_name]
            shown = pool[int(draw() * len(pool))]
            name = (shown, *_split(shown))
        self.names.add(name[0])
        if line.history:
            history = {**HISTORY, **line.history}
        else:
            shares = plan.record_shares
            history = plan.records[bisect(shares, draw() * shares[-1], 0, len(shares) - 1)].copy()
        writer = Writer(name, line.voice, history, single=line.single)
        if not line.single:
            self.by_voice.setdefault(line.voice, []).append(writer)
        return writer

    def text_of(self, line: Line, writer: Writer, parent: int | None) -> str:
        """Return the words of a line as this writer puts them."""
        cast, draw = self.cast, self.draw
        cast["me"], cast["me_first"], cast["me_last"] = writer.name, writer.first, writer.last
        if parent is not None:
            other = self.writers[parent]
            cast["to"] = other.name if self.plan.by_handle else other.first
        variant = line.variant(int(draw() * VARIANTS))
        return finish(fill(variant, cast, draw), line, variant, cast, draw)

    def after(self, line: Line, writer: Writer, here: int, owed: Pending | None, *, live: bool) -> None:
        """Keep what a comment changes: who was here, what is used, what is owed, what is now known of its author."""
        self.lines.append(line)
        self.writers.append(writer)
        self.used.add(line.id)
        self.by_family.setdefault(line.family, []).append(here)
        history = writer.history
        if line.against_live if live else line.against:
            history["prior_violations"] += 1
        history["contacts_last_month"] += 1
        if line.inappropriate and history["inappropriate_contacts_last_month"]:
            history["inappropriate_contacts_last_month"] += 1
        if owed is None and line.copies[1] > 1:
            low, high = line.copies
            for copy in range(2, low + int(self.draw() * (high - low + 1)) + 1):
                self.pending.append(Pending(line, None, writer, self.comments[here]["text"], copy))
        elif line.follows and not (owed and owed.copy):
            self.owe(line, writer, here)

    def owe(self, line: Line, writer: Writer, here: int) -> None:
        """Note the answers that an exchange calls for."""
        first = self.writers[_number(self.comments[here]["in_reply_to"])] if self.comments[here]["in_reply_to"] else None
        for follow in line.follows:
            lines = self.plan.epochs[0].table.by_id.get(follow.id) or self.plan.epochs[-1].table.by_id.get(follow.id)
            if not lines or self.draw() >= follow.chance:
                continue
            who = {"same": writer, "first": first, "other": None}[follow.by]
            fitting = [one for one in lines if who and one.voice == who.voice] or lines
            self.pending.append(Pending(fitting[int(self.draw() * len(fitting))], here, who))

    def words(self, parts: Parts) -> str:
        """Return the words of the post or of a headline, filled from the cast."""
        out = []
        for part in settle(parts, self.draw):
            if isinstance(part, str):
                out.append(part)
            else:
                if part.key not in self.cast:
                    self._cast(part.key, part.pool)
                out.append(self.cast[part.key])
        text = "".join(out)
        return text[0].upper() + text[1:]

    def _fill_cast(self) -> None:
        for role, pool in self.plan.recipe.cast.items():
            self._cast(role, pool)

    def _cast(self, role: str, pool: str) -> None:
        """Cast one role, its first and last name, and each as it stands at the start of a sentence."""
        values = (pool[1:],) if pool.startswith("=") else self.plan.pools.values[pool]
        value = values[int(self.draw() * len(values))]
        while len(values) > len(self.cast) and value in self.cast.values():
            value = values[int(self.draw() * len(values))]
        first, last = _split(value)
        for key, words in ((role, value), (f"{role}_first", first), (f"{role}_last", last)):
            self.cast[key] = words
            self.cast[CAPITAL + key] = words[:1].upper() + words[1:]


def _split(name: str) -> tuple[str, str]:
    first, _, last = name.rpartition(" ")
    return first or last, last


def _number(id_: str) -> int:
    return int(id_[1:]) - 1
