"""What may not stand in a message that a moderator sends: a gap left open, a name, somebody's details.

The page has the same guard (``kit/web/guard.js``), and one table of examples holds both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

GAP = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}|_{3,}")
HANDLE = re.compile(r"(?<![\w.])@\w+|[\w.+-]+@[\w-]+\.[\w.]+")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
NUMBER = re.compile(r"\d[\d ]{3,}\d")
CAPITALISED = re.compile(r"[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)+")
SHORTEST = 3
START = re.compile(r"(?:^|[.!?\n]\s*)$")


def names_in(authors: Iterable[str], texts: Iterable[str], ours: str) -> list[str]:
    """Return the names a thread shows: of its authors whole and in parts, and capitalised pairs of its comments.

    ``ours`` is what the page itself says; a name that stands there is public already.
    """
    found: dict[str, None] = {}
    for author in authors:
        found |= dict.fromkeys([author, *_parts(author)])
    for text in texts:
        for run in CAPITALISED.findall(text):
            words = [re.sub("['\u2019]s$", "", word) for word in run.split()]
            found |= dict.fromkeys(" ".join(pair) for pair in pairwise(words))
    return [name for name in found if name and not _holds(ours, name)]


def fault(text: str, about: Mapping[str, Any], mine: Sequence[str] = ()) -> tuple[str, str] | None:
    """Return what is wrong with a message: ("gap" or "name", the words that are), or None.

    ``about`` has the ``names`` of the thread, the ``everyday`` words that are also names, and the ``numbers`` of public
    lines; ``mine`` are names that may stand here, such as that of the author whom a private message goes to.
    """
    if gap := GAP.search(text):
        return ("gap", gap[0])
    allowed = {one for name in mine for one in (name, *_parts(name))}
    for name in about["names"]:
        if name in text and name not in allowed and _names(text, name, about["everyday"]):
            return ("name", name)
    for pattern in (HANDLE, POSTCODE):
        if found := pattern.search(text):
            return ("name", found[0])
    numbers = {one.replace(" ", "") for one in about["numbers"]}
    for found in NUMBER.finditer(text):
        if found[0].replace(" ", "") not in numbers:
            return ("name", found[0])
    return None


def _parts(name: str) -> list[str]:
    words = [word for word in name.split() if len(word) >= SHORTEST and word[:1].isupper() and word.isalpha()]
    return words if len(name.split()) > 1 else []


def _holds(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _names(text: str, name: str, everyday: Sequence[str]) -> bool:
    """Whether a name stands in a text; one that is also an everyday word does not count where a sentence starts."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        if name not in everyday or not START.search(text[: found.start()]):
            return True
    return False
