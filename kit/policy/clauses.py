"""Read the clauses and documents of a pack and name every fault in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.errors import Fault, did_you_mean
from kit.policy.model import Clause, Document
from kit.policy.strict import LINE
from kit.terms import KINDS, MODALITIES, SUBJECTS

CLOSED = {"modality": MODALITIES, "kind": tuple(KINDS), "subject": SUBJECTS}


def read_documents(base: Mapping[str, Any], faults: list[Fault]) -> dict[str, Document]:
    """Return key -> Document for the pack's documents."""
    documents = {}
    for raw in base.get("documents", {}).get("documents", []):
        where = f"{base['folder']}/documents.yaml:{raw.get(LINE, '?')}"
        missing = [key for key in ("key", "title", "owner", "date") if key not in raw]
        if missing:
            faults.append(Fault(where=where, what=f"a document without {', '.join(missing)}"))
            continue
        keys = ("key", "title", "owner", "date", "review_due", "remarks")
        documents[raw["key"]] = Document(**{key: str(raw[key]) for key in keys if raw.get(key) is not None})
    return documents


def read_clauses(base: Mapping[str, Any], documents: Mapping[str, Document], faults: list[Fault]) -> dict[str, Clause]:
    """Return id -> Clause for the pack's clauses."""
    clauses: dict[str, Clause] = {}
    for raw in base.get("clauses", {}).get("clauses", []):
        where = f"{base['folder']}/clauses.yaml:{raw.get(LINE, '?')}"
        problems = _faults(raw, where, documents)
        if raw.get("id") in clauses:
            problems.append(Fault(where=where, what=f"the clause {raw['id']} stands twice"))
        faults += problems
        if not problems:
            clauses[raw["id"]] = _clause(raw, documents)
    return clauses


def _faults(raw: Mapping[str, Any], where: str, documents: Mapping[str, Document]) -> list[Fault]:
    needed = ("id", "words", "document", "heading", "modality", "kind", "subject", "topic", "in_force")
    faults = [Fault(where=where, what=f"a clause without {key!r}") for key in needed if key not in raw]
    for key, words in CLOSED.items():
        if key in raw and raw[key] not in words:
            hint = did_you_mean(str(raw[key]), words)
            faults.append(Fault(where=where, what=key, found=repr(raw[key]), expected=" or ".join(words), todo=hint))
    if documents and raw.get("document") not in documents:
        hint = did_you_mean(str(raw.get("document")), documents)
        faults.append(Fault(where=where, what=f"unknown document {raw.get('document')!r}", todo=hint))
    return faults + _date_faults(raw.get("in_force"), where)


def _date_faults(in_force: Any, where: str) -> list[Fault]:
    if not isinstance(in_force, Mapping):
        return []
    start, end = _date(in_force, "from"), _date(in_force, "to")
    if start and end and end < start:
        return [Fault(where=where, what="in force ends before it starts", found=f"{start} to {end}")]
    return []


def _clause(raw: Mapping[str, Any], documents: Mapping[str, Document]) -> Clause:
    force = raw["in_force"] if isinstance(raw["in_force"], Mapping) else {}
    document = documents.get(raw["document"])
    cited = document.cited if document else raw["document"]
    return Clause(
        **{key: raw[key] for key in ("id", "words", "document", "heading", "modality", "kind", "subject", "topic")},
        in_force_from=_date(force, "from"),
        in_force_to=_date(force, "to"),
        facts=tuple(raw.get("facts", ())),
        actions=tuple(raw.get("actions", ())),
        governs=_words(raw.get("governs")),
        sets=_words(raw.get("sets")),
        supports=_words(raw.get("supports")),
        source=f"{cited}: {raw['heading']}",
    )


def _date(in_force: Mapping[str, Any], key: str) -> str | None:
    """Return an ISO date, or None where the document states none."""
    value = in_force.get(key)
    return None if value in (None, "not_stated") else str(value)


def _words(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)
