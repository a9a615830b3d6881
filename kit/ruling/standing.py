"""What every value of every field stands as: accepted, open, or wrong and how.

Source: grading principles, sections 2 to 10. The highest severity decides the comment; within it a
value is accepted only if every finding accepts it; then the tables' exceptions apply in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kit.policy.model import SEVERITIES, Row
from kit.ruling.engine import Engine, View
from kit.terms import ERRORS, FIELDS

ACCEPT, OPEN = "accept", "open"
WORSE = {ACCEPT: 0, OPEN: 1} | {kind: 9 - ERRORS.index(kind) for kind in ERRORS}
NONE = ""


@dataclass(slots=True)
class FieldStanding:
    """One field of one case: value -> standing, the best value, and who said so."""

    standing: dict[str, str]
    best: str
    rows: dict[str, Row]
    row: Row | None = None


def comment_standing(engine: Engine, view: View) -> FieldStanding:
    """Return the standing of leave, hide and remove."""
    severity = engine.pack.severities[SEVERITIES[view.severity]]
    base = severity["standing"]
    findings = [engine.rows["findings"][number] for number in view.top_findings]
    standing, rows = {}, {}
    for value in FIELDS["comment_action"]:
        plain = base.get(value, OPEN)
        each = [row.then["comment"].get(value, plain) if "comment" in row.then else plain for row in findings]
        standing[value] = max(each, key=WORSE.__getitem__) if each else plain
        if findings:
            rows[value] = next((row for row, word in zip(findings, each, strict=True) if word == standing[value]))
    prefer = next((row.then["prefer"] for row in findings[:1] if "prefer" in row.then), severity["prefer"])
    for row in engine.matches("comment", view):
        prefer = row.then.get("prefer", prefer)
        for value, word in row.then.get("set", {}).items():
            standing[value], rows[value] = word, row
    return FieldStanding(standing, _preferred(standing, (*prefer, *severity["prefer"])), rows)


def choice_standing(engine: Engine, view: View, table: str, field: str) -> FieldStanding:
    """Return the standing of a field that the first row of a table decides."""
    row = engine.first(table, view)
    then = row.then
    standing = dict.fromkeys(FIELDS[field], OPEN)
    for value in accepted_values(then.get("accept", ()), field):
        standing[value] = ACCEPT
    standing[then["best"]] = ACCEPT
    standing.update(then.get("wrong", {}))
    return FieldStanding(standing, then["best"], dict.fromkeys(standing, row), row)


def escalate_standing(engine: Engine, view: View) -> FieldStanding:
    """Return the standing of the destinations: the deciding row and all that other rows add."""
    result = choice_standing(engine, view, "escalate", "escalate")
    for row in engine.matches("also", view):
        for value in row.then["escalate"]:
            if result.standing[value] == OPEN:
                result.standing[value] = ACCEPT
    return result


def accepted_values(accept: Iterable[str] | str, field: str) -> Iterable[str]:
    """Return the values a row accepts; ``all`` and ``all_but_none`` stand for lists."""
    if accept == "all":
        return FIELDS[field]
    if accept == "all_but_none":
        return FIELDS[field][1:]
    return accept


def report_standing(engine: Engine, view: View) -> FieldStanding:
    """Return the standing of the four reports from the crime rows and the platform row.

    A crime report is optional if any finding allows it and required if any requires it.
    """
    platform = engine.first("platform_report", view)
    crime_rows = engine.matches("crime", view)
    required = any(row.then["crime"] == "required" for row in crime_rows)
    allowed = bool(crime_rows)
    on_platform = platform.then["platform"]
    missing = engine.pack.missing_crime_report if required else NONE
    over = "over_moderation"
    platform_fault = on_platform if on_platform in WORSE else ACCEPT
    standing = {
        "none": missing or ("under_moderation" if on_platform == "required" else ACCEPT),
        "platform": max(missing or ACCEPT, platform_fault, key=WORSE.__getitem__),
        "crime": ACCEPT if allowed else over,
        "both": max(ACCEPT if allowed else over, platform_fault, key=WORSE.__getitem__),
    }
    crime_row = next((row for row in crime_rows if row.then["crime"] == "required"), None)
    rows = dict.fromkeys(standing, platform)
    if crime_row is not None:
        rows |= {"none": crime_row, "platform": crime_row}
    best = _best_report(
        standing,
        crime=any(row.then.get("best") for row in crime_rows),
        platform=bool(platform.then.get("best")),
    )
    return FieldStanding(standing, best, rows, platform)


def _best_report(standing: Mapping[str, str], *, crime: bool, platform: bool) -> str:
    wanted = "both" if crime and platform else "crime" if crime else "platform" if platform else "none"
    order = (wanted, "crime", "platform", "none") if crime or standing["none"] != ACCEPT else (wanted, "none")
    return _preferred(standing, order)


def _preferred(standing: Mapping[str, str], order: Iterable[str]) -> str:
    """Return the first accepted value in an order; failing that the first that is not wrong."""
    order = list(order)
    for word in (ACCEPT, OPEN):
        for value in order:
            if standing.get(value, OPEN) == word:
                return value
    return order[0]


def standings(engine: Engine, view: View) -> dict[str, FieldStanding]:
    """Return all five fields of one case in the order of the exchange format."""
    return {
        "comment_action": comment_standing(engine, view),
        "account_action": choice_standing(engine, view, "account", "account_action"),
        "report": report_standing(engine, view),
        "respond": choice_standing(engine, view, "respond", "respond"),
        "escalate": escalate_standing(engine, view),
    }


def best_of(fields: Mapping[str, FieldStanding]) -> dict[str, Any]:
    """Return the best decision."""
    return {field: fields[field].best for field in FIELDS}


def calls_for_nothing(best: Mapping[str, str]) -> bool:
    """Say whether a decision leaves the comment and does nothing else."""
    return all(best[field] == values[0] for field, values in FIELDS.items())
