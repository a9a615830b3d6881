"""What a pack covers: for every clause its rules, its cases, the scenarios that exercise it, the contrasts that turn on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kit.policy import Pack
from kit.policy.cases import load_cases

HEAD = ("clause", "kind", "rules", "cases", "scenarios", "contrasts")


def coverage(
    pack: Pack, scenarios: Mapping[str, Sequence[str]], pairs: Mapping[str, Sequence[str]]
) -> list[dict[str, Any]]:
    """Return one row per clause: its id, kind and topic, and a list of ids for every other word of ``HEAD``.

    ``scenarios`` maps a scenario's name to the clauses it says it exercises, ``pairs`` the id of a pair of
    contrasts to those it turns on.
    """
    cases = load_cases(pack.name)
    rows = []
    for clause in pack.clauses.values():
        rows.append(
            {
                "clause": clause.id,
                "kind": clause.kind,
                "topic": clause.topic,
                "rules": [
                    f"{table}.{row.id}"
                    for table, found in pack.tables.items()
                    for row in found
                    if clause.id in row.clauses
                ],
                "cases": [case["id"] for case in cases if clause.id in case.get("because", ())],
                "scenarios": [name for name, clauses in scenarios.items() if clause.id in clauses],
                "contrasts": [name for name, clauses in pairs.items() if clause.id in clauses],
            }
        )
    return rows


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the rows as a table of counts for a terminal."""
    lines = [HEAD]
    for row in rows:
        counts = (str(len(row[name])) for name in HEAD[2:])
        lines.append((row["clause"], row["kind"], *counts))
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )
