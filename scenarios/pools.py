"""Pools: every value a slot can take, filled once from the safe provider and never again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from faker import Faker

from kit.errors import Fault
from scenarios.intake import Intake
from scenarios.safe import SafeProvider

POOL_SEED = 20260101
"""Pools are the same for every recipe and seed; what is drawn from them differs."""

MADE = {
    "first": 400, "man": 500, "woman": 500, "person": 800, "officer": 200, "staff": 200, "handle": 800,
    "shop_handle": 200, "phone": 600, "landline": 400, "freephone": 200, "email": 500, "firm_email": 150,
    "firm": 300, "address": 700, "postcode": 300, "shop_link": 200, "news_link": 200, "video_link": 200,
    "scam_link": 300,
}  # fmt: skip
"""Slots filled by a method of ``SafeProvider`` of the same name, and how many values each holds."""

WRITERS, SCREEN_NAMES = 4000, 3000

EXACT = frozenset({
    "handle", "shop_handle", "phone", "landline", "freephone", "email", "firm_email", "postcode", "shop_link",
    "news_link", "video_link", "scam_link", "plate",
})  # fmt: skip
"""Pools whose values no voice may alter."""

OF_AUTHOR = ("me", "me_first", "me_last")
"""Slots filled with the author's own name; ``to`` is the name of the author replied to."""

TO = "to"
LANGUAGES = ("masked", "open")
"""How strong words are shown: as a bracketed name, or written out."""

NEEDED = (
    "first_f", "first_m", "surname", "rank", "town", "street", "firm_stem", "trade", "handle_kind", "paper", "slug",
    "clip_site", "scam_stem",
)  # fmt: skip
"""Closed lists without which the safe provider cannot work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What ``data/pools.yaml`` says: closed lists, strong words, roles of the cast."""

    lists: Mapping[str, tuple[str, ...]]
    strong: Mapping[str, tuple[str, str]]
    roles: Mapping[str, str]

    def names(self) -> set[str]:
        """Return every slot name that a pool or an author fills."""
        return {*self.lists, *self.strong, *MADE, *OF_AUTHOR, TO}

    def is_role(self, slot: str) -> bool:
        """Tell whether a slot is a role of the cast, or the first or last name of one."""
        return slot in self.roles or slot.removesuffix("_first").removesuffix("_last") in self.roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Pools:
    """Filled pools: values by slot name, and the people who comment."""

    values: Mapping[str, tuple[str, ...]]
    exact: frozenset[str]
    writers: tuple[tuple[str, str, str], ...]
    screen_names: tuple[tuple[str, str, str], ...]


def read_lists(data: Any, file: str, faults: list[Fault]) -> Lists:
    """Return the closed lists of one authored file, noting every fault."""
    intake = Intake(data, file, faults)
    lists = intake.table("lists")
    strong = intake.table("strong")
    roles = intake.table("roles")
    intake.close()
    for name, words in lists.items():
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            intake.fault(f"the list {name!r} is not a list of words", todo="quote numbers and true/false words")
        elif len(set(words)) < len(words):
            twice = sorted({word for word in words if words.count(word) > 1})
            intake.fault(f"the list {name!r} holds a word twice", found=", ".join(twice))
    for name in NEEDED:
        if name not in lists:
            intake.fault(f"the list {name!r} is missing")
    return Lists(
        lists={name: tuple(words) for name, words in lists.items() if isinstance(words, list)},
        strong={name: (str(pair["masked"]), str(pair["open"])) for name, pair in strong.items()},
        roles={name: str(words) for name, words in roles.items()},
    )


def fill(lists: Lists, language: str = "masked") -> Pools:
    """Return the pools: closed lists as they stand, everything else made by Faker with the safe provider."""
    fake = Faker("en_GB")
    fake.seed_instance(POOL_SEED)
    fake.add_provider(SafeProvider(fake.factories[0], lists.lists))
    made = {name: tuple(dict.fromkeys(getattr(fake, name)() for _ in range(count))) for name, count in MADE.items()}
    writers = tuple(dict.fromkeys(fake.writer() for _ in range(WRITERS)))
    screen_names = tuple(dict.fromkeys(fake.screen_name() for _ in range(SCREEN_NAMES)))
    shown = LANGUAGES.index(language)
    strong = {name: (pair[shown],) for name, pair in lists.strong.items()}
    return Pools(
        values={**lists.lists, **strong, **made},
        exact=EXACT | frozenset(strong),
        writers=writers,
        screen_names=screen_names,
    )
