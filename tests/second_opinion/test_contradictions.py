"""What contradicts what in a pack as written, before any precedence, and that a stated line settles each case.

Answered by a solver over all worlds, so that nothing depends on which cases somebody thought of. The worlds are those
of a day on which every clause is in force, on platforms that can do what ``common/platforms.yaml`` says.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
import z3

from kit.judge import judge
from kit.policy import load
from kit.ruling import rule
from kit.ruling.engine import Engine
from tests.second_opinion.book import FIRST, FOLDER, PACKS, SEVERITIES, TABLES, Book, Row, book
from tests.second_opinion.drawing import case_of
from tests.second_opinion.language import Node, both, either, no
from tests.second_opinion.precedence import GOLDEN, overlaps, written
from tests.second_opinion.solver import Worlds

FIELD_OF = {"respond": "respond", "account": "account_action", "escalate": "escalate"}
UNREACHED = {
    ("leicestershire", "near", "public_sighting_only and not sensitive_investigation"): (
        "what anyone passing could see may be noted by itself; flips.yaml adds it only beside the other fact"
    ),
}
"""Rows that no sensible world reaches, each with the reason why the pack has them."""


@functools.cache
def found(name: str) -> dict[str, Any]:
    """Return the overlaps of one pack, looked for once."""
    return overlaps(name)


@functools.cache
def worlds(name: str, *, sensible: bool = False) -> Worlds:
    """Return a solver of one pack, made once."""
    return Worlds(book(name), sensible=sensible)


def lines() -> dict[str, dict[str, Any]]:
    """Return the stated lines of precedence by id."""
    data = yaml.safe_load((FOLDER / "common" / "precedence.yaml").read_text(encoding="utf-8"))
    return {line["id"]: line for line in data["lines"]}


def test_every_overlap_is_one_that_was_looked_at() -> None:
    """The overlaps of all packs are those of precedence.json (rewrite: python -m tests.second_opinion.precedence --write)."""
    assert written({name: found(name) for name in PACKS}) == GOLDEN.read_text(encoding="utf-8")


def test_every_overlap_is_decided_by_a_stated_line() -> None:
    """Each kind of overlap stands under the id of a line of common/precedence.yaml, and no line is idle."""
    used = {key.split(",")[0] for name in PACKS for key, rows in found(name).items() if rows}
    assert used == set(lines())


@pytest.mark.parametrize("name", PACKS)
def test_every_row_holds_in_a_world_that_makes_sense(name: str) -> None:
    """No condition is impossible; in a first-match table no row is always beaten by those before it."""
    whole, sensible = book(name), worlds(name, sensible=True)
    dead = [
        (name, table, str(row.when))
        for table in TABLES
        for number, row in enumerate(whole.rows[table])
        if not sensible.can(whole.decides(table, number) if table in FIRST else row.when)
    ]
    assert set(dead) == {row for row in UNREACHED if row[0] == name}


@pytest.mark.parametrize("name", PACKS)
def test_every_first_match_table_decides_every_world(name: str) -> None:
    """No world falls through a table of which the first row decides."""
    whole = book(name)
    assert [table for table in FIRST if worlds(name).can(*(no(row.when) for row in whole.rows[table]))] == []


@pytest.mark.parametrize("name", PACKS)
def test_no_row_calls_its_own_best_choice_wrong(name: str) -> None:
    """The best choice of a deciding row is never among its wrong ones, nor is an accepted one."""
    rows = [row for table in FIELD_OF for row in book(name).rows[table]]
    assert [row.id for row in rows if row.then["best"] in row.then.get("wrong", {})] == []
    assert [row.id for row in rows if not isinstance(row.then["accept"], str)
            and set(row.then["accept"]) & set(row.then.get("wrong", {}))] == []  # fmt: skip


@pytest.mark.parametrize("name", PACKS)
def test_two_findings_of_one_comment_are_ruled_by_the_graver(name: str) -> None:
    """For every two findings of unlike severity that share a fact, a world with both is ruled by the graver or worse."""
    whole, engine = book(name), Engine(load(name))
    when = {f"{row.id} ({row.then['severity']})": row for row in whole.rows["findings"]}
    for graver, others in found(name)["gravest_decides"].items():
        for other in others:
            case = example(name, when[graver].when, when[other].when)
            assert engine.view(case).severity <= SEVERITIES.index(when[graver].then["severity"]), (graver, other)


def example(name: str, *nodes: Node) -> dict[str, Any]:
    """Return a case in which all conditions hold."""
    values = worlds(name).example(*nodes)
    assert values is not None
    return case_of(values)


def bits(whole: Book) -> list[Node]:
    """Return the conditions on which what may be done to the comment depends, and nothing else depends on them.

    They are the gravest severity, which kinds of finding are there at it, which kind comes first, and every row of
    the comment table. A kind is what a finding says beyond its severity.
    """
    nodes: list[Node] = [row.when for row in whole.rows["comment"]]
    for word in SEVERITIES:
        nodes.append(whole.summary[word])
        rows = [row for row in whole.rows["findings"] if row.then["severity"] == word]
        for kind in {str(_kind(row)) for row in rows}:
            first = [both(row.when, *(no(other.when) for other in rows[:number])) for number, row in enumerate(rows)]
            alike = [number for number, row in enumerate(rows) if str(_kind(row)) == kind]
            nodes.append(both(whole.summary[word], either(*(rows[number].when for number in alike))))
            nodes.append(both(whole.summary[word], either(*(first[number] for number in alike))))
    return nodes


def _kind(row: Row) -> tuple[Any, Any]:
    return row.then.get("comment"), row.then.get("prefer")


def situations(name: str) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    """Yield every way in which those conditions can come out, as the solver's terms, with a case that shows it."""
    solver, asked = worlds(name), [worlds(name).holds(node) for node in bits(book(name))]
    seen: list[Any] = []
    while solver.solver.check(*seen) == z3.sat:
        model = solver.solver.model()
        terms = [term if z3.is_true(model.eval(term, model_completion=True)) else z3.Not(term) for term in asked]
        yield terms, case_of(solver.values(model))
        fresh = z3.Bool(f"not situation {len(seen)}")
        solver.solver.add(fresh == z3.Not(z3.And(terms)))
        seen.append(fresh)


