"""Read what a page sends: nothing gets past here that is not of the protocol."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from kit.sitting import words
from kit.sitting.errors import Refused
from kit.terms import FIELDS, NO_GROUND

CONFIDENCE = ("sure", "fairly", "guess")
MOST_LOG = 4000
MOST_NAME = 60
MOST_LOOK = 40
MOST_DIGITS = 4
KINDS = ("private", "public")
"""The messages a moderator writes beside a decision: to the author alone, and under the comment."""


def bad() -> Refused:
    """Return the refusal of something that is not of the protocol."""
    return Refused("bad_message", words.BAD_MESSAGE)


def number_of(message: Any) -> int | None:
    """Return the number of a message, or None where it has none."""
    seq = message.get("seq") if isinstance(message, Mapping) else None
    return seq if isinstance(seq, int) and not isinstance(seq, bool) else None


def pseudonym_of(value: Any) -> str:
    """Return a chosen name, tidied. Refuses an empty or long one, and what would name a real person."""
    if not isinstance(value, str):
        raise bad()
    name = " ".join(_text(value, MOST_NAME * 10).split())
    if not name:
        raise Refused("bad_message", words.NAME_EMPTY.format(most=MOST_NAME))
    if len(name) > MOST_NAME:
        raise Refused("bad_message", words.NAME_LONG.format(most=MOST_NAME))
    if "@" in name or sum(letter.isdigit() for letter in name) > MOST_DIGITS:
        raise Refused("bad_message", words.NAME_REAL)
    return name


def draft_of(value: Any, card: Mapping[str, Any]) -> dict[str, Any]:
    """Return a draft: a decision that may lack fields, grounds, duties done, log, messages, confidence."""
    if not isinstance(value, Mapping):
        raise bad()
    return {
        "decision": _decision(value.get("decision") or {}),
        "grounds": _ids(value.get("grounds"), {NO_GROUND, *card["clauses"]}),
        "done": _ids(value.get("done"), card["duties"]),
        "log": _text(value.get("log") or "", MOST_LOG),
        "messages": _messages(value.get("messages") or {}),
        "confidence": _confidence(value.get("confidence")),
    }


def attempt_of(value: Any, card: Mapping[str, Any]) -> dict[str, Any]:
    """Return an attempt: a draft with all five fields chosen."""
    attempt = draft_of(value, card)
    missing = [words.FIELD_LABELS[field] for field in FIELDS if field not in attempt["decision"]]
    if missing:
        raise Refused("incomplete", words.INCOMPLETE.format(fields=", ".join(missing)))
    return attempt


def dispute_of(value: Any) -> str:
    """Return what a trainee thinks is wrong."""
    text = _text(value, MOST_LOG).strip()
    if not text:
        raise Refused("bad_message", words.EMPTY_DISPUTE)
    return text


def look_of(value: Any) -> str:
    """Return the name of what a trainee looked at more closely."""
    if not isinstance(value, str) or not value or len(value) > MOST_LOOK or not value.replace("_", "").isalnum():
        raise bad()
    return value if value.isascii() else _refuse()


def _refuse() -> str:
    raise bad()


def _decision(value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise bad()
    chosen = {field: one for field, one in value.items() if one is not None}
    for field, one in chosen.items():
        if field not in FIELDS or one not in FIELDS[field]:
            raise bad()
    return {field: chosen[field] for field in FIELDS if field in chosen}


def _ids(value: Any, known: Collection[str]) -> list[str]:
    if value is None:
        return []
    if not isinstance(value, (list, tuple)) or any(not isinstance(one, str) or one not in known for one in value):
        raise bad()
    return list(dict.fromkeys(value))


def _messages(value: Any) -> dict[str, str]:
    """Return the messages that hold anything, by kind."""
    if not isinstance(value, Mapping) or not set(value) <= set(KINDS):
        raise bad()
    texts = {kind: _text(value.get(kind) or "", MOST_LOG) for kind in KINDS}
    return {kind: text for kind, text in texts.items() if text.strip()}


def _confidence(value: Any) -> str | None:
    if value is not None and value not in CONFIDENCE:
        raise bad()
    return value if isinstance(value, str) else None


def note_of(value: Any) -> str:
    """Return what a trainee wrote beside an answer, tidied; nothing where they wrote nothing."""
    return _text(value or "", MOST_LOG).strip()


def _text(value: Any, most: int) -> str:
    """Return a text without what no keyboard makes (half characters, control characters but tab and line end)."""
    if not isinstance(value, str):
        raise bad()
    if len(value) > most:
        raise Refused("bad_message", words.TOO_LONG.format(most=most))
    whole = value.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n")
    return "".join(one for one in whole if one in "\t\n" or unicodedata.category(one) != "Cc")
