"""Find and read a pack: the only module of the floors below ``records`` that touches the disk.

``load("leicestershire")`` finds a shipped pack or one offered under the entry point group
``house_rules.packs``; a path to a folder works too; ``NAME+OVERLAY`` applies an overlay.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from kit.errors import BadInput, did_you_mean
from kit.policy.build import build
from kit.policy.compiled import read_compiled, write_compiled
from kit.policy.model import Pack
from kit.policy.strict import read, without_lines

SHIPPED = Path(__file__).parent.parent / "packs"
COMMON = "common"
GROUP = "house_rules.packs"
PARTS = ("pack", "clauses", "documents", "rules", "tables", "roles", "pages", "silent", "contacts", "overlay")
SHARED = (
    "definitions", "reasons", "rubric", "duties", "platforms", "facts", "topics", "gravity", "conflicts",
    "bank_holidays", "law", "flips", "discharge", "steps", "lines", "elections", "masks", "drafts", "practice",
)  # fmt: skip


def names() -> list[str]:
    """Return the names of all packs that can be loaded, shipped ones first."""
    shipped = _shipped()
    return shipped + sorted({entry.name for entry in entry_points(group=GROUP)} - set(shipped))


def _shipped() -> list[str]:
    return sorted(path.parent.name for path in SHIPPED.glob("*/pack.yaml"))


def load(name: str | Path) -> Pack:
    """Return the pack of that name, folder, or ``NAME+OVERLAY``; a shipped one is written down compiled for next time.

    Raises BadInput for an unknown name and Faults with every fault of the pack's files.
    """
    return _load(str(name))


@functools.lru_cache(maxsize=32)
def _load(name: str) -> Pack:
    return build([read_folder(folder(part)) for part in name.split("+")], read_shared(), name)


def overlays() -> list[str]:
    """Return the names of the overlays that ship."""
    return sorted(path.parent.name for path in (SHIPPED / "overlays").glob("*/overlay.yaml"))


def folder(name: str) -> Path:
    """Return the folder of a pack or overlay by name or path."""
    path = Path(name)
    if path.is_dir() and ((path / "pack.yaml").exists() or (path / "overlay.yaml").exists()):
        return path
    offered = [entry for entry in entry_points(group=GROUP) if entry.name == name]
    if len(offered) + (SHIPPED / name / "pack.yaml").exists() > 1:
        sources = ", ".join(entry.value for entry in offered)
        message = f"two packs are called {name!r} ({sources} and one more); rename one, or give a folder"
        raise BadInput(message)
    for place in (SHIPPED / name, SHIPPED / "overlays" / name):
        if (place / "pack.yaml").exists() or (place / "overlay.yaml").exists():
            return place
    if offered:
        return Path(str(offered[0].load()))
    hint = did_you_mean(name, [*names(), *overlays()]) or f"known packs: {', '.join(names())}"
    message = f"there is no pack {name!r}; {hint}"
    raise BadInput(message)


def read_folder(place: Path) -> dict[str, Any]:
    """Return the raw data of every file of one pack, lines kept, under the file's stem."""
    return {"folder": str(place), **_raw(place, read_parts)}


@functools.lru_cache(maxsize=1)
def read_shared() -> dict[str, Any]:
    """Return what all packs share: definitions, reasons, rubric, platforms, words."""
    return _raw(SHIPPED / COMMON, _read_common)


def _raw(place: Path, from_yaml: Callable[[Path], dict[str, Any]]) -> dict[str, Any]:
    """Return the data of a folder: compiled if that holds, else its YAML, which is written down where it ships."""
    parts = read_compiled(place)
    if parts is None:
        parts = from_yaml(place)
        if place.parent == SHIPPED:
            with suppress(OSError):
                write_compiled(place, parts)
    return parts


def read_parts(place: Path) -> dict[str, Any]:
    """Return stem -> data of the YAML files of a pack, lines kept."""
    return _read_yaml(place, PARTS)


def _read_common(place: Path) -> dict[str, Any]:
    data: dict[str, Any] = without_lines(_read_yaml(place, SHARED))
    return data


def _read_yaml(place: Path, stems: Iterable[str]) -> dict[str, Any]:
    return {stem: read(place / f"{stem}.yaml") for stem in stems if (place / f"{stem}.yaml").exists()}


def compile_pack(name: str) -> list[Path]:
    """Write the compiled form of a pack and of what all packs share; return the files written."""
    place, shared = folder(name), SHIPPED / COMMON
    return [write_compiled(place, read_parts(place)), write_compiled(shared, _read_common(shared))]
