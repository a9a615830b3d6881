"""Every overlap of a pack's rows, under the stated line that decides it: ``python -m tests.second_opinion.precedence``.

With ``--write`` the list is written to ``precedence.json``, where a change shows in review; without, it is printed.
Two rows overlap when some world makes both hold and they say different things about the same choice.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.second_opinion.book import FIRST, PACKS, SEVERITIES, Book, Row, book
from tests.second_opinion.language import names
from tests.second_opinion.solver import Worlds

GOLDEN = Path(__file__).with_name("precedence.json")
Overlaps = dict[str, Any]
FIELD = ("leave", "hide", "remove")


def overlaps(name: str) -> Overlaps:
    """Return, under the id of the line that decides them, all overlaps of one pack."""
    whole = book(name)
    worlds = Worlds(whole)
    rows = whole.rows
    return {
        "gravest_decides": _findings(whole, worlds),
        "gravest_decides, any two findings": _severities(whole, worlds),
        "strictest_of_equals": _equals(worlds, rows["findings"], "comment"),
        "first_named_is_gravest": _equals(worlds, rows["findings"], "prefer"),
        "comment_rows_override": _over_findings(whole, worlds),
        "later_row_overrides": _pairs(worlds, rows["comment"], _says_of_comment, later=True),
        **{f"first_row_decides, {table}": _pairs(worlds, rows[table], _choice) for table in FIRST},
        "required_over_optional": _pairs(worlds, rows["crime"], lambda row, _: row.then["crime"]),
        "crime_over_platform": _across(worlds, _required(rows), rows["platform_report"], "accept"),
        "stricter_report": _across(worlds, rows["crime"], rows["platform_report"], "over_moderation"),
        "wrong_over_also": [
            [row.id, also.id]
            for row, also in itertools.product(rows["escalate"], rows["also"])
            if set(row.then.get("wrong", {})) & set(also.then["escalate"]) and worlds.can(row.when, also.when)
        ],
        "error_over_open": _combinations(worlds, rows["combinations"]),
        "combination_over_values": {row.id: row.then["match"] for row in rows["combinations"]},
    }


def _findings(whole: Book, worlds: Worlds) -> dict[str, list[str]]:
    """Return the findings of other severity that share a fact with a graver one and can hold beside it."""
    about = {row.id: set(names(whole.expand(row.when))) for row in whole.rows["findings"]}
    found: dict[str, list[str]] = {}
    for row, other in _unlike(whole.rows["findings"]):
        if about[row.id] & about[other.id] and worlds.can(row.when, other.when):
            found.setdefault(f"{row.id} ({row.then['severity']})", []).append(f"{other.id} ({other.then['severity']})")
    return found


def _severities(whole: Book, worlds: Worlds) -> dict[str, int]:
    """Return how many pairs of findings of two severities can hold together, facts shared or not."""
    held = (pair for pair in _unlike(whole.rows["findings"]) if worlds.can(*(row.when for row in pair)))
    return dict(Counter(f"{row.then['severity']} over {other.then['severity']}" for row, other in held))


def _unlike(rows: Iterable[Row]) -> Iterable[tuple[Row, Row]]:
    ordered = sorted(rows, key=lambda row: SEVERITIES.index(row.then["severity"]))
    return (pair for pair in itertools.combinations(ordered, 2) if pair[0].then["severity"] != pair[1].then["severity"])


def _equals(worlds: Worlds, rows: Iterable[Row], key: str) -> dict[str, list[str]]:
    """Return the findings of one severity that say something else under a key and can hold together."""
    found: dict[str, list[str]] = {}
    for row, other in itertools.combinations(rows, 2):
        alike = row.then.get(key) == other.then.get(key) or row.then["severity"] != other.then["severity"]
        if not alike and worlds.can(row.when, other.when):
            found.setdefault(row.id, []).append(other.id)
    return found


def _over_findings(whole: Book, worlds: Worlds) -> dict[str, list[str]]:
    """Return the severities at which a row of the comment table says other than the severity does."""
    standing = {word: _standing(whole, word) for word in SEVERITIES}
    return {
        row.id: [
            word
            for word in SEVERITIES
            if any(standing[word].get(value) != says for value, says in row.then.get("set", {}).items())
            and worlds.can(row.when, whole.summary[word])
        ]
        for row in whole.rows["comment"]
    }


def _standing(whole: Book, word: str) -> dict[str, str]:
    raw = whole.severities[word]
    return dict.fromkeys(raw.get("accept", ()), "accept") | raw.get("wrong", {})


def _pairs(worlds: Worlds, rows: Iterable[Row], says: Any, *, later: bool = False) -> dict[str, list[str]]:
    """Return row -> the rows it decides over; the earlier one, or the later one."""
    found: dict[str, list[str]] = {}
    for row, other in itertools.combinations(rows, 2):
        if says(row, other) != says(other, row) and worlds.can(row.when, other.when):
            over, under = (other, row) if later else (row, other)
            found.setdefault(over.id, []).append(under.id)
    return found


def _says_of_comment(row: Row, other: Row) -> Any:
    """Return what a row says of the choices that both rows name, and which it prefers if both say so."""
    shared = set(row.then.get("set", {})) & set(other.then.get("set", {}))
    prefer = row.then.get("prefer") if "prefer" in row.then and "prefer" in other.then else None
    return ({value: row.then["set"][value] for value in shared}, prefer)


def _choice(row: Row, _: Row) -> Any:
    accept = row.then.get("accept", [])
    accepted = accept if isinstance(accept, str) else sorted({*accept, row.then.get("best")} - {None})
    return (row.then.get("best"), accepted, row.then.get("wrong"), row.then.get("platform"))


def _required(rows: Mapping[str, tuple[Row, ...]]) -> list[Row]:
    return [row for row in rows["crime"] if row.then["crime"] == "required"]


def _across(worlds: Worlds, rows: Iterable[Row], others: Iterable[Row], word: str) -> dict[str, list[str]]:
    """Return row -> the rows of the platform table that hold it to a word and can stand beside it."""
    others = [other for other in others if other.then["platform"] == word]
    found = {row.id: [other.id for other in others if worlds.can(row.when, other.when)] for row in rows}
    return {row: beside for row, beside in found.items() if beside}


def _combinations(worlds: Worlds, rows: Iterable[Row]) -> dict[str, list[str]]:
    """Return the combinations with an error -> those left open that fit some decision they fit too."""
    found: dict[str, list[str]] = {}
    for row, other in itertools.permutations(rows, 2):
        apart = any(
            not set(values) & set(other.then["match"].get(field, values)) for field, values in row.then["match"].items()
        )
        if "error" in row.then and "standing" in other.then and not apart and worlds.can(row.when, other.when):
            found.setdefault(row.id, []).append(other.id)
    return found


def written(found: Mapping[str, Overlaps]) -> str:
    """Return the overlaps of all packs as JSON, one row a line so that a change is one line of a diff."""
    packs = []
    for name, groups in found.items():
        lines = [f"  {json.dumps(line)}: {_laid_out(rows)}" for line, rows in groups.items()]
        packs.append(f" {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(packs) + "\n}\n"


def _laid_out(rows: Any) -> str:
    if isinstance(rows, dict) and rows:
        return "{\n" + ",\n".join(f"   {json.dumps(key)}: {json.dumps(value)}" for key, value in rows.items()) + "\n  }"
    return json.dumps(rows)


if __name__ == "__main__":
    text = written({name: overlaps(name) for name in PACKS})
    if "--write" in sys.argv:
        GOLDEN.write_text(text, encoding="utf-8")
    else:
        print(text)
