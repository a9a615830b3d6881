"""Read everything that threads are made of: with ``contrasts`` the only module of ``scenarios`` that touches the disk.

A root is a folder with ``banks/*.yaml`` and ``recipes/*.yaml`` with their notes; the shipped one also
holds ``data/``. Other packages add roots under the entry point group ``house_rules.scenarios``.
Each folder may hold a compiled form (``kit scenarios check`` writes it), read instead of its YAML for as
long as that has not changed: it loads faster, and where there is no PyYAML it is all there is.
"""

from __future__ import annotations

import functools
import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from kit.errors import Fault, Faults
from kit.policy.compiled import read_compiled, write_compiled
from kit.policy.strict import read
from scenarios.clock import read_arrivals
from scenarios.mix import Stretches, shared_out, taken
from scenarios.patterns import Needs, Pattern, Vocabulary, check_links, read_bank
from scenarios.pools import NEEDED, Lists, Pools, fill, read_lists
from scenarios.recipes import Frame, Recipe, read_recipe, read_records
from scenarios.voices import Habits, Voice, read_voices

SHIPPED = Path(__file__).parent
GROUP = "house_rules.scenarios"
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library:
    """Everything recipes are made of, and every fault that reading found.

    ``digest`` names the content, ``compiled`` says whether all of it was read from its compiled form; ``ready`` keeps what has been made ready of it.
    """

    lists: Lists
    habits: Habits
    voices: Mapping[str, Voice]
    records: Mapping[str, Mapping[str, Any]]
    arrivals: Mapping[str, tuple[tuple[int, int], ...]]
    patterns: tuple[Pattern, ...]
    recipes: Mapping[str, Recipe]
    notes: Mapping[str, str]
    faults: tuple[Fault, ...]
    digest: str
    compiled: bool = False
    ready: dict[Any, Any] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether lists and voices are there at all, so that recipes can be tried."""
        return bool(self.voices) and all(name in self.lists.lists for name in NEEDED)

    def once(self, key: Any, make: Callable[[], Any]) -> Any:
        """Return what is kept under a key, made on first use."""
        if key not in self.ready:
            self.ready[key] = make()
        return self.ready[key]

    @property
    def taken(self) -> Mapping[str, list[Pattern]]:
        """The patterns that each key of a mix takes, whatever the recipe, as they stand in their families."""
        places = self.places
        found: Mapping[str, list[Pattern]] = self.once(
            "taken", lambda: taken(sorted(self.patterns, key=lambda one: (places[one.id], one.id)))
        )
        return found

    @property
    def by_needs(self) -> Mapping[Needs, list[Pattern]]:
        """The patterns by what they ask of a scenario."""
        found: Mapping[Needs, list[Pattern]] = self.once(
            "by_needs", lambda: _grouped((one.needs, one) for one in self.patterns)
        )
        return found

    @property
    def roles(self) -> Mapping[str, set[str]]:
        """By pattern, the slots that only a recipe's cast can fill; those that have any."""
        found: Mapping[str, set[str]] = self.once(
            "roles", lambda: {one.id: roles for one in self.patterns if (roles := one.roles(self.lists))}
        )
        return found

    @property
    def places(self) -> Mapping[str, float]:
        """Where every pattern stands in its family, from 0 to 1: evenly apart among near misses or others on the same topics."""
        found: Mapping[str, float] = self.once("places", lambda: _places(self.patterns))
        return found

    @property
    def stretches(self) -> Mapping[str, Stretches]:
        """By scenario, its own stretch of every family: scenarios share a family out as their mixes ask for it."""
        found: Mapping[str, Stretches] = self.once("stretches", lambda: shared_out(self.recipes))
        return found

    def make_ready(self) -> None:
        """Work out now what every scenario asks for."""
        _ = self.pools("masked"), self.taken, self.by_needs, self.roles, self.stretches

    def pools(self, language: str) -> Pools:
        """Return the filled pools, filled on first use."""
        found: Pools = self.once(("pools", language), lambda: fill(self.lists, language))
        return found


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _places(patterns: Iterable[Pattern]) -> dict[str, float]:
    groups = _grouped(((one.family, one.near, one.needs.topics), one.id) for one in patterns)
    return {
        name: (rank + HALF) / len(group)
        for group in groups.values()
        for rank, name in enumerate(sorted(group, key=lambda name: (zlib.crc32(name.encode()), name)))
    }


