"""What changes between two packs: clauses, rules, and the decisions that flip, with examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kit.policy import Pack
from kit.ruling import rule
from kit.terms import FIELDS

WORDS = ("words", "modality", "kind", "in_force_from", "in_force_to", "document", "heading")


def diff(before: Pack, after: Pack, cases: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return ``{"clauses", "rows", "flips", "cases"}``: what changed, and for which cases the best decision did.

    A flip is ``{"id", "comment", "changes": {field: [before, after]}, "why": [before, after]}``.
    """
    flips, count = [], 0
    for case in cases:
        count += 1
        old, new = rule(before, case, flips=False), rule(after, case, flips=False)
        changes = {
            field: [old["best"][field], new["best"][field]]
            for field in FIELDS
            if old["best"][field] != new["best"][field]
        }
        if changes:
            words = [old["why"], new["why"]]
            flips.append({"id": case["id"], "comment": case.get("comment", ""), "changes": changes, "why": words})
    return {"clauses": _clauses(before, after), "rows": _rows(before, after), "flips": flips, "cases": count}


def _clauses(before: Pack, after: Pack) -> list[dict[str, Any]]:
    changes: list[dict[str, Any]] = []
    for name in dict.fromkeys([*before.clauses, *after.clauses]):
        old, new = before.clauses.get(name), after.clauses.get(name)
        if old is None or new is None:
            changes.append({"clause": name, "change": "added" if old is None else "gone"})
            continue
        fields = [field for field in WORDS if getattr(old, field) != getattr(new, field)]
        if fields:
            changes.append({"clause": name, "change": "changed", "fields": fields})
    return changes


def _rows(before: Pack, after: Pack) -> list[dict[str, Any]]:
    changes: list[dict[str, Any]] = []
    for table in before.tables:
        old = {row.id: (row.when.text, row.then) for row in before.tables[table]}
        new = {row.id: (row.when.text, row.then) for row in after.tables[table]}
        for name in dict.fromkeys([*old, *new]):
            if old.get(name) != new.get(name):
                change = "added" if name not in old else "gone" if name not in new else "changed"
                changes.append({"table": table, "row": name, "change": change})
    for name in before.definitions:
        if name in after.definitions and before.definitions[name].text != after.definitions[name].text:
            changes.append({"table": "definitions", "row": name, "change": "changed"})
    return changes


def report(found: Mapping[str, Any], examples: int = 5) -> str:
    """Return the difference in words, with a few examples of what flips."""
    lines = [f"{len(found['clauses'])} clauses and {len(found['rows'])} rules differ."]
    lines += [
        f"  clause {row['clause']}: {row['change']} {', '.join(row.get('fields', ()))}".rstrip()
        for row in found["clauses"]
    ]
    lines += [f"  {row['table']} {row['row']}: {row['change']}" for row in found["rows"]]
    lines.append(f"{len(found['flips'])} of {found['cases']} cases would be decided in another way.")
    for flip in found["flips"][:examples]:
        changes = "; ".join(f"{field}: {old} -> {new}" for field, (old, new) in flip["changes"].items())
        lines += [
            f"  {flip['id']}: {flip['comment']}",
            f"    {changes}",
            f"    before: {flip['why'][0]}",
            f"    after: {flip['why'][1]}",
        ]
    return "\n".join(lines)
