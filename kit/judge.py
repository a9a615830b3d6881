"""Hold a decision against a ruling: right, partial or wrong, and why.

A ruling is data, so judging is pattern matching. ``kit/web/judge.js`` is the same thing in
JavaScript; a test holds the two together over every sample case and all 960 decisions.
Source: design section 4 (what a verdict means).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kit.terms import ERRORS, FIELDS, NO_GROUND

Decision = Mapping[str, str]
Pattern = Mapping[str, Sequence[str]]


def fits(decision: Decision, pattern: Pattern) -> bool:
    """Return whether a decision has an allowed value in every field the pattern names."""
    for field, allowed in pattern.items():
        if decision[field] not in allowed:
            return False
    return True


def judge(ruling: Mapping[str, Any], attempt: Mapping[str, Any]) -> dict[str, Any]:
    """Return the verdict on one attempt at one ruled case.

    ``attempt`` holds ``decision`` (all five fields) and may hold ``grounds`` (clause ids or
    ``"none"``), ``done`` (duty ids), ``log`` (text) and ``attempt`` (anything, handed back).
    """
    decision = attempt["decision"]
    broken = [pattern for pattern in ruling["reject"] if fits(decision, pattern["match"])]
    right = [pattern for pattern in ruling["accept"] if fits(decision, pattern)]
    kinds = {pattern["error"] for pattern in broken}
    errors = [kind for kind in ERRORS if kind in kinds] if kinds else []
    return {
        "id": ruling["id"],
        "attempt": attempt.get("attempt"),
        "decision": dict(decision),
        "verdict": "wrong" if broken else "right" if right else "partial",
        "fields": _fields(decision, broken, ruling["accept"]),
        "error": errors[0] if errors else None,
        "errors": errors,
        "reasons": _unique(pattern["reason"] for pattern in broken) or ([ruling["why"]] if right else []),
        "clauses": _unique(clause for pattern in broken for clause in pattern["clauses"]) or list(ruling["grounds"]),
        "grounds_verdict": _grounds(ruling, attempt.get("grounds") or ()),
        "duties_verdict": _duties(ruling, attempt),
    }


def owed(ruling: Mapping[str, Any], decision: Decision) -> list[str]:
    """Return the duties owed once this decision is taken, in the ruling's order."""
    duties = list(ruling["duties"]) if _same(decision, ruling["best"]) else _unconditional(ruling)
    for row in ruling["conditional_duties"]:
        if fits(decision, row["when"]):
            duties.extend(row["duties"])
    return _unique(duties)


def _fields(decision: Decision, broken: Sequence[Any], accept: Sequence[Pattern]) -> dict[str, str]:
    verdicts = dict.fromkeys(FIELDS, "partial")
    for field in FIELDS:
        for pattern in accept:
            if decision[field] in pattern[field]:
                verdicts[field] = "right"
                break
    for pattern in broken:
        for field in pattern["match"]:
            verdicts[field] = "wrong"
    return verdicts


def _grounds(ruling: Mapping[str, Any], named: Sequence[str]) -> str:
    if not named:
        return "not_given"
    true = ruling["grounds"]
    if ruling["best"]["comment_action"] == "leave":
        true = [*true, NO_GROUND]
    hits = len([ground for ground in named if ground in true])
    if hits == len(named):
        return "right"
    return "partial" if hits else "wrong"


def _duties(ruling: Mapping[str, Any], attempt: Mapping[str, Any]) -> str:
    if attempt.get("done") is None and not attempt.get("log"):
        return "not_given"
    done = set(attempt.get("done") or ())
    if attempt.get("log"):
        done.add("log_reason")
    due = owed(ruling, attempt["decision"])
    met = sum(duty in done for duty in due)
    if met == len(due):
        return "right"
    return "partial" if met else "wrong"


def _unconditional(ruling: Mapping[str, Any]) -> list[str]:
    conditional = {duty for row in ruling["conditional_duties"] for duty in row["duties"]}
    return [duty for duty in ruling["duties"] if duty not in conditional]


def _same(decision: Decision, other: Decision) -> bool:
    return all(decision[field] == other[field] for field in FIELDS)


def _unique(values: Any) -> list[Any]:
    return list(dict.fromkeys(values))
