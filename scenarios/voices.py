"""Voices: manners of writing. A voice changes the surface of words and never what they say.

Two moments. ``scenarios.dress`` edits the literal words of a pattern once, when one of its variants is
made ready. ``finishes`` is a deck of small last touches, drawn once per comment: how it opens and ends,
its closing words, its emoji.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kit.errors import Fault
from scenarios.intake import Intake

RATES = (
    "lower_start", "no_end", "bang", "bangs", "dots_end", "all_lower", "shout", "emoji", "apostrophe", "typo",
    "textspeak", "stretch", "emphasis", "dots", "dropped", "opener", "closer", "aside", "double_question",
    "no_comma", "expand", "dash", "quotes",
)  # fmt: skip
"""Everything a voice does now and then, in percent of its comments."""

DECK = 200
"""Cards in a voice's deck of finishes; a rate of half a percent still gets one."""


class Finish(NamedTuple):
    """One card: the last touches of one comment."""

    opener: str
    lower: bool
    end: str | None
    closer: str
    emoji: int
    asides: int


@dataclass(frozen=True, kw_only=True)
class Habits:
    """What all voices share: how words are misspelt, shortened, stretched and stressed."""

    misspell: Mapping[str, str]
    expand: Mapping[str, str]
    same: Mapping[str, tuple[str, ...]]
    textspeak: Mapping[str, str]
    stretch: tuple[str, ...]
    stress: tuple[str, ...]
    proper: frozenset[str]
    moods: Mapping[str, tuple[str, ...]]

    @functools.cached_property
    def alike(self) -> re.Pattern[str]:
        """What finds words that others can stand for where they begin, the longest first."""
        words = sorted(self.same, key=lambda word: (-len(word), word))
        return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![\w'’-])", re.IGNORECASE)

    @functools.cached_property
    def heads(self) -> frozenset[str]:
        """The first words of those."""
        return frozenset(re.split(r"[ '’]", word)[0] for word in self.same)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One manner of writing: its rates, its openers and closers, and its deck of finishes."""

    name: str
    rates: Mapping[str, float]
    finishes: tuple[Finish, ...]


def read_voices(data: Any, file: str, faults: list[Fault]) -> tuple[Habits, dict[str, Voice]]:
    """Return the habits and the voices of one authored file, noting every fault."""
    intake = Intake(data, file, faults)
    moods = {name: tuple(marks) for name, marks in intake.table("moods").items()}
    habits = Habits(
        misspell=intake.table("misspell"),
        expand=intake.table("expand"),
        same={word.lower(): tuple(row) for row in intake.take("same", "a list", []) for word in row},
        textspeak=intake.table("textspeak"),
        stretch=intake.words("stretch"),
        stress=intake.words("stress"),
        proper=frozenset(intake.words("proper")),
        moods={"plain": (), **moods},
    )
    rows = intake.table("voices")
    intake.close()
    return habits, {name: _voice(name, Intake(row, file, faults)) for name, row in rows.items()}


def _voice(name: str, one: Intake) -> Voice:
    one.take("about", "words")
    rates = one.table("rates")
    for rate, share in rates.items():
        if rate not in RATES:
            one.unknown("rates", rate, RATES)
        elif isinstance(share, bool) or not isinstance(share, (int, float)) or not 0 <= share <= 100:  # noqa: PLR2004
            one.fault(f"the rate {rate} is wrong", found=repr(share), expected="a share from 0 to 100")
    openers, closers = one.words("openers"), one.words("closers")
    one.close()
    whole = {rate: float(rates.get(rate, 0)) if isinstance(rates.get(rate, 0), (int, float)) else 0.0 for rate in RATES}
    return Voice(name=name, rates=whole, finishes=_deck(name, whole, openers or ("",), closers or ("",)))


def _deck(
    name: str, rates: Mapping[str, float], openers: tuple[str, ...], closers: tuple[str, ...]
) -> tuple[Finish, ...]:
    """Lay out a deck in which every touch has its share, each dealt independently of the others."""

    def order(rate: str) -> list[int]:
        return sorted(range(DECK), key=lambda card: zlib.crc32(f"{name} {rate} {card}".encode()))

    def dealt(rate: str) -> set[int]:
        return set(order(rate)[: round(rates[rate] * DECK / 100)])

    opened, closed, lower, asides, emoji = (
        dealt(rate) for rate in ("opener", "closer", "lower_start", "aside", "emoji")
    )
    ends: dict[int, str] = {}
    cards = iter(order("end"))
    for rate, mark in (("no_end", ""), ("bang", "!"), ("bangs", "!!!"), ("dots_end", "...")):
        ends |= {next(cards): mark for _ in range(min(round(rates[rate] * DECK / 100), DECK - len(ends)))}
    return tuple(
        Finish(
            opener=openers[card % len(openers)] if card in opened else "",
            lower=card in lower,
            end=ends.get(card),
            closer=closers[card % len(closers)] if card in closed else "",
            emoji=(1, 1, 1, 2, 3)[card % 5] if card in emoji else 0,
            asides=(1, 1, 2)[card % 3] if card in asides else 0,
        )
        for card in range(DECK)
    )
