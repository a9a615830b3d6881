"""``kit rule CASES.jsonl [--pack NAME|PATH|NAME+OVERLAY]``: one ruling a line."""

from __future__ import annotations

import argparse
from typing import Any

from kit.cli.cases import read_cases
from kit.cli.lines import write_lines
from kit.ruling import rule


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("rule", help="rule cases: one JSON case a line in, one ruling a line out")
    parser.add_argument("cases", help="a file of cases, or - for standard input")
    parser.add_argument("--pack", help="rule under this pack instead of the one each case names")
    parser.add_argument("--no-flips", action="store_true", help="leave out what would flip each ruling")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Rule every case of the file; nothing is printed when any case is at fault."""
    cases, packs = read_cases(args.cases, args.pack)
    write_lines([rule(packs[args.pack or case["policy"]], case, flips=not args.no_flips) for case in cases])
    return 0
