"""Every condition of every pack, answered by the kit and by CEL over cases drawn to make each rule fire and nearly fire.

The kit parses, compiles and reads tables in its own way; CEL gets the words of the YAML through another parser
(``language``), with every definition and what the findings come to written out. They must agree on every row.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from kit.conditions import compile_matches
from kit.context import contradictions
from kit.policy import load
from kit.policy.names import where
from kit.ruling.engine import FIRSTS, Engine
from tests.second_opinion.book import FIRST, PACKS, TABLES, Book, book
from tests.second_opinion.common_expression import SecondOpinion
from tests.second_opinion.drawing import draw, missed
from tests.second_opinion.language import ALWAYS, Node

EVERYDAY, ALL = 500, 20_000
AT_LEAST = 50
"""How often every row must fire, and nearly fire, among all cases."""
Which = tuple[str, int]
"""A row: its table and its place in it."""


class FirstOpinion:
    """What the kit makes of a case: the rows that hold and, of a first-match table, the row that decides."""

    def __init__(self, name: str) -> None:
        pack = load(name)
        self.engine = Engine(pack)
        places, words = where(pack.settings), dict(pack.definitions)
        self.whole = {
            table: compile_matches([row.when for row in pack.tables[table]], places, words) for table in FIRSTS
        }

    def answers(self, case: Mapping[str, Any]) -> dict[str, list[int]]:
        """Return table -> the positions of its rows that hold; for a first-match table also held to its decider."""
        view = self.engine.view(case)
        self.engine.explain(view)
        extra = view.extra | {"crime_required": _required(self.engine, view.hits["crime"])}
        found = {"findings": list(view.found)} | {table: hits for table, hits in view.hits.items() if table in TABLES}
        for table in FIRSTS:
            found[table] = self.whole[table](view.facts, view.context, view.history, view.top, extra)
            assert found[table][0] == view.hits[table], f"{table}: the first row that holds is not the one that decides"
        return found


def _required(engine: Engine, hits: list[int]) -> bool:
    return any(engine.rows["crime"][number].then["crime"] == "required" for number in hits)


def wanted(whole: Book) -> dict[Which, Node]:
    """Return what is to be drawn for every row: that it holds and, in a first-match table, that it decides."""
    return {
        (table, number): whole.expand(whole.decides(table, number) if table in FIRST else row.when)
        for table in TABLES
        for number, row in enumerate(whole.rows[table])
    }


class Tally:
    """How often every row has fired and nearly fired; a first-match row fires when it is the one that decides."""

    def __init__(self, rows: Mapping[Which, Node]) -> None:
        self.fired, self.nearly = Counter(dict.fromkeys(rows, 0)), Counter(dict.fromkeys(rows, 0))

    def add(self, found: dict[str, list[int]], other: dict[str, list[int]]) -> None:
        """Count two cases that differ in a single value."""
        here, there = _deciding(found), _deciding(other)
        self.fired.update(here)
        self.fired.update(there)
        self.nearly.update(here ^ there)

    def short(self) -> list[Which]:
        """Return the rows that have not yet fired and nearly fired often enough."""
        return [row for row in self.fired if min(self.fired[row], self.nearly[row]) < AT_LEAST]


def _deciding(found: dict[str, list[int]]) -> set[Which]:
    return {(table, number) for table, hits in found.items() for number in (hits[:1] if table in FIRST else hits)}


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("total", [EVERYDAY, pytest.param(ALL, marks=pytest.mark.long)])
def test_the_kit_and_cel_agree_on_every_row(name: str, total: int) -> None:
    """20,000 cases a pack in at most 90 s on one core; every row fires and nearly fires at least 50 times among them."""
    whole, first, second, rng = book(name), FirstOpinion(name), SecondOpinion(book(name)), random.Random(7)
    rows = wanted(whole)
    tally, drawn = Tally(rows), 0

    def agreed(case: dict[str, Any]) -> dict[str, list[int]]:
        expected, found = second.answers(case), first.answers(case)
        differs = {table: (found[table], expected[table]) for table in TABLES if found[table] != expected[table]}
        assert not differs, (differs, case)
        return found

    while drawn < total:
        for row in tally.short() or rows:
            pair = near_and_far(whole, rows[row], rng)
            if pair:
                tally.add(*map(agreed, pair))
                drawn += 2
            if drawn >= total:
                break
    if total == ALL:
        assert [row for row in tally.short() if rows[row] != ALWAYS] == []


def near_and_far(whole: Book, node: Node, rng: random.Random) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Return a case in which a condition holds and one that misses it by a single value; possible worlds both."""
    case = draw(whole, node, rng)
    other = case and (missed(whole, node, case, rng) or draw(whole, node, rng))
    assert not any(contradictions(each) for each in (case, other) if each)
    return (case, other) if case and other else None
