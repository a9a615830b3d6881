"""What the packs make of a sample: best decisions, and which clauses it exercises in how many contexts."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from kit.measure.sample import Row
from kit.policy import load, names
from kit.ruling import rule
from kit.terms import FIELDS

PASSING = ("when", "post_topic", "platform_can")
"""Context that tells two comments apart and no two situations."""

Rulings = Mapping[str, Sequence[Mapping[str, Any]]]
"""By pack, the ruling of every comment of the sample, in its order."""


def rulings(rows: Sequence[Row]) -> dict[str, list[dict[str, Any]]]:
    """Return the rulings of the whole sample under every pack: the same comments, policy after policy."""
    return {name: [rule(load(name), {**row.case, "policy": name}, flips=False) for row in rows] for name in names()}


def own(rows: Sequence[Row], ruled: Rulings) -> list[Mapping[str, Any]]:
    """Return the ruling of every comment under the pack of its own thread."""
    return [ruled[row.case["policy"]][number] for number, row in enumerate(rows)]


def decisions(ruled: Rulings) -> dict[str, dict[str, dict[str, float]]]:
    """Return for every pack and field how often each choice is the best, in percent."""
    return {
        pack: {
            field: {
                value: 100 * count / len(found) if (count := sum(one["best"][field] == value for one in found)) else 0.0
                for value in values
            }
            for field, values in FIELDS.items()
        }
        for pack, found in ruled.items()
    }


def coverage(rows: Sequence[Row], ruled: Rulings) -> dict[str, list[dict[str, Any]]]:
    """Return for every pack its graded clauses, each with how many comments exercise it and in how many contexts.

    A clause is exercised where it decides (``grounds``), seems to apply and does not (``near``), or says why
    some other decision is wrong (``reasons``). Contexts differ in platform, page, context or history, and
    not in the hour alone.
    """
    return {pack: _coverage(rows, pack, found) for pack, found in ruled.items()}


def _coverage(rows: Sequence[Row], pack: str, found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    contexts: dict[str, set[str]] = defaultdict(set)
    for row, ruling in zip(rows, found, strict=True):
        against = {clause for pattern in ruling["reject"] for clause in pattern["clauses"]}
        said = {"grounds": {*ruling["grounds"]}, "near": {*ruling["near_miss_of"]}, "reasons": against}
        where = situation(row.case)
        for part, clauses in said.items():
            for clause in clauses:
                counts[clause][part] += 1
                contexts[clause].add(where)
    graded = [clause for clause in load(pack).clauses.values() if clause.kind == "graded"]
    return [
        {
            "clause": clause.id,
            **{part: counts[clause.id][part] for part in ("grounds", "near", "reasons")},
            "contexts": len(contexts[clause.id]),
        }
        for clause in graded
    ]


def situation(case: Mapping[str, Any]) -> str:
    """Return what a case's surroundings are, as text: equal for two comments in the same situation."""
    context = {name: value for name, value in case["context"].items() if name not in PASSING}
    return json.dumps([case["platform"], case["account_kind"], context, case["author_history"]], sort_keys=True)
