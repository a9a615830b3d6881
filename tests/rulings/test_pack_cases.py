"""Every pack's own cases hold: what they call best, right and wrong is what the engine says too.

The cases stand beside the rules (``kit/packs/<name>/cases.yaml``) and were written from the clauses without looking
at the rules; those of ``more_cases.yaml`` were written later, so that every term of a rule has one. ``right`` and
``wrong`` are said of the best decision with the values named put in its place; several values of a field are tried one
after another, several fields together.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from kit.judge import judge
from kit.policy import load
from kit.policy.cases import as_given, load_cases
from kit.policy.load import SHIPPED
from kit.ruling import rule
from kit.terms import CLOSED, CONTEXT, ERRORS, FACTS, FIELDS, HISTORY

KEYS = ("id", "name", "because", "kind", "platform", "account_kind", "context", "author_history", "comment", "facts",
        "best", "right", "wrong", "grounds", "why")  # fmt: skip
KINDS = ("bites", "contrast", "context")
LIVE = ("warrant", "arrested", "charged", "summonsed", "trial", "convicted_awaiting_sentence")

Case = Mapping[str, Any]
PACKS = sorted(path.parent.name for path in SHIPPED.glob("*/cases.yaml"))
CASES = {name: load_cases(name) for name in PACKS}
EACH = [pytest.param(name, case, id=f"{name}: {case['name']}") for name in PACKS for case in CASES[name]]


def changed(best: Mapping[str, str], pattern: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Yield the best decision with every combination of the pattern's values put in its place."""
    for values in itertools.product(*pattern.values()):
        yield {**best, **dict(zip(pattern, values, strict=True))}


def disagreements(ruling: Mapping[str, Any], case: Case) -> Iterator[str]:
    """Yield one line for everything the case says and the ruling does not."""
    if ruling["best"] != case["best"]:
        differs = {field: value for field, value in ruling["best"].items() if value != case["best"][field]}
        yield f"best: the engine has {differs}"
    yield from _differs(ruling, case["best"], "right", None)
    for pattern in case["right"]:
        for decision in changed(case["best"], pattern):
            yield from _differs(ruling, decision, "right", None)
    for row in case["wrong"]:
        for decision in changed(case["best"], row["match"]):
            yield from _differs(ruling, decision, "wrong", row["error"])
    named = judge(ruling, {"decision": case["best"], "grounds": case["grounds"]})["grounds_verdict"]
    if named not in ("right", "not_given"):
        yield f"grounds: {named}, the engine has {ruling['grounds']}"


def _differs(ruling: Mapping[str, Any], decision: Mapping[str, str], verdict: str, error: str | None) -> Iterator[str]:
    found = judge(ruling, {"decision": decision})
    if (found["verdict"], found["error"]) != (verdict, error):
        yield f"{' '.join(decision.values())}: expected {verdict} {error}, found {found['verdict']} {found['errors']}"


@pytest.mark.parametrize(("pack", "case"), EACH)
def test_the_engine_rules_as_the_case_says(pack: str, case: Case) -> None:
    found = list(disagreements(rule(load(pack), as_given(pack, case)), case))
    assert not found, "\n".join([case["id"], *found])


@pytest.mark.parametrize(("pack", "case"), EACH)
def test_a_case_uses_only_known_words(pack: str, case: Case) -> None:
    graded = {clause.id for clause in load(pack).clauses.values() if clause.kind == "graded"}
    assert sorted(case) == sorted(KEYS)
    assert case["kind"] in KINDS
    assert set(case["because"]) <= graded
    assert case["because"]
    assert set(case["facts"]) <= set(FACTS)
    assert set(case["context"]) <= set(CONTEXT)
    assert set(case["author_history"]) <= set(HISTORY)
    assert {row["error"] for row in case["wrong"]} <= set(ERRORS)
    for name, value in {**case["facts"], **case["context"], **case["author_history"]}.items():
        assert name not in CLOSED or value in CLOSED[name], (name, value)
    for pattern in [{field: [value] for field, value in case["best"].items()}, *case["right"],
                    *(row["match"] for row in case["wrong"])]:  # fmt: skip
        assert all(value in FIELDS[field] for field, values in pattern.items() for value in values), pattern


@pytest.mark.parametrize(("pack", "case"), EACH)
def test_a_case_is_a_possible_world(pack: str, case: Case) -> None:
    world = as_given(pack, case)["context"]
    live = world["proceedings_stage"] in LIVE
    assert world["proceedings_active"] == live
    assert (world["proceedings_trigger"] != "none") == live
    assert (world["trial_mode"] != "none") == live
    assert (world["page_filter_result"] != "no_filter") == world["page_filter_on"]
    assert not (case["facts"].get("last_copy") and world["other_copies_standing"])


@pytest.mark.parametrize("pack", PACKS)
def test_no_two_cases_share_an_id_or_a_name(pack: str) -> None:
    for key in ("id", "name"):
        assert [value for value, times in Counter(case[key] for case in CASES[pack]).items() if times > 1] == []


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("kind", ["bites", "contrast"])
def test_every_graded_clause_has_a_case_of_each_kind(pack: str, kind: str) -> None:
    shown = {clause for case in CASES[pack] if case["kind"] == kind for clause in case["because"]}
    graded = {clause.id for clause in load(pack).clauses.values() if clause.kind == "graded"}
    assert sorted(graded - shown) == []
