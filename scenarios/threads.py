"""One thread: who writes what, when, to whom, from a plan and one random source."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from typing import Any

from scenarios.cast import halves
from scenarios.dress import NO_OPENER, SMALL_AFTER
from scenarios.lines import TAG, VARIANTS, Line, Variant
from scenarios.patterns import SAID, SMALL_TALK
from scenarios.plan import Epoch, Plan
from scenarios.recipes import MOST_COMMENTS
from scenarios.said import Said
from scenarios.scene import Scene
from scenarios.tables import Card, Draws, Hand, Table
from scenarios.text import Random
from scenarios.voices import DECK, Finish
from scenarios.wording import again, fill, finish, tail
from scenarios.writers import Owed, Writer

TRIES = 6
HALF = 0.5
TIED = 0.9
"""How often somebody who answers says what was written as an answer to just that comment."""

OF_A_KIND = 0.18
"""How often somebody who does not says what answers that kind of comment."""

LOOSE = 0.5
"""How often somebody who does neither hangs a remark on the post under another on it."""

BARE = 0.6
"""How often a comment of a small family with nothing drawn in it gets a sentence more, so that it is not said twice alike."""

SPREAD = 0.04
"""How far from its place a thread may begin, as a share of the scenario's stretch."""

BY_NAME = 0.2
"""How often somebody who answers begins with the other's name though the words do not ask for it."""

OWED_NEXT = 0.7
"""How often an owed comment comes before a fresh one."""

IDS = tuple(f"c{number + 1}" for number in range(MOST_COMMENTS))
"""The id of the comment at each place of a thread."""


class ThreadMaker:
    """Makes one thread; used once."""

    __slots__ = (
        "by_voice", "comments", "draw", "names", "owed", "plan", "said", "scene", "step", "turn", "watched",
    )  # fmt: skip

    def __init__(self, plan: Plan, draw: Random, as_of: dt.date, turn: float, step: float) -> None:
        self.plan, self.draw, self.turn, self.step = plan, draw, turn, step
        self.scene = Scene(plan, draw, as_of)
        self.watched: bool | None = None
        self.comments: list[dict[str, Any]] = []
        self.said = Said(draw)
        self.by_voice: dict[str, list[Writer]] = {}
        self.names: set[str] = set()
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
            text = again(owed.text, owed.copy)
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
        """Deal a line not used in this thread yet, and the place of the comment it answers, if it answers one."""
        said, draw = self.said, self.draw
        replies = self.comments and draw() < self.plan.recipe.replies
        if replies and draw() < TIED and (tied := said.tied(table.tied, self.turn)):
            return self.voiced(tied[0], over=table.over), tied[1]
        if replies and table.answers.hands and draw() < OF_A_KIND:
            for _ in range(TRIES):
                line = self.deal(table.answers, over=table.over)
                if line.id not in said.used and (parent := said.parent_for(line)) is not None:
                    return line, parent
        line = self.deal(table.roots, over=table.over)
        return line, said.recent(SMALL_TALK[SAID]) if replies and line.loose and draw() < LOOSE else None

    def deal(self, draws: Draws, *, over: bool) -> Line:
        """Return the next line of a hand that is drawn by its share; of another where this thread has used it up."""
        draw = self.draw
        for _ in range(TRIES):
            line = self.next_of(draws.hands[bisect(draws.shares, draw() * draws.total, 0, draws.last)], over=over)
            if line.id not in self.said.used:
                break
        return line

    def next_of(self, hand: Hand, *, over: bool = False) -> Line:
        """Return a line of a hand that this thread has not used, in a voice drawn by its share.

        A thread begins at its own place in the scenario's stretch, so that scenarios and threads differ.
        """
        used, size = self.said.used, len(hand.cards)
        at = bisect(hand.places, self.place(hand.start, hand.length))
        for ahead in range(size):
            card = hand.cards[(at + ahead) % size]
            if card[0].id not in used:
                break
        return self.voiced(card, over=over)

    def place(self, start: float, length: float) -> float:
        """Return where this thread stands in a stretch of a family, a little on or off."""
        return (self.turn + start + length * ((self.step + self.draw() * SPREAD) % 1)) % 1

    def voiced(self, card: Card, *, over: bool) -> Line:
        """Return a card's line in one of the voices that may say it."""
        draw, (pattern, shares, voices) = self.draw, card
        voice = voices[bisect(shares, draw() * shares[-1], 0, len(voices) - 1)] if len(voices) > 1 else voices[0]
        return self.plan.line(pattern, voice, over=over)

    def writer_for(self, line: Line, parent: int | None) -> Writer:
        """Return who writes a line: sometimes somebody who is back, never the one who is answered."""
        draw, same = self.draw, self.by_voice.get(line.voice)
        if same and not line.single and draw() < self.plan.recipe.returning:
            writer = same[int(draw() * len(same))]
            if parent is None or self.said.writers[parent] is not writer:
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
            pool = [shown for shown in plan.pools.values[line.author_name] if shown not in names]
            shown = pool[int(draw() * len(pool))] if pool else name[0]
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
        if parent is not None:
            shown, first, _ = self.said.writers[parent].name
            cast["to"] = shown if self.plan.by_handle else first
            cast[TAG] = shown if self.plan.by_handle or draw() < HALF else first
        if variant.named:
            cast["me"], cast["me_first"], cast["me_last"] = writer.name
        card = line.decks[variant.case][int(draw() * DECK)]
        more = self.tails(line, variant, card) if line.tails else []
        text = finish(fill(variant, cast, draw), line, variant, card, more=more, draw=draw)
        if parent is not None and not variant.named and variant.opener != NO_OPENER and draw() < BY_NAME:
            small = not self.plan.by_handle and (variant.opener == SMALL_AFTER or card.opener)
            text = f"{cast[TAG]} {text[0].lower() + text[1:] if small else text}"
        return text

    def tails(self, line: Line, variant: Variant, card: Finish) -> list[str]:
        """Return the sentences that a card adds to a comment."""
        asides = card.asides or (line.bare and not variant.gaps and self.draw() < BARE)
        hand = self.plan.asides.get(line.voice)
        sentences: list[str] = []
        while hand and len(sentences) < asides:
            aside = self.next_of(hand)
            self.said.used.add(aside.id)
            sentences.append(tail(aside, variant.case, self.scene.cast, self.draw))
        return sentences

    def keep(self, line: Line, writer: Writer, *, live: bool) -> None:
        """Keep what was said, and what is known of the author from now on."""
        self.said.keep(line, writer)
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
            first = None if parent is None else self.said.writers[parent]
            who = {"same": writer, "first": first, "other": None}[follow.by]
            fitting = [one for one in lines if who and one.voice == who.voice] or lines
            self.owed.append(Owed(fitting[int(draw() * len(fitting))], here, who))
