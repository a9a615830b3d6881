"""``kit scenarios list``, ``kit scenarios note NAME``, ``kit scenarios check``: what there is, and whether it is sound."""

from __future__ import annotations

import argparse
from typing import Any

from kit.errors import BadInput, Faults, did_you_mean
from scenarios import faults, library
from scenarios.load import compile_library


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser(
        "scenarios", help="list the scenarios, read a facilitator's note, check banks and recipes"
    )
    doings = parser.add_subparsers(dest="doing", required=True, metavar="list|note|check")
    doings.add_parser("list", help="one a line, name first").set_defaults(run=list_)
    note = doings.add_parser("note", help="the facilitator's note of one scenario")
    note.add_argument("name")
    note.set_defaults(run=note_)
    words = "every fault of every bank and recipe; writes the compiled form when there is none"
    doings.add_parser("check", help=words).set_defaults(run=check)


def list_(_: argparse.Namespace) -> int:
    """Print every scenario: name, then platform, pack, difficulty and title."""
    recipes = library().recipes
    width = max((len(name) for name in recipes), default=0)
    for name, recipe in sorted(recipes.items()):
        print(f"{name:<{width}}  {recipe.platform:<9} {recipe.pack:<14} {recipe.difficulty}  {recipe.title}")
    return 0


def note_(args: argparse.Namespace) -> int:
    """Print the facilitator's note of one scenario."""
    notes = library().notes
    if args.name not in notes:
        hint = did_you_mean(args.name, notes) or f"known scenarios: {', '.join(sorted(notes))}"
        message = f"there is no scenario {args.name!r}; {hint}"
        raise BadInput(message)
    print(notes[args.name].rstrip())
    return 0


def check(_: argparse.Namespace) -> int:
    """Check everything authored; print what there is and write its compiled form, or raise all faults together."""
    found = faults()
    if found:
        raise Faults(found)
    whole = library()
    print(f"{len(whole.recipes)} scenarios, {len(whole.patterns)} patterns, {len(whole.voices)} voices: no fault")
    print("compiled: " + ", ".join(str(path) for path in compile_library()))
    return 0
