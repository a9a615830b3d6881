"""A sheet for a careful reader: comments with all that a moderator would see, and nothing of how they were made."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from kit.items.shown import history_lines, item_lines, thread_lines
from kit.measure.sample import Row, draw
from kit.policy import load
from kit.terms import CONTEXT, FIELDS
from scenarios import generator

GIVEN = ("id", "generator", "policy", "page", "platform", "post", "context", "answers", "comment", "history")
FACTS = "facts"
BLANK = (*FIELDS, FACTS, "remarks")
COLUMNS = (*GIVEN, *BLANK)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins a formula."""

MANY = 4
"""Comments drawn for every one on the sheet, so that a sheet is not one stretch of one thread."""


def sheet_rows(n: int, seed: int) -> list[dict[str, str]]:
    """Return the rows of a sheet of ``n`` comments drawn by a seed, evenly over the scenarios."""
    drawn = draw(n * MANY, seed)
    return [_row(row) for row in drawn[::MANY]]


def write_sheet(n: int, seed: int) -> str:
    """Return a sheet as CSV, with blank columns for the reader's decision, the facts they tick, and remarks."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: as_words(text) for name, text in row.items()} for row in sheet_rows(n, seed))
    return out.getvalue()


def as_words(text: str) -> str:
    """Return a text that a spreadsheet takes for words: one that begins as a formula does gets an apostrophe before it.

    People tag each other with an ``@``, and a hostile comment may begin with ``=``. Source: OWASP, CSV injection.
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(row: Row) -> dict[str, str]:
    case = row.case
    pack = load(case["policy"])
    words, context = pack.facts, case["context"]
    lines = [*thread_lines(words, context), *item_lines(words, {**CONTEXT, **context}, context)]
    moment = [
        {"label": "Now", "value": context["when"].replace("T", " ")},
        {"label": "About", "value": context["post_topic"]},
    ]
    return {
        "id": case["id"],
        "generator": generator(),
        "policy": pack.title,
        "page": case["account_kind"],
        "platform": pack.platform_name(case["platform"]),
        "post": row.post,
        "context": _said([*moment, *lines]),
        "answers": row.parent or "",
        "comment": row.text,
        "history": _said(history_lines(words, case["author_history"])),
    }


def _said(lines: Iterable[Mapping[str, str]]) -> str:
    return "; ".join(f"{line['label']}: {line['value']}" for line in lines)


def facts_of(text: str) -> dict[str, Any]:
    """Return the facts a reader ticked: names with commas, spaces or semicolons between, ``name=value`` for a value."""
    ticked: dict[str, Any] = {}
    for piece in text.replace(",", " ").replace(";", " ").split():
        name, _, value = piece.partition("=")
        ticked[name] = value or True
    return ticked


def blank(row: Mapping[str, str], columns: Sequence[str] = BLANK) -> bool:
    """Say whether the reader left all of these columns of a row empty."""
    return not any((row.get(name) or "").strip() for name in columns)
