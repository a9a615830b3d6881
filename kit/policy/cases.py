"""A pack's own cases: comments with what is best, right and wrong, beside the rules they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.policy.load import folder
from kit.policy.strict import read, without_lines
from kit.terms import CONTEXT, HISTORY

FILE = "cases.yaml"
USUAL = {"when": "2026-03-10T11:00", "in_monitored_hours": True}
"""A Tuesday morning on a watched page, unless a case says otherwise."""


def load_cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a pack (its base, for a pack with overlays), as written; empty when it has none."""
    path = folder(name.split("+", maxsplit=1)[0]) / FILE
    if not path.exists():
        return []
    cases: list[dict[str, Any]] = without_lines(read(path))["cases"]
    return cases


def as_given(pack: str, case: Mapping[str, Any]) -> dict[str, Any]:
    """Return a pack's case in the exchange format, everything unsaid as it usually is."""
    usual = {key: value for key, value in CONTEXT.items() if key != "platform_can"}
    return {
        "id": case["id"],
        "policy": pack,
        "platform": case["platform"],
        "account_kind": case["account_kind"],
        "context": {**usual, **USUAL, **case.get("context", {})},
        "author_history": {**HISTORY, **case.get("author_history", {})},
        "comment": case["comment"],
        "facts": case["facts"],
    }
