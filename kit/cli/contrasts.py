"""``kit scenarios contrasts``: the pairs a small step apart, and whether they do what they are for."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from kit.errors import BadInput, Fault, Faults, did_you_mean
from kit.policy import load, names
from kit.review import ruled, shortfalls
from scenarios.contrasts import Pair, contrasts


def add_contrasts(doings: Any) -> None:
    """Add the doing to those of ``kit scenarios``."""
    pairs = doings.add_parser("contrasts", help="pairs of comments a small step apart that deserve different decisions")
    pairs.add_argument("--clause", help="only those that turn on this clause")
    pairs.add_argument("--cases", action="store_true", help="the cases instead, as JSON, two lines a pair")
    pairs.add_argument("--check", action="store_true", help="rule both sides of all, and name every shortfall")
    pairs.set_defaults(run=contrasts_)


def contrasts_(args: argparse.Namespace) -> int:
    """Print the pairs, their cases, or that none falls short; raise every shortfall together."""
    found = contrasts()
    if args.check:
        short = [Fault(where="contrasts", what=words) for words in shortfalls(found, names())]
        if short:
            raise Faults(short)
        graded = sum(clause.kind == "graded" for name in names() for clause in load(name).clauses.values())
        print(f"{len(found.pairs)} pairs for {graded} graded clauses, {len(found.functions)} functions: no shortfall")
        return 0
    chosen = [pair for pair in found.pairs if args.clause in (None, *pair.clauses)]
    if not chosen:
        known = sorted({clause for pair in found.pairs for clause in pair.clauses})
        message = f"no pair turns on {args.clause!r}; {did_you_mean(args.clause, known) or 'see kit pack list'}"
        raise BadInput(message)
    for pair in chosen:
        lines = (json.dumps(case, ensure_ascii=False) for case in pair.cases) if args.cases else _shown(pair)
        print("\n".join(lines))
    return 0


def _shown(pair: Pair) -> Iterator[str]:
    """Yield the lines that show one pair: what differs, then each side with what is best for it."""
    one = ruled(pair)
    yield f"{pair.id}  ({pair.pack}; {pair.change}; {', '.join(pair.clauses)})"
    for case, ruling in zip(pair.cases, one.rulings, strict=True):
        yield f"  {case['comment']}"
        held = {**case["context"], **case["author_history"], **case}
        if pair.change in held:
            yield f"    {pair.change}: {held[pair.change]}"
        yield "    " + ", ".join(f"{field} {ruling['best'][field]}" for field in one.differs)
