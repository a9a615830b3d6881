"""One call from a notebook cell: make a thread, rule it, open the record, show it."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import scenarios
from kit.errors import BadInput, HouseRulesError
from kit.items import Paper, paper_from_thread
from kit.player.trouble import Trouble
from kit.player.widget import Player, Posts
from kit.policy import load
from kit.records import Records, default_place
from kit.sitting import Sitting, paper_to_sit
from kit.sitting.posts import PostSitting
from kit.units import unit as find_unit
from kit.units.papers import AS_OF, papers
from kit.units.posts import post_paper

SCENARIO = "burglary-appeal"
SEED = 33
MODES = {"practice": "practice", "check": "self_assessment"}
"""How each part of a unit is sat."""


def play(
    scenario: str = SCENARIO,
    *,
    seed: int = SEED,
    as_of: str = AS_OF,
    pack: str | None = None,
    unit: str | None = None,
    part: str = "practice",
    number: int = 1,
    trainee: str | None = None,
    record: str | None = None,
    mode: str | None = None,
    ceiling: int = 4,
) -> Player | Trouble:
    """Return the exercise as a widget: one thread of `scenario`, or of a part of a `unit`, to be decided under `pack`.

    The same arguments give the same thread, so running the cell again goes on where the record says work stopped.
    `part` and `number` say which paper of the unit it is. `pack` is the scenario's own where none is named; `trainee` is
    a pseudonym, asked for on the page where none is given; `record` is a path or database URL, the usual place where
    none is given. `mode` is practice (feedback at once), worked (worked examples to read) or self_assessment (feedback
    at the end), and without one what the part of the unit calls for; comments graver than `ceiling` (0 to 4, see
    kit/packs/common/gravity.yaml) are set aside. Whoever is in the middle of the exercise goes on with it as it was
    made, though pack or generator have changed since. Whatever House Rules refuses is
    returned as a Trouble, which a notebook shows as a sentence with what to do.
    """
    try:
        if unit is None:
            paper = make_paper(scenario, seed=seed, as_of=as_of, pack=pack)
        else:
            paper = unit_paper(unit, part, number, as_of=as_of, pack=pack)
        records = Records(record or default_place(os.environ, Path.cwd()))
        paper = paper_to_sit(records, paper)
        today, how = load(paper.pack["name"]), mode or (MODES.get(part) if unit else None) or "practice"
        return Player(Sitting(paper, today, records, now=_now, trainee=trainee, mode=how, ceiling=ceiling), paper)
    except HouseRulesError as error:
        return Trouble(error)


def posts(
    unit: str, *, pack: str | None = None, trainee: str | None = None, record: str | None = None
) -> Posts | Trouble:
    """Return a unit's drafts of posts as a widget; `pack` takes them all from one policy. The rest is as in `play`."""
    try:
        records = Records(record or default_place(os.environ, Path.cwd()))
        paper = paper_to_sit(records, post_paper(find_unit(unit), pack))
        return Posts(PostSitting(paper, load(paper.pack["name"]), records, now=_now, trainee=trainee), paper)
    except HouseRulesError as error:
        return Trouble(error)


def make_paper(scenario: str = SCENARIO, *, seed: int = SEED, as_of: str = AS_OF, pack: str | None = None) -> Paper:
    """Return the paper of one generated thread, every comment ruled.

    Raises BadInput for an unknown scenario or pack, and Faults for a pack or scenario that is not sound.
    """
    (thread,) = scenarios.generate(scenario, seed=seed, as_of=as_of, pack=pack)
    return paper_from_thread(thread, load(thread["pack"]))


def unit_paper(unit: str, part: str, number: int = 1, *, as_of: str = AS_OF, pack: str | None = None) -> Paper:
    """Return one paper of a part of a unit, counted from 1. Raises BadInput where there is none."""
    found = papers(find_unit(unit), part, pack=pack, as_of=as_of)
    if not 1 <= number <= len(found):
        raise BadInput(
            f"unit {unit} has {len(found)} papers in part {part!r}; found {number}, expected 1 to {len(found)}"
        )
    return found[number - 1]


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
