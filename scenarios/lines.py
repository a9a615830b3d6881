"""Lines: a pattern in a voice, made ready to be filled at speed.

A line has a few *variants*: its choices made and its words dressed in the voice, once, from a random
source of its own, so that it does not matter which comment asks first. Filling one is a single
``%`` of drawn values; everything that can be known beforehand is.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from kit.terms import HISTORY
from scenarios import truth
from scenarios.cast import CAPITAL
from scenarios.load import Library
from scenarios.patterns import ANY, BOTH, NEAR, Pattern
from scenarios.pools import OF_AUTHOR, TO, Pools
from scenarios.text import Slot, settle
from scenarios.voices import AS_IS, DECK, LOWER, SMALL_AFTER, Finish, Voice, dress, opener_before

Random = Callable[[], float]
VARIANTS = 5
INAPPROPRIATE = ("rhetoric", "distasteful", "abusive")
"""What is recorded against a repeat caller."""

ONCE_ONLY = ("emergency_now", "welfare_concern", "hate_crime_victim", "credible_threat", "threatening", "impersonation")
"""Whoever writes this does not come back in the thread with small talk."""

BY_AUTHOR = frozenset((*OF_AUTHOR, TO))


class Gap(NamedTuple):
    """A slot of a variant: its key in the cast, and the pool to draw from where the cast has none."""

    key: str
    pool: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Variant:
    """Words ready to fill. ``odd`` ones need a slower way: a value used twice, or small letters throughout."""

    words: str
    gaps: tuple[Gap, ...]
    odd: bool
    case: int
    opener: int
    lower: bool
    order: tuple[int, ...]
    named: bool


class Line:
    """A pattern in a voice, with everything a comment takes from it looked up beforehand."""

    __slots__ = (
        "against", "against_live", "answers_any", "author_name", "brings", "context", "copies", "decks", "facts", "follows",
        "frame", "history", "id", "inappropriate", "kinds", "kit", "marks", "pattern", "reply", "reply_to", "single",
        "variants", "voice",
    )  # fmt: skip

    def __init__(self, pattern: Pattern, voice: Voice, kit: Dresser, *, over: bool = False) -> None:
        self.id, self.pattern, self.voice = pattern.id, pattern, voice.name
        kinds = (NEAR + pattern.family if pattern.near else pattern.family, BOTH + pattern.family)
        self.kinds = tuple(kind for kind in kinds if kind in kit.answered)
        self.kit = kit
        self.decks = kit.decks(voice)
        self.marks = kit.habits.moods.get(pattern.mood, ())
        self.facts: Mapping[str, Any] = (pattern.if_over if over else None) or pattern.facts
        self.against = truth.counts_against(self.facts, live=False)
        self.against_live = truth.counts_against(self.facts, live=True)
        self.inappropriate = any(self.facts.get(name) for name in INAPPROPRIATE)
        self.frame, self.reply, self.reply_to = pattern.frame, pattern.reply, pattern.reply_to
        self.answers_any = not pattern.reply_to or ANY in pattern.reply_to
        self.history: Mapping[str, Any] = {**HISTORY, **pattern.author_history} if pattern.author_history else {}
        self.context, self.author_name = pattern.context, pattern.author_name
        self.copies, self.follows = pattern.copies, pattern.follows
        self.brings = bool(pattern.follows or pattern.copies[1] > 1)
        self.single = bool(pattern.author_history or pattern.author_name or pattern.copies[1] > 1) or any(
            self.facts.get(name) for name in ONCE_ONLY
        )
        self.variants = kit.variants(pattern, voice)

    def variant(self, number: int) -> Variant:
        """Return one variant, made ready on first use."""
        found = self.variants[number]
        if found is None:
            found = self.variants[number] = self._make(number)
        return found

    def _make(self, number: int) -> Variant:
        source = seeded(f"{self.id}|{self.voice}|{number}")
        words = settle(self.pattern.parts, source)
        dressed, case = dress(words, self.kit.voices[self.voice], self.kit.habits, source)
        gaps: list[Gap] = []
        order: list[int] = []
        pieces = []
        start = True
        for part in dressed:
            if isinstance(part, str):
                pieces.append(part.replace("%", "%%"))
                start = part.rstrip()[-1] in ".!?" if part.strip() else start
                continue
            gap = self._gap(part, capital=start, case=case)
            if gap not in gaps:
                gaps.append(gap)
            order.append(gaps.index(gap))
            pieces.append("%s")
            start = False
        text = "".join(pieces)
        twice = len(order) > len(gaps) or any("#" in gap.key for gap in gaps)
        literal = dressed[0] if isinstance(dressed[0], str) else ""
        return Variant(
            words=text if gaps else text.replace("%%", "%"),
            gaps=tuple(gaps),
            odd=twice or case != AS_IS,
            case=case,
            opener=opener_before(literal, self.kit.habits.proper),
            lower=bool(literal) or not (gaps and gaps[0].exact),
            order=tuple(order),
            named=any(gap.key in BY_AUTHOR for gap in gaps),
        )

    def _gap(self, slot: Slot, *, capital: bool, case: int) -> Gap:
        exact = slot.pool in self.kit.pools.exact
        if slot.pool in BY_AUTHOR:
            return Gap(slot.key, (), exact=slot.pool == TO)
        pool = self.kit.pools.values.get(slot.pool, ())
        if capital and not exact and case != LOWER:
            return Gap(CAPITAL + slot.key, self.kit.capitals(slot.pool), exact)
        return Gap(slot.key, pool, exact)


def fill(variant: Variant, cast: Mapping[str, str], draw: Random) -> str:
    """Return a variant's words with every slot filled, from the cast first and else from its pool."""
    gaps = variant.gaps
    if not gaps:
        return variant.words
    values = []
    for key, pool, _ in gaps:
        values.append(cast[key] if key in cast else pool[int(draw() * len(pool))])
    if variant.odd:
        return _odd(variant, values, cast, draw)
    return variant.words % tuple(values)


