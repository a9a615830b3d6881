"""The smallest single changes of fact or context that would change the best decision.

A change is a partial case, laid over the case it changes. Linked facts and context move together
(``common/flips.yaml``), and a world that cannot be is never offered. Source: design section 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kit.context import contradictions
from kit.ruling.engine import Engine, View
from kit.ruling.standing import best_of, standings

PARTS = ("facts", "context", "author_history")


def flips_of(engine: Engine, view: View, best: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return ``[{"change", "best", "clauses"}]``: changes of what is done to the comment first."""
    flips: list[dict[str, Any]] = []
    for change in candidates(engine, view):
        other = engine.view(apply_change(view.top, change))
        other_best = best_of(standings(engine, other))
        if other_best != best and not contradictions(other.top):
            gravest = other if other.severity <= view.severity else view
            flips.append({"change": change, "best": other_best, "clauses": _clauses(engine, gravest)})
    flips.sort(key=lambda flip: flip["best"]["comment_action"] == best["comment_action"])
    return flips


def apply_change(case: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Return the case with a change laid over it; facts, context and history are merged."""
    changed = {**case, **change}
    for part in PARTS:
        if part in change:
            changed[part] = {**case[part], **change[part]}
    return changed


def candidates(engine: Engine, view: View) -> Iterator[dict[str, Any]]:
    """Yield the changes worth trying: facts looked for, facts there, what would soften them, the moment."""
    links = engine.flips
    present = {fact for fact, value in view.facts.items() if value}
    for fact, value in view.facts.items():
        if value is False:
            yield from _addition(links, fact, present)
    for fact in view.facts:
        if fact in present:
            yield _removal(links, fact, present)
    for fact in links.needs:
        if fact not in view.facts and fact not in links.words:
            yield from _addition(links, fact, present)
    for row in engine.moments(view):
        yield row.then["change"]


def _addition(links: Any, fact: str, present: set[str]) -> Iterator[dict[str, Any]]:
    needed = links.needs.get(fact)
    if needed is None or not present.isdisjoint(needed):
        yield _merge({"facts": {fact: True}}, links.adds.get(fact, {}))


def _removal(links: Any, fact: str, present: set[str]) -> dict[str, Any]:
    """Return the change that takes a fact away with all that means nothing without it."""
    gone = {fact}
    for dependent, carriers in links.needs.items():
        if dependent in present and gone.intersection(carriers) and not (present - gone).intersection(carriers):
            gone.add(dependent)
    return _merge(
        {"facts": dict.fromkeys(sorted(gone, key=lambda name: name != fact), False)}, links.drops.get(fact, {})
    )


def _merge(change: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    return {**change, **{part: {**change.get(part, {}), **values} for part, values in more.items()}}


def _clauses(engine: Engine, view: View) -> list[str]:
    if not view.top_findings:
        return []
    return list(engine.rows["findings"][view.top_findings[0]].clauses)
