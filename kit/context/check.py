"""Refuse a case that is misspelt, of the wrong type, or cannot be: every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.context.moments import read_moment
from kit.errors import Fault, did_you_mean
from kit.terms import ACTIVE_STAGES, CLOSED, CONTEXT, FACT_VALUES, FACTS, HISTORY

OVER = frozenset({"sentenced", "acquitted", "released_no_charge", "none"})
PARTS: dict[str, Mapping[str, Any]] = {"facts": FACTS, "context": CONTEXT, "author_history": HISTORY}


def contradictions(case: Mapping[str, Any], law: Mapping[str, Any] | None = None) -> list[str]:
    """Return what cannot be true at once in a case, each as a sentence; an empty list for a possible world.

    ``law`` is a pack's own law mapping, for a pack whose overlay moves the start of a case; left out, the Act's.
    """
    facts, context = case["facts"], case["context"]
    active_stages = frozenset(ACTIVE_STAGES) if law is None else stages_active(law)
    stage, active = context.get("proceedings_stage", "none"), context.get("proceedings_active", False)
    found = []
    if active and stage in OVER - active_stages:
        found.append(f"proceedings are active at the stage {stage!r}, which ends them")
    if not active and stage in active_stages:
        found.append(f"proceedings are not active at the stage {stage!r}, at which they are")
    if active and context.get("trial_mode", "none") == "none" and "trial_mode" in context:
        found.append("proceedings are active and trial_mode is none; write not_known")
    if facts.get("last_copy") and context.get("other_copies_standing", 0):
        found.append("this is the last copy and other copies stand")
    if facts.get("mild_language") and facts.get("swearing") in ("middling", "strong"):
        found.append("mild_language is the strongest word and swearing is stronger")
    return found


def stages_active(law: Mapping[str, Any]) -> frozenset[str]:
    """Return the stages at which the steps of a law mapping make or keep a case active."""
    return frozenset(event["stage"] for event in law["clock"]["events"].values() if event["active"])


def check_case(case: Mapping[str, Any], where: str, *, pack_given: bool = False) -> list[Fault]:
    """Return every fault of a case: unknown names, wrong types, words outside their list, contradictions.

    ``pack_given`` says that the case need not name its policy.
    """
    faults = [
        Fault(where=where, what=f"a case without {key!r}", todo="see the exchange format in docs")
        for key in ("policy", "platform", "account_kind", "facts")
        if key not in case and not (pack_given and key == "policy")
    ]
    for part, known in PARTS.items():
        values = case.get(part, {})
        if not isinstance(values, Mapping):
            faults.append(Fault(where=f"{where} {part}", what="not a mapping", found=type(values).__name__))
            return faults
        for name, value in values.items():
            faults += _value_faults(name, value, known, f"{where} {part}.{name}")
    for name in ("platform", "account_kind"):
        if name in case and case[name] not in CLOSED[name]:
            hint = did_you_mean(str(case[name]), CLOSED[name])
            faults.append(Fault(where=f"{where} {name}", what="unknown word", found=repr(case[name]), todo=hint))
    if not faults:
        whole = {"context": {}, "author_history": {}, **case}
        faults += [Fault(where=where, what="this cannot be", found=words) for words in contradictions(whole)]
    return faults


def _value_faults(name: str, value: Any, known: Mapping[str, Any], where: str) -> list[Fault]:
    if name not in known:
        return [Fault(where=where, what=f"unknown name {name!r}", todo=did_you_mean(name, known))]
    if name in CLOSED:
        words = CLOSED[name]
        if value in words or (known is FACTS and value is False):
            return []
        hint = did_you_mean(str(value), words) or f"one of {', '.join(words)}"
        return [Fault(where=where, what="unknown word", found=repr(value), todo=hint)]
    expected = _expected(name, known)
    if expected is None:
        return []
    if isinstance(value, expected[0]) and (expected[1] != "a number" or not isinstance(value, bool)):
        return _value_range(name, value, where)
    return [Fault(where=where, what="wrong type", found=repr(value), expected=expected[1])]


def _value_range(name: str, value: Any, where: str) -> list[Fault]:
    """Return the fault of a value that has the right type and cannot be: a count below nought, a time that is none."""
    faults: list[Fault] = []
    if isinstance(value, int) and value < 0:
        faults.append(Fault(where=where, what="less than nought", found=repr(value), expected="0 or more"))
    if name == "when" and value:
        read_moment(value, where, faults)
    return faults


def _expected(name: str, known: Mapping[str, Any]) -> tuple[Any, str] | None:
    if known is FACTS:
        return None if name in FACT_VALUES else (bool, "true or false")
    default = known[name]
    if name == "in_monitored_hours":
        return (bool, type(None)), "true, false or null"
    if isinstance(default, bool):
        return bool, "true or false"
    if isinstance(default, int):
        return int, "a number"
    if isinstance(default, tuple):
        return (list, tuple), "a list"
    return (str, type(None)), "text"
