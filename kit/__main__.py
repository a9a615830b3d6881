"""The command line: ``kit VERB ...``. Bad input ends with exit code 2 and one line per fault."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import pkgutil
import sys
from collections.abc import Sequence

from kit import cli
from kit.errors import HouseRulesError

HELPERS = {"cases", "contrasts", "lines"}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line, every verb of ``kit.cli`` in it."""
    whole = argparse.ArgumentParser(prog="kit", description="House Rules: practise and prove fair moderation.")
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    for module in sorted(pkgutil.iter_modules(cli.__path__), key=lambda found: found.name):
        if module.name not in HELPERS:
            importlib.import_module(f"kit.cli.{module.name}").add_parser(verbs)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 2 bad input."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except HouseRulesError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
