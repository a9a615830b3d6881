"""How a choice is spoken of in a sentence: as something to do, and as doing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kit.terms import FIELDS

REPORT, ESCALATE, NONE, BOTH = "report", "escalate", "none", "both"
PASSING = "pass it to"
Phrase = tuple[str, str]

TO_DO: dict[str, dict[str, Phrase]] = {
    "comment_action": {"leave": ("leave it up", ""), "hide": ("hide it", ""), "remove": ("remove it", "")},
    "account_action": {
        "none": ("take no step about the author", ""),
        "warn": ("warn the author", ""),
        "restrict": ("restrict the author", ""),
        "block": ("block the author", ""),
    },
    "report": {
        "none": ("make no report", ""),
        "platform": ("report it", "to the platform"),
        "crime": ("report it", "as a crime"),
        "both": ("report it", "both to the platform and as a crime"),
    },
    "respond": {
        "none": ("give no answer", ""),
        "reply": ("reply in public", ""),
        "signpost": ("point the person to the right place", ""),
        "private_message": ("send a private message", ""),
    },
}
"""Each choice in two pieces, so that several with the same first piece can be said together."""

DOING = {
    "leave": "leaving", "hide": "hiding", "remove": "removing", "take": "taking", "warn": "warning",
    "restrict": "restricting", "block": "blocking", "make": "making", "report": "reporting", "give": "giving",
    "reply": "replying", "point": "pointing", "send": "sending", "pass": "passing",
}  # fmt: skip


def to_do(field: str, value: str, roles: Mapping[str, str]) -> str:
    """Return a choice as something to do: "hide it"; ``roles`` names those it may be passed to."""
    return " ".join(_phrase(field, value, roles)).strip()


def doing(field: str, values: Sequence[str], roles: Mapping[str, str]) -> str:
    """Return choices of one field as doing one of them: "leaving it up or hiding it"."""
    tails: dict[str, list[str]] = {}
    for value in values:
        stem, tail = _phrase(field, value, roles)
        tails.setdefault(stem, []).append("both" if value == BOTH and {"platform", "crime"} <= {*values} else tail)
    return listed([f"{_gerund(stem)} {listed(ends, 'or')}".strip() for stem, ends in tails.items()], "or")


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return the fields in which two decisions differ, in the order they are asked."""
    return [field for field in FIELDS if one[field] != other[field]]


def listed(parts: Iterable[str], last: str = "and") -> str:
    """Return phrases as one: "a", "a and b", "a, b and c"."""
    *before, end = [*parts] or [""]
    return f"{', '.join(before)} {last} {end}" if before else end


def sentence(text: str) -> str:
    """Return a phrase as a sentence."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _phrase(field: str, value: str, roles: Mapping[str, str]) -> Phrase:
    if field != ESCALATE:
        return TO_DO[field][value]
    return (PASSING, "nobody" if value == NONE else f"the {_inside(roles.get(value, value).removeprefix('The '))}")


def _inside(role: str) -> str:
    """Return a role's name for the middle of a sentence: "line manager", but "Digital Desk"."""
    first, *rest = role.split(" ")
    named = first.isupper() or not rest or rest[0][:1].isupper()
    return role if named else role[:1].lower() + role[1:]


def _gerund(stem: str) -> str:
    verb, *rest = stem.split(" ")
    return " ".join([DOING[verb], *rest])
