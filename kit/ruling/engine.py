"""A pack compiled for ruling: one function for the findings, one for each table.

The engine answers three questions about a case: what was found, what each value of each field
stands as, and which decision is best. It knows no force, no fact and no number; all of them come
from the pack's tables.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kit.conditions import Condition, compile_first, compile_matches, parse
from kit.conditions.parser import BOOL
from kit.policy.model import SEVERITIES, Pack, Row
from kit.policy.names import SUMMARY, kinds, where
from kit.terms import FACT_VALUES

MATCHES = ("findings", "protects", "tests", "near", "comment", "crime", "also", "combinations", "duties")
FIRSTS = ("platform_report", "respond", "account", "escalate")
CLEAN = SEVERITIES.index("clean")
LEAST = ("leave", "hide", "remove")
"""What a page can do where neither the case nor the pack says less."""


@dataclass(slots=True)
class View:
    """A case taken apart for the compiled functions; ``extra`` holds what the findings came to."""

    facts: Mapping[str, Any]
    context: Mapping[str, Any]
    history: Mapping[str, Any]
    top: Mapping[str, Any]
    extra: dict[str, Any]
    found: Sequence[int] = ()
    severity: int = CLEAN
    top_findings: Sequence[int] = ()
    crime: Sequence[int] = ()

    @property
    def arguments(self) -> tuple[Any, ...]:
        """The five mappings in the order the compiled functions take them."""
        return self.facts, self.context, self.history, self.top, self.extra


class Links:
    """Which facts hang together, and the moments that can change (``common/flips.yaml``)."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.needs: Mapping[str, list[str]] = data.get("needs", {})
        self.adds: Mapping[str, Any] = data.get("adds", {})
        self.drops: Mapping[str, Any] = data.get("drops", {})
        self.words = frozenset(FACT_VALUES)


class Engine:
    """The compiled tables of one pack."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        places = where(pack.settings)
        early, late = _split(pack.definitions)
        self.rows = {table: pack.tables[table] for table in pack.tables}
        self.run = {}
        for table, rows in self.rows.items():
            make = compile_first if table in FIRSTS else compile_matches
            known = early if table == "findings" else early | late
            self.run[table] = make([row.when for row in rows], places, known)
        self.can = {name: tuple(platform.get("can", LEAST)) for name, platform in pack.platforms.items()}
        findings = self.rows["findings"]
        self.flips = Links(pack.reference.get("flips", {}))
        for table, rows in (("moments", _moments(pack)), ("conflicts", _conflicts(pack))):
            self.rows[table] = rows
            self.run[table] = compile_matches([row.when for row in rows], places, early | late)
        self.severity = [SEVERITIES.index(row.then["severity"]) for row in findings]
        self.faulty = [not row.then.get("no_fault") for row in findings]

    def view(self, case: Mapping[str, Any]) -> View:
        """Return a case taken apart, with its findings and what they came to."""
        context = case["context"]
        can = context.get("platform_can") or self.can.get(case["platform"], LEAST)
        extra = {"can_hide": "hide" in can, "can_remove": "remove" in can}
        return self.find(View(case["facts"], context, case["author_history"], case, extra))

    def find(self, view: View) -> View:
        """Fill in what was found: the findings, the gravest severity, fault, and the crime report."""
        found = self.run["findings"](*view.arguments)
        severity = min((self.severity[number] for number in found), default=CLEAN)
        breach = severity <= 1
        faulty = breach and any(self.faulty[number] and self.severity[number] <= 1 for number in found)
        view.found, view.severity = found, severity
        view.top_findings = [number for number in found if self.severity[number] == severity]
        extra = view.extra
        extra["clear"], extra["marginal"] = severity == 0, severity == 1
        extra["tolerated"], extra["clean"] = severity == 2, severity == CLEAN
        extra["breach"], extra["faulty"] = breach, faulty
        view.crime = self.run["crime"](*view.arguments)
        rows = self.rows["crime"]
        extra["crime_required"] = any(rows[number].then["crime"] == "required" for number in view.crime)
        return view

    def matches(self, table: str, view: View) -> list[Row]:
        """Return the rows of a table that hold, in order."""
        rows = self.rows[table]
        return [rows[number] for number in self.run[table](*view.arguments)]

    def first(self, table: str, view: View) -> Row:
        """Return the first row of a table that holds; every such table ends with one that always does."""
        return self.rows[table][self.run[table](*view.arguments)]


def _split(definitions: Mapping[str, Condition]) -> tuple[dict[str, Condition], dict[str, Condition]]:
    """Part the definitions into those the findings may use and those that rest on the findings."""
    late: dict[str, Condition] = {}
    for name, condition in definitions.items():
        if any(used in SUMMARY or used in late for used in condition.names):
            late[name] = condition
    return {name: condition for name, condition in definitions.items() if name not in late}, late


def _moments(pack: Pack) -> tuple[Row, ...]:
    """Return the changes of moment whose conditions this pack can read; a pack may lack a ladder step."""
    known = kinds(pack.settings) | dict.fromkeys(pack.definitions, BOOL)
    return tuple(
        Row(table="moments", id=f"moment_{number}", when=parse(raw["when"], known), then=raw)
        for number, raw in enumerate(pack.reference.get("flips", {}).get("moments", ()), start=1)
    )


def _conflicts(pack: Pack) -> tuple[Row, ...]:
    """Return the conflicts between documents that can decide a ruling under this pack."""
    known = kinds(pack.settings) | dict.fromkeys(pack.definitions, BOOL)
    base = pack.name.split("+")[0]
    return tuple(
        Row(table="conflicts", id=raw["id"], when=parse(raw["when"], known), then=raw)
        for raw in pack.reference.get("conflicts", {}).get("conflicts", ())
        if "when" in raw and base in raw["packs"]
    )


@functools.lru_cache(maxsize=64)
def engine_of(pack: Pack) -> Engine:
    """Return the engine of a pack, compiled once."""
    return Engine(pack)
