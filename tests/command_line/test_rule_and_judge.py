"""``kit rule`` and ``kit judge``: files in, one line each out, every fault named at once."""

import json
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "data" / "cases" / "sample.jsonl"
CASES = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]


def kit(*arguments):
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kit", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_rule_prints_one_ruling_a_line_in_order():
    """The ids come out as they went in, with every key of the exchange format."""
    done = kit("rule", SAMPLE)
    rulings = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [ruling["id"] for ruling in rulings] == [case["id"] for case in CASES]
    keys = ["id", "best", "accept", "reject", "duties", "conditional_duties", "grounds", "near_miss_of", "why", "flips"]
    assert all(list(ruling) == keys for ruling in rulings)


def test_judge_prints_one_verdict_a_line_and_hands_the_attempt_back(tmp_path):
    """A verdict names its id and attempt, and the worked best decision is right."""
    decisions = tmp_path / "decisions.jsonl"
    lines = [{"id": case["id"], "decision": case["best"], "attempt": number} for number, case in enumerate(CASES)]
    decisions.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = kit("judge", SAMPLE, decisions)
    verdicts = [json.loads(line) for line in done.stdout.splitlines()]
    assert [verdict["attempt"] for verdict in verdicts] == list(range(len(CASES)))
    assert {verdict["verdict"] for verdict in verdicts} == {"right"}


def test_every_fault_of_a_file_is_named_and_nothing_is_printed(tmp_path):
    """Unknown facts, wrong types and impossible worlds come out together, with line and field."""
    bad = tmp_path / "bad.jsonl"
    one = {**CASES[0], "facts": {"slurr": True, "abusive": 3}}
    two = {**CASES[0], "context": {**CASES[0]["context"], "proceedings_stage": "sentenced"}}
    bad.write_text("\n".join([json.dumps(one), json.dumps(two), "{not json", "[]"]), encoding="utf-8")
    done = kit("rule", bad)
    assert (done.returncode, done.stdout) == (2, "")
    for words in (
        "bad.jsonl:1 facts.slurr: unknown name 'slurr'; did you mean 'slur'?",
        "bad.jsonl:1 facts.abusive: wrong type; found 3; expected true or false",
        "bad.jsonl:2: this cannot be",
        "bad.jsonl:3: this line is not JSON",
        "bad.jsonl:4: not an object",
    ):
        assert words in done.stderr


def test_an_unknown_pack_or_file_is_one_clear_line():
    """A misspelt pack gets a hint; a missing file says so; both end with code 2."""
    done = kit("rule", SAMPLE, "--pack", "leicestershir")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean 'leicestershire'?" in done.stderr
    gone = kit("rule", "no-such-file.jsonl")
    assert gone.returncode == 2
    assert "cannot be read" in gone.stderr


def test_decisions_are_checked_against_cases_and_fields(tmp_path):
    """An unknown case, a wrong value and a misspelt key are all named."""
    decisions = tmp_path / "decisions.jsonl"
    wrong = {"id": "LE-00", "decision": {**CASES[0]["best"], "report": "police"}, "ground": []}
    decisions.write_text(json.dumps(wrong), encoding="utf-8")
    done = kit("judge", SAMPLE, decisions)
    assert done.returncode == 2
    assert "no case has the id 'LE-00'" in done.stderr
    assert "decision.report: not a value of this field; found 'police'" in done.stderr
    assert "unknown key 'ground'; did you mean 'grounds'?" in done.stderr


def test_a_platform_the_organisation_is_not_on_is_refused(tmp_path):
    """The OPCC is not on TikTok, and a case there says so."""
    path = tmp_path / "tiktok.jsonl"
    path.write_text(json.dumps({**CASES[-1], "policy": "opcc", "platform": "tiktok"}), encoding="utf-8")
    done = kit("rule", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "does not use TikTok; found tiktok" in done.stderr
