"""Scenarios: believable threads whose truth is known, because what writes the words sets the facts.

``generate`` yields threads in the exchange format. A thread is a function of the scenario, the seed,
the date it is made for and the generator's version, and of nothing else.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from typing import Any

from kit.errors import BadInput
from scenarios.clock import read_date
from scenarios.load import Library, library, read_library
from scenarios.plan import Plan, plan_for, recipe_faults
from scenarios.pools import LANGUAGES
from scenarios.threads import ThreadMaker

VERSION = "4"
"""Rises when the same library would give other threads."""

GOLDEN = 0.6180339887498949
"""Steps of this length round a circle stay as far apart as can be, however many are taken."""
ROUND = 8
"""After so many threads of one seed a scenario moves on to another stretch of every family."""

NOTICE = "People, places and events on this page are fictitious. Any likeness to anyone or anything real is chance."
"""Stands on every page that shows a thread."""

__all__ = [
    "NOTICE",
    "VERSION",
    "Library",
    "faults",
    "generate",
    "generator",
    "library",
    "names",
    "read_library",
    "traced",
]


def names() -> list[str]:
    """Return the names of all scenarios, in order."""
    return sorted(library().recipes)


def generator(of: Library | None = None) -> str:
    """Return the generator's version: of its code, and of the words it draws from."""
    return f"{VERSION}+{(of or library()).digest}"


def faults(of: Library | None = None) -> list[Any]:
    """Return every fault of the library and of all its recipes."""
    whole = of or library()
    found = list(whole.faults)
    for name in whole.recipes:
        found += recipe_faults(whole, name)
    return found


def generate(
    name: str,
    *,
    seed: int,
    as_of: str | dt.date,
    threads: int = 1,
    pack: str | None = None,
    language: str = "masked",
    of: Library | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield threads of a scenario in the exchange format, one by one.

    ``pack`` judges them (the recipe's own where none is named; it changes no word). ``language`` masked
    shows strong words by name in brackets, open as they are. Raises BadInput at once for a bad argument
    and Faults for a library or recipe that is not sound.
    """
    return (
        thread
        for thread, _ in traced(name, seed=seed, as_of=as_of, threads=threads, pack=pack, language=language, of=of)
    )


def traced(
    name: str,
    *,
    seed: int,
    as_of: str | dt.date,
    threads: int = 1,
    pack: str | None = None,
    language: str = "masked",
    of: Library | None = None,
) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yield every thread with the ids of the patterns its comments came from, in order."""
    for label, value in (("seed", seed), ("threads", threads)):
        if type(value) is not int:
            message = f"{label}: found {value!r}; expected a whole number"
            raise BadInput(message)
    if threads < 0:
        message = f"threads: found {threads}; expected 0 or more"
        raise BadInput(message)
    if language not in LANGUAGES:
        message = f"language: found {language!r}; expected one of {', '.join(LANGUAGES)}"
        raise BadInput(message)
    day = read_date(as_of)
    whole = of or library()
    return _traced(plan_for(whole, name, pack=pack, language=language), seed, day, threads)


def _traced(plan: Plan, seed: int, day: dt.date, threads: int) -> Iterator[tuple[dict[str, Any], list[str]]]:
    name, as_of = plan.recipe.name, day.isoformat()
    version = generator(plan.library)
    seeded = int.from_bytes(hashlib.sha256(f"{seed}|{as_of}".encode()).digest()[:4], "big") / 2**32
    for number in range(1, threads + 1):
        source = hashlib.sha256(f"{name}|{seed}|{as_of}|{VERSION}|{number}".encode()).digest()
        draw = random.Random(int.from_bytes(source[:8], "big")).random
        head = {
            "id": f"{name}.{plan.pack}.{as_of}.{seed}.{number}",
            "scenario": name,
            "seed": seed,
            "as_of": as_of,
            "generator": version,
            "pack": plan.pack,
            "platform": plan.recipe.platform,
            "account_kind": plan.account_kind,
        }
        maker = ThreadMaker(plan, draw, day, seeded + number // ROUND * GOLDEN, number * GOLDEN % 1)
        thread = maker.make(head)
        yield thread, [line.id for line in maker.said.lines]
