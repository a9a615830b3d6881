"""A paper: a fixed ordered set of items, stored whole, shared by those who sit it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kit.errors import BadInput
from kit.items.canonical import canonical, digest
from kit.items.item import Item

PAPER_FORMAT = 1
"""Version of the stored form. Change the meaning or the name of a field only with a new version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place in a paper.

    ``key`` is the item's id, with ``.2`` and so on where the same question stands twice in one
    thread; ``shown`` is what the page shows around the words: author with history, when, what
    differs in the moment, in_reply_to (the number of another entry, or None), the flip as a
    sentence; ``ruling`` is the ruling as it is judged and shown, and ``gravity`` the greatest
    gravity of the facts, from 0 to 4.
    """

    key: str
    item: Item
    shown: Mapping[str, Any]
    ruling: Mapping[str, Any]
    gravity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A fixed ordered set of items with the post above them and the pack as it was shown.

    ``page`` and ``post`` are the shell of the thread; ``context`` is the thread's own, with its
    ``lines`` as they are shown; ``origin`` says which scenario, seed, date and generator made it;
    ``pack`` is the pack's card.
    """

    title: str
    page: Mapping[str, Any]
    post: Mapping[str, Any]
    context: Mapping[str, Any]
    origin: Mapping[str, Any]
    pack: Mapping[str, Any]
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        """The SHA-256 of everything in the paper."""
        return digest(self.to_dict())

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in their order."""
        return tuple(entry.item for entry in self.entries)

    def to_dict(self) -> dict[str, Any]:
        """Return the paper as plain data, format version first."""
        return {
            "format": PAPER_FORMAT,
            "title": self.title,
            "page": dict(self.page),
            "post": dict(self.post),
            "context": dict(self.context),
            "origin": dict(self.origin),
            "pack": dict(self.pack),
            "entries": [_entry_to_dict(entry) for entry in self.entries],
        }

    def to_json(self) -> str:
        """Return the canonical text whose hash is the paper's id."""
        return canonical(self.to_dict())

    @classmethod
    def from_json(cls, text: str) -> Paper:
        """Read a stored paper. Raises BadInput if it is damaged or of a version not known here."""
        try:
            data = json.loads(text)
            version = data["format"]
        except (ValueError, KeyError, TypeError):
            msg = "this is not a stored paper; take the paper from the record or a backup of it"
            raise BadInput(msg) from None
        if version != PAPER_FORMAT:
            msg = f"this paper is of format {version} and this House Rules reads format {PAPER_FORMAT}; install a newer one"
            raise BadInput(msg)
        try:
            return cls._from_dict(data)
        except (KeyError, TypeError) as error:
            msg = f"the stored paper lacks {error}; take the paper from a backup of the record"
            raise BadInput(msg) from None

    @classmethod
    def _from_dict(cls, data: Mapping[str, Any]) -> Paper:
        names = ("title", "page", "post", "context", "origin", "pack")
        entries = tuple(_entry_from_dict(row) for row in data["entries"])
        return cls(entries=entries, **{name: data[name] for name in names})


def _entry_to_dict(entry: Entry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "item": entry.item.id,
        "family": entry.item.family,
        "case": dict(entry.item.case),
        "shown": dict(entry.shown),
        "ruling": dict(entry.ruling),
        "gravity": entry.gravity,
    }


def _entry_from_dict(row: Mapping[str, Any]) -> Entry:
    item = Item(id=row["item"], case=row["case"], family=row["family"])
    return Entry(key=row["key"], item=item, shown=row["shown"], ruling=row["ruling"], gravity=row["gravity"])
