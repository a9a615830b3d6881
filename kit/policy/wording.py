"""The words on the buttons: a platform's own for acts, a pack's own for the people told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kit.terms import FIELDS

if TYPE_CHECKING:
    from kit.policy.model import Pack


def buttons(pack: Pack, platform: str) -> dict[str, list[dict[str, Any]]]:
    """Return ``{field: [{"value", "label", "does"}]}`` for one platform under one pack."""
    acts: Mapping[str, Any] = pack.platforms.get(platform, {}).get("acts", {})
    return {field: [_button(pack, acts, field, value) for value in values] for field, values in FIELDS.items()}


def _button(pack: Pack, acts: Mapping[str, Any], field: str, value: str) -> dict[str, Any]:
    if field == "escalate":
        role = pack.roles.get(value, {})
        words = {"label": role.get("name"), "does": role.get("for", "")}
    else:
        words = acts.get(field, {}).get(value, {})
    label = words.get("label") or value.replace("_", " ").capitalize()
    return {"value": value, "label": label, "does": words.get("does", "")}
