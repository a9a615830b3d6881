"""Read everything authored: the only module of ``scenarios`` that touches the disk.

A root is a folder with ``banks/*.yaml`` and ``recipes/*.yaml`` with their notes; the shipped one also
holds ``data/``. Other packages add roots under the entry point group ``house_rules.scenarios``.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from kit.errors import Fault, Faults
from kit.policy.strict import read
from scenarios.clock import read_arrivals
from scenarios.patterns import Pattern, Vocabulary, check_links, read_bank
from scenarios.pools import NEEDED, Lists, Pools, fill, read_lists
from scenarios.recipes import Frame, Recipe, read_recipe, read_records
from scenarios.voices import Habits, Voice, read_voices

SHIPPED = Path(__file__).parent
GROUP = "house_rules.scenarios"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Library:
    """Everything recipes are made of, and every fault that reading found.

    ``digest`` names the content; ``ready`` keeps what has been made ready of it.
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
    ready: dict[Any, Any] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether lists and voices are there at all, so that recipes can be tried."""
        return bool(self.voices) and all(name in self.lists.lists for name in NEEDED)

    def pools(self, language: str) -> Pools:
        """Return the filled pools, filled on first use."""
        key = ("pools", language)
        if key not in self.ready:
            self.ready[key] = fill(self.lists, language)
        return self.ready[key]  # type: ignore[no-any-return]


@functools.lru_cache(maxsize=1)
def library() -> Library:
    """Return the shipped library with every root that other packages offer."""
    extra = [Path(str(entry.load())) for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name)]
    whole = read_library([SHIPPED, *extra])
    if not whole.faults:
        whole.pools("masked")
    return whole


def read_library(roots: list[Path], data: Path = SHIPPED / "data") -> Library:
    """Return the library of these roots; its ``faults`` hold everything wrong in any file."""
    faults: list[Fault] = []
    hashed = hashlib.sha256()

    def take(path: Path) -> Any:
        hashed.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
        try:
            return read(path)
        except Faults as found:
            faults.extend(found.faults)
            return {}

    lists = read_lists(take(data / "pools.yaml"), "data/pools.yaml", faults)
    habits, voices = read_voices(take(data / "voices.yaml"), "data/voices.yaml", faults)
    records = read_records(take(data / "records.yaml"), "data/records.yaml", faults)
    arrivals = read_arrivals(take(data / "times.yaml"), "data/times.yaml", faults)
    words = Vocabulary(lists=lists, voices=tuple(voices), moods=tuple(habits.moods))
    frame = Frame(lists=lists, voices=tuple(voices), records=tuple(records), arrivals=tuple(arrivals))
    patterns: list[Pattern] = []
    recipes: dict[str, Recipe] = {}
    notes: dict[str, str] = {}
    for path, name in _files(roots, "banks"):
        patterns += read_bank(take(path), name, words, faults)
    for path, name in _files(roots, "recipes"):
        recipes[path.stem] = read_recipe(path.stem, take(path), name, frame, faults)
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
        digest=hashed.hexdigest()[:12],
    )


def _files(roots: list[Path], folder: str) -> Iterator[tuple[Path, str]]:
    """Yield every YAML file of a folder of every root, in an order that no disk decides."""
    for root in roots:
        for path in sorted((root / folder).glob("*.yaml"), key=lambda path: path.name):
            yield path, f"{folder}/{path.name}"


def _note(path: Path, name: str, faults: list[Fault]) -> str:
    note = path.with_suffix(".md")
    if not note.exists():
        faults.append(
            Fault(where=name, what="the scenario has no facilitator's note", todo=f"write {note.name} beside it")
        )
        return ""
    return note.read_text(encoding="utf-8")
