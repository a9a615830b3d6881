"""A pack compiled for ruling: one function for the findings, one for what follows, one for the reasons.

The engine answers what was found in a case and which rows of each table hold. It knows no force, no
fact and no number; all of them come from the pack's tables.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kit.conditions import Condition, compile_tables, parse
from kit.conditions.parser import BOOL
from kit.policy.model import SEVERITIES, Pack, Row
from kit.policy.names import SUMMARY, kinds, where
from kit.terms import FACT_VALUES

FIRSTS = ("platform_report", "respond", "account", "escalate")
DECIDE = ("comment", "crime", *FIRSTS, "also")
"""Tables that the best decision needs."""
EXPLAIN = ("protects", "tests", "near", "combinations", "duties", "conflicts")
"""Tables that only a whole ruling needs."""
CLEAR, MARGINAL, TOLERATED, CLEAN = range(len(SEVERITIES))
LEAST = ("leave", "hide", "remove")
"""What a page can do where neither the case nor the pack says less."""


@dataclass(slots=True)
class View:
    """A case taken apart for the compiled functions; ``extra`` holds what the findings came to.

    ``hits`` maps a table to the positions of its rows that hold (or of the first that does).
    """

    facts: Mapping[str, Any]
    context: Mapping[str, Any]
    history: Mapping[str, Any]
    top: Mapping[str, Any]
    extra: dict[str, Any]
    found: Sequence[int] = ()
    severity: int = CLEAN
    top_findings: Sequence[int] = ()
    hits: dict[str, Any] = field(default_factory=dict)


class Links:
    """Which facts hang together (``common/flips.yaml``)."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.needs: Mapping[str, list[str]] = data.get("needs", {})
        self.adds: Mapping[str, Any] = data.get("adds", {})
        self.drops: Mapping[str, Any] = data.get("drops", {})
        self.words = frozenset(FACT_VALUES)


