"""Score a filled sheet: how far a careful reader agrees with decisions and facts that are true by construction.

The truth is not on the sheet; it is made again from the ids, which name scenario, date, seed, thread and comment.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from itertools import islice
from typing import Any

from kit.errors import BadInput, Fault, Faults, did_you_mean
from kit.judge import judge
from kit.measure.sample import Row, rows_of
from kit.measure.sheet import COLUMNS, FACTS, blank, facts_of
from kit.policy import load
from kit.ruling import best_decision, rule
from kit.terms import FACT_VALUES, FIELDS
from kit.terms import FACTS as KNOWN
from scenarios import generator, names, traced

ID = re.compile(
    r"(?P<name>[a-z0-9-]+)\.(?P<pack>[a-z0-9-]+)\.(?P<as_of>\d{4}-\d\d-\d\d)\.(?P<seed>-?\d+)\.(?P<number>\d+)\.c(?P<place>\d+)"
)


def score_sheet(text: str, file: str = "sheet") -> dict[str, Any]:
    """Return how a filled sheet compares with the truth.

    ``{"rows", "decided", "not_wrong", "with_facts", "deciding", "ticked", "disagreements": [...]}``: shares in
    percent of the rows that were decided, and of the deciding facts (those without which the best decision
    would be another) of the rows where facts were ticked or a decision made; None where there were none.
    Raises BadInput for a file that is no sheet, Faults naming every line and column that is wrong.
    """
    rows = _rows(text, file)
    truth = _truth(rows, file)
    faults = [fault for number, row in enumerate(rows, start=2) for fault in _faults(row, f"{file}:{number}")]
    if faults:
        raise Faults(faults)
    scored = [_score(row, truth[row["id"]]) for row in rows if not blank(row)]
    decided = [one for one in scored if one["verdict"]]
    deciding = [one for row in scored for one in row["deciding"]]
    missed = [one for row in scored for one in row["missed"]]
    return {
        "rows": len(rows),
        "decided": len(decided),
        "not_wrong": 100 * sum(one["verdict"] != "wrong" for one in decided) / len(decided) if decided else None,
        "deciding": len(deciding),
        "ticked": 100 * (1 - len(missed) / len(deciding)) if deciding else None,
        "disagreements": [one for one in scored if one["verdict"] == "wrong" or one["missed"]],
    }


def deciding(case: Mapping[str, Any]) -> list[str]:
    """Return the facts of a case that decide it: without any one of them the best decision would be another."""
    pack, facts = load(case["policy"]), case["facts"]
    best = best_decision(pack, case)
    true = [name for name, value in facts.items() if value]
    return [
        name
        for name in true
        if best_decision(pack, {**case, "facts": {key: value for key, value in facts.items() if key != name}}) != best
    ]


def _rows(text: str, file: str) -> list[dict[str, str]]:
    reader = csv.DictReader(StringIO(text))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        message = f"{file}: no such sheet: the columns {', '.join(missing)} are missing; expected those of kit scenarios sheet"
        raise BadInput(message)
    return [{name: row.get(name) or "" for name in COLUMNS} for row in reader]


def _truth(rows: Sequence[Mapping[str, str]], file: str) -> dict[str, Row]:
    """Return the comment of every id, made again."""
    wanted: dict[tuple[str, str, int], dict[int, list[tuple[str, int]]]] = {}
    faults = []
    for number, row in enumerate(rows, start=2):
        found = ID.fullmatch(row["id"])
        if not found or found["name"] not in names():
            faults.append(
                Fault(where=f"{file}:{number} id", what="no comment has this id", found=row["id"] or "nothing")
            )
        elif row["generator"] != generator():
            faults.append(
                Fault(
                    where=f"{file}:{number} generator",
                    what="another generator made this sheet",
                    found=row["generator"],
                    expected=generator(),
                    todo="score it with the version that made it",
                )
            )
        else:
            key = (found["name"], found["as_of"], int(found["seed"]))
            wanted.setdefault(key, {}).setdefault(int(found["number"]), []).append((row["id"], int(found["place"])))
    if faults:
        raise Faults(faults)
    return {id_: row for key, threads in wanted.items() for id_, row in _made(key, threads)}


def _made(key: tuple[str, str, int], threads: Mapping[int, Sequence[tuple[str, int]]]) -> list[tuple[str, Row]]:
    name, as_of, seed = key
    found = []
    every = traced(name, seed=seed, as_of=as_of, threads=max(threads))
    for number, (thread, patterns) in enumerate(islice(every, max(threads)), start=1):
        if number in threads:
            rows = rows_of(thread, patterns)
            found += [(id_, rows[place - 1]) for id_, place in threads[number] if place <= len(rows)]
    return found


def _faults(row: Mapping[str, str], where: str) -> list[Fault]:
    given = {field: row[field].strip() for field in FIELDS if row[field].strip()}
    faults = [
        Fault(
            where=f"{where} {field}", what="not a value of this field", found=value, expected=" or ".join(FIELDS[field])
        )
        for field, value in given.items()
        if value not in FIELDS[field]
    ]
    if given and len(given) < len(FIELDS):
        left = [field for field in FIELDS if field not in given]
        faults.append(Fault(where=where, what="the decision is not complete", expected=", ".join(left)))
    for name, value in facts_of(row[FACTS]).items():
        allowed = FACT_VALUES.get(name)
        if name not in KNOWN:
            faults.append(Fault(where=f"{where} facts", what=f"unknown fact {name!r}", todo=did_you_mean(name, KNOWN)))
        elif (allowed and value not in allowed) or (not allowed and value is not True):
            faults.append(
                Fault(
                    where=f"{where} facts",
                    what=f"{name} has another value",
                    found=str(value),
                    expected=" or ".join(f"{name}={one}" for one in allowed or ()) or name,
                )
            )
    return faults


def _score(row: Mapping[str, str], truth: Row) -> dict[str, Any]:
    case = truth.case
    decision = {field: row[field].strip() for field in FIELDS}
    ruling = rule(load(case["policy"]), case, flips=False)
    verdict = judge(ruling, {"decision": decision}) if decision["comment_action"] else None
    decide, ticked = deciding(case), facts_of(row[FACTS])
    return {
        "id": row["id"],
        "comment": truth.text,
        "decision": decision if verdict else None,
        "best": ruling["best"],
        "verdict": verdict["verdict"] if verdict else None,
        "reasons": verdict["reasons"] if verdict else [],
        "deciding": decide,
        "missed": [name for name in decide if ticked.get(name) != case["facts"][name]],
        "ticked": ticked,
    }
