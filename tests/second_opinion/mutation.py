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
from tests.second_opinion.book import PACKS, book
from tests.second_opinion.mutants import Mutant, mutants

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


@functools.cache
def listed(name: str, *, proven: bool | None = None) -> dict[str, str]:
    """Return mutant -> the reason why no comment can tell it apart; only those proven, or only those not, if asked."""
    groups = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8"))[name]
    return {
        mutant: group["reason"] for group in groups if proven in (None, group["proven"]) for mutant in group["mutants"]
    }


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """What became of the mutants of one pack; those of ``unnoticed`` are neither killed nor listed."""

    killed: list[Mutant]
    equivalent: list[Mutant]
    unnoticed: list[Mutant]

    @property
    def share(self) -> float:
        """Return how many of those that can be told apart are killed, from 0 to 1."""
        return len(self.killed) / (len(self.killed) + len(self.unnoticed))


@functools.cache
def tally(name: str) -> Tally:
    """Return what becomes of every mutant of a pack."""
    found = sorted(run(name).items(), key=str)
    alive = [mutant for mutant, case in found if case is None]
    return Tally(
        killed=[mutant for mutant, case in found if case is not None],
        equivalent=[mutant for mutant in alive if str(mutant) in listed(name)],
        unnoticed=[mutant for mutant in alive if str(mutant) not in listed(name)],
    )


def report(name: str, *, surviving: bool) -> None:
    """Print how many mutants of a pack were killed, and which were not."""
    found = tally(name)
    numbers = f"{len(found.killed)} killed, {len(found.equivalent)} equivalent, {len(found.unnoticed)} unnoticed"
    print(f"{name}: {numbers}; {100 * found.share:.1f}% of those that can be told apart are killed")
    for mutant in found.unnoticed if surviving else ():
        print(f"  {mutant}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", choices=PACKS)
    parser.add_argument("--surviving", action="store_true")
    chosen = parser.parse_args()
    for each in [chosen.pack] if chosen.pack else PACKS:
        report(each, surviving=chosen.surviving)
