"""Voices: manners of writing. A voice changes the surface of words and never what they say.

Two moments. ``dress`` edits the literal words of a pattern once, when one of its variants is made
ready: apostrophes, typing slips, text speak, stretched letters, shouting. ``finishes`` is a deck of
small last touches, drawn once per comment: how it opens and ends, its closing words, its emoji.
Slots, bracketed words and disguised words are never touched.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kit.errors import Fault
from scenarios.intake import Intake
from scenarios.text import Slot

Random = Callable[[], float]

RATES = (
    "lower_start", "no_end", "bang", "bangs", "dots_end", "all_lower", "shout", "emoji", "apostrophe", "typo",
    "textspeak", "stretch", "emphasis", "dots", "dropped", "opener", "closer", "aside", "double_question", "no_comma",
)  # fmt: skip
"""Everything a voice does now and then, in percent of its comments."""

AS_IS, LOWER, UPPER = 0, 1, 2
NO_OPENER, SMALL_AFTER, CAPITAL_AFTER = 0, 1, 2
DECK = 200
HALF = 0.5
"""Cards in a voice's deck of finishes; a rate of half a percent still gets one."""

PROTECTED = re.compile(r"(\[[^\]]*\]\w*|\S*[*@#%]\S*|\b(?:999|101)\b)")
WORD = re.compile(r"[A-Za-z']+")
ARTICLE = re.compile(r"\b(?:the|a|an) (?=[a-z])")


class Finish(NamedTuple):
    """One card: the last touches of one comment."""

    opener: str
    lower: bool
    end: str | None
    closer: str
    emoji: int
    aside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What all voices share: how words are misspelt, shortened, stretched and stressed."""

    misspell: Mapping[str, str]
    textspeak: Mapping[str, str]
    stretch: tuple[str, ...]
    stress: tuple[str, ...]
    proper: frozenset[str]
    moods: Mapping[str, tuple[str, ...]]


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
            aside=card in asides,
        )
        for card in range(DECK)
    )


def dress(words: list[str | Slot], voice: Voice, habits: Habits, random: Random) -> tuple[list[str | Slot], int]:
    """Return the words in this voice, and whether all of it is in small letters or capitals."""
    rates = {rate: random() * 100 < share for rate, share in voice.rates.items()}
    edits = [
        ("textspeak", lambda text: _swap(text, habits.textspeak)),
        ("typo", lambda text: _misspell(text, habits, random)),
        ("dropped", lambda text: ARTICLE.sub(lambda hit: hit.group() if random() < HALF else "", text)),
        ("apostrophe", lambda text: text.replace("'", "")),
        ("stretch", lambda text: _stretch(text, habits, random)),
        ("emphasis", lambda text: _stress(text, habits)),
        ("dots", lambda text: re.sub(r"(?<=[a-z])(?:\. |, )", "... ", text, count=2)),
        ("no_comma", lambda text: text.replace(",", "")),
        ("double_question", lambda text: text.replace("?", "??")),
    ]
    case = UPPER if rates["shout"] else LOWER if rates["all_lower"] else AS_IS
    if case:
        edits.append(("shout" if case == UPPER else "all_lower", str.upper if case == UPPER else str.lower))
    chosen = [edit for rate, edit in edits if rates[rate]]
    if not chosen:
        return words, case
    return [part if isinstance(part, Slot) else _unprotected(part, chosen) for part in words], case


def _unprotected(text: str, edits: list[Callable[[str], str]]) -> str:
    """Apply edits to everything but bracketed and disguised words and emergency numbers."""
    pieces = PROTECTED.split(text)
    for edit in edits:
        pieces = [piece if index % 2 else edit(piece) for index, piece in enumerate(pieces)]
    return "".join(pieces)


def _swap(text: str, table: Mapping[str, str]) -> str:
    for word, other in table.items():
        if word in text.lower():
            text = re.sub(rf"\b{re.escape(word)}\b", other, text, flags=re.IGNORECASE)
    return text


def _misspell(text: str, habits: Habits, random: Random) -> str:
    """Misspell a known word if there is one, else let two letters of one longer word change places."""
    slipped = _swap(text, habits.misspell)
    if slipped != text:
        return slipped
    plain = [hit for hit in WORD.finditer(text) if hit.group().islower() and len(hit.group()) > 5]  # noqa: PLR2004
    if not plain:
        return text
    hit = plain[int(random() * len(plain))]
    word, at = hit.group(), 2 + int(random() * (len(hit.group()) - 4))
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return text[: hit.start()] + slip + text[hit.end() :]


def _stretch(text: str, habits: Habits, random: Random) -> str:
    """Lengthen the last letter of the first word that people lengthen."""
    for word in habits.stretch:
        hit = re.search(rf"\b{word}\b", text, flags=re.IGNORECASE)
        if hit:
            return text[: hit.end()] + hit.group()[-1].lower() * (2 + int(random() * 3)) + text[hit.end() :]
    return text


def _stress(text: str, habits: Habits) -> str:
    for word in habits.stress:
        if re.search(rf"\b{word}\b", text):
            return re.sub(rf"\b{word}\b", word.upper(), text, count=1)
    return text


def opener_before(literal: str, proper: frozenset[str]) -> int:
    """Tell whether an opener may stand before these words, and whether they then lose their capital."""
    first = literal.split(" ", 1)[0].strip(",.!?:;'\"")
    if not first or not first[0].isalpha():
        return NO_OPENER
    if first in proper or first == "I" or first.startswith(("I'", "I’")) or (len(first) > 1 and first.isupper()):
        return CAPITAL_AFTER
    return SMALL_AFTER
