"""What a unit and a course are once they are read: plain values, all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PARTS = ("teaching", "worked", "practice", "check")
"""The parts of a unit in the order they are met."""

SAT = ("practice", "check")
"""The parts that are papers to sit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Where the comments of one paper come from.

    ``scenario`` and ``seed`` make the thread; ``comments`` is how many of it are taken, those that
    bear on the unit's topics first; ``posts`` counts drafts of a ``pack`` instead, where the trainee works on posts.
    """

    scenario: str = ""
    seed: int = 1
    comments: int = 0
    posts: int = 0
    pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One part of the curriculum.

    ``minutes`` maps a part to its minutes; ``topics`` are the pack's topics it teaches, and
    ``clauses`` and ``facts`` single ones besides; ``say`` is what a trainer would say first; ``points`` maps a
    pack's name to the clauses that open the page; ``show`` lists the blocks of pack data beside them;
    ``worked`` names cases; ``threads`` maps a part to the papers it holds.
    """

    id: str
    number: str
    title: str
    short: str
    core: bool
    pack: str
    minutes: Mapping[str, int]
    objectives: tuple[str, ...]
    topics: tuple[str, ...]
    clauses: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    points: Mapping[str, tuple[str, ...]]
    show: tuple[Mapping[str, Any], ...] = ()
    worked: tuple[str, ...] = ()
    compare: tuple[str, ...] = ()
    threads: Mapping[str, tuple[Thread, ...]]
    assessed: bool = False

    @property
    def total(self) -> int:
        """The minutes of all parts together."""
        return sum(self.minutes.values())

    def teaches(self, clause: str, topic: str) -> bool:
        """Say whether this unit teaches a clause, by its name or its topic."""
        return clause in self.clauses or topic in self.topics

    @property
    def notebook(self) -> str:
        """The file that holds the unit, in the folder of notebooks."""
        return f"{self.id}.ipynb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A kind of trainee: what they are called, and the units that matter most to them, in order."""

    name: str
    words: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Every unit in order, the roles, and the numbers that a plan keeps to.

    ``numbers`` maps a name to its value; where each comes from stands beside it in ``course.yaml``.
    """

    units: tuple[Unit, ...]
    roles: Mapping[str, Role]
    refresher: tuple[str, ...]
    numbers: Mapping[str, int]

    @property
    def core(self) -> tuple[Unit, ...]:
        """The units of the core path, in order."""
        return tuple(unit for unit in self.units if unit.core)
