"""Accepting and rejecting patterns from standings: boxes of values, and boxes cut out of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kit.policy.model import Pack, Row
from kit.ruling.standing import ACCEPT, OPEN, FieldStanding
from kit.terms import FIELDS

Box = dict[str, list[str]]


def accepting(fields: Mapping[str, FieldStanding], combinations: Iterable[Row]) -> list[Box]:
    """Return patterns of all five fields: every accepted value, less what a combination takes out.

    The best value of each field stands first in its list.
    """
    whole: Box = {}
    for field in FIELDS:
        entry = fields[field]
        values = [value for value in FIELDS[field] if entry.standing[value] == ACCEPT and value != entry.best]
        whole[field] = [entry.best, *values]
    boxes = [whole]
    for row in combinations:
        boxes = [piece for box in boxes for piece in _cut(box, row.then["match"])]
    return boxes


def rejecting(
    pack: Pack, platform: str, fields: Mapping[str, FieldStanding], combinations: Iterable[Row]
) -> list[dict[str, Any]]:
    """Return partial patterns, each with one error kind, a reason and the clauses behind it."""
    patterns = []
    for field in FIELDS:
        patterns += _wrong_values(pack, platform, field, fields[field])
    for row in combinations:
        if "error" in row.then:
            match = {field: list(values) for field, values in row.then["match"].items()}
            patterns.append(_pattern(match, row.then["error"], row.why, row.clauses))
    return patterns


def _wrong_values(pack: Pack, platform: str, field: str, entry: FieldStanding) -> list[dict[str, Any]]:
    """Group the wrong values of one field that share kind, reason and clauses into one pattern each."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for value in FIELDS[field]:
        kind = entry.standing[value]
        if kind in (ACCEPT, OPEN):
            continue
        row = entry.rows.get(value)
        clauses = row.clauses if row is not None else ()
        groups.setdefault((kind, _reason(pack, platform, row, (field, value, kind)), clauses), []).append(value)
    return [_pattern({field: values}, kind, reason, clauses) for (kind, reason, clauses), values in groups.items()]


def _reason(pack: Pack, platform: str, row: Row | None, wrong: tuple[str, str, str]) -> str:
    """Return the row's own reason, or the pack's for this value and kind.

    A finding's ``why`` says what the comment does and stands in the ruling's own ``why``; it is a
    reason against a choice only where the finding itself asks for something.
    """
    field, value, kind = wrong
    general = pack.reasons.get(f"{field}.{value}.{kind}") or pack.reasons.get(kind, kind)
    if row is None or (row.table == "findings" and kind != "missing_duty"):
        return general
    if row.table == "platform_report" and value == "crime":
        return general
    if row.then.get("why_from") == "platform":
        return pack.not_possible(platform, value) or row.why
    return row.why or general


def _pattern(match: Box, kind: str, reason: str, clauses: Iterable[str]) -> dict[str, Any]:
    return {"match": match, "error": kind, "reason": reason, "clauses": list(clauses)}


def _cut(box: Box, match: Mapping[str, Iterable[str]]) -> list[Box]:
    """Return the parts of a box that do not fit a pattern, none of them overlapping."""
    pieces, inside = [], dict(box)
    for field, values in match.items():
        outside = [value for value in inside[field] if value not in values]
        within = [value for value in inside[field] if value in values]
        if outside:
            pieces.append({**inside, field: outside})
        if not within:
            return pieces
        inside = {**inside, field: within}
    return pieces
