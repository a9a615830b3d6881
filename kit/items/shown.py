"""What a page tells a trainee about the moment and the author, in the pack's words.

``words`` is what a pack says of facts and moments: ``{"facts", "case", "context", "history"}``, each
a field with its label, the words of its values, and how a value is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.terms import CONTEXT, HISTORY

Line = dict[str, str]
MOMENT = (
    "proceedings_active", "proceedings_stage", "proceedings_trigger", "trial_mode", "proceedings_note", "anonymity",
    "pre_election", "in_monitored_hours", "page_filter_on", "note",
)  # fmt: skip
"""Fields told of the whole thread, in this order; those after the first only where they say something."""

ALWAYS = ("proceedings_active", "anonymity", "pre_election", "in_monitored_hours")
PROCEEDINGS = (
    "proceedings_active", "proceedings_stage", "proceedings_trigger", "trial_mode", "proceedings_note", "anonymity",
    "pre_election",
)  # fmt: skip
"""Fields looked up about the court and the election; the others are about the page and its hour."""

OWN = ("page_filter_result", "other_copies_standing", "removals_this_thread")
"""Fields told of one comment where they say something."""


def thread_lines(words: Mapping[str, Any], context: Mapping[str, Any]) -> list[Line]:
    """Return what is known of the moment for the whole thread."""
    said = {**CONTEXT, **context}
    fields = [name for name in MOMENT if name in ALWAYS or not _neutral(name, said[name])]
    return [_line(words, "context", name, said[name]) for name in fields]


def item_lines(words: Mapping[str, Any], thread: Mapping[str, Any], own: Mapping[str, Any]) -> list[Line]:
    """Return only what is different, or known besides, for one comment."""
    before, now = {**CONTEXT, **thread}, {**CONTEXT, **own}
    fields = [name for name in MOMENT if now[name] != before[name]]
    fields += [name for name in OWN if not _neutral(name, now[name])]
    return [_line(words, "context", name, now[name]) for name in fields]


def history_lines(words: Mapping[str, Any], history: Mapping[str, Any]) -> list[Line]:
    """Return everything known of an author: all of it, so that what is listed gives nothing away."""
    said = {**HISTORY, **history}
    return [_line(words, "history", name, said[name]) for name in HISTORY]


def spoken(value: Any) -> str:
    """Return a value as the text under which words for it are kept."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


def _neutral(name: str, value: Any) -> bool:
    return value in (CONTEXT[name], None, "")


def _line(words: Mapping[str, Any], part: str, name: str, value: Any) -> Line:
    entry: Mapping[str, Any] = words.get(part, {}).get(name, {})
    label = entry.get("label") or name.replace("_", " ").capitalize()
    line = {"label": label, "value": entry.get("shown", {}).get(spoken(value)) or _plain(value)}
    about = "proceedings" if name in PROCEEDINGS else "page"
    return {**line, "field": name, "about": about} if part == "context" else line


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if value in (None, ""):
        return "Not stated"
    text = str(value).replace("_", " ")
    return text[:1].upper() + text[1:]
