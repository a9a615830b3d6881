"""``kit pack ...``: the packs there are, what is in them, whether they are sound and what a change flips."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import scenarios
from kit.cli.lines import read_lines, told_compiled
from kit.context import check_case
from kit.errors import BadInput, Faults, did_you_mean
from kit.policy import Pack, load, names
from kit.policy.cases import as_given, load_cases
from kit.policy.load import compile_pack, overlays
from kit.review import check, coverage, diff, new_pack
from kit.review.coverage import table
from kit.review.diff import report
from scenarios.contrasts import contrasts


def add_parser(verbs: Any) -> None:
    """Add the verb and its actions to the command line."""
    parser = verbs.add_parser("pack", help="the packs: list, show, check, coverage, diff, new")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = partial(_action, actions)
    add("list", run_list, "one pack or overlay a line, name first")
    show = add("show", run_show, "one clause: words, source, dates, rules")
    show.add_argument("clause", help="a clause id, such as LP-P-X-01")
    show.add_argument("--pack", help="the pack to look in; all are tried without it")
    for name, run, words in (
        ("check", run_check, "is the pack sound? Writes its compiled form when it is"),
        ("coverage", run_coverage, "every clause with its rules, cases, scenarios and contrasts"),
    ):
        action = add(name, run, words)
        action.add_argument("pack", help="NAME, PATH or NAME+OVERLAY")
        if name == "coverage":
            action.add_argument("--json", action="store_true", help="as JSON, with ids instead of counts")
    compare = add("diff", run_diff, "clauses and rules that differ, and the decisions that flip")
    compare.add_argument("before", help="a pack")
    compare.add_argument("after", help="another, such as the first with an overlay")
    compare.add_argument("--cases", help="a file of cases; the first pack's own without it")
    compare.add_argument("--json", action="store_true", help="as JSON, with every flip")
    fresh = add("new", run_new, "start a pack: a copy of one that is near, under its own name")
    fresh.add_argument("name", help="the new pack's name")
    fresh.add_argument("--like", default="leicestershire", help="the pack to copy (leicestershire)")
    fresh.add_argument("--in", dest="place", default=".", help="the folder to put it in (this one)")


def _action(actions: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, help=words)
    parser.set_defaults(run=run)
    return parser


def run_list(_: argparse.Namespace) -> int:
    """Print one pack a line, then one overlay a line."""
    for name in names():
        pack = load(name)
        graded = sum(clause.kind == "graded" for clause in pack.clauses.values())
        print(f"{name}\t{pack.title}\t{len(pack.clauses)} clauses, {graded} graded")
    for name in overlays():
        print(f"{name}\toverlay: lay it over a pack, as in leicestershire+{name}")
    return 0


def run_show(args: argparse.Namespace) -> int:
    """Print one clause with its source, dates and the rules that cite it."""
    packs = [load(name) for name in ([args.pack] if args.pack else names())]
    for pack in packs:
        if args.clause in pack.clauses:
            print("\n".join(describe(pack, args.clause, today())))
            return 0
    known = [clause for pack in packs for clause in pack.clauses]
    message = f"no clause {args.clause!r}; {did_you_mean(args.clause, known) or 'see kit pack list'}"
    raise BadInput(message)


def today() -> str:
    """Return today's date as an ISO day."""
    return datetime.now(tz=UTC).date().isoformat()


def describe(pack: Pack, name: str, day: str) -> list[str]:
    """Return the lines that describe one clause as it stands on a day."""
    clause = pack.clauses[name]
    start = clause.in_force_from or "not stated (held to be in force)"
    if clause.in_force_from and clause.in_force_from > day:
        start += " (coming: not in force yet)"
    lines = [
        f"{clause.id}  ({pack.title})",
        f"  {clause.words}",
        f"  Source: {clause.source}",
        f"  In force from: {start}" + (f" to {clause.in_force_to}" if clause.in_force_to else ""),
        f"  Kind: {clause.kind}; {clause.modality}; about {clause.subject}; topic {clause.topic}",
    ]
    for found, rows in pack.tables.items():
        lines += [f"  {found}: {row.id}: when {row.when.text}" for row in rows if name in row.clauses]
    return lines


def run_check(args: argparse.Namespace) -> int:
    """Name every fault of sense; write the compiled form of a sound pack."""
    pack = load(args.pack)
    faults = check(pack, today=today())
    if faults:
        raise Faults(faults)
    rules = sum(len(rows) for rows in pack.tables.values())
    print(f"{pack.name}: sound; {len(pack.clauses)} clauses, {rules} rules, {len(load_cases(pack.name))} cases")
    if "+" not in pack.name:
        print(told_compiled(lambda: compile_pack(args.pack)))
    return 0


def run_coverage(args: argparse.Namespace) -> int:
    """Print what every clause has of rules, cases, scenarios and contrasts."""
    exercised = {name: recipe.clauses for name, recipe in scenarios.library().recipes.items()}
    rows = coverage(load(args.pack), exercised, {pair.id: pair.clauses for pair in contrasts().pairs})
    print(json.dumps(rows, ensure_ascii=False, indent=1) if args.json else table(rows))
    return 0


def run_diff(args: argparse.Namespace) -> int:
    """Print what differs between two packs and which decisions flip."""
    before, after = load(args.before), load(args.after)
    if args.cases:
        cases = read_lines(args.cases, partial(check_case, pack_given=True))
    else:
        cases = [as_given(before.name, case) for case in load_cases(before.name)]
    found = diff(before, after, cases)
    print(json.dumps(found, ensure_ascii=False, indent=1) if args.json else report(found))
    return 0


def run_new(args: argparse.Namespace) -> int:
    """Write a new pack's folder and say what to do next."""
    place = new_pack(args.name, Path(args.place), args.like)
    sys.stdout.write(f"{place} is there. Change its clauses and rules, then run: kit pack check {place}\n")
    return 0
