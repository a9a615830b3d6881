"""Lay a small dated diff over a pack: what changes is named, everything else stays.

An overlay is a folder with ``overlay.yaml``: ``base`` (packs it fits), ``definitions``, ``settings``,
``clauses`` and ``conflicts`` (changed by id), ``rows`` (changed or added by table and id), ``drop`` and
``keep`` (row ids by table), and ``law`` (changes of the law clock's events).
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from kit.errors import Fault, did_you_mean
from kit.policy.shape import TABLES
from kit.policy.strict import LINE, without_lines

KEYS = {
    "name", "title", "base", "date", "source", "note", "definitions", "settings", "clauses", "conflicts", "rows",
    "drop", "keep", "law",
}  # fmt: skip
FILES = dict.fromkeys(("findings", "protects", "tests", "near"), "rules")


def lay(
    base: Mapping[str, Any], overlay: Mapping[str, Any], shared: Mapping[str, Any], faults: list[Fault]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the base and the shared data with the overlay's changes laid over copies of them."""
    raw, changed, other = overlay["overlay"], copy.deepcopy(dict(base)), copy.deepcopy(dict(shared))
    where = f"{overlay['folder']}/overlay.yaml"
    faults += [
        Fault(where=where, what=f"unknown key {key!r}", todo=did_you_mean(key, KEYS))
        for key in raw
        if key != LINE and key not in KEYS
    ]
    name = changed.get("pack", {}).get("name")
    if name not in raw.get("base", [name]):
        faults.append(Fault(where=where, what=f"this overlay is not for {name!r}", expected=", ".join(raw["base"])))
    head = changed.setdefault("pack", {})
    head["overlays"] = [
        *head.get("overlays", []),
        without_lines({key: raw.get(key) for key in ("name", "title", "date", "source", "note")}),
    ]
    _definitions(raw, head, other, where, faults)
    _by_name(head.get("settings", []), raw.get("settings", []), "name", where, faults)
    _by_name(changed["clauses"]["clauses"], raw.get("clauses", []), "id", where, faults)
    _by_name(
        other.get("conflicts", {}).get("conflicts", []), without_lines(raw.get("conflicts", [])), "id", where, faults
    )
    _rows(changed, raw, where, faults)
    for event, words in without_lines(raw.get("law", {})).items():
        other["law"]["clock"]["events"][event].update(words)
    return changed, other


def _definitions(
    raw: Mapping[str, Any], head: dict[str, Any], shared: dict[str, Any], where: str, faults: list[Fault]
) -> None:
    """Change definitions where they stand, so that those that rest on them follow."""
    for name, text in without_lines(raw.get("definitions", {})).items():
        for place in (head.get("definitions", {}), shared.get("definitions", {})):
            if name in place:
                place[name] = text
                break
        else:
            known = [*head.get("definitions", {}), *shared.get("definitions", {})]
            faults.append(Fault(where=where, what=f"no definition {name!r}", todo=did_you_mean(name, known)))


def _by_name(items: list[Any], changes: Any, key: str, where: str, faults: list[Fault]) -> None:
    for change in changes:
        found = next((item for item in items if item[key] == change[key]), None)
        if found is None:
            hint = did_you_mean(change[key], [item[key] for item in items])
            faults.append(Fault(where=where, what=f"nothing is called {change[key]!r}", todo=hint))
        else:
            found.update(change)


def _rows(base: dict[str, Any], raw: Mapping[str, Any], where: str, faults: list[Fault]) -> None:
    for action in ("rows", "drop", "keep"):
        for table, items in raw.get(action, {}).items():
            if table == LINE:
                continue
            if table not in TABLES:
                faults.append(Fault(where=where, what=f"no table {table!r}", todo=did_you_mean(table, TABLES)))
                continue
            rows = base[FILES.get(table, "tables")][table]
            known = {row.get("id") for row in rows}
            named = [item["id"] if action == "rows" else item for item in items]
            faults += [
                Fault(where=where, what=f"{table} has no row {name!r}", todo=did_you_mean(name, filter(None, known)))
                for name in named
                if action != "rows" and name not in known
            ]
            rows[:] = _changed(rows, items, action)


def _changed(rows: list[Any], items: Any, action: str) -> list[Any]:
    if action == "keep":
        return [row for row in rows if row.get("id") in items]
    if action == "drop":
        return [row for row in rows if row.get("id") not in items]
    changes = {item["id"]: item for item in items}
    kept = [{**row, **changes.pop(row.get("id"), {})} for row in rows]
    return [*changes.values(), *kept]
