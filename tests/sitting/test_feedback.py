"""Tests of the feedback: every sentence a trainee reads, as golden texts over real cases and the real pack.

``pytest tests/sitting --write-goldens`` writes them anew; a commit that changes one quotes it before and after.
"""

import json
import textwrap
from pathlib import Path

import pytest

from kit.items import Paper, paper_from_thread
from kit.judge import judge
from kit.policy import load
from kit.sitting import feedback
from kit.sitting.feedback import also_accepted
from tests.sitting.made import LEAVE, QUIET, REMOVE

GOLDEN = Path(__file__).parent / "golden"
CASES = Path(__file__).parents[1] / "data" / "cases" / "sample.jsonl"
CASE_FIELDS = ("id", "policy", "platform", "account_kind", "context", "author_history", "comment", "facts")

LESSONS = {
    "LE-010": ["best", {**REMOVE}, {**LEAVE}],
    "LE-011": ["best", {"comment_action": "hide", **QUIET}],
    "LE-017": ["best", {**REMOVE, "account_action": "block"}],
    "LE-037": [{**REMOVE, "respond": "signpost", "escalate": "smt"}],
    "LE-055": ["best", {**REMOVE, "report": "crime"}],
    "LE-062": [{**LEAVE, "respond": "reply"}, {**REMOVE}],
    "LE-065": ["best", {"comment_action": "hide", **QUIET}],
    "LE-082": [{**LEAVE, "escalate": "digital_media_team"}, {**LEAVE}],
}
"""Worked cases of Leicestershire, each with the decisions whose feedback is kept."""


def one_comment_paper(case: dict) -> Paper:
    """The paper of one worked case."""
    context = {**case["context"]}
    comment = {
        "id": "c1", "author": "A reader", "text": case["comment"], "when": context["when"], "in_reply_to": None,
        "facts": case["facts"], "author_history": case["author_history"], "context": {},
    }  # fmt: skip
    post = {"author": "Leicestershire Police", "text": context["post_topic"], "when": context["when"]}
    thread = {
        "id": case["id"], "platform": case["platform"], "account_kind": case["account_kind"], "post": post,
        "context": context, "comments": [comment],
    }  # fmt: skip
    return paper_from_thread(thread, load(case["policy"]), cases=[case])


def cases() -> dict[str, dict]:
    """The worked cases by id, without their answers."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: {name: row[name] for name in CASE_FIELDS} for row in rows}


def page(paper: Paper) -> list[str]:
    """What a trainee sees of the comment before deciding, line by line."""
    entry = paper.entries[0]
    lines = [f"{line['label']}: {line['value']}" for line in paper.context["lines"] + entry.shown["context_lines"]]
    return [f"Post: {paper.post['text']}", f"Comment: {entry.item.case['comment']}", *lines]


def told(found: dict) -> list[str]:
    """What a trainee reads after deciding, line by line."""
    grounds = f"Grounds: {found['verdict']['grounds_verdict']}"
    return [
        f"== {found['headline']}" + (f" ({found['direction']}-moderation)" if found["direction"] else ""),
        f"Why: {found['why']}",
        *(f"Reason: {reason}" for reason in found["reasons"]),
        *(
            f"{row['label']}: {row['chosen_label']} [{row['verdict']}], best {row['best_label']}"
            for row in found["fields"]
        ),
        grounds,
        *(f"Clause {clause['id']}: {clause['words']} -- {clause['source']}" for clause in found["clauses"]),
        *(f"Also: {line}" for line in found["accepted"]),
        f"Flip: {found['flip']}",
        *(f"Owed: {duty}" for duty in found["duties"]),
    ]


def written(case: dict, decisions: list) -> str:
    """The golden text of one case: the page, then the feedback on each decision."""
    paper = one_comment_paper(case)
    entry = paper.entries[0]
    lines = page(paper)
    for number, asked in enumerate(decisions):
        decision = entry.ruling["best"] if asked == "best" else asked
        grounds = entry.ruling["grounds"][:1] if number == 0 else ["none"]
        verdict = judge(entry.ruling, {"decision": decision, "grounds": grounds})
        lines += ["", *told(feedback(paper.pack, entry, verdict))]
    return "\n".join(textwrap.fill(line, 110, subsequent_indent="    ") for line in lines) + "\n"


@pytest.mark.parametrize("name", LESSONS)
def test_feedback_reads_as_it_was_agreed(name, write_goldens):
    """Word for word, with the clauses in plain words and their source."""
    text = written(cases()[name], LESSONS[name])
    golden = GOLDEN / f"{name}.txt"
    if write_goldens:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_no_golden_text_is_left_over():
    """Every kept text belongs to a lesson."""
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*LESSONS}


ONE = {field: [value] for field, value in REMOVE.items()}
ROLES = {"digital_media_team": "Digital Media Team", "digital_desk": "Digital Desk"}
ACCEPTED = {
    "nothing else": ([ONE], []),
    "one other": ([{**ONE, "account_action": ["none", "warn"]}], ["Warning the author would also be accepted."]),
    "several others": (
        [{**ONE, "respond": ["none", "reply", "private_message"]}],
        ["Replying in public or sending a private message would also be accepted."],
    ),
    "one that needs another": (
        [ONE, {**ONE, "comment_action": ["hide"], "escalate": ["digital_media_team", "digital_desk"]}],
        [
            "Hiding it would be accepted together with passing it to the Digital Media Team or the Digital Desk.",
            "Passing it to the Digital Media Team would be accepted together with hiding it.",
            "Passing it to the Digital Desk would be accepted together with hiding it.",
        ],
    ),
    "two that do not go together": (
        [{**ONE, "comment_action": ["hide", "remove"]}, {**ONE, "respond": ["none", "reply"]}],
        [
            "Hiding it would also be accepted.",
            "Replying in public would also be accepted.",
            "Hiding it and replying in public would not be accepted together.",
        ],
    ),
}


@pytest.mark.parametrize(("accept", "lines"), ACCEPTED.values(), ids=ACCEPTED)
def test_what_else_would_have_been_accepted_is_said_plainly(accept, lines):
    """Alone, together with another, or one at a time."""
    assert also_accepted(accept, REMOVE, ROLES) == lines
