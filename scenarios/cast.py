"""The cast of a thread: who or what a role can be, and how its name is taken apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

CAPITAL = "^"
"""Before a key: the same words as they stand at the start of a sentence."""


def roles(role: str, pool: str, values: Mapping[str, Sequence[str]]) -> list[Mapping[str, str]]:
    """Return everybody a role can be cast with: their name, its parts, each as it stands at a sentence's start too."""
    cast: list[Mapping[str, str]] = []
    for value in (pool[1:],) if pool.startswith("=") else values[pool]:
        first, last = halves(value)
        plain = {role: value, f"{role}_first": first, f"{role}_last": last}
        cast.append(plain | {CAPITAL + key: words[:1].upper() + words[1:] for key, words in plain.items()})
    return cast


def halves(name: str) -> tuple[str, str]:
    """Return the first and the last name of a full one; a single word is both."""
    first, _, last = name.rpartition(" ")
    return first or last, last
