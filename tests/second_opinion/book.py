"""A pack read a second time: plain YAML, our own trees, and what every name holds when it is not said."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.second_opinion.language import ALWAYS, Atom, Node, both, either, no, read
from tests.system import ROOT

PACKS = ("leicestershire", "lancashire", "opcc")
FOLDER = ROOT / "kit" / "packs"
FIRST = ("platform_report", "respond", "account", "escalate")
"""Tables of which the first row that holds decides."""
FILES = {
    "rules": ("findings", "protects", "tests", "near"),
    "tables": ("comment", "crime", *FIRST, "also", "combinations", "duties"),
}
TABLES = tuple(table for tables in FILES.values() for table in tables)
SEVERITIES = ("clear", "marginal", "tolerated", "clean")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is written: its table, its id, its condition, all that stands in it."""

    table: str
    id: str
    when: Node
    then: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Book:
    """A pack's settings, definitions and rows. ``summary`` says in conditions what the findings come to."""

    name: str
    settings: dict[str, int]
    definitions: dict[str, Node]
    rows: dict[str, tuple[Row, ...]]
    can: dict[str, tuple[str, ...]]
    summary: dict[str, Node]
    severities: dict[str, Any]
    known: dict[Node, Node] = field(default_factory=dict, repr=False)
    """What has been written out already."""

    def expand(self, node: Node) -> Node:
        """Return the condition with every definition, and what the findings come to, written out."""
        if node not in self.known:
            self.known[node] = self._expanded(node)
        return self.known[node]

    def _expanded(self, node: Node) -> Node:
        if isinstance(node, Atom):
            meaning = self.definitions.get(node.name) or self.summary.get(node.name)
            return node if meaning is None else self.expand(meaning)
        return type(node)(node.kind, tuple(map(self.expand, node.parts)))

    def decides(self, table: str, position: int) -> Node:
        """Return the condition under which a row of a first-match table is the one that decides."""
        rows = self.rows[table]
        return both(rows[position].when, *(no(row.when) for row in rows[:position]))


@functools.cache
def book(name: str) -> Book:
    """Return the second reading of one pack."""
    head, shared = _load(FOLDER / name / "pack.yaml"), _load(FOLDER / "common" / "definitions.yaml")
    texts = {**shared, **head.get("definitions", {})}
    rows: dict[str, tuple[Row, ...]] = {}
    for file, tables in FILES.items():
        data = _load(FOLDER / name / f"{file}.yaml")
        rows |= {table: tuple(_row(table, *each) for each in enumerate(data[table], start=1)) for table in tables}
    platforms = _load(FOLDER / "common" / "platforms.yaml")
    can = {each: tuple(entry["can"]) for each, entry in platforms.items() if isinstance(entry, dict) and "can" in entry}
    return Book(
        name=name,
        settings={each["name"]: each["value"] for each in head["settings"]},
        definitions={word: read(str(text)) for word, text in texts.items()},
        rows=rows,
        can=can,
        summary=summary(rows, can),
        severities=_load(FOLDER / name / "tables.yaml")["severities"],
    )


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _row(table: str, number: int, raw: dict[str, Any]) -> Row:
    when = read(str(raw["when"]))
    if "unless" in raw:
        when = both(when, no(read(raw["unless"])))
    return Row(table, str(raw.get("id", f"{table}_{number}")), when, raw)


def summary(rows: dict[str, tuple[Row, ...]], can: dict[str, tuple[str, ...]]) -> dict[str, Node]:
    """Return what the findings come to, each word as a condition over the findings' own."""
    found = rows["findings"]
    any_of = {word: either(*(row.when for row in found if row.then["severity"] == word)) for word in SEVERITIES}
    at_fault = (row.when for row in found if row.then["severity"] in SEVERITIES[:2] and not row.then.get("no_fault"))
    words = {
        word: both(any_of[word] if word != "clean" else ALWAYS, *(no(any_of[graver]) for graver in SEVERITIES[:place]))
        for place, word in enumerate(SEVERITIES)
    }
    words["breach"] = either(any_of["clear"], any_of["marginal"])
    words["faulty"] = either(*at_fault)
    words["crime_required"] = either(*(row.when for row in rows["crime"] if row.then["crime"] == "required"))
    for act in ("hide", "remove"):
        words[f"can_{act}"] = either(*(Atom("platform", "==", (each,)) for each, acts in can.items() if act in acts))
    return words
