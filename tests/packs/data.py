"""The packs' data as the tests read it: strictly, file by file, lines dropped."""

from functools import cache
from pathlib import Path
from typing import Any

from kit.policy.strict import read, without_lines
from tests.system import ROOT

PACKS = ROOT / "kit" / "packs"
DATA = ROOT / "tests" / "data"
ORGANISATIONS = ("leicestershire", "lancashire", "opcc")
PER_PACK = ("clauses", "documents", "roles", "pages", "silent", "contacts")


@cache
def load(path: Path) -> Any:
    """Return the data of one YAML file, read as strictly as the loader reads it."""
    return without_lines(read(path))


def pack(organisation: str, stem: str) -> Any:
    """Return one file of one pack."""
    return load(PACKS / organisation / f"{stem}.yaml")


def common(stem: str) -> Any:
    """Return one file that all packs share."""
    return load(PACKS / "common" / f"{stem}.yaml")


def inventory() -> Any:
    """Return the clause inventory the packs are held to."""
    return load(DATA / "inventory.yaml")


def clauses() -> list[dict[str, Any]]:
    """Return the clauses of all packs, each with its `pack`."""
    return [{"pack": name, **clause} for name in ORGANISATIONS for clause in pack(name, "clauses")["clauses"]]


def clause_ids() -> set[str]:
    """Return the id of every clause of every pack."""
    return {clause["id"] for clause in clauses()}


def strings(value: Any) -> list[str]:
    """Return every text inside a value, keys left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    return [text for inner in value for text in strings(inner)] if isinstance(value, list) else []
