"""The page of a unit as data: what a trainer would say first, then what the pack says, nothing of it typed twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kit.policy import Clause, Pack
from kit.policy.model import date_words
from kit.sitting.view import age_words
from kit.units.papers import wanted
from kit.units.unit import Unit

SEVERITY_WORDS = {
    "clear": "Take it out of sight",
    "marginal": "You may act, or leave it",
    "tolerated": "Best left up",
    "clean": "Leave it up",
}
ACTS = (("comment_action", "hide"), ("comment_action", "remove"), ("account_action", "block"))
TITLES = {
    "platforms": "What each button really does",
    "reasons": "How the policy treats it",
    "duties": "What may be owed beside it",
    "lines": "Numbers to point people to",
    "roles": "Whom to pass it to",
    "hours": "When comments are watched",
    "settings": "Numbers that the kit had to choose",
    "live": "Is the case live?",
    "conflicts": "Where the documents leave a doubt, and what we do",
}
NO_HOURS = "The documents do not say."
BACKGROUND = "background"


def teaching(unit: Unit, pack: Pack, today: dt.date) -> dict[str, Any]:
    """Return the page: ``{"say", "points", "blocks", "documents"}``, ready to be shown anywhere.

    ``blocks`` are ``{"kind", "title", "rows"}``, empty ones left out; ``documents`` hold the clauses
    behind the unit, each document with its owner, date and age on the day ``today``.
    """
    blocks = [_block(pack, wish) for wish in unit.show]
    points = [pack.clauses[id_] for id_ in unit.points.get(pack.base, ()) if id_ in pack.clauses]
    return {
        "say": list(unit.say),
        "points": [_clause(clause) for clause in points],
        "blocks": [block for block in blocks if block["rows"]],
        "documents": list(_documents(unit, pack, today)),
    }


def _block(pack: Pack, wish: Mapping[str, Any]) -> dict[str, Any]:
    kind = next(name for name in wish if name != "title")
    return {"kind": kind, "title": wish.get("title", TITLES[kind]), "rows": list(ROWS[kind](pack, wish[kind]))}


def _platforms(pack: Pack, names: list[str]) -> Iterator[dict[str, Any]]:
    for name in names:
        acts = pack.platforms[name]["acts"]
        cells = [acts[field][value] for field, value in ACTS]
        buttons = pack.buttons(name)
        words = [next(one for one in buttons[field] if one["value"] == value) for field, value in ACTS]
        yield {
            "name": pack.platform_name(name),
            "acts": [
                {"label": word["label"], "does": word["does"], "doubt": cell.get("doubt", "")}
                for word, cell in zip(words, cells, strict=True)
            ],
            "sources": sorted({f"{cell['source']} ({date_words(cell['date'])})" for cell in cells}),
        }


def _reasons(pack: Pack, ids: list[str]) -> Iterator[dict[str, Any]]:
    rows = [row for row in pack.tables["findings"] if row.id in ids and row.why]
    for severity, words in SEVERITY_WORDS.items():
        found = [row.why for row in rows if row.then["severity"] == severity]
        if found:
            yield {"words": words, "rows": found}


def _duties(pack: Pack, ids: list[str]) -> Iterator[str]:
    owed = {duty for row in pack.tables["duties"] for duty in row.then["duties"]}
    yield from (pack.duties[id_] for id_ in ids if id_ in owed)


def _lines(pack: Pack, _wish: Any) -> Iterator[dict[str, str]]:
    for line in pack.reference["lines"]["lines"]:
        yield {"label": f"{line['label']}: {line['number']}", "words": line["for"]}


def _roles(pack: Pack, _wish: Any) -> Iterator[dict[str, str]]:
    for name, role in pack.roles.items():
        if role["exists"] and name != "none":
            yield {"label": role["name"], "words": role["for"]}


def _hours(pack: Pack, _wish: Any) -> Iterator[dict[str, str]]:
    for page in pack.data["pages"]["pages"].values():
        yield {"label": page["name"], "words": _hours_words(page["hours"])}


def _hours_words(hours: Any) -> str:
    if not isinstance(hours, Mapping):
        return NO_HOURS
    first, last = hours["days"][0].capitalize(), hours["days"][-1].capitalize()
    until = f"to {hours['to']}" if hours["to"] not in (None, "not_stated") else "on; the closing time is not stated"
    holidays = {"not_watched": " Not on public holidays."}.get(hours.get("bank_holidays", ""), "")
    return f"{first} to {last}, from {hours['from']} {until}.{holidays}"


def _settings(pack: Pack, sentences: Mapping[str, str]) -> Iterator[dict[str, str]]:
    known = {row["name"]: row for row in pack.data["pack"]["settings"]}
    for name, text in sentences.items():
        if name in known:
            yield {"label": text.format(value=known[name]["value"]), "words": known[name]["source"]}


def _live(pack: Pack, _wish: Any) -> Iterator[dict[str, Any]]:
    for event in pack.reference["law"]["clock"]["events"].values():
        yield {"words": event["words"], "live": event["active"]}


def _conflicts(pack: Pack, ids: list[str]) -> Iterator[dict[str, str]]:
    for row in pack.reference["conflicts"]["conflicts"]:
        if row["id"] in ids and pack.base in row["packs"]:
            yield {"label": row["title"], "words": row["treatment"]}


ROWS: dict[str, Callable[[Pack, Any], Iterator[Any]]] = {
    "platforms": _platforms,
    "reasons": _reasons,
    "duties": _duties,
    "lines": _lines,
    "roles": _roles,
    "hours": _hours,
    "settings": _settings,
    "live": _live,
    "conflicts": _conflicts,
}


def _documents(unit: Unit, pack: Pack, today: dt.date) -> Iterator[dict[str, Any]]:
    ids = wanted(unit, pack)
    for document in pack.documents.values():
        clauses = [clause for clause in pack.clauses.values() if clause.id in ids and clause.document == document.key]
        rows = [_clause(clause) for clause in clauses if clause.kind != BACKGROUND]
        if rows:
            yield {
                "title": document.title,
                "owner": document.owner,
                "date": date_words(document.date),
                "age": age_words(document.date, today),
                "clauses": rows,
            }


def _clause(clause: Clause) -> dict[str, str]:
    return {"id": clause.id, "words": clause.words, "heading": clause.heading}
