"""The one change that would turn the answer, as a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kit.items.phrases import differences, listed, sentence, to_do
from kit.items.shown import spoken

COMMENT = "comment_action"
STAGE = "proceedings_stage"
FOLLOWS_STAGE = ("proceedings_active", "proceedings_trigger", "trial_mode", "proceedings_note")
"""Fields that change with the stage of a case and need no words of their own beside it."""

ELSEWHERE = {"platform", "account_kind"}
"""What changes the page and not the comment: told only where nothing about the comment can be."""

FOLLOWS_PLATFORM = "platform_can"
FOLLOWS_FACT = ("characteristic", "swearing")
"""Facts that only say more about another fact."""


def flip_sentence(words: Mapping[str, Any], ruling: Mapping[str, Any], roles: Mapping[str, str]) -> str | None:
    """Return the ruling's plainest flip as a sentence, or None where nothing single turns the answer.

    What changes the act on the comment comes first; a change of the page comes after one of the
    comment; then the fewest words; then the ruling's own order.
    """
    told = []
    for flip in ruling["flips"]:
        changed = differences(ruling["best"], flip["best"])
        phrases = list(dict.fromkeys(_changes(words, flip["change"])))
        if changed and phrases:
            acts = listed(to_do(field, flip["best"][field], roles) for field in changed)
            text = sentence(f"if {listed(phrases)}, the first choice would be to {acts}")
            told.append((COMMENT not in changed, not ELSEWHERE.isdisjoint(flip["change"]), len(phrases), text))
    return min(told, key=lambda row: row[:3])[-1] if told else None


def _changes(words: Mapping[str, Any], change: Mapping[str, Any]) -> Iterator[str]:
    facts = change.get("facts", {})
    main = [name for name in facts if name not in FOLLOWS_FACT] or list(facts)
    for name in main:
        yield _fact(words.get("facts", {}).get(name, {}), name, facts[name])
    context = change.get("context", {})
    for name, value in context.items():
        if name != FOLLOWS_PLATFORM and not (STAGE in context and name in FOLLOWS_STAGE):
            yield _field(words.get("context", {}).get(name, {}), name, value)
    for name, value in change.get("author_history", {}).items():
        yield _field(words.get("history", {}).get(name, {}), name, value)
    for name in ("platform", "account_kind"):
        if name in change:
            yield _field(words.get("case", {}).get(name, {}), name, change[name])


def _fact(entry: Mapping[str, Any], name: str, value: Any) -> str:
    plain = name.replace("_", " ")
    if not value:
        return str(entry.get("without") or f"it were not a matter of {plain}")
    named = entry.get("values", {}).get(spoken(value))
    return str(named or entry.get("had") or f"it were a matter of {plain}")


def _field(entry: Mapping[str, Any], name: str, value: Any) -> str:
    named = entry.get("values", {}).get(spoken(value))
    for step in entry.get("steps", ()) if isinstance(value, int) else ():
        if value >= step["at_least"]:
            return str(step["words"])
    return str(named or entry.get("otherwise") or f"{name.replace('_', ' ')} were {spoken(value)}")
