"""Decisions already taken on a thread: what can be wrong with them, and what each leaves behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from kit.context.moments import as_text, read_moment
from kit.errors import Fault, did_you_mean
from kit.terms import DUTIES, FIELDS

KEYS = ("id", "decision", "done", "duties", "breach", "inappropriate")
BESIDE = ("grounds", "log", "attempt", "confidence")
"""What an attempt holds besides; nothing of it outlives the comment."""
STEPS = {
    "warn_first": "warned",
    "private_warning_first": "warned",
    "engage_first": "engaged",
    "give_repeat_caller_advice": "caller_advised",
}
"""Duties whose doing becomes part of the author's history."""
TALK = ("reply", "private_message")
"""Answers by which somebody talks with the author; a signpost only points elsewhere."""


def taken_down(case: Mapping[str, Any], entry: Mapping[str, Any], *, for_good: bool = False) -> bool:
    """Return whether a decision took a comment out of sight.

    ``for_good`` asks for removals: hiding is one only where the page cannot remove, as on X.
    """
    action = entry["decision"].get("comment_action", "leave")
    can = case.get("context", {}).get("platform_can") or ()
    cannot_remove = "remove" not in can if can else case.get("platform") == "x"
    return action == "remove" or (action == "hide" and (not for_good or cannot_remove))


def steps_of(entry: Mapping[str, Any], discharge: Mapping[str, Any], *, posted_before: bool) -> list[str]:
    """Return the events of history a decision leaves behind, each once.

    ``posted_before`` says that the comment decided came before the one now looked at.
    """
    decision = entry["decision"]
    events = ["warned"] if decision.get("account_action") == "warn" else []
    events += ["engaged"] if decision.get("respond") in TALK else []
    done = [*entry.get("done", ()), *(duty for duty in entry.get("duties", ()) if _shown(duty, decision, discharge))]
    events += [STEPS[duty] for duty in done if duty in STEPS]
    if posted_before:
        down = decision.get("comment_action", "leave") != "leave"
        events += ["breach"] if entry.get("breach", down) else []
        events += ["inappropriate_contact"] if entry.get("inappropriate") else []
    return list(dict.fromkeys(events))


def taken_faults(cases: Sequence[Mapping[str, Any]], taken: Sequence[Mapping[str, Any]]) -> list[Fault]:
    """Return everything wrong with the cases of a thread and the decisions taken on them."""
    ids = [case.get("id") for case in cases]
    faults = [
        Fault(where=f"cases[{place}] id", what="two cases have one id", found=repr(name), todo="rename one")
        for place, name in enumerate(ids)
        if name in ids[:place]
    ]
    faults += _times(cases)
    seen: list[Any] = []
    for place, entry in enumerate(taken):
        where, name = f"taken[{place}]", entry.get("id")
        if name not in ids:
            todo = did_you_mean(str(name), map(str, ids))
            faults.append(Fault(where=f"{where} id", what="no such case in this thread", found=repr(name), todo=todo))
        if name in seen:
            faults.append(Fault(where=f"{where} id", what="decided twice", found=repr(name), todo="keep one"))
        seen.append(name)
        faults += _entry_faults(entry, where)
    return faults


def _times(cases: Sequence[Mapping[str, Any]]) -> list[Fault]:
    faults: list[Fault] = []
    dated = [
        (place, read_moment(case["context"]["when"], f"cases[{place}] context.when", faults))
        for place, case in enumerate(cases)
        if case.get("context", {}).get("when")
    ]
    for (_, earlier), (place, later) in pairwise(dated):
        if earlier and later and later < earlier:
            found, expected = (
                f"{as_text(later)} after {as_text(earlier)}",
                "cases in the order in which they were posted",
            )
            what = "posted before the case above it"
            faults.append(Fault(where=f"cases[{place}] context.when", what=what, found=found, expected=expected))
    return faults


def _entry_faults(entry: Mapping[str, Any], where: str) -> list[Fault]:
    known = (*KEYS, *BESIDE)
    faults = [
        Fault(where=f"{where} {key}", what="unknown key", todo=did_you_mean(key, known) or f"one of {', '.join(KEYS)}")
        for key in entry
        if key not in known
    ]
    decision = entry.get("decision")
    if not isinstance(decision, Mapping):
        expected = "a mapping of the five fields"
        return [*faults, Fault(where=f"{where} decision", what="no decision", found=repr(decision), expected=expected)]
    for name, value in decision.items():
        if name not in FIELDS:
            todo = did_you_mean(name, FIELDS) or f"one of {', '.join(FIELDS)}"
            faults.append(Fault(where=f"{where} decision", what=f"unknown field {name!r}", todo=todo))
        elif value not in FIELDS[name]:
            todo = did_you_mean(str(value), FIELDS[name]) or f"one of {', '.join(FIELDS[name])}"
            faults.append(Fault(where=f"{where} decision.{name}", what="unknown word", found=repr(value), todo=todo))
    for key in ("done", "duties"):
        faults += [
            Fault(where=f"{where} {key}", what="unknown duty", found=repr(duty), todo=did_you_mean(str(duty), DUTIES))
            for duty in entry.get(key, ())
            if duty not in DUTIES
        ]
    return faults


def _shown(duty: str, decision: Mapping[str, Any], discharge: Mapping[str, Any]) -> bool:
    """Return whether a decision does a duty by one of its fields."""
    fields = discharge.get(duty, {}).get("done_by", {})
    return any(decision.get(name) in values for name, values in fields.items())
