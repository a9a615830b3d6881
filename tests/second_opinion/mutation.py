"""How many mutants of a pack's conditions its own cases notice: ``python -m tests.second_opinion.mutation``.

``--pack NAME`` for one pack only; ``--surviving`` lists what nobody noticed. A mutant is killed when a case of the
pack that passes under the pack fails under the mutant. Only the cases for which the changed condition comes out
otherwise are ruled again. ``equivalent.yaml`` holds the mutants that no comment can tell apart, with the reason.
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import itertools
import json
import multiprocessing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from kit.conditions import Condition, parse
from kit.conditions.compiler import needed
from kit.conditions.parser import BOOL
from kit.policy import Pack, load
from kit.policy.cases import as_given
from kit.policy.names import kinds, where
from kit.ruling import rule
from kit.ruling.engine import engine_of
from tests.rulings.exact import differences, exact
from tests.rulings.test_pack_cases import CASES, disagreements
from tests.second_opinion.book import FIRST, PACKS, Book, book
from tests.second_opinion.language import Node, Op, both, either, no
from tests.second_opinion.mutants import Mutant, mutants
from tests.second_opinion.solver import Worlds

EQUIVALENT = Path(__file__).with_name("equivalent.yaml")
PROCESSES = 2
Values = dict[str, Any]


class Bench:
    """One pack with its cases, and what every name comes to in each of them."""

    def __init__(self, name: str) -> None:
        self.pack = load(name)
        self.book = book(name)
        self.known = kinds(self.pack.settings) | dict.fromkeys(self.pack.definitions, BOOL)
        given = [(case, as_given(name, case)) for case in CASES.get(name, ())]
        self.cases = [pair for pair in given if not fails(self.pack, *pair)]
        self.values = [list(self._values(whole)) for _, whole in self.cases]

    def _values(self, case: Mapping[str, Any]) -> Iterator[Values]:
        """Yield what every name comes to in a case, and again with what is said to be false taken for true."""
        facts = case["facts"]
        yield self._world(case)
        if False in facts.values():
            yield self._world({**case, "facts": {name: value is False or value for name, value in facts.items()}})

    def _world(self, case: Mapping[str, Any]) -> Values:
        pack = self.pack
        view = engine_of(pack).view(case)
        parts = {
            "facts": view.facts,
            "context": view.context,
            "history": view.history,
            "top": case,
            "extra": view.extra,
        }
        values: Values = {
            word: default if part == "constant" else parts[part].get(word, default)
            for word, (part, default) in where(pack.settings).items()
        }
        required = (pack.tables["crime"][number].then["crime"] == "required" for number in view.hits["crime"])
        values["crime_required"] = any(required)
        for word in needed([*_conditions(pack), *pack.definitions.values()], pack.definitions)[1]:
            values[word] = bool(eval(pack.definitions[word].source, {}, values))  # noqa: S307 - the kit's own source
        return values

    def changed(self, mutant: Mutant) -> Pack:
        """Return the pack with one condition changed."""
        condition = parse(str(mutant.when), self.known)
        if mutant.table == "definitions":
            return dataclasses.replace(self.pack, definitions={**self.pack.definitions, mutant.id: condition})
        rows = self.pack.tables[mutant.table]
        fresh = tuple(dataclasses.replace(row, when=condition) if row.id == mutant.id else row for row in rows)
        return dataclasses.replace(self.pack, tables={**self.pack.tables, mutant.table: fresh})

    def killer(self, mutant: Mutant) -> str | None:
        """Return the id of a case that notices the mutant, or None."""
        old = compile(self._condition(mutant).source, "before", "eval")
        new = compile(parse(str(mutant.when), self.known).source, "after", "eval")
        touched = [
            pair
            for pair, worlds in zip(self.cases, self.values, strict=True)
            if any(bool(eval(old, {}, values)) != bool(eval(new, {}, values)) for values in worlds)  # noqa: S307
        ]
        if not touched:
            return None
        pack = self.changed(mutant)
        return next((case["id"] for case, whole in touched if fails(pack, case, whole)), None)

    def _condition(self, mutant: Mutant) -> Condition:
        if mutant.table == "definitions":
            return self.pack.definitions[mutant.id]
        return next(row.when for row in self.pack.tables[mutant.table] if row.id == mutant.id)


def fails(pack: Pack, case: Mapping[str, Any], whole: Mapping[str, Any]) -> bool:
    """Return whether a case, or its exact lists, say something that the ruling under a pack does not."""
    ruling = rule(pack, whole, flips=False)
    expected = exact(whole["policy"]).get(case["id"])
    return next(itertools.chain(differences(ruling, expected), disagreements(ruling, case)), None) is not None


def _conditions(pack: Pack) -> list[Condition]:
    return [row.when for rows in pack.tables.values() for row in rows]


@functools.cache
def bench(name: str) -> Bench:
    """Return the bench of one pack, made once in each process."""
    return Bench(name)


def _killed(job: tuple[str, Mutant]) -> tuple[Mutant, str | None]:
    return job[1], bench(job[0]).killer(job[1])


def run(name: str) -> dict[Mutant, str | None]:
    """Return every mutant of a pack with the id of a case that kills it, or None."""
    jobs = [(name, mutant) for mutant in mutants(book(name))]
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        return dict(pool.imap_unordered(_killed, jobs, chunksize=8))


def same_everywhere(whole: Book, mutant: Mutant, worlds: Worlds) -> bool:
    """Return whether no sensible world tells a mutant apart: by no row, nor by what a first-match table comes to."""
    write = Writer(whole, mutant)
    if mutant.table == "definitions" and not worlds.can_once(_unlike(whole.definitions[mutant.id], mutant.when)):
        return True
    for table in whole.rows if mutant.table == "definitions" else [mutant.table]:
        before = [row.when for row in whole.rows[table]]
        after = [mutant.when if (mutant.table, mutant.id) == (table, row.id) else row.when for row in whole.rows[table]]
        pairs = zip(outcomes(whole, table, before), outcomes(whole, table, after), strict=True)
        unlike = [_unlike(whole.expand(old), write(new)) for old, new in pairs if whole.expand(old) != write(new)]
        if worlds.can_once(either(*unlike)):
            return False
    return True


def outcomes(whole: Book, table: str, conditions: list[Node]) -> list[Node]:
    """Return when each row of a table holds, or when a first-match table comes to each thing that its rows say."""
    if table not in FIRST:
        return conditions
    said: dict[str, list[Node]] = {}
    for number, row in enumerate(whole.rows[table]):
        says = json.dumps({key: value for key, value in row.then.items() if key not in ("id", "when", "unless")})
        said.setdefault(says, []).append(both(conditions[number], *map(no, conditions[:number])))
    return [either(*nodes) for nodes in said.values()]


def _unlike(one: Node, other: Node) -> Node:
    return either(both(one, no(other)), both(no(one), other))


class Writer:
    """Write out the definitions of a condition, one of them changed."""

    def __init__(self, whole: Book, mutant: Mutant) -> None:
        self.meanings = {**whole.summary, **whole.definitions}
        if mutant.table == "definitions":
            self.meanings[mutant.id] = mutant.when
        self.known: dict[Node, Node] = {}

    def __call__(self, node: Node) -> Node:
        """Return a condition with its definitions written out."""
        if node not in self.known:
            self.known[node] = self._written(node)
        return self.known[node]

    def _written(self, node: Node) -> Node:
        if isinstance(node, Op):
            return Op(node.kind, tuple(map(self, node.parts)))
        meaning = self.meanings.get(node.name)
        return node if meaning is None else self(meaning)


def listed() -> dict[str, dict[str, str]]:
    """Return pack -> mutant -> the reason why no comment can tell it apart."""
    return yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8")) if EQUIVALENT.exists() else {}


def report(name: str, *, surviving: bool) -> None:
    """Print how many mutants of a pack were killed, and which were not."""
    found, reasons = run(name), listed().get(name, {})
    alive = [mutant for mutant, case in found.items() if case is None]
    unexplained = [mutant for mutant in alive if str(mutant) not in reasons]
    counted = len(found) - (len(alive) - len(unexplained))
    rate = 100 * (counted - len(unexplained)) / counted
    print(
        f"{name}: {len(found)} mutants, {len(found) - len(alive)} killed, {len(alive) - len(unexplained)} equivalent,"
    )
    print(f"  {len(unexplained)} unnoticed: {rate:.1f}% of those that can be told apart are killed")
    for mutant in sorted(unexplained, key=str) if surviving else ():
        print(f"  {mutant}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", choices=PACKS)
    parser.add_argument("--surviving", action="store_true")
    chosen = parser.parse_args()
    for each in [chosen.pack] if chosen.pack else PACKS:
        report(each, surviving=chosen.surviving)
