"""Read the curriculum: one file a unit, one for the course; every fault named with file and line."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kit.errors import BadInput, Fault, Faults, did_you_mean
from kit.policy.strict import LINE, read, without_lines
from kit.units.unit import PARTS, SAT, Course, Role, Thread, Unit

DATA = Path(__file__).with_name("data")
NEEDED = ("title", "short", "core", "pack", "minutes", "objectives", "topics")
LISTS = ("objectives", "topics", "clauses", "facts", "say", "show", "worked", "compare")
ALLOWED = {*NEEDED, *LISTS, "points", "threads", "assessed"}
BLOCKS = ("platforms", "reasons", "duties", "lines", "roles", "hours", "settings", "live", "conflicts")
THREAD = {"scenario", "seed", "comments", "posts", "pack"}
COURSE = "course"


@functools.lru_cache(maxsize=4)
def course(folder: Path = DATA) -> Course:
    """Return the curriculum. Raises Faults with everything that is wrong in its files."""
    faults: list[Fault] = []
    paths = [path for path in sorted(folder.glob("*.yaml")) if path.stem != COURSE]
    units = [_unit(path, faults) for path in paths]
    raw = read(folder / f"{COURSE}.yaml")
    known = {path.stem for path in paths}
    roles = {name: _role(name, row) for name, row in without_lines(raw["roles"]).items()}
    refresher = tuple(raw["refresher"])
    for where, wanted in [("refresher", refresher), *((f"role {name}", role.units) for name, role in roles.items())]:
        faults += _unknown(f"{folder / COURSE}.yaml, {where}", wanted, known)
    if faults:
        raise Faults(faults)
    numbers = {row["name"]: row["value"] for row in raw["numbers"]}
    return Course(units=tuple(unit for unit in units if unit), roles=roles, refresher=refresher, numbers=numbers)


def unit(name: str, of: Course | None = None) -> Unit:
    """Return a unit by its id or its number. Raises BadInput for one that is not there."""
    whole = of or course()
    for one in whole.units:
        if name in (one.id, one.number):
            return one
    known = [one.id for one in whole.units]
    msg = f"there is no unit {name!r}; {did_you_mean(name, known) or 'known units: ' + ', '.join(known)}"
    raise BadInput(msg)


def _unit(path: Path, faults: list[Fault]) -> Unit | None:
    raw = read(path)
    found = list(_faults(path, raw))
    faults += found
    if found:
        return None
    data = without_lines(raw)
    lists: dict[str, Any] = {name: tuple(data.get(name, ())) for name in LISTS}
    plain: dict[str, Any] = {name: data[name] for name in ("title", "short", "core", "pack", "minutes")}
    return Unit(
        id=path.stem,
        number=path.stem.split("-")[0],
        **plain,
        **lists,
        points={pack: tuple(ids) for pack, ids in data.get("points", {}).items()},
        threads={part: tuple(Thread(**row) for row in rows) for part, rows in data.get("threads", {}).items()},
        assessed=data.get("assessed", False),
    )


def _faults(path: Path, raw: Mapping[str, Any]) -> Iterable[Fault]:
    where = str(path)
    for name in NEEDED:
        if name not in raw:
            yield Fault(where=where, what=f"a unit without {name!r}")
    yield from _strange(where, raw, ALLOWED)
    yield from _strange(f"{where}, minutes", raw.get("minutes", {}), PARTS)
    yield from _strange(f"{where}, threads", raw.get("threads", {}), SAT)
    for part, minutes in raw.get("minutes", {}).items():
        if part != LINE and (type(minutes) is not int or minutes < 1):
            yield Fault(where=where, what=f"minutes of {part}", found=repr(minutes), expected="a whole number above 0")
    for block in raw.get("show", ()):
        yield from _strange(f"{path}:{block[LINE]}", block, (*BLOCKS, "title"))
    for row in (row for part, rows in raw.get("threads", {}).items() if part != LINE for row in rows):
        yield from _strange(f"{path}:{row[LINE]}", row, THREAD)


def _strange(where: str, found: Mapping[str, Any], known: Iterable[str]) -> Iterable[Fault]:
    for key in found:
        if key != LINE and key not in known:
            yield Fault(where=where, what=f"unknown key {key!r}", todo=did_you_mean(str(key), known))


def _unknown(where: str, wanted: Iterable[str], known: Iterable[str]) -> list[Fault]:
    return [
        Fault(where=where, what=f"there is no unit {each!r}", todo=did_you_mean(each, known))
        for each in wanted
        if each not in known
    ]


def _role(name: str, row: Mapping[str, Any]) -> Role:
    return Role(name=name, words=row["words"], units=tuple(row["units"]))
