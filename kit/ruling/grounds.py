"""Which clauses decide a case, which only seem to, and what is owed.

Source: grading principles, sections 12 and 13.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kit.policy.model import Row
from kit.ruling.engine import Engine, View


def grounds(engine: Engine, view: View) -> list[str]:
    """Return the clauses whose test is met; on a comment that breaks nothing, those that protect it."""
    return _clauses(engine, _deciding(engine, view), view)


def conflicts(engine: Engine, view: View, decided: Iterable[str]) -> list[Row]:
    """Return the conflicts between documents that this ruling turns on: those that touch its grounds.

    One that ``decides`` turns every ruling of a pack that it is about wherever its condition holds: when a case is
    live, or what hiding does on Facebook, is no ground and yet decides.
    """
    known, taken = engine.pack.clauses, set(decided)
    found = []
    for row in engine.matches("conflicts", view):
        sides = {clause for side in row.then["sides"] for clause in side["clauses"] if clause in known}
        if taken & sides or (sides and row.then.get("decides")):
            found.append(row)
    return found


def near_misses(engine: Engine, view: View, decided: Iterable[str]) -> list[str]:
    """Return the clauses that fail on an explicit false, on a context value, or by a stated near row."""
    rows = list(engine.matches("near", view))
    false = [fact for fact, value in view.facts.items() if value is False]
    if false:
        facts = {**view.facts, **dict.fromkeys(false, True)}
        other = engine.view({**view.top, "facts": facts})
        engine.explain(other)
        rows += [row for row in _deciding(engine, other) if row.table != "protects" or row.id != "engagement"]
    taken = set(decided)
    return [clause for clause in _clauses(engine, rows, view) if clause not in taken]


def duties(engine: Engine, view: View, best: Mapping[str, str], wrong: Any) -> tuple[list[str], list[dict[str, Any]]]:
    """Return the duties owed on the best decision and those owed only if something else is chosen.

    ``wrong(field, value)`` says whether a value is wrong; nothing is owed on a choice that is.
    """
    owed: list[str] = []
    conditional: list[dict[str, Any]] = []
    for row in engine.matches("duties", view):
        pattern = row.then.get("if")
        if not pattern or all(best[field] in values for field, values in pattern.items()):
            owed += row.then["duties"]
            continue
        when = {
            field: [value for value in values if not wrong(field, value)] for field, values in pattern.items()
        }  # fmt: skip
        if all(when.values()):
            conditional.append({"when": when, "duties": list(row.then["duties"])})
    return list(dict.fromkeys(owed)), conditional


def _deciding(engine: Engine, view: View) -> list[Row]:
    """Return every row that gives a ground, the gravest first."""
    findings = [engine.rows["findings"][number] for number in view.found]
    weight = [engine.severity[number] for number in view.found]
    breaches = [row for row, severity in zip(findings, weight, strict=True) if severity <= 1]
    borne = [row for row, severity in zip(findings, weight, strict=True) if severity > 1]
    crime = [row for row in engine.matches("crime", view) if row.then.get("best")]
    tests = engine.matches("tests", view)
    if breaches:
        return breaches + crime + tests
    return borne + engine.matches("protects", view) + tests


def _clauses(engine: Engine, rows: Iterable[Row], view: View) -> list[str]:
    """Return the clauses of rows once each, without those not in force at the moment of the case."""
    moment = str(view.context.get("when") or "")
    known = engine.pack.clauses
    unique = dict.fromkeys(clause for row in rows for clause in row.clauses)
    return [clause for clause in unique if known[clause].in_force(moment)]
