"""``kit course list`` and ``kit course plan``: the units of the curriculum, and what fits into the time at hand."""

from __future__ import annotations

import argparse
from typing import Any

from kit.units import course
from kit.units.plan import plan


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("course", help="list the units of the course, or plan a session")
    doings = parser.add_subparsers(dest="doing", required=True, metavar="list|plan")
    doings.add_parser("list", help="one a line, name first").set_defaults(run=list_)
    planned = doings.add_parser("plan", help="fit units into the time at hand, questions included")
    planned.add_argument("--minutes", type=int, required=True, help="the time at hand, questions included")
    planned.add_argument("--role", help="who it is for; a name that is not known is answered with those that are")
    planned.add_argument("--refresher", action="store_true", help="for people who have done the course before")
    planned.set_defaults(run=plan_)


def list_(_: argparse.Namespace) -> int:
    """Print every unit: name, minutes, whether it is on the core path, title."""
    units = course().units
    width = max(len(unit.id) for unit in units)
    for unit in units:
        print(f"{unit.id:<{width}}  {unit.total:>3} min  {'core' if unit.core else 'more'}  {unit.title}")
    return 0


def plan_(args: argparse.Namespace) -> int:
    """Print the plan: one unit a line with its start, the questions, and what there is no time for."""
    found = plan(args.minutes, role=args.role, refresher=args.refresher)
    width = max(len(unit.id) for unit in course().units)
    start = 0
    for unit in found.units:
        print(f"{unit.id:<{width}}  {unit.total:>3} min  from minute {start:>3}  {unit.title}")
        start += unit.total
    print(f"{'questions':<{width}}  {found.questions:>3} min  in between or at the end")
    print(f"{'in all':<{width}}  {found.total:>3} min")
    if found.asked > found.most:
        print(f"A session takes {found.most} minutes at most, so no more is planned. Keep the rest for another day.")
    if found.left_out:
        print(f"Left for another day: {', '.join(unit.id for unit in found.left_out)}")
    return 0
