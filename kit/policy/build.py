"""Check the raw data of a pack and build it; every fault is gathered and shown together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from kit.conditions import Condition, ConditionError, parse
from kit.conditions.parser import BOOL, Kind
from kit.errors import Fault, Faults
from kit.policy.clauses import read_clauses, read_documents
from kit.policy.model import SEVERITIES, Pack, Row
from kit.policy.names import kinds
from kit.policy.overlay import lay
from kit.policy.shape import TABLES, check_row
from kit.policy.strict import LINE, without_lines


def build(parts: list[dict[str, Any]], shared: Mapping[str, Any], name: str) -> Pack:
    """Return the pack made of a base and its overlays, or raise Faults with every fault found."""
    faults: list[Fault] = []
    base, *overlays = parts
    for overlay in overlays:
        base, shared = lay(base, overlay, shared, faults)
    head = base.get("pack", {})
    documents = read_documents(base, faults)
    clauses = read_clauses(base, documents, faults)
    settings = {item["name"]: item["value"] for item in head.get("settings", [])}
    known = kinds(settings)
    definitions = _definitions(shared.get("definitions", {}), "common/definitions.yaml", known, faults)
    definitions |= _definitions(head.get("definitions", {}), f"{base['folder']}/pack.yaml", known, faults)
    tables = {table: _rows(base, table, known, clauses, faults) for table in TABLES}
    if faults:
        raise Faults(faults)
    raw = without_lines({key: value for key, value in base.items() if key != "folder"})
    return Pack(
        name=name,
        title=head.get("title", name),
        hash=_hash({"parts": raw, "shared": shared}),
        clauses=clauses,
        documents=documents,
        settings=settings,
        definitions=definitions,
        tables=tables,
        severities=_severities(base.get("tables", {}).get("severities", {})),
        missing_crime_report=head.get("missing_crime_report", "missing_duty"),
        rubric=shared.get("rubric", {}),
        reasons=shared.get("reasons", {}),
        duties=shared.get("duties", {}),
        roles=raw.get("roles", {}),
        platforms=shared.get("platforms", {}),
        facts=shared.get("facts", {}),
        topics=shared.get("topics", {}),
        reference=shared,
        data=raw,
    )


def _definitions(
    texts: Mapping[str, Any], where: str, known: dict[str, Kind], faults: list[Fault]
) -> dict[str, Condition]:
    """Parse definitions in order; each may use those before it."""
    parsed = {}
    for name, text in texts.items():
        if name == LINE:
            continue
        condition = _condition(str(text), f"{where} {name}", known, faults)
        if condition is not None:
            parsed[name] = condition
        known[name] = BOOL
    return parsed


def _rows(
    base: Mapping[str, Any], table: str, known: Mapping[str, Kind], clauses: Mapping[str, Any], faults: list[Fault]
) -> tuple[Row, ...]:
    rows = []
    for file in ("rules", "tables"):
        for number, raw in enumerate(base.get(file, {}).get(table, []), start=1):
            where = f"{base['folder']}/{file}.yaml:{raw.get(LINE, '?')}"
            faults += check_row(table, raw, where, clauses)
            text = str(raw.get("when", ""))
            unless = f" and not ({raw['unless']})" if "unless" in raw else ""
            condition = _condition(f"({text}){unless}" if unless else text, where, known, faults)
            if condition is not None:
                name = str(raw.get("id", f"{table}_{number}"))
                rows.append(Row(table=table, id=name, when=condition, then=without_lines(raw), where=where))
    faults += [
        Fault(where=row.where, what=f"two rows of {table} are called {row.id!r}", todo="rename one")
        for position, row in enumerate(rows)
        if any(row.id == other.id for other in rows[:position])
    ]
    return tuple(rows)


def _condition(text: str, where: str, known: Mapping[str, Kind], faults: list[Fault]) -> Condition | None:
    try:
        return parse(text, known)
    except ConditionError as error:
        faults.append(Fault(where=where, what=str(error)))
        return None


def _severities(raw: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return severity -> {"prefer": [...], "standing": {value: standing}}."""
    table = {}
    for severity in SEVERITIES:
        row = without_lines(raw.get(severity, {}))
        standing = dict.fromkeys(row.get("accept", ()), "accept") | dict(row.get("wrong", {}))
        table[severity] = {"prefer": tuple(row.get("prefer", ())), "standing": standing}
    return table


def _hash(data: Any) -> str:
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
