"""A pack's own cases: comments with what is best, right and wrong, beside the rules they hold.

``cases.yaml`` is written from the clauses; ``more_cases.yaml``, where a pack has one, goes on with the rules in sight, so
that every term of every condition has a case that needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from kit.policy.load import folder
from kit.policy.model import base_name
from kit.policy.strict import read, without_lines
from kit.terms import CONTEXT, HISTORY

FIRST = "- id: "
"""How every case begins."""
FILES = ("cases.yaml", "more_cases.yaml")
USUAL = {"when": "2026-03-10T11:00", "in_monitored_hours": True}
"""A Tuesday morning on a watched page, unless a case says otherwise."""


def load_cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a pack (its base, for a pack with overlays), as written; empty when it has none."""
    place = folder(base_name(name))
    paths = [path for path in (place / file for file in FILES) if path.exists()]
    return [case for path in paths for case in without_lines(read(path))["cases"]]


def load_case(name: str, id_: str) -> dict[str, Any] | None:
    """Return one case of a pack, or None where it has no such case; hundreds of others are passed over unread."""
    place = folder(base_name(name))
    for path in (place / file for file in FILES):
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        start = text.find(f"\n{FIRST}{id_}\n")
        if start >= 0:
            end = text.find(f"\n{FIRST}", start + 1)
            (found,) = yaml.load(text[start : end if end >= 0 else None], Loader=yaml.CSafeLoader)
            return dict(found)
    return None


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
