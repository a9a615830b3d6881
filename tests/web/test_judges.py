"""The judge in Python and the judge in JavaScript say the same: every sample case, all 960 decisions."""

import itertools
import json
import subprocess
from pathlib import Path

import pytest

from kit.judge import judge
from kit.policy import load
from kit.ruling import rule
from kit.terms import FIELDS
from tests.system import ROOT, node

CASES = [json.loads(line) for line in (ROOT / "tests/data/cases/sample.jsonl").read_text("utf-8").splitlines()]
DECISIONS = [dict(zip(FIELDS, values, strict=True)) for values in itertools.product(*FIELDS.values())]
PROGRAM = Path(__file__).parent / "judge_all.mjs"


def attempts_at(ruling):
    """Return an attempt for every decision; what is named and done beside it goes round by different counts."""
    true, near = ruling["grounds"], ruling["near_miss_of"]
    grounds = itertools.cycle(
        [None, [], ["none"], true[:1], [*true, *near], [*near, "no such clause"], ["none", *true]]
    )
    done = itertools.cycle([None, [], ruling["duties"], ["log_reason"], [*ruling["duties"][1:], "no such duty"]])
    log = itertools.cycle([None, "", "Because of clause 7.\n\u202e\U0001f602"])
    tries = itertools.cycle([None, 0, {"any": ["thing"]}, "x"])
    for decision in DECISIONS:
        beside = {"grounds": next(grounds), "done": next(done), "log": next(log), "attempt": next(tries)}
        yield {"decision": decision, **{name: value for name, value in beside.items() if value is not None}}


def in_javascript(rulings):
    """Return the verdicts of kit/web/judge.js, one list a ruling."""
    lines = "\n".join(json.dumps({"ruling": one, "attempts": list(attempts_at(one))}) for one in rulings)
    run = subprocess.run(
        [node(), str(PROGRAM)], input=lines, capture_output=True, check=False, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture(scope="module")
def rulings():
    """The ruling of the engine on every sample case."""
    return [rule(load(case["policy"]), case) for case in CASES]


def test_there_are_960_decisions():
    assert len(DECISIONS) == 960


def test_both_judges_say_the_same_on_every_sample_case_and_every_decision(rulings):
    for ruling, found in zip(rulings, in_javascript(rulings), strict=True):
        for attempt, verdict in zip(attempts_at(ruling), found, strict=True):
            assert verdict == judge(ruling, attempt), (ruling["id"], attempt)


def test_both_judges_write_a_verdict_in_the_same_order(rulings):
    ruling = rulings[0]
    attempt = next(attempts_at(ruling))
    assert json.dumps(in_javascript([ruling])[0][0]) == json.dumps(judge(ruling, attempt))
