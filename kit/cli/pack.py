"""``kit pack list|show``: the packs there are, and one clause of one pack in full."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from kit.errors import BadInput, did_you_mean
from kit.policy import Pack, load, names


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("pack", help="the packs, their clauses and rules")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="one pack a line, name first")
    listing.set_defaults(run=run_list)
    show = actions.add_parser("show", help="one clause: words, source, dates, rules")
    show.add_argument("clause", help="a clause id, such as LP-P-X-01")
    show.add_argument("--pack", help="the pack to look in; all are tried without it")
    show.set_defaults(run=run_show)


def run_list(_: argparse.Namespace) -> int:
    """Print one pack a line."""
    for name in names():
        pack = load(name)
        graded = sum(clause.kind == "graded" for clause in pack.clauses.values())
        sys.stdout.write(f"{name}\t{pack.title}\t{len(pack.clauses)} clauses, {graded} graded\n")
    return 0


def run_show(args: argparse.Namespace) -> int:
    """Print one clause with its source, dates and the rules that cite it."""
    packs = [load(name) for name in ([args.pack] if args.pack else names())]
    for pack in packs:
        if args.clause in pack.clauses:
            sys.stdout.write("\n".join(describe(pack, args.clause)) + "\n")
            return 0
    known = [clause for pack in packs for clause in pack.clauses]
    message = f"no clause {args.clause!r}; {did_you_mean(args.clause, known) or 'see kit pack list'}"
    raise BadInput(message)


def describe(pack: Pack, name: str) -> list[str]:
    """Return the lines that describe one clause."""
    clause = pack.clauses[name]
    start = clause.in_force_from or "not stated (held to be in force)"
    lines = [
        f"{clause.id}  ({pack.title})",
        f"  {clause.words}",
        f"  Source: {clause.source}",
        f"  In force from: {start}" + (f" to {clause.in_force_to}" if clause.in_force_to else ""),
        f"  Kind: {clause.kind}; {clause.modality}; about {clause.subject}; topic {clause.topic}",
    ]
    for table, rows in pack.tables.items():
        lines += [f"  {table}: {row.id}: when {row.when.text}" for row in rows if name in row.clauses]
    return lines
