"""The shape of every table of a pack: which keys a row may have and what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kit.errors import Fault, did_you_mean
from kit.policy.model import SEVERITIES
from kit.policy.strict import LINE
from kit.terms import DUTIES, ERRORS, FIELDS

STANDINGS = ("accept", "open", *ERRORS)
COMMON = {"id", "when", "clauses", "why"}
TABLES: dict[str, set[str]] = {
    "findings": COMMON | {"severity", "no_fault", "comment", "prefer"},
    "protects": COMMON,
    "tests": COMMON,
    "near": COMMON,
    "comment": COMMON | {"set", "prefer", "why_from"},
    "crime": COMMON | {"crime", "best"},
    "platform_report": COMMON | {"platform", "best"},
    "respond": COMMON | {"best", "accept", "wrong"},
    "account": COMMON | {"best", "accept", "wrong"},
    "escalate": COMMON | {"best", "accept", "wrong"},
    "also": COMMON | {"escalate"},
    "combinations": COMMON | {"match", "error", "standing"},
    "duties": COMMON | {"if", "unless", "duties"},
}
CHOICE = {"respond": "respond", "account": "account_action", "escalate": "escalate"}
"""Tables whose first row that holds decides one field."""

WORDS = {
    "severity": SEVERITIES,
    "crime": ("required", "optional"),
    "platform": ("required", *STANDINGS),
    "error": ERRORS,
    "standing": ("open",),
}


def check_row(table: str, row: Mapping[str, Any], where: str, clauses: Iterable[str]) -> list[Fault]:
    """Return every fault of one row: unknown keys, unknown words, clauses the pack does not have."""
    faults = [
        Fault(where=where, what=f"{table} has no key {key!r}", todo=did_you_mean(key, TABLES[table]))
        for key in row
        if key != LINE and key not in TABLES[table]
    ]
    for key, words in WORDS.items():
        if key in row and row[key] not in words:
            hint = did_you_mean(str(row[key]), words)
            faults.append(Fault(where=where, what=key, found=repr(row[key]), expected=" or ".join(words), todo=hint))
    known = set(clauses)
    faults += [
        Fault(where=where, what=f"unknown clause {clause!r}", todo=did_you_mean(clause, known))
        for clause in row.get("clauses", ())
        if clause not in known
    ]
    return faults + _choice_faults(table, row, where) + _pattern_faults(row, where) + _duty_faults(row, where)


def _choice_faults(table: str, row: Mapping[str, Any], where: str) -> list[Fault]:
    field = CHOICE.get(table)
    if field is None:
        return _standing_faults(row.get("set") or row.get("comment") or {}, where)
    faults = []
    accepted = row.get("accept", [])
    if isinstance(accepted, str):
        if accepted not in ("all", "all_but_none"):
            faults.append(Fault(where=where, what="accept", found=accepted, expected="a list, all or all_but_none"))
        accepted = []
    for value in [row.get("best"), *accepted, *(key for key in row.get("wrong", {}) if key != LINE)]:
        if value not in FIELDS[field]:
            hint = did_you_mean(str(value), FIELDS[field])
            faults.append(Fault(where=where, what=f"{field} has no value {value!r}", todo=hint))
    return faults + _standing_faults(row.get("wrong") or {}, where)


def _standing_faults(standings: Mapping[str, Any], where: str) -> list[Fault]:
    return [
        Fault(where=where, what=f"{value} cannot stand as {word!r}", expected=" or ".join(STANDINGS))
        for value, word in standings.items()
        if value != LINE and word not in STANDINGS
    ]


def _pattern_faults(row: Mapping[str, Any], where: str) -> list[Fault]:
    faults = []
    for key in ("match", "if"):
        for field, values in (row.get(key) or {}).items():
            if field == LINE:
                continue
            if field not in FIELDS:
                faults.append(Fault(where=where, what=f"no field {field!r}", todo=did_you_mean(field, FIELDS)))
                continue
            faults += [
                Fault(where=where, what=f"{field} has no value {value!r}", todo=did_you_mean(value, FIELDS[field]))
                for value in values
                if value not in FIELDS[field]
            ]
    return faults


def _duty_faults(row: Mapping[str, Any], where: str) -> list[Fault]:
    return [
        Fault(where=where, what=f"unknown duty {duty!r}", todo=did_you_mean(duty, DUTIES))
        for duty in row.get("duties", ())
        if duty not in DUTIES
    ]
