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


def feedback(
    card: Mapping[str, Any], entry: Entry, verdict: Mapping[str, Any], known: Sequence[str] | None = None
) -> dict[str, Any]:
    """Return the feedback on a verdict: headline, why, fields, clauses, what else, what would flip it.

    ``known`` is what was looked at before deciding, None where nobody decided (a worked example).
    """
    ruling, decision = entry.ruling, verdict["decision"]
    taken = decision if verdict["verdict"] == "right" else ruling["best"]
    return {
        "verdict": dict(verdict),
        "headline": words.HEADLINES[verdict["verdict"]],
        "why": ruling["why"],
        "fields": [_field(card, verdict, field, ruling["best"][field]) for field in FIELDS],
        "clauses": [_clause(card, id_) for id_ in _cited(ruling, verdict)],
        "reasons": _reasons(ruling, verdict),
        "accepted": also_accepted(ruling["accept"], taken, roles(card)),
        "flip": entry.shown["flip"],
        "direction": _direction(verdict),
        "duties": [card["duties"].get(duty, duty) for duty in owed(ruling, taken)],
        "practice": [
            {"words": row["words"], "why": row["why"]}
            for row in card.get("practice", ())
            if fits(taken, row.get("if", {})) and _any_true(entry.item.case["facts"], row.get("facts"))
        ],
        "known": None if known is None else _known(known),
        "elsewhere": None,
    }


def _any_true(facts: Mapping[str, Any], wanted: Sequence[str] | None) -> bool:
    return wanted is None or any(facts.get(name) for name in wanted)


def _known(looked: Sequence[str]) -> str:
    """Return what was looked at before deciding, and what was not, in a sentence or two."""
    seen = [name for what, name in words.LOOKS.items() if what in looked]
    missed = [name for what, name in words.LOOKS.items() if what not in looked]
    said = [words.LOOKED.format(looked=listed(seen))] if seen else []
    return " ".join([*said, *([words.NOT_LOOKED.format(missed=listed(missed, "or"))] if missed else [])])


def also_accepted(accept: Sequence[Mapping[str, Any]], taken: Decision, called: Mapping[str, str]) -> list[str]:
    """Return a sentence for every other choice that an accepted decision could have held.

    A choice that is accepted only together with another says so, and so do two that are accepted
    apart and not together. ``taken`` is the decision the sentences start from, itself accepted.
    """
    free = {field: _free(accept, taken, field) for field in FIELDS}
    lines = [
        sentence(f"{doing(field, values, called)} would also be accepted") for field, values in free.items() if values
    ]
    for field in FIELDS:
        lines += _bound(accept, taken, called, field)
    return lines + list(_apart(accept, taken, called, free))


def _free(accept: Sequence[Mapping[str, Any]], taken: Decision, field: str) -> list[str]:
    """Return the other values of a field that are accepted with everything else left as it is."""
    others = [value for value in FIELDS[field] if value != taken[field]]
    return [value for value in others if _fits_any(accept, {**taken, field: value})]


def _fits_any(accept: Sequence[Mapping[str, Any]], decision: Decision) -> bool:
    return any(fits(decision, pattern) for pattern in accept)


def _bound(
    accept: Sequence[Mapping[str, Any]], taken: Decision, called: Mapping[str, str], field: str
) -> Iterator[str]:
    """Yield choices of a field that are accepted only with a change in other fields, once for each choice."""
    for value in FIELDS[field]:
        if value == taken[field] or _fits_any(accept, {**taken, field: value}):
            continue
        ways = [_with(pattern, taken, field) for pattern in accept if value in pattern[field]]
        if ways:
            acts = listed(doing(other, values, called) for other, values in min(ways, key=len).items())
            yield sentence(f"{doing(field, [value], called)} would be accepted together with {acts}")


def _apart(
    accept: Sequence[Mapping[str, Any]], taken: Decision, called: Mapping[str, str], free: Mapping[str, list[str]]
) -> Iterator[str]:
    """Yield pairs of choices that are accepted one at a time and not together."""
    for number, field in enumerate(FIELDS):
        for value in free[field]:
            for other in list(FIELDS)[number + 1 :]:
                clash = [one for one in free[other] if not _fits_any(accept, {**taken, field: value, other: one})]
                if clash:
                    acts = f"{doing(field, [value], called)} and {doing(other, clash, called)}"
                    yield sentence(f"{acts} would not be accepted together")


def _with(pattern: Mapping[str, Any], taken: Decision, field: str) -> dict[str, list[str]]:
    return {
        other: [value for value in FIELDS[other] if value in pattern[other]]
        for other in FIELDS
        if other != field and taken[other] not in pattern[other]
    }


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


def _reasons(ruling: Mapping[str, Any], verdict: Mapping[str, Any]) -> list[str]:
    """Return why a wrong decision is wrong, without what the ruling's own "why" says already."""
    if verdict["verdict"] != "wrong":
        return []
    return [reason for reason in verdict["reasons"] if reason not in ruling["why"]]


def _cited(ruling: Mapping[str, Any], verdict: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys([*ruling["grounds"], *verdict["clauses"]]))


def _clause(card: Mapping[str, Any], id_: str) -> dict[str, str]:
    clause = card["clauses"].get(id_, {})
    return {"id": id_, "words": clause.get("words", id_), "source": clause.get("source", "")}


def _direction(verdict: Mapping[str, Any]) -> str | None:
    return {"over_moderation": "over", "under_moderation": "under"}.get(verdict["error"] or "")