@functools.cache
def comment_bests(name: str) -> tuple[tuple[list[Any], str], ...]:
    """Return every situation with the best choice for the comment; in each, best is right by the whole ruling."""
    pack, kept = load(name), []
    for terms, case in situations(name):
        ruling = rule(pack, case, flips=False)
        assert judge(ruling, {"decision": ruling["best"]})["verdict"] == "right", case
        kept.append((terms, ruling["best"]["comment_action"]))
    return tuple(kept)


@pytest.mark.parametrize("name", PACKS)
def test_whatever_is_found_some_choice_for_the_comment_is_right(name: str) -> None:
    """Over every possible outcome of findings and comment rows, what the ruling calls best is right."""
    assert len(comment_bests(name)) > 100


@pytest.mark.parametrize("name", PACKS)
def test_no_combination_takes_out_the_best_decision(name: str) -> None:
    """No world has a combination hold whose every field is the best choice of whatever decides that field."""
    whole, solver = book(name), worlds(name)
    for row in whole.rows["combinations"]:
        ways = [list(_ways(name, field, values)) for field, values in row.then["match"].items()]
        for terms in itertools.product(*ways):
            together = [solver.holds(row.when), *itertools.chain.from_iterable(terms)]
            assert solver.solver.check(*together) == z3.unsat, (row.id, terms)


def _ways(name: str, field: str, values: list[str]) -> Iterator[list[Any]]:
    """Yield the situations, as solver's terms, in which the best choice for a field is one of the values."""
    if field == "comment_action":
        yield from (terms for terms, best in comment_bests(name) if best in values)
        return
    table = next(table for table, decided in FIELD_OF.items() if decided == field)
    for number, row in enumerate(book(name).rows[table]):
        if row.then["best"] in values:
            yield [worlds(name).holds(book(name).decides(table, number))]