def _odd(variant: Variant, values: list[str], cast: Mapping[str, str], draw: Random) -> str:
    """Fill the slower way: different values for {x} and {x#2}, one value used twice, or another case."""
    for index, gap in enumerate(variant.gaps):
        taken = [*values[:index], cast.get(gap.key.split("#")[0]) if "#" in gap.key else None]
        while gap.pool and values[index] in taken and len(gap.pool) > len(taken):
            values[index] = gap.pool[int(draw() * len(gap.pool))]
        if variant.case != AS_IS and not gap.exact:
            values[index] = values[index].lower() if variant.case == LOWER else values[index].upper()
    return variant.words % tuple([values[index] for index in variant.order])


def finish(text: str, line: Line, variant: Variant, draw: Random, *, asides: Asides, cast: Mapping[str, str]) -> str:
    """Return the words with the last touches of one card: opener, closing words, end mark, emoji."""
    opener, lower, end, closer, emoji, aside = line.decks[variant.case][int(draw() * DECK)]
    if line.frame:
        if aside and (fitting := asides.get(line.voice)):
            text = joined(text, _aside(fitting, variant.case, cast, draw))
        if closer:
            text = joined(text, closer)
        if opener and variant.opener:
            text = opener + (text[0].lower() + text[1:] if variant.opener == SMALL_AFTER else text)
    if lower and variant.lower:
        text = text[0].lower() + text[1:]
    if end is not None and text[-1] == "." and text[-2:] != "..":
        text = text[:-1] + end
    if emoji and line.marks:
        mark = line.marks[int(draw() * len(line.marks))]
        text = f"{text} {mark * emoji}"
    return text


def _aside(asides: Sequence[Line], case: int, cast: Mapping[str, str], draw: Random) -> str:
    line = asides[int(draw() * len(asides))]
    text = fill(line.variant(int(draw() * VARIANTS)), cast, draw)
    return text if case == AS_IS else text.lower() if case == LOWER else text.upper()


def joined(text: str, more: str) -> str:
    """Return two pieces of a comment as one, with a full stop between them where people would put one."""
    if more[0].islower():
        return f"{text[:-1] if text[-1] == '.' else text} {more}"
    return f"{text}. {more}" if text[-1].isalnum() else f"{text} {more}"


Asides = Mapping[str, Sequence[Line]]
"""By voice, the sentences that may lengthen a comment."""


class Dresser:
    """What lines are dressed with, and those made already; ``answered`` are the kinds of comment that get answers."""

    def __init__(self, library: Library, pools: Pools) -> None:
        self.habits, self.voices, self.ready, self.pools = library.habits, library.voices, library.ready, pools
        self.answered = {kind for pattern in library.patterns for kind in pattern.reply_to}

    def line(self, pattern: Pattern, voice: str, *, over: bool = False) -> Line:
        """Return the line of a pattern in a voice, made on first use and shared by all recipes."""
        key = (id(self.pools), "line", pattern.id, voice, over and bool(pattern.if_over))
        if key not in self.ready:
            self.ready[key] = Line(pattern, self.voices[voice], self, over=over)
        line: Line = self.ready[key]
        return line

    def variants(self, pattern: Pattern, voice: Voice) -> list[Variant | None]:
        """Return the shelf on which the variants of a pattern in a voice are kept."""
        shelf: list[Variant | None] = self.ready.setdefault((id(self.pools), pattern.id, voice.name), [None] * VARIANTS)
        return shelf

    def capitals(self, name: str) -> tuple[str, ...]:
        """Return a pool's values as they stand at the start of a sentence, the same tuple every time."""
        key = (id(self.pools), "capitals", name)
        if key not in self.ready:
            self.ready[key] = tuple(value[:1].upper() + value[1:] for value in self.pools.values.get(name, ()))
        capitals: tuple[str, ...] = self.ready[key]
        return capitals

    def decks(self, voice: Voice) -> tuple[tuple[Finish, ...], ...]:
        """Return a voice's finishes as they are, in small letters, in capitals."""
        key = ("decks", voice.name)
        if key not in self.ready:
            lower = tuple(
                card._replace(opener=card.opener.lower(), closer=card.closer.lower()) for card in voice.finishes
            )
            upper = tuple(
                card._replace(opener=card.opener.upper(), closer=card.closer.upper(), lower=False)
                for card in voice.finishes
            )
            self.ready[key] = (voice.finishes, lower, upper)
        decks: tuple[tuple[Finish, ...], ...] = self.ready[key]
        return decks


def seeded(words: str) -> Random:
    """Return a random source that depends on these words alone: the same in every process and on every machine."""
    return random.Random(int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big")).random
