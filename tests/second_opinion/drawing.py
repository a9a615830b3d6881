"""Draw cases that make a wanted condition true, and then one that misses it by a single value.

The drawing reads the second reading's trees and never the kit's; what it draws is a possible world (``POSSIBLE``).
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from kit.terms import CLOSED, CONTEXT, FACTS, HISTORY
from tests.second_opinion.book import Book
from tests.second_opinion.common_expression import EMPTY, world
from tests.second_opinion.language import Atom, Node, both, names, read

POSSIBLE = read(
    "(not proceedings_active or trial_mode != none)"
    " and (proceedings_active or trial_mode == none)"
    " and (not proceedings_active or proceedings_stage not in (none, sentenced, acquitted, released_no_charge))"
    " and (proceedings_active or proceedings_stage not in"
    " (warrant, arrested, charged, summonsed, trial, convicted_awaiting_sentence))"
    " and (not last_copy or other_copies_standing == 0)"
    " and (not mild_language or swearing not in (middling, strong))"
)
"""What must hold in any case (``kit.context.contradictions``; no trial mode without a live case)."""
NUMBERS = {
    "other_copies_standing": (0, 1, 2), "removals_this_thread": (0, 3, 24, 25, 40),
    "prior_violations": (0, 1, 2, 3, 4, 6), "inappropriate_contacts_last_month": (0, 1, 3, 4, 5, 9),
    "contacts_last_month": (0, 2, 5, 9, 12),
}  # fmt: skip


def choices(name: str) -> tuple[Any, ...]:
    """Return every value that a name is drawn from."""
    if name in NUMBERS:
        return NUMBERS[name]
    if name in CLOSED:
        return (*CLOSED[name], "") if name in FACTS else tuple(CLOSED[name])
    return ("none", "complainant") if name == "anonymity" else (False, True)


def test(atom: Atom, value: Any, settings: Mapping[str, int]) -> bool:
    """Return whether one atom holds for one value of its name."""
    if atom.sign == "is":
        return bool(value)
    values = [settings.get(str(each), {"true": True, "false": False}.get(str(each), each)) for each in atom.values]
    if atom.sign in ("==", "in"):
        return value in values
    if atom.sign in ("!=", "not in"):
        return value not in values
    return {"<": value < values[0], "<=": value <= values[0], ">": value > values[0], ">=": value >= values[0]}[
        atom.sign
    ]


def holds(node: Node, values: Mapping[str, Any], settings: Mapping[str, int]) -> bool:
    """Return whether a condition without definitions holds in a world that has a value for every name."""
    if isinstance(node, Atom):
        return node.name == "always" or test(node, values[node.name], settings)
    if node.kind == "not":
        return not holds(node.parts[0], values, settings)
    return (all if node.kind == "and" else any)(holds(part, values, settings) for part in node.parts)


class Draft:
    """A world half drawn: the values chosen so far, taken back when they lead nowhere."""

    def __init__(self, settings: Mapping[str, int], rng: random.Random) -> None:
        self.settings, self.rng = settings, rng
        self.values: dict[str, Any] = {}
        self.trail: list[str] = []

    def reach(self, node: Node, want: bool) -> bool:
        """Choose values that make the condition come out as wanted; say whether that went well."""
        if isinstance(node, Atom):
            return want if node.name == "always" else self.choose(node, want)
        if node.kind == "not":
            return self.reach(node.parts[0], not want)
        parts = self.rng.sample(node.parts, len(node.parts))
        mark = len(self.trail)
        if (node.kind == "and") == want:
            if all(self.reach(part, want) for part in sorted(parts, key=_breadth)):
                return True
            self.back(mark)
            return False
        return any(self.reach(part, want) for part in parts)

    def choose(self, atom: Atom, want: bool) -> bool:
        """Give the atom's name a value that suits, the usual one where that will do, or keep the one it has."""
        name, settings = atom.name, self.settings
        if name in self.values:
            return test(atom, self.values[name], settings) == want
        fitting = [value for value in choices(name) if test(atom, value, settings) == want]
        if not fitting:
            return False
        self.values[name] = (
            EMPTY[name] if EMPTY[name] in fitting and self.rng.random() < 0.8 else self.rng.choice(fitting)
        )
        self.trail.append(name)
        return True

    def back(self, mark: int) -> None:
        """Take back all that was chosen since the mark."""
        while len(self.trail) > mark:
            del self.values[self.trail.pop()]


def _breadth(node: Node) -> int:
    """Return how many ways out a part leaves; the narrow ones are settled first."""
    return 0 if isinstance(node, Atom) else 1 if node.kind == "and" or isinstance(node.parts[0], Atom) else 2


def draw(book: Book, wanted: Node, rng: random.Random, tries: int = 60) -> dict[str, Any] | None:
    """Return a case in which a condition without definitions holds, with a few values more, or None."""
    whole = both(POSSIBLE, wanted)
    for _ in range(tries):
        draft = Draft(book.settings, rng)
        if draft.reach(wanted, True) and draft.reach(POSSIBLE, True):
            values = EMPTY | draft.values
            noisy = values | {
                name: rng.choice(choices(name)) for name in rng.sample(sorted(EMPTY), rng.choice((0, 0, 1, 2, 4)))
            }
            for each in (noisy, values):
                if holds(whole, each, book.settings):
                    return case_of(each, rng)
    return None


def missed(book: Book, wanted: Node, case: Mapping[str, Any], rng: random.Random) -> dict[str, Any] | None:
    """Return the case with one value changed so that the condition no longer holds, or None."""
    values = world(case)
    around = sorted(set(names(wanted)) - {"always"})
    for name in rng.sample(around, len(around)):
        for value in rng.sample(choices(name), len(choices(name))):
            other = values | {name: value}
            if (
                value != values[name]
                and not holds(wanted, other, book.settings)
                and holds(POSSIBLE, other, book.settings)
            ):
                return case_of(other, rng)
    return None


def case_of(values: Mapping[str, Any], rng: random.Random | None = None) -> dict[str, Any]:
    """Return a case in the exchange format; what is as usual is left out, or now and then said if there is chance."""
    said = {name: value for name, value in values.items() if value != EMPTY[name] or (rng and rng.random() < 0.1)}
    return {
        "id": "drawn",
        "platform": values["platform"],
        "account_kind": values["account_kind"],
        "context": {"when": "2026-03-10T11:00"} | {name: value for name, value in said.items() if name in CONTEXT},
        "author_history": {name: value for name, value in said.items() if name in HISTORY},
        "comment": "drawn",
        "facts": {name: value or False for name, value in said.items() if name in FACTS},
    }
