"""From a case to a ruling in the exchange format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.policy.model import Pack
from kit.ruling.engine import Engine, View, engine_of
from kit.ruling.flips import flips_of
from kit.ruling.grounds import conflicts, duties, grounds, near_misses
from kit.ruling.patterns import accepting, rejecting
from kit.ruling.standing import ACCEPT, OPEN, FieldStanding, best_of, standings


def rule(pack: Pack, case: Mapping[str, Any], *, flips: bool = True) -> dict[str, Any]:
    """Return the ruling of one case: best, accept, reject, duties, grounds, why and flips.

    ``case`` has the fields of the exchange format; anything missing stands at its default.
    """
    engine = engine_of(pack)
    view = engine.view(_whole(case))
    engine.explain(view)
    fields = standings(engine, view)
    best = best_of(fields)
    combinations = engine.matches("combinations", view)
    decided = grounds(engine, view)
    owed, conditional = duties(
        engine, view, best, lambda field, value: fields[field].standing[value] not in (ACCEPT, OPEN)
    )
    return {
        "id": case.get("id"),
        "best": best,
        "accept": accepting(fields, combinations),
        "reject": rejecting(pack, str(case.get("platform")), fields, combinations),
        "duties": owed,
        "conditional_duties": conditional,
        "grounds": decided,
        "near_miss_of": near_misses(engine, view, decided),
        "why": _why(engine, view, fields, decided),
        "flips": flips_of(engine, view, best) if flips else [],
    }


def best_decision(pack: Pack, case: Mapping[str, Any]) -> dict[str, str]:
    """Return only the best decision of a case."""
    engine = engine_of(pack)
    return best_of(standings(engine, engine.view(_whole(case))))


def findings(pack: Pack, case: Mapping[str, Any]) -> list[str]:
    """Return the ids of the findings of a case, in the pack's order."""
    engine = engine_of(pack)
    return [engine.rows["findings"][number].id for number in engine.view(_whole(case)).found]


def _whole(case: Mapping[str, Any]) -> Mapping[str, Any]:
    if "context" in case and "author_history" in case and "facts" in case:
        return case
    return {"facts": {}, "context": {}, "author_history": {}, **case}


def turns_on(pack: Pack, case: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the conflicts between documents that the ruling of a case turns on, each with both sides."""
    engine = engine_of(pack)
    view = engine.view(_whole(case))
    engine.explain(view)
    return [row.then for row in conflicts(engine, view, grounds(engine, view))]


def _why(engine: Engine, view: View, fields: Mapping[str, FieldStanding], decided: list[str]) -> str:
    """Return one or two sentences: what decides the comment, what else is owed, and where the documents are in doubt."""
    answer = fields["respond"].row
    owed = answer.why if answer is not None and "none" in answer.then.get("wrong", {}) else ""
    turning = (row for row in conflicts(engine, view, decided) if row.then.get("decides"))
    doubt = "; ".join(f"{row.then['title'].rstrip('?.')} ({row.id})" for row in turning)
    if not (view.extra["breach"] or view.extra["tolerated"]):
        first = next((row.why for row in engine.matches("protects", view)), "")
        return _join(owed or first, "", doubt)
    first = engine.rows["findings"][view.top_findings[0]].why
    crime = next((row.why for row in engine.matches("crime", view) if row.why), "")
    account = fields["account_action"]
    ladder = account.row.why if account.row is not None and account.best != "none" else ""
    return _join(owed or first, first if owed else crime or ladder, doubt)


def _join(first: str, second: str, doubt: str) -> str:
    """Return one sentence or two, and the doubts: in full after one, shortly after two."""
    plain = first if second in ("", first) else f"{first} {second}"
    if not doubt:
        return plain
    return f"{plain} The documents leave a doubt here: {doubt}." if plain == first else f"{plain} In doubt: {doubt}."
