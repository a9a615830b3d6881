"""Does a pack make sense? What loading cannot see: gaps, rows that never bite, cases it does not keep."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from kit.errors import Fault
from kit.judge import judge
from kit.policy import Pack
from kit.policy.cases import as_given, load_cases
from kit.review.reach import unreachable
from kit.ruling import rule


def check(pack: Pack, *, today: str) -> list[Fault]:
    """Return every fault of sense in a pack; an empty list for a sound one.

    ``today`` is an ISO day: a document dated after it is a fault.
    """
    cases = load_cases(pack.name)
    faults = [*_uncovered(pack, cases), *_misdated(pack, today)]
    faults += [
        Fault(where=row.where, what=f"the row {row.id!r} of {row.table} can never decide anything", found=row.when.text)
        for row in unreachable(pack)
    ]
    if "+" not in pack.name:
        faults += [fault for case in cases for fault in _broken(pack, case)]
    return faults


def _uncovered(pack: Pack, cases: list[dict[str, Any]]) -> Iterator[Fault]:
    """Yield graded clauses that no rule cites or no case exercises."""
    ruled = {clause for name, rows in pack.tables.items() if name != "near" for row in rows for clause in row.clauses}
    exercised = {clause for case in cases for clause in case.get("because", ())}
    for clause in pack.clauses.values():
        if clause.kind == "graded" and clause.id not in ruled:
            yield Fault(
                where=clause.id, what="a graded clause that no rule cites", todo="add it to a row of rules.yaml"
            )
        if clause.kind == "graded" and clause.id not in exercised:
            yield Fault(where=clause.id, what="a graded clause without a case", todo="add one to cases.yaml")


def _misdated(pack: Pack, today: str) -> Iterator[Fault]:
    """Yield documents dated in the future; a clause that comes into force later is no fault."""
    for document in pack.documents.values():
        if document.date != "not_stated" and document.date > today:
            where = f"{pack.name}/documents.yaml {document.key}"
            yield Fault(
                where=where, what="a document dated in the future", found=document.date, expected=f"{today} or before"
            )


def _broken(pack: Pack, case: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what a case of the pack says and its rules do not."""
    ruling = rule(pack, as_given(pack.name, case), flips=False)
    where = f"{pack.name}: case {case['id']}"
    expected = [(case["best"], "right", None)]
    expected += [(decision, "right", None) for row in case.get("right", ()) for decision in _each(case["best"], row)]
    expected += [
        (decision, "wrong", row["error"])
        for row in case.get("wrong", ())
        for decision in _each(case["best"], row["match"])
    ]
    for decision, verdict, error in expected:
        found = judge(ruling, {"decision": decision})
        if (found["verdict"], found["error"]) != (verdict, error):
            words = f"{found['verdict']} {found['error'] or ''}".strip()
            yield Fault(
                where=where, what=" ".join(decision.values()), found=words, expected=f"{verdict} {error or ''}".strip()
            )


def _each(best: Mapping[str, str], pattern: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for values in itertools.product(*pattern.values()):
        yield {**best, **dict(zip(pattern, values, strict=True))}
