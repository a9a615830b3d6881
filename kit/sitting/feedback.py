"""What a trainee learns at once from one committed decision. Pure: paper, attempt and verdict in, words out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit.items.card import roles
from kit.items.paper import Entry
from kit.items.phrases import doing, listed, sentence
from kit.judge import fits, owed
from kit.sitting import words
from kit.terms import FIELDS

Decision = Mapping[str, str]


def feedback(card: Mapping[str, Any], entry: Entry, verdict: Mapping[str, Any]) -> dict[str, Any]:
    """Return the feedback on a verdict: headline, why, fields, clauses, what else, what would flip it."""
    ruling, decision = entry.ruling, verdict["decision"]
    taken = decision if verdict["verdict"] == "right" else ruling["best"]
    return {
        "verdict": dict(verdict),
        "headline": words.HEADLINES[verdict["verdict"]],
        "why": ruling["why"],
        "fields": [_field(card, verdict, field, ruling["best"][field]) for field in FIELDS],
        "clauses": [_clause(card, id_) for id_ in _cited(ruling, verdict)],
        "reasons": list(verdict["reasons"]) if verdict["verdict"] == "wrong" else [],
        "accepted": also_accepted(ruling["accept"], taken, roles(card)),
        "flip": entry.shown["flip"],
        "direction": _direction(verdict),
        "duties": [card["duties"].get(duty, duty) for duty in owed(ruling, taken)],
    }


def also_accepted(accept: Sequence[Mapping[str, Any]], taken: Decision, called: Mapping[str, str]) -> list[str]:
    """Return a sentence for every other choice that an accepted decision could have held.

    A choice that is accepted only together with another says so. ``taken`` is the decision the
    sentences start from and must itself be accepted.
    """
    lines: list[str] = []
    for field in FIELDS:
        free = [value for value in FIELDS[field] if value != taken[field] and _fits_any(accept, taken, field, value)]
        if free:
            acts = listed([doing(field, value, called) for value in free], "or")
            lines.append(sentence(f"{acts} would also be accepted"))
        lines += _bound(accept, taken, called, field)
    return list(dict.fromkeys(lines))


def _fits_any(accept: Sequence[Mapping[str, Any]], taken: Decision, field: str, value: str) -> bool:
    other = {**taken, field: value}
    return any(fits(other, pattern) for pattern in accept)


def _bound(
    accept: Sequence[Mapping[str, Any]], taken: Decision, called: Mapping[str, str], field: str
) -> Iterator[str]:
    """Yield choices of a field that are accepted only with a change in other fields, once for each choice."""
    for value in FIELDS[field]:
        if value == taken[field] or _fits_any(accept, taken, field, value):
            continue
        ways = [_with(pattern, taken, field) for pattern in accept if value in pattern[field]]
        if ways:
            partners = min(ways, key=len)
            acts = listed([_choice(other, values, called) for other, values in partners.items()])
            yield sentence(f"{doing(field, value, called)} would be accepted together with {acts}")


def _with(pattern: Mapping[str, Any], taken: Decision, field: str) -> dict[str, list[str]]:
    return {
        other: [value for value in FIELDS[other] if value in pattern[other]]
        for other in FIELDS
        if other != field and taken[other] not in pattern[other]
    }


def _choice(field: str, values: Sequence[str], called: Mapping[str, str]) -> str:
    return listed([doing(field, value, called) for value in values], "or")


def _field(card: Mapping[str, Any], verdict: Mapping[str, Any], field: str, best: str) -> dict[str, str]:
    labels = {choice["value"]: choice["label"] for choice in card["choices"][field]}
    chosen = verdict["decision"][field]
    return {
        "field": field,
        "label": words.FIELD_LABELS[field],
        "chosen": chosen,
        "chosen_label": labels.get(chosen, chosen),
        "verdict": verdict["fields"][field],
        "best": best,
        "best_label": labels.get(best, best),
    }


def _cited(ruling: Mapping[str, Any], verdict: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys([*ruling["grounds"], *verdict["clauses"]]))


def _clause(card: Mapping[str, Any], id_: str) -> dict[str, str]:
    clause = card["clauses"].get(id_, {})
    return {"id": id_, "words": clause.get("words", id_), "source": clause.get("source", "")}


def _direction(verdict: Mapping[str, Any]) -> str | None:
    return {"over_moderation": "over", "under_moderation": "under"}.get(verdict["error"] or "")
