"""The worked cases of an independent author, held against the engine in every way they assert."""

import json
from pathlib import Path

import pytest

from kit.judge import judge
from kit.policy import load
from kit.ruling import rule
from kit.terms import FIELDS

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data" / "cases" / "sample.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def key_of(case):
    """Return the worked answers of a case in the shape of a ruling."""
    best = {field: [value] for field, value in case["best"].items()}
    return {
        "id": case["id"],
        "best": case["best"],
        "accept": [best, *case["acceptable"]],
        "reject": [{**pattern, "clauses": []} for pattern in case["unacceptable"]],
        "duties": case["duties"],
        "conditional_duties": case["conditional_duties"],
        "grounds": case["grounds"],
        "why": case["why"],
    }


def single_faults(case):
    """Yield the decisions that differ from the best in one field and that the case calls right or wrong."""
    for field, values in FIELDS.items():
        for value in values:
            decision = {**case["best"], field: value}
            verdict = judge(key_of(case), {"decision": decision})
            if value != case["best"][field] and verdict["verdict"] != "partial":
                yield decision, verdict


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_engines_best_is_accepted_by_the_worked_case(case):
    """What the engine would do is right by the worked answers."""
    ruling = rule(load(case["policy"]), case)
    assert judge(key_of(case), {"decision": ruling["best"]})["verdict"] == "right"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_single_fault_decision_is_judged_as_the_worked_case_judges_it(case):
    """One field changed: the same verdict, and the same kind of error."""
    ruling = rule(load(case["policy"]), case)
    for decision, expected in single_faults(case):
        found = judge(ruling, {"decision": decision})
        assert (found["verdict"], found["error"]) == (expected["verdict"], expected["error"]), decision


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_grounds_named_by_the_worked_case_are_grounds(case):
    """A trainee who names the worked case's clauses is right."""
    ruling = rule(load(case["policy"]), case)
    attempt = {"decision": ruling["best"], "grounds": case["grounds"]}
    assert judge(ruling, attempt)["grounds_verdict"] == "right"
