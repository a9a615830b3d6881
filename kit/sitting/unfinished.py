"""Find the paper that somebody is in the middle of, though pack or generator have changed since."""

from __future__ import annotations

from typing import Any

from kit.items import Paper
from kit.records import Records

SAME = ("scenario", "seed", "as_of")
SAME_UNIT = ("unit", "part", "as_of")
"""A unit picks its threads by what they hold, so a new version may pick another for the same place."""


def paper_to_sit(records: Records, paper: Paper) -> Paper:
    """Return the stored paper of the latest unfinished session of the same exercise, else ``paper``.

    An exercise is the same if scenario, seed, date and pack have the same names, or for a part of a
    unit the unit, its part, date and pack. A paper is made
    anew with every opening, so a new version of a pack or generator makes another one; whoever is
    in the middle of the old one goes on with that, under the policy it was made with.
    """
    wanted = _exercise(paper)
    with records.reading() as log:
        for session in reversed(log.sessions()):
            if not session.finished:
                stored = log.paper(session.paper)
                if _exercise(stored) == wanted:
                    return stored
    return paper


def _exercise(paper: Paper) -> tuple[Any, ...]:
    names = SAME_UNIT if paper.origin.get("unit") else SAME
    return (paper.pack["name"], *(paper.origin.get(name) for name in names))
