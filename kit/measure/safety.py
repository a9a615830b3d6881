"""Nobody and nothing real: numbers, domains, handles and names of a sample that are not safely made up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kit.measure import forbidden

NUMBER = re.compile(r"(?<![\w£.])\+?\d[\d ()/-]{5,}\d")
DRAMA = re.compile(
    r"01(?:1[3-8]|21|31|41|51|61)4960\d{3}|01914980\d{3}|02079460\d{3}|02896496\d{3}|02920180\d{3}|01632960\d{3}"
    r"|07700900\d{3}|08081570\d{3}|09098790\d{3}|03069990\d{3}"
)
"""Ofcom's numbers for drama, without spaces."""

EMAIL = re.compile(r"[\w.+-]+@(?=[\w-])")
DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?!\.?[a-z])", re.IGNORECASE)
RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|test)$", re.IGNORECASE)
TOP = re.compile(r"\.(?:com|net|org|info|uk|io|me|tv|ly|eu|co|gov|example|invalid|test)$", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w.])@\S+")
SAFE_HANDLE = re.compile(r"@~[a-z0-9_-]+_example\b", re.IGNORECASE)


def safety(texts: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return for each kind of thing how many were looked at and which of them are not safe.

    ``{"numbers" | "domains" | "handles" | "names": {"found": count, "unsafe": [...]}}``.
    """
    numbers = {re.sub(r"\D", "", number) for text in texts for number in NUMBER.findall(text)}
    bare = [EMAIL.sub(" ", text) for text in texts]
    domains = {domain for text in bare for domain in DOMAIN.findall(text) if TOP.search(domain)}
    handles = {handle for text in texts for handle in HANDLE.findall(text)}
    return {
        "numbers": _row(numbers, (each for each in numbers if not DRAMA.fullmatch(each))),
        "domains": _row(domains, (each for each in domains if not RESERVED.search(each))),
        "handles": _row(handles, (each for each in handles if not SAFE_HANDLE.match(each))),
        "names": {"found": len(texts), "unsafe": forbidden.found([*texts])},
    }


def _row(every: set[str], unsafe: Iterable[str]) -> dict[str, Any]:
    return {"found": len(every), "unsafe": sorted(unsafe)}
