"""Worked examples: a pack's own cases with the ruling in words, under one policy or several side by side."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from kit.errors import BadInput
from kit.items.flip import flip_sentence
from kit.items.shown import history_lines, thread_lines
from kit.policy import Pack, load, names
from kit.policy.cases import USUAL, as_given, load_case
from kit.ruling import rule
from kit.terms import CONTEXT, FIELDS, HISTORY
from kit.units.unit import Unit


def worked(unit: Unit, pack: str | None = None) -> list[dict[str, Any]]:
    """Return the unit's worked examples, each ruled under ``pack`` or the pack that it comes from.

    One is ``{"id", "pack", "page", "topic", "comment", "known", "best", "why", "flip", "clauses"}``; ``known`` holds
    what is out of the ordinary about the moment and the author.
    """
    found = [_case(id_) for id_ in unit.worked]
    return [_example(load(pack or own), case) for own, case in found]


def compared(unit: Unit) -> list[dict[str, Any]]:
    """Return the unit's comments, each with what the first choice is under every policy that ships."""
    rows = []
    for id_ in unit.compare:
        _own, case = _case(id_)
        under = [_example(load(name), case) for name in names()]
        rows.append({"comment": case["comment"], "under": under})
    return rows


def _example(pack: Pack, raw: Mapping[str, Any]) -> dict[str, Any]:
    case = as_given(pack.name, {**raw, "account_kind": _kind(pack, raw["account_kind"])})
    ruling = rule(pack, case)
    buttons = pack.buttons(case["platform"])
    said = {field: {one["value"]: one["label"] for one in buttons[field]} for field in FIELDS}
    usual = _told(pack, {**CONTEXT, **USUAL}, HISTORY)
    told = _told(pack, case["context"], case["author_history"])
    return {
        "id": raw["id"],
        "pack": pack.title,
        "page": f"{pack.data['pages']['pages'][case['account_kind']]['name']}, {pack.platform_name(case['platform'])}",
        "topic": case["context"]["post_topic"],
        "comment": case["comment"],
        "known": [line for line in told if line not in usual],
        "best": [said[field][value] for field, value in ruling["best"].items() if value != "none"],
        "why": ruling["why"],
        "flip": flip_sentence(pack.facts, ruling, {one["value"]: one["label"] for one in buttons["escalate"]}),
        "clauses": [
            {"id": id_, "words": pack.clauses[id_].words, "source": pack.clauses[id_].source}
            for id_ in ruling["grounds"]
        ],
    }


def _told(pack: Pack, context: Mapping[str, Any], history: Mapping[str, Any]) -> list[dict[str, str]]:
    return [*thread_lines(pack.facts, context), *history_lines(pack.facts, history)]


def _kind(pack: Pack, wanted: str) -> str:
    """Return the kind of page, or the pack's first where it has none of that kind."""
    pages = pack.data["pages"]["pages"]
    return wanted if wanted in pages else next(iter(pages))


@functools.lru_cache(maxsize=64)
def _case(id_: str) -> tuple[str, Mapping[str, Any]]:
    for name in names():
        found = load_case(name, id_)
        if found:
            return name, found
    msg = f"no pack has a case {id_!r}; name one of those in a cases.yaml"
    raise BadInput(msg)
