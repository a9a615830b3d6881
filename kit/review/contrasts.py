"""Whether the pairs of contrasts do what they are for: both sides ruled, and what is still missing told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kit.policy import load
from kit.ruling import rule
from scenarios.contrasts import Contrasts, Pair

LEAST_PAIRS, LEAST_CHANGES = 5, 3
"""What every graded clause has at least: pairs, and kinds of change among them."""
LEAST_FOR_FUNCTION = 3
"""How many pairs try each function of language at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A pair with the rulings of its two sides.

    ``turned`` are the graded clauses that decide one side and not the other; ``differs`` the fields of the best
    decision that differ.
    """

    pair: Pair
    rulings: tuple[Mapping[str, Any], Mapping[str, Any]]
    turned: tuple[str, ...]
    differs: tuple[str, ...]


def ruled(pair: Pair) -> Ruled:
    """Return a pair with both sides ruled under its pack."""
    pack = load(pair.pack)
    one, other = (rule(pack, case, flips=False) for case in pair.cases)
    turned = {*one["grounds"]} ^ {*other["grounds"]}
    return Ruled(
        pair=pair,
        rulings=(one, other),
        turned=tuple(name for name, clause in pack.clauses.items() if name in turned and clause.kind == "graded"),
        differs=tuple(field for field, value in one["best"].items() if value != other["best"][field]),
    )


def shortfalls(found: Contrasts, packs: Iterable[str]) -> Iterator[str]:
    """Yield one line for every pair that does not contrast and every clause and function with too few pairs."""
    for pair in found.pairs:
        yield from _pair(ruled(pair))
    for pack in packs:
        for clause in load(pack).clauses.values():
            if clause.kind == "graded" and clause.id not in found.exempt:
                yield from _clause(clause.id, [pair for pair in found.pairs if clause.id in pair.clauses])
    for name in found.functions:
        count = sum(name in pair.functions for pair in found.pairs)
        if count < LEAST_FOR_FUNCTION:
            yield f"{name}: {count} pairs; expected at least {LEAST_FOR_FUNCTION}"


def _pair(one: Ruled) -> Iterator[str]:
    name = f"{one.pair.where}: {one.pair.id}"
    if not one.differs:
        yield f"{name}: both sides have the same best decision"
    for clause in one.pair.clauses:
        if clause not in one.turned:
            turned = ", ".join(one.turned) or "none"
            yield f"{name}: {clause} decides both sides or neither; those that decide one: {turned}"


def _clause(clause: str, pairs: list[Pair]) -> Iterator[str]:
    changes = {pair.change for pair in pairs}
    if len(pairs) < LEAST_PAIRS:
        yield f"{clause}: {len(pairs)} pairs; expected at least {LEAST_PAIRS}"
    if len(changes) < LEAST_CHANGES:
        said = ", ".join(sorted(changes)) or "none"
        yield f"{clause}: {len(changes)} kinds of change ({said}); expected at least {LEAST_CHANGES}"
