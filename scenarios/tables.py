"""Tables to draw from: the keys of a mix by their shares, and for every key a hand of cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from scenarios.mix import Stretches
from scenarios.patterns import Pattern

Voiced = tuple[Pattern, Sequence[tuple[float, str]]]
"""One pattern, and the voices that may say it, each with its share."""

Row = tuple[float, Sequence[Voiced]]
"""The share of a key of a mix, and its patterns."""


class Hand(NamedTuple):
    """The patterns of one key: the place of each in its family, rising, and each with its voices' running shares.

    A scenario begins in its own stretch of a family: from ``start``, ``length`` long, both shares of the family.
    """

    places: Sequence[float]
    cards: Sequence[tuple[Pattern, Sequence[float], Sequence[str]]]
    start: float
    length: float


WHOLE = (0.0, 1.0)
FEW = 6
"""So many cards at least are in a scenario's stretch, that its threads need not say the same."""


class Draws:
    """Hands with their running shares: ``hands[bisect(shares, draw() * total, 0, last)]`` is one by its share."""

    __slots__ = ("hands", "last", "shares", "total")

    def __init__(self, rows: Sequence[tuple[float, Hand]]) -> None:
        self.hands = [hand for _, hand in rows]
        self.shares = list(accumulate(share for share, _ in rows))
        self.total = self.shares[-1] if rows else 0.0
        self.last = len(rows) - 1


class Table:
    """What may be said in one stretch of a thread: ``roots`` can stand alone, ``answers`` can answer somebody."""

    __slots__ = ("answers", "live", "over", "roots")

    def __init__(self, rows: Sequence[Row], dealer: Dealer, *, live: bool, over: bool) -> None:
        self.live, self.over = live, over
        self.roots = Draws(list(dealer.hands(rows, "only")))
        self.answers = Draws(list(dealer.hands(rows, "never")))

    def patterns(self) -> dict[str, Pattern]:
        """Return every pattern that may be drawn, by its id."""
        hands = (*self.roots.hands, *self.answers.hands)
        return {pattern.id: pattern for hand in hands for pattern, _, _ in hand.cards}


class Dealer:
    """Makes the hands of one scenario: ``places`` of patterns in their families, its ``stretches`` of those."""

    def __init__(self, places: Mapping[str, float], stretches: Stretches) -> None:
        self.places, self.stretches = places, stretches

    def hand(self, patterns: Sequence[Voiced]) -> Hand:
        """Return the hand of these patterns; what is written for a topic is the scenario's own from end to end."""
        places = self.places
        rising = sorted(patterns, key=lambda voiced: (places[voiced[0].id], voiced[0].id))
        cards = [
            (pattern, tuple(accumulate(share for share, _ in voices)), tuple(voice for _, voice in voices))
            for pattern, voices in rising
        ]
        first = rising[0][0]
        start, length = WHOLE if first.needs.topics else self.stretches.get(first.family, WHOLE)
        return Hand([places[pattern.id] for pattern, _ in rising], cards, start, min(1, max(length, FEW / len(cards))))

    def hands(self, rows: Sequence[Row], without: str) -> Iterator[tuple[float, Hand]]:
        """Yield the hands of every key, of its patterns that can stand here, each with the share that falls to it."""
        for share, patterns in rows:
            for for_a_topic in (True, False):
                kept = [
                    voiced
                    for voiced in patterns
                    if voiced[0].reply != without and bool(voiced[0].needs.topics) is for_a_topic
                ]
                if kept:
                    yield share * len(kept) / len(patterns), self.hand(kept)
