"""The score of a session by the pack's rubric, and what is worth another look. Pure.

An item counts by its fields: a right field earns its weight, a wrong one does not, one that is
neither stands out of the sum; comments that call for nothing and those that call for something each
make half of the score, and a pass takes some of each where the paper has both; an item whose whole
decision is neither right nor wrong ("defensible") stands out too, and grounds that were not named. The same sum holds in practice as in a test, so
that a practice score says what a test would. Over- and under-moderation are counted apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kit.items.paper import Entry, Paper
from kit.judge import fits
from kit.ruling.standing import calls_for_nothing
from kit.sitting import words
from kit.sitting.progress import ItemProgress, Progress
from kit.terms import FIELDS

GROUNDS = "grounds"
LEAVES_DANGER = {"under_moderation", "missing_duty", "wrong_mechanism"}
"""Errors that leave a danger standing, unless all that is wrong is the step against the author."""

HALF = 2


def summary(paper: Paper, progress: Progress) -> dict[str, Any]:
    """Return score, parts, verdicts counted, the two directions, dangers left and topics to revisit."""
    decided = [(entry, item) for entry, item in _pairs(paper, progress) if item.verdict is not None]
    rubric = paper.pack["rubric"]
    halves = [_parts(rubric["weights"], half) for half in _halves(decided)]
    earned, possible = _marks(halves)
    least = rubric.get("least_percent_of_each_half", 0)
    balanced = all(_reached(*_sums(half), least) for half in halves if _sums(half)[1])
    wholes = _halves([*_pairs(paper, progress)])
    both = all(done or not whole for done, whole in zip(_halves(decided), wholes, strict=True))
    danger = sum(_danger_left(entry, item, rubric["danger_gravity"]) for entry, item in decided)
    total = len(paper.entries)
    enough = bool(decided) and len(decided) * HALF >= total
    return {
        "score": 100 * earned // possible if possible else 0,
        "passed": enough and both and not danger and _reached(earned, possible, rubric["pass_percent"]) and balanced,
        "pass_mark": rubric["pass_percent"],
        "parts": _parts(rubric["weights"], decided),
        **_verdicts(decided),
        "decided": len(decided),
        "skipped": progress.count("skipped"),
        "total": total,
        "one_sided": not both,
        "danger_left": danger,
        "topics": _topics(paper, decided),
    }


def _pairs(paper: Paper, progress: Progress) -> Iterator[tuple[Entry, ItemProgress]]:
    for entry in paper.entries:
        yield entry, progress.items[entry.key]


def _halves(decided: list[tuple[Entry, ItemProgress]]) -> list[list[tuple[Entry, ItemProgress]]]:
    """Part the comments that call for nothing from those that call for something."""
    quiet = [(entry, item) for entry, item in decided if calls_for_nothing(entry.ruling["best"])]
    return [quiet, [pair for pair in decided if pair not in quiet]]


def _marks(halves: list[list[dict[str, Any]]]) -> tuple[int, int]:
    """Return marks earned and possible, each half counting the same: most comments call for nothing.

    Without this, somebody who never acts would pass on an ordinary thread.
    """
    counted = [sums for sums in map(_sums, halves) if sums[1]]
    if len(counted) < len(halves):
        return counted[0] if counted else (0, 0)
    (earned, possible), (more, total) = counted
    return earned * total + more * possible, 2 * possible * total


def _sums(parts: list[dict[str, Any]]) -> tuple[int, int]:
    return sum(part["earned"] for part in parts), sum(part["possible"] for part in parts)


def _reached(earned: int, possible: int, percent: int) -> bool:
    return possible > 0 and 100 * earned >= percent * possible


def _parts(weights: Mapping[str, int], decided: list[tuple[Entry, ItemProgress]]) -> list[dict[str, Any]]:
    parts = []
    for name in (*FIELDS, GROUNDS):
        verdicts = [_verdict_on(name, item.verdict or {}) for _entry, item in decided]
        weight = weights.get(name, 0)
        earned = weight * verdicts.count("right")
        possible = earned + weight * verdicts.count("wrong")
        parts.append({"field": name, "label": words.FIELD_LABELS[name], "earned": earned, "possible": possible})
    return parts


def _verdict_on(name: str, verdict: Mapping[str, Any]) -> str:
    if verdict["verdict"] == "partial":
        return "partial"
    return str(verdict["grounds_verdict"] if name == GROUNDS else verdict["fields"][name])


def _verdicts(decided: list[tuple[Entry, ItemProgress]]) -> dict[str, int]:
    verdicts = [item.verdict or {} for _entry, item in decided]
    kinds = {name: sum(one["verdict"] == name for one in verdicts) for name in ("right", "partial", "wrong")}
    over = sum("over_moderation" in one["errors"] for one in verdicts)
    under = sum("under_moderation" in one["errors"] for one in verdicts)
    return {**kinds, "over": over, "under": under}


def _danger_left(entry: Entry, item: ItemProgress, from_gravity: int) -> bool:
    if entry.gravity < from_gravity or item.verdict is None:
        return False
    decision = item.verdict["decision"]
    return any(
        row["error"] in LEAVES_DANGER and set(row["match"]) != {"account_action"} and fits(decision, row["match"])
        for row in entry.ruling["reject"]
    )


def _topics(paper: Paper, decided: list[tuple[Entry, ItemProgress]]) -> list[dict[str, Any]]:
    """Return the topics of the clauses behind every answer that was wrong, the most frequent first."""
    numbers = {entry.key: number for number, entry in enumerate(paper.entries, start=1)}
    found: dict[str, list[int]] = {}
    for entry, item in decided:
        for topic in _topics_of(paper.pack, item.verdict or {}):
            found.setdefault(topic, []).append(numbers[entry.key])
    names = paper.pack.get("topics", {})
    rows = [{"topic": topic, "label": names.get(topic, topic), "items": items} for topic, items in found.items()]
    return sorted(rows, key=lambda row: (-len(row["items"]), row["label"]))


def _topics_of(card: Mapping[str, Any], verdict: Mapping[str, Any]) -> list[str]:
    if verdict["verdict"] != "wrong" and verdict["grounds_verdict"] != "wrong":
        return []
    topics = [card["clauses"][id_]["topic"] for id_ in verdict["clauses"] if id_ in card["clauses"]]
    return list(dict.fromkeys(topics))
