"""Made-up names for trainees who choose none."""

from __future__ import annotations

import random
from collections.abc import Iterable

TRAITS = (
    "Amber", "Brisk", "Calm", "Clear", "Early", "Fair", "Gentle", "Keen", "Level", "Mellow", "Patient", "Plain",
    "Quiet", "Ready", "Silver", "Steady", "Tidy", "Warm",
)  # fmt: skip
CREATURES = (
    "Badger", "Curlew", "Dunnock", "Egret", "Fieldfare", "Hare", "Heron", "Kestrel", "Lapwing", "Linnet", "Otter",
    "Plover", "Redstart", "Siskin", "Swift", "Teal", "Vole", "Wren",
)  # fmt: skip


def made_up(taken: Iterable[str], source: random.Random) -> str:
    """Return a made-up name that nobody in the record has yet."""
    known = {name.casefold() for name in taken}
    while True:
        name = f"{source.choice(TRAITS)} {source.choice(CREATURES)} {source.randint(10, 99)}"
        if name.casefold() not in known:
            return name
        if len(known) > len(TRAITS) * len(CREATURES) * 80:
            return f"{name} {source.randint(100, 999)}"
