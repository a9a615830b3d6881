"""An item: one case as a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.items.canonical import digest

if TYPE_CHECKING:
    from scenarios.contrasts import Pair

ID_LENGTH = 16
MOMENT = ("when", "post_topic", "proceedings_note", "note", "platform_can")
"""Fields of the context that differ from thread to thread without making another kind of question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A case as a question.

    ``id`` is a hash of the case without the case's own id, so the same question has the same id in
    every thread; ``family`` names the pattern and context template it came from.
    """

    id: str
    case: Mapping[str, Any]
    family: str

    @classmethod
    def of(cls, case: Mapping[str, Any], family: str | None = None) -> Item:
        """Make the item of a case; without a named family, one is derived from the case."""
        content = {key: value for key, value in case.items() if key != "id"}
        return cls(id="i" + digest(content)[:ID_LENGTH], case=dict(case), family=family or family_of(case))

    @classmethod
    def of_pair(cls, pair: Pair) -> tuple[Item, Item]:
        """Make the items of the two sides of a contrast: one family, so that they are kept together or apart on purpose."""
        one, other = (cls.of(case, f"contrast.{pair.id}") for case in pair.cases)
        return one, other


def family_of(case: Mapping[str, Any]) -> str:
    """Return the family of a case that names none: what is true of it and the kind of moment.

    The words, the hour and the topic are left out, so two wordings of one situation are one family.
    """
    true = {name: value for name, value in case["facts"].items() if value is not False}
    context = {name: value for name, value in case["context"].items() if name not in MOMENT}
    kind = {
        "platform": case["platform"],
        "account_kind": case["account_kind"],
        "facts": true,
        "context": context,
        "history": case.get("author_history", {}),
    }
    return "f" + digest(kind)[:ID_LENGTH]