class Engine:
    """The compiled tables of one pack."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.rows = {**pack.tables, "moments": _moments(pack), "conflicts": _conflicts(pack)}
        early, late = _split(pack.definitions)
        late |= {"crime_required": _any_of(row for row in self.rows["crime"] if row.then["crime"] == "required")}
        places, known = where(pack.settings), early | late
        self._find = compile_tables([("all", _conditions(self.rows["findings"]))], places, early)
        self._decide = compile_tables([_table(self.rows, name) for name in DECIDE], places, known)
        self._explain = compile_tables([_table(self.rows, name) for name in EXPLAIN], places, known)
        self._moments = compile_tables([_table(self.rows, "moments")], places, known)
        self.can = {name: tuple(platform.get("can", LEAST)) for name, platform in pack.platforms.items()}
        self.flips = Links(pack.reference.get("flips", {}))
        findings = self.rows["findings"]
        self.severity = [SEVERITIES.index(row.then["severity"]) for row in findings]
        self.dated = frozenset(
            number
            for number, row in enumerate(findings)
            if row.clauses and all(pack.clauses[name].dated for name in row.clauses)
        )
        self.faulty = [not row.then.get("no_fault") for row in findings]

    def view(self, case: Mapping[str, Any]) -> View:
        """Return a case taken apart, with its findings and the rows that decide its fields."""
        context = case["context"]
        can = context.get("platform_can") or self.can.get(case["platform"], LEAST)
        extra = {"can_hide": "hide" in can, "can_remove": "remove" in can}
        view = View(case["facts"], context, case["author_history"], case, extra)
        self.find(view)
        hits = self._decide(view.facts, context, view.history, case, extra)
        view.hits = dict(zip(DECIDE, hits, strict=True))
        return view

    def find(self, view: View) -> None:
        """Fill in what was found: the findings, the gravest severity, breach and fault."""
        found = self._find(view.facts, view.context, view.history, view.top, view.extra)[0]
        if not self.dated.isdisjoint(found):
            found = self._in_force(found, str(view.context.get("when") or ""))
        weights = self.severity
        severity = min([weights[number] for number in found], default=CLEAN)
        breach, faulty = severity <= MARGINAL, self.faulty
        view.found, view.severity = found, severity
        view.top_findings = [number for number in found if weights[number] == severity]
        view.extra |= {
            "clear": severity == CLEAR,
            "marginal": severity == MARGINAL,
            "tolerated": severity == TOLERATED,
            "clean": severity == CLEAN,
            "breach": breach,
            "faulty": breach and any(faulty[number] and weights[number] <= MARGINAL for number in found),
        }

    def _in_force(self, found: Sequence[int], moment: str) -> list[int]:
        """Return the findings of which at least one clause is in force at the moment of the case."""
        rows, clauses = self.rows["findings"], self.pack.clauses
        return [number for number in found if any(clauses[name].in_force(moment) for name in rows[number].clauses)]

    def explain(self, view: View) -> None:
        """Fill in the rows that give grounds, near misses, combinations, duties and conflicts."""
        hits = self._explain(view.facts, view.context, view.history, view.top, view.extra)
        view.hits.update(zip(EXPLAIN, hits, strict=True))

    def moments(self, view: View) -> list[Row]:
        """Return the changes of moment that can be tried on this case."""
        rows = self.rows["moments"]
        return [
            rows[number] for number in self._moments(view.facts, view.context, view.history, view.top, view.extra)[0]
        ]

    def matches(self, table: str, view: View) -> list[Row]:
        """Return the rows of a table that hold, in order."""
        rows = self.rows[table]
        return [rows[number] for number in view.hits[table]]

    def first(self, table: str, view: View) -> Row:
        """Return the first row of a table that holds; every such table ends with one that always does."""
        rows = self.rows[table]
        number: int = view.hits[table]
        return rows[number]


def _conditions(rows: Sequence[Row]) -> list[Condition]:
    return [row.when for row in rows]


def _table(rows: Mapping[str, Sequence[Row]], name: str) -> tuple[str, list[Condition]]:
    return ("first" if name in FIRSTS else "all", _conditions(rows[name]))


def _any_of(rows: Any) -> Condition:
    """Return the condition that holds when any of the rows does."""
    conditions = [row.when for row in rows]
    source = " or ".join(condition.source for condition in conditions) or "False"
    return Condition(source, f"({source})", frozenset().union(*(condition.names for condition in conditions)))


def _split(definitions: Mapping[str, Condition]) -> tuple[dict[str, Condition], dict[str, Condition]]:
    """Part the definitions into those the findings may use and those that rest on the findings."""
    late: dict[str, Condition] = {}
    for name, condition in definitions.items():
        if any(used in SUMMARY or used in late for used in condition.names):
            late[name] = condition
    return {name: condition for name, condition in definitions.items() if name not in late}, late


def _moments(pack: Pack) -> tuple[Row, ...]:
    """Return the changes of moment, read with the pack's own words."""
    known = kinds(pack.settings) | dict.fromkeys(pack.definitions, BOOL)
    return tuple(
        Row(table="moments", id=f"moment_{number}", when=parse(raw["when"], known), then=raw)
        for number, raw in enumerate(pack.reference.get("flips", {}).get("moments", ()), start=1)
    )


def _conflicts(pack: Pack) -> tuple[Row, ...]:
    """Return the conflicts between documents that can decide a ruling under this pack."""
    known = kinds(pack.settings) | dict.fromkeys(pack.definitions, BOOL)
    return tuple(
        Row(table="conflicts", id=raw["id"], when=parse(raw["when"], known), then=raw)
        for raw in pack.reference.get("conflicts", {}).get("conflicts", ())
        if "when" in raw and pack.base in raw["packs"]
    )


@functools.lru_cache(maxsize=64)
def engine_of(pack: Pack) -> Engine:
    """Return the engine of a pack, compiled once."""
    return Engine(pack)