@functools.lru_cache(maxsize=1)
def library() -> Library:
    """Return the shipped library with every root that other packages offer.

    A sound one that was read from YAML is written down compiled, where that can be written, for the next time.
    """
    reading = Reading()
    whole = read_library(roots(), trusting=True, reading=reading)
    if not whole.faults:
        whole.make_ready()
        if not whole.compiled:
            with suppress(OSError):
                reading.write()
    return whole


def roots() -> list[Path]:
    """Return the shipped root, then those that other packages offer."""
    return [SHIPPED, *(Path(str(one.load())) for one in sorted(entry_points(group=GROUP), key=lambda one: one.name))]


def _folders(roots: list[Path], data: Path) -> list[Path]:
    folders = [data, *(root / part for root in roots for part in ("banks", "recipes"))]
    return [folder for folder in folders if folder.is_dir()]


def read_library(
    roots: list[Path], data: Path = SHIPPED / "data", *, trusting: bool = False, reading: Reading | None = None
) -> Library:
    """Return the library of these roots; its ``faults`` hold everything wrong in any file.

    A library that is compiled throughout was found sound when that was written; ``trusting`` does not check it again.
    """
    take = reading or Reading()
    compiled = all(take.compiled(folder) for folder in _folders(roots, data))
    faults = take.faults
    lists = read_lists(*take(data / "pools.yaml"))
    habits, voices = read_voices(*take(data / "voices.yaml"))
    records = read_records(*take(data / "records.yaml"))
    arrivals = read_arrivals(*take(data / "times.yaml"))
    words = Vocabulary(lists=lists, voices=tuple(voices), moods=tuple(habits.moods))
    frame = Frame(lists=lists, voices=tuple(voices), records=tuple(records), arrivals=tuple(arrivals))
    patterns: list[Pattern] = []
    recipes: dict[str, Recipe] = {}
    notes: dict[str, str] = {}
    for path in _files(roots, "banks"):
        rows, name, noted = take(path)
        patterns += read_bank(rows, name, words, noted, checked=trusting and compiled)
    for path in _files(roots, "recipes"):
        rows, name, noted = take(path)
        recipes[path.stem] = read_recipe(path.stem, rows, name, frame, noted)
        notes[path.stem] = _note(path, name, faults)
    faults += check_links(patterns)
    return Library(
        lists=lists,
        habits=habits,
        voices=voices,
        records=records,
        arrivals=arrivals,
        patterns=tuple(patterns),
        recipes=recipes,
        notes=notes,
        faults=tuple(faults),
        digest=take.hashed.hexdigest()[:12],
        compiled=compiled,
    )


class Reading:
    """Reads file after file, from the compiled form where that is good; keeps faults and a hash over everything.

    ``write`` writes down what was read as the compiled form.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.hashed = hashlib.sha256()
        self.compiled = functools.cache(read_compiled)
        self.parts: dict[Path, dict[str, Any]] = {}

    def __call__(self, path: Path) -> tuple[Any, str, list[Fault]]:
        """Return what a file holds, its name, and where its faults go: nowhere when it could not be read at all."""
        name = f"{path.parent.name}/{path.name}"
        self.hashed.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
        try:
            found = (self.compiled(path.parent) or {}).get(path.stem) or read(path)
            self.parts.setdefault(path.parent, {})[path.stem] = found
        except Faults as wrong:
            self.faults.extend(wrong.faults)
            return {}, name, []
        return found, name, self.faults

    def write(self) -> list[Path]:
        """Write the compiled form of every folder read; return the files written."""
        return [write_compiled(folder, parts) for folder, parts in self.parts.items()]


def _files(roots: list[Path], folder: str) -> Iterator[Path]:
    """Yield every YAML file of a folder of every root, in an order that no disk decides."""
    for root in roots:
        yield from sorted((root / folder).glob("*.yaml"), key=lambda path: path.name)


def _note(path: Path, name: str, faults: list[Fault]) -> str:
    note = path.with_suffix(".md")
    if not note.exists():
        faults.append(
            Fault(where=name, what="the scenario has no facilitator's note", todo=f"write {note.name} beside it")
        )
        return ""
    return note.read_text(encoding="utf-8")
