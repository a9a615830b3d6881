"""The card of a pack: everything of it that a sitting shows, as plain data.

A paper keeps the card of the pack that ruled it, so that two years later its feedback can be read
word for word, whatever has become of the pack since.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.terms import FIELDS, NO_GROUND

GRADED = "graded"


def pack_card(pack: Any, platform: str) -> dict[str, Any]:
    """Return what a sitting on this platform shows of a pack: words, buttons, grounds, rubric."""
    return {
        "name": pack.name,
        "title": pack.title,
        "hash": pack.hash,
        "platform": platform,
        "platform_name": pack.platform_name(platform),
        "documents": [_document(document) for document in _values(pack.documents)],
        "clauses": {id_: _clause(clause) for id_, clause in pack.clauses.items() if clause.kind == GRADED},
        "choices": {field: [dict(choice) for choice in pack.buttons(platform)[field]] for field in FIELDS},
        "duties": dict(pack.duties),
        "topics": dict(pack.topics),
        "rubric": plain(pack.rubric),
        **_taught(pack),
    }


def roles(card: Mapping[str, Any]) -> dict[str, str]:
    """Return what the card calls those whom a comment may be passed to."""
    return {choice["value"]: choice["label"] for choice in card["choices"]["escalate"]}


def clauses_cited(ruling: Mapping[str, Any]) -> set[str]:
    """Return the ids of every clause a ruling cites anywhere."""
    cited = set(ruling["grounds"]) | set(ruling["near_miss_of"])
    for row in [*ruling["reject"], *ruling["flips"]]:
        cited.update(row["clauses"])
    return cited - {NO_GROUND}


def with_cited(card: dict[str, Any], pack: Any, rulings: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the card with every clause that the rulings cite, graded or not, in the pack's order."""
    wanted = set(card["clauses"]).union(*(clauses_cited(ruling) for ruling in rulings))
    clauses = {id_: _clause(clause) for id_, clause in pack.clauses.items() if id_ in wanted}
    return {**card, "clauses": clauses}


def plain(value: Any) -> Any:
    """Return mappings as dicts and sequences as lists, all the way down, ready for JSON."""
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, (set, frozenset)):
        return sorted(plain(inner) for inner in value)
    return value


def _clause(clause: Any) -> dict[str, Any]:
    return {"words": clause.words, "source": clause.source, "topic": clause.topic, "kind": clause.kind}


def _taught(pack: Any) -> dict[str, Any]:
    """Return what the kit adds to a policy: masks of strong words, drafts of messages, good practice, when to log."""
    shared = pack.reference
    numbers = [line["number"] for line in shared.get("lines", {}).get("lines", ())]
    return {
        "masks": plain(shared.get("masks", {})),
        "drafts": {**plain(shared.get("drafts", {})), "numbers": numbers},
        "practice": plain(shared.get("practice", {}).get("practice", [])),
        "log_on": [plain(row.then["if"]) for row in _log_rows(pack)],
    }


def _log_rows(pack: Any) -> list[Any]:
    """Return the rows that owe a written reason on a choice whatever the comment: they give no answer away."""
    logged = {name for name, entry in pack.reference.get("discharge", {}).items() if entry.get("log")}
    rows = getattr(pack, "tables", {}).get("duties", ())
    return [row for row in rows if row.when.text == "always" and "if" in row.then and logged & set(row.then["duties"])]


def _document(document: Any) -> dict[str, str]:
    def read(name: str) -> str:
        value = document.get(name) if isinstance(document, Mapping) else getattr(document, name, None)
        return "" if value is None else str(value)

    return {name: read(name) for name in ("title", "owner", "date")}


def _values(many: Any) -> list[Any]:
    return list(many.values()) if isinstance(many, Mapping) else list(many)
