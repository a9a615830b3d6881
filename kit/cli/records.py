"""``kit records list|verify|replay|erase``: look at the record, check it, judge it again, erase what is personal."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.errors import BadInput, HouseRulesError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.items import Paper
    from kit.records import Records

FAULTY = 1
"""Exit code for a record that was read and does not check out."""


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("records", help="list, verify, replay or erase what the record holds")
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    _add(acts, "list", "one session a line", _list)
    verify = _add(acts, "verify", "check the chain, the texts and the papers", _verify)
    verify.add_argument("--head", action="append", default=[], help="a head kept elsewhere that must be in the chain")
    _add(acts, "replay", "judge every decision again, and rule again where the same pack is installed", _replay)
    erase = _add(acts, "erase", "erase a trainee's pseudonym and free texts for good", _erase)
    erase.add_argument("pseudonym", help="the trainee's pseudonym")
    erase.add_argument("--why", required=True, help="the reason, kept in the record")


def _add(acts: Any, name: str, help_: str, act: Callable[[Records, argparse.Namespace], int]) -> Any:
    parser = acts.add_parser(name, help=help_)
    parser.add_argument("--at", help="a file or database URL; else HOUSE_RULES_RECORDS, else the project's own record")
    parser.set_defaults(run=lambda args: _run(act, args))
    return parser


def _run(act: Callable[[Records, argparse.Namespace], int], args: argparse.Namespace) -> int:
    # Here, because the other verbs should not wait for a database library.
    from kit.records import Records, default_place

    place = args.at or default_place(os.environ, Path.cwd())
    if "://" not in place and not Path(place).expanduser().exists():
        message = f"there is no record at {place}; name one with --at, or decide something first"
        raise BadInput(message)
    with Records(place) as records:
        return act(records, args)


def _list(records: Records, _args: argparse.Namespace) -> int:
    with records.reading() as log:
        names = log.trainees()
        titles = {paper: log.paper(paper).title for paper in log.papers()}
        for session in log.sessions():
            decided = sum(event.kind == "commit" for event in log.events(session.id))
            state = "finished" if session.finished else "open"
            name = names.get(session.trainee, "(erased)")
            print(f"{session.id}  {name}  {titles[session.paper]}  {decided} decided  {state}")
    return 0


def _verify(records: Records, args: argparse.Namespace) -> int:
    from kit.records import verify

    found = verify(records, heads=args.head)
    for fault in found.faults:
        print(fault)
    verdict = "sound" if found.ok else f"{len(found.faults)} faults"
    print(f"{records.place}: {found.events} events, {found.papers} papers, head {found.head}: {verdict}")
    return 0 if found.ok else FAULTY


def _replay(records: Records, _args: argparse.Namespace) -> int:
    from kit.sitting import replay

    found = replay(records, _ruler)
    for line in found:
        print(line)
    print(f"{records.place}: {len(found) or 'no'} difference{'' if len(found) == 1 else 's'}")
    return FAULTY if found else 0


def _ruler(paper: Paper) -> Callable[[Mapping[str, Any]], Mapping[str, Any]] | None:
    """Return how the very pack of a paper rules, if that version is installed here."""
    from kit.items import plain
    from kit.policy import load
    from kit.ruling import rule

    try:
        pack = load(paper.pack["name"])
    except HouseRulesError:
        return None
    if pack.hash != paper.pack["hash"]:
        return None
    return lambda case: plain(rule(pack, case))


def _erase(records: Records, args: argparse.Namespace) -> int:
    with records.reading() as log:
        known = [trainee for trainee, name in log.trainees().items() if name.casefold() == args.pseudonym.casefold()]
    if not known:
        message = f"the record holds no trainee {args.pseudonym!r}; `kit records list` shows who is there"
        raise BadInput(message)
    count = records.erase(known[0], at=datetime.now(UTC).isoformat(timespec="seconds"), why=args.why)
    print(f"{args.pseudonym}: {count} texts erased; the decisions stay under a random id")
    return 0
