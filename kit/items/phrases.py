"""How a choice is spoken of in a sentence: as something to do, and as doing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kit.terms import FIELDS

ESCALATE = "escalate"
TO_DO = {
    "comment_action": {"leave": "leave it up", "hide": "hide it", "remove": "remove it"},
    "account_action": {
        "none": "take no step about the author",
        "warn": "warn the author",
        "restrict": "restrict the author",
        "block": "block the author",
    },
    "report": {
        "none": "make no report",
        "platform": "report it to the platform",
        "crime": "report it as a crime",
        "both": "report it both to the platform and as a crime",
    },
    "respond": {
        "none": "give no answer",
        "reply": "reply in public",
        "signpost": "point the person to the right place",
        "private_message": "send a private message",
    },
}
DOING = {
    "leave": "leaving", "hide": "hiding", "remove": "removing", "take": "taking", "warn": "warning",
    "restrict": "restricting", "block": "blocking", "make": "making", "report": "reporting", "give": "giving",
    "reply": "replying", "point": "pointing", "send": "sending", "pass": "passing",
}  # fmt: skip


def to_do(field: str, value: str, roles: Mapping[str, str]) -> str:
    """Return a choice as something to do: "hide it"; ``roles`` names those it may be passed to."""
    if field != ESCALATE:
        return TO_DO[field][value]
    return "pass it to nobody" if value == "none" else f"pass it on ({roles.get(value, value)})"


def doing(field: str, value: str, roles: Mapping[str, str]) -> str:
    """Return a choice as doing it: "hiding it"."""
    verb, rest = to_do(field, value, roles).split(" ", 1)
    return f"{DOING[verb]} {rest}"


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the fields in which two decisions differ, in the order they are asked."""
    return [field for field in FIELDS if one[field] != other[field]]


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Return phrases as one: "a", "a and b", "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004  one phrase stands alone
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def sentence(text: str) -> str:
    """Return a phrase as a sentence."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
