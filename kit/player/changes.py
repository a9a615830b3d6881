"""What is new between two states of a sitting, so that a page need not be told again what it shows already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ITEMS = "items"
VERSION = "version"
"""Counts the states of one widget, so that a page knows whether a change follows on what it shows."""


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return what makes ``new`` of ``old``: ``{"since", "fields": {name: value}, "items": {place: fields}}``.

    A field of the state is told whole where it differs; of its items only the fields that differ, by the item's
    place, as long as the same items stand in the same order. Both states have the same fields.
    """
    fields = _differing(old, new)
    items: dict[str, dict[str, Any]] = {}
    if ITEMS in fields and _names(old) == _names(new):
        pairs = enumerate(zip(old[ITEMS], fields.pop(ITEMS), strict=True))
        items = {str(place): found for place, (before, after) in pairs if (found := _differing(before, after))}
    return {"since": old[VERSION], "fields": fields, "items": items}


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in new.items() if name not in old or old[name] != value}


def _names(state: Mapping[str, Any]) -> list[Any]:
    return [item["item"] for item in state[ITEMS]]
