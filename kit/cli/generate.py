"""``kit generate --scenario NAME --seed N --as-of DATE``: threads, or their cases, one a line."""

from __future__ import annotations

import argparse
from typing import Any

from kit.cli.lines import write_lines
from kit.errors import BadInput
from kit.thread import cases
from scenarios import generate


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("generate", help="generate threads of a scenario: one a line out")
    parser.add_argument("--scenario", required=True, metavar="NAME", help="its name (kit scenarios list)")
    parser.add_argument("--seed", default="1", metavar="N", help="a whole number; the same number, the same threads")
    parser.add_argument("--threads", default="1", metavar="K", help="how many threads")
    parser.add_argument("--pack", metavar="P", help="the pack that will judge them, when not the scenario's own")
    parser.add_argument("--as-of", required=True, metavar="DATE", help="the date they are made for, such as 2026-11-21")
    parser.add_argument("--cases", action="store_true", help="print the cases of the comments instead of the threads")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the threads or cases; nothing is printed when an argument, the recipe or a bank is at fault."""
    threads = generate(
        args.scenario,
        seed=whole("--seed", args.seed),
        as_of=args.as_of,
        threads=whole("--threads", args.threads),
        pack=args.pack,
    )
    write_lines((case for thread in threads for case in cases(thread)) if args.cases else threads)
    return 0


def whole(option: str, text: str) -> int:
    """Return the whole number of an option; raises BadInput."""
    try:
        return int(text)
    except ValueError:
        message = f"{option}: found {text!r}; expected a whole number"
        raise BadInput(message) from None
