"""What each of a pack's own cases comes to besides its decision: ``python -m tests.rulings.exact --write``.

The cases say which clauses a trainee may fairly name, and of some decisions that they are right or wrong. Here stands,
for every case, exactly which clauses decide it, which only seem to, which duties are owed on the best decision, and how
many of all 960 decisions are right, open, or wrong of each kind: a golden file, so that a change of the rules that
moves one of them shows in review. Without ``--write`` the differences are printed.
"""

from __future__ import annotations

import functools
import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from kit.judge import fits
from kit.policy import load
from kit.policy.cases import as_given
from kit.ruling import rule
from kit.terms import ERRORS, FIELDS
from tests.rulings.test_pack_cases import CASES, PACKS

FOLDER = Path(__file__).with_name("exact")
NAMES = {"grounds": "grounds", "near": "near_miss_of", "duties": "duties"}
Lists = dict[str, list[str]]
HEAD = (
    "# Per case: the clauses that decide it, those that only seem to, the duties owed on the best decision, and how many\n"
    "# of all decisions are right, open, or wrong by the first kind of error.\n"
)
DECISIONS = [dict(zip(FIELDS, values, strict=True)) for values in itertools.product(*FIELDS.values())]


@functools.cache
def exact(name: str) -> dict[str, Lists]:
    """Return case id -> the exact lists of one pack, as they stand in its golden file."""
    path = FOLDER / f"{name}.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) if path.exists() else {}


def lists_of(ruling: Mapping[str, Any]) -> Lists:
    """Return the lists of one ruling, sorted: their order is not held."""
    return {key: sorted(ruling[name]) for key, name in NAMES.items()} | {"verdicts": verdicts(ruling)}


def verdicts(ruling: Mapping[str, Any]) -> list[str]:
    """Return how many of all decisions are right, open, or wrong in each way, as ``12 right``."""
    patterns = [row for kind in ERRORS for row in ruling["reject"] if row["error"] == kind]
    counts = Counter(
        next((row["error"] for row in patterns if fits(decision, row["match"])), None)
        or ("right" if any(fits(decision, pattern) for pattern in ruling["accept"]) else "open")
        for decision in DECISIONS
    )
    return [f"{counts[kind]} {kind}" for kind in ("right", "open", *ERRORS) if counts[kind]]


def differences(ruling: Mapping[str, Any], expected: Lists | None) -> Iterator[str]:
    """Yield one line for every list in which a ruling is not as expected; nothing is expected of a new case."""
    for key, values in lists_of(ruling).items() if expected else ():
        more, less = sorted(set(values) - set(expected[key])), sorted(set(expected[key]) - set(values))
        if more or less:
            yield f"{key}: the engine has also {more}, and not {less}"


def written(name: str) -> str:
    """Return the golden file of one pack as it would be now, one line a case."""
    lines = []
    for case in CASES[name]:
        lists = lists_of(rule(load(name), as_given(name, case), flips=False))
        inner = ", ".join(f"{key}: {json.dumps(values).replace(chr(34), '')}" for key, values in lists.items())
        lines.append(f"{case['id']}: {{{inner}}}\n")
    return HEAD + "".join(lines)


if __name__ == "__main__":
    for each in PACKS:
        if "--write" in sys.argv:
            (FOLDER / f"{each}.yaml").write_text(written(each), encoding="utf-8")
        for case in CASES[each]:
            ruling = rule(load(each), as_given(each, case), flips=False)
            for line in differences(ruling, exact(each).get(case["id"])):
                print(case["id"], line)
