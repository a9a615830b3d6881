"""``kit judge CASES.jsonl DECISIONS.jsonl``: one verdict a line, in the order of the decisions."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from kit.cli.cases import read_cases
from kit.cli.lines import read_lines, write_lines
from kit.errors import Fault, did_you_mean
from kit.judge import judge
from kit.ruling import rule
from kit.terms import FIELDS

KEYS = {"id", "decision", "grounds", "done", "log", "attempt"}


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("judge", help="judge decisions on cases: one verdict a line out")
    parser.add_argument("cases", help="a file of cases")
    parser.add_argument("decisions", help="a file of decisions, or - for standard input")
    parser.add_argument("--pack", help="judge under this pack instead of the one each case names")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Judge every decision; nothing is printed when any case or decision is at fault."""
    found, packs = read_cases(args.cases, args.pack)
    cases = {case.get("id"): case for case in found}
    decisions = read_lines(args.decisions, lambda value, where: check_decision(value, where, cases))
    rulings: dict[Any, Any] = {}
    for attempt in decisions:
        case = cases[attempt["id"]]
        if attempt["id"] not in rulings:
            rulings[attempt["id"]] = rule(packs[args.pack or case["policy"]], case, flips=False)
    write_lines(judge(rulings[attempt["id"]], attempt) for attempt in decisions)
    return 0


def check_decision(value: Mapping[str, Any], where: str, cases: Mapping[Any, Any]) -> list[Fault]:
    """Return every fault of one decision: unknown case, keys, fields or values."""
    faults = [
        Fault(where=where, what=f"unknown key {key!r}", todo=did_you_mean(key, KEYS))
        for key in value
        if key not in KEYS
    ]
    if value.get("id") not in cases:
        hint = did_you_mean(str(value.get("id")), [str(name) for name in cases])
        faults.append(Fault(where=where, what=f"no case has the id {value.get('id')!r}", todo=hint))
    decision = value.get("decision")
    if not isinstance(decision, Mapping):
        return [*faults, Fault(where=where, what="no decision", expected=f"an object with {', '.join(FIELDS)}")]
    for field, values in FIELDS.items():
        if decision.get(field) not in values:
            faults.append(
                Fault(
                    where=f"{where} decision.{field}",
                    what="not a value of this field",
                    found=repr(decision.get(field)),
                    expected=" or ".join(values),
                )
            )
    faults += [
        Fault(where=f"{where} decision.{field}", what="no such field", todo=did_you_mean(field, FIELDS))
        for field in decision
        if field not in FIELDS
    ]
    for key, kind in (("grounds", list), ("done", list), ("log", str)):
        if value.get(key) is not None and not isinstance(value[key], kind):
            faults.append(
                Fault(where=f"{where} {key}", what="wrong type", found=repr(value[key]), expected=kind.__name__)
            )
    return faults
