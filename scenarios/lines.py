"""Lines: a pattern in a voice, made ready to be filled at speed.

A line has a few *variants*: its choices made and its words dressed in the voice, once, from a random
source of its own, so that it does not matter which comment asks first. Filling one is a single
``%`` of drawn values; everything that can be known beforehand is.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kit.terms import HISTORY
from scenarios.cast import CAPITAL
from scenarios.dress import AS_IS, LOWER, dress, opener_before
from scenarios.load import Library
from scenarios.patterns import ANY, ASKED, BOTH, NEAR, SAID, SMALL_TALK, Pattern
from scenarios.pools import OF_AUTHOR, TO, Pools
from scenarios.text import Random, Slot, settle
from scenarios.voices import Finish, Voice

VARIANTS = 4
MANY = 300
"""A family of so many patterns hardly ever says a thing twice."""

ONCE_ONLY = ("emergency_now", "welfare_concern", "hate_crime_victim", "credible_threat", "threatening", "impersonation")
"""Whoever writes this does not come back in the thread with small talk."""

ALONE = (*ONCE_ONLY, "threat_imminent", "scam_suspected", "promotional", "repeated_message")
"""Nobody goes on about something else after this."""

PLAIN = frozenset((
    "honest_opinion", "fair_criticism", "sarcasm", "political_opinion_only", "robust_disagreement", "genuine_question",
    "asks_other_readers", "already_answered", "public_sighting_only",
))  # fmt: skip
"""What is true of small talk, which may be answered by more of it."""

BY_AUTHOR = frozenset((*OF_AUTHOR, TO))


class Gap(NamedTuple):
    """A slot of a variant: its key in the cast, and the pool to draw from where the cast has none."""

    key: str
    pool: tuple[str, ...]
    exact: bool


TAG = "tag"
TAGGED = Gap(TAG, (), exact=True)
"""The name of who is answered where it opens a comment: as the platform sets it, whole."""


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
        "answered", "answers_small", "author_name", "bare", "brings", "context", "copies", "decks", "facts", "follows",
        "frame", "history", "id", "kinds", "kit", "loose", "marks", "pattern", "reply_to", "single", "small", "tails",
        "variants", "voice",
    )  # fmt: skip

    def __init__(self, pattern: Pattern, voice: Voice, kit: Dresser, *, over: bool = False) -> None:
        self.id, self.pattern, self.voice = pattern.id, pattern, voice.name
        kinds = (NEAR + pattern.family if pattern.near else pattern.family, BOTH + pattern.family)
        self.kinds = tuple(kind for kind in kinds if kind in kit.answered)
        self.answered = pattern.id in kit.tied
        self.kit = kit
        self.decks = kit.decks(voice)
        self.facts: Mapping[str, Any] = (pattern.if_over if over else None) or pattern.facts
        self.frame, self.reply_to = pattern.frame, pattern.reply_to
        wanted = pattern.reply_to or (ANY,)
        self.answers_small = frozenset[str]().union(*(SMALL_TALK.get(word, ()) for word in wanted))
        self.history: Mapping[str, Any] = {**HISTORY, **pattern.author_history} if pattern.author_history else {}
        self.context, self.author_name = pattern.context, pattern.author_name
        self.copies, self.follows = pattern.copies, pattern.follows
        self.brings = bool(pattern.follows or pattern.copies[1] > 1)
        self.single = bool(pattern.author_history or pattern.author_name or pattern.copies[1] > 1) or any(
            self.facts.get(name) for name in ONCE_ONLY
        )
        alone = pattern.copies[1] > 1 or any(self.facts.get(name) for name in ALONE)
        self.marks = () if alone else kit.habits.moods.get(pattern.mood, ())
        plain = not alone and all(name in PLAIN for name, value in self.facts.items() if value)
        self.small = (ASKED if self.facts.get("genuine_question") else SAID) if plain else None
        self.tails = self.small is not None and not pattern.near  # else what is tacked on would tell them from breaches
        self.loose = bool(pattern.needs.topics) and self.small == SAID and not (self.brings or pattern.answers)
        self.bare = kit.sizes[family_of(pattern)] < MANY
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
            gap = TAGGED if part.pool == TO and not pieces else self._gap(part, capital=start, case=case)
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
            named=any(gap.key in BY_AUTHOR or gap is TAGGED for gap in gaps),
        )

    def _gap(self, slot: Slot, *, capital: bool, case: int) -> Gap:
        exact = slot.pool in self.kit.pools.exact
        if slot.pool in BY_AUTHOR:
            return Gap(slot.key, (), exact=slot.pool == TO)
        pool = self.kit.pools.values.get(slot.pool, ())
        if capital and not exact and case != LOWER:
            return Gap(CAPITAL + slot.key, self.kit.capitals(slot.pool), exact)
        return Gap(slot.key, pool, exact)


def family_of(pattern: Pattern) -> tuple[str, bool]:
    """Return the family of a pattern, what is written for a topic apart from what is said anywhere."""
    return pattern.family, bool(pattern.needs.topics)


class Dresser:
    """What lines are dressed with, and those made already.

    ``answered`` are the kinds of comment that get answers, ``tied`` the patterns that answers were written for.
    """

    def __init__(self, library: Library, pools: Pools) -> None:
        self.habits, self.voices, self.ready, self.pools = library.habits, library.voices, library.ready, pools
        self.sizes = Counter(family_of(pattern) for pattern in library.patterns)
        self.answered = {kind for pattern in library.patterns for kind in pattern.reply_to}
        self.lines: dict[tuple[str, str], Line] = {}
        self.over: dict[tuple[str, str], Line] = {}
        self.tied = {id_ for pattern in library.patterns for id_ in pattern.answers}

    def line(self, pattern: Pattern, voice: str, *, over: bool = False) -> Line:
        """Return the line of a pattern in a voice, made on first use and shared by all recipes."""
        lines = self.over if over and pattern.if_over else self.lines
        key = pattern.id, voice
        found = lines.get(key)
        if found is None:
            found = lines[key] = Line(pattern, self.voices[voice], self, over=over)
        return found

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
