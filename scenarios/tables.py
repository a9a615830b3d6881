"""Tables to draw from: the keys of a mix by their shares, and for every key a hand of cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from scenarios.mix import Stretches
from scenarios.patterns import Pattern

Card = tuple[Pattern, Sequence[float], Sequence[str]]
"""A pattern with the running shares of the voices that may say it, and their names."""

Row = tuple[float, Sequence[Card]]
"""The share of a key of a mix, and its cards as they stand in their families."""

Answers = Mapping[str, Sequence[tuple[float, Card]]]
"""By the id of a pattern, the answers written for it, each with its place in its family."""


class Hand(NamedTuple):
    """The patterns of one key: the place of each in its family, rising, and each with its voices' running shares.

    A scenario begins in its own stretch of a family: from ``start``, ``length`` long, both shares of the family.
    """

    places: Sequence[float]
    cards: Sequence[Card]
    start: float
    length: float


WHOLE = (0.0, 1.0)
FEW = 8
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
    """What may be said in one stretch of a thread.

    ``roots`` can stand alone, ``answers`` can answer somebody of a family, ``tied`` answer one pattern each.
    """

    __slots__ = ("answers", "live", "over", "roots", "tied")

    def __init__(self, rows: Sequence[Row], dealer: Dealer, *, live: bool, over: bool) -> None:
        self.live, self.over = live, over
        self.roots = Draws(list(dealer.hands(rows, "only")))
        self.answers = Draws(list(dealer.hands(rows, "never")))
        self.tied = _tied(rows, dealer.places)

    def ids(self) -> set[str]:
        """Return the ids of all patterns that may be drawn."""
        dealt = {card[0].id for hand in (*self.roots.hands, *self.answers.hands) for card in hand.cards}
        return dealt | {card[0].id for answers in self.tied.values() for _, card in answers}


def _tied(rows: Sequence[Row], places: Mapping[str, float]) -> Answers:
    """Return the answers to every pattern, of those in the mix that are written as answers to one."""
    found: dict[str, dict[str, tuple[float, Card]]] = {}
    for _, cards in rows:
        for card in cards:
            for id_ in card[0].answers:
                found.setdefault(id_, {})[card[0].id] = places[card[0].id], card
    return {id_: tuple(cards.values()) for id_, cards in found.items()}


class Dealer:
    """Makes the hands of one scenario: ``places`` of patterns in their families, its ``stretches`` of those."""

    def __init__(self, places: Mapping[str, float], stretches: Stretches) -> None:
        self.places, self.stretches = places, stretches

    def hand(self, cards: Sequence[Card]) -> Hand:
        """Return the hand of these cards; what is written for a topic is the scenario's own from end to end."""
        places, first = self.places, cards[0][0]
        start, length = self.stretches.get(first.family, WHOLE)
        length = 1.0 if first.needs.topics else length
        return Hand(
            [places[pattern.id] for pattern, _, _ in cards], cards, start, min(1, max(length, FEW / len(cards)))
        )

    def hands(self, rows: Sequence[Row], without: str) -> Iterator[tuple[float, Hand]]:
        """Yield the hands of every key, of its patterns that can stand here, each with the share that falls to it."""
        for share, cards in rows:
            kept = [one for one in cards if one[0].reply != without and not (without == "never" and one[0].answers)]
            for for_a_topic in (True, False):
                half = [card for card in kept if bool(card[0].needs.topics) is for_a_topic]
                if half:
                    yield share * len(half) / len(cards), self.hand(half)
