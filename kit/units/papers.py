"""The papers of a unit: a generated thread, cut down to the comments that bear on what the unit teaches.

The cut is worked out from the rulings and not written down, so it follows when policy or words change: of a few
threads the one that touches most of the unit's clauses is taken, and of that one the comments that touch them, some
to act on and some to leave, with every comment they answer or repeat.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import scenarios
from kit.errors import BadInput
from kit.items import Paper, paper_from_thread
from kit.policy import Pack, load
from kit.ruling import rule
from kit.ruling.standing import calls_for_nothing
from kit.thread import cases
from kit.units.unit import Thread, Unit

AS_OF = "2026-09-01"
TRIES = 24
"""How many threads are looked at; one costs about a hundredth of a second."""


def papers(unit: Unit, part: str, *, pack: str | None = None, as_of: str = AS_OF) -> tuple[Paper, ...]:
    """Return the papers of one part of a unit, in order; ``pack`` judges them all where one is named.

    Raises BadInput for a part that the unit has no thread for.
    """
    found = unit.threads.get(part, ())
    if not found or any(thread.posts for thread in found):
        known = ", ".join(name for name, rows in unit.threads.items() if not any(row.posts for row in rows)) or "none"
        msg = f"unit {unit.id} has no comments to decide in part {part!r}; parts that have: {known}"
        raise BadInput(msg)
    return tuple(_paper(unit, f"{part} {number}", thread, pack, as_of) for number, thread in enumerate(found, start=1))


def wanted(unit: Unit, pack: Pack) -> frozenset[str]:
    """Return the clauses of a pack that a unit teaches; all of them where it names no topic of its own."""
    if unit.assessed:
        return frozenset(pack.clauses)
    return frozenset(id_ for id_, clause in pack.clauses.items() if unit.teaches(id_, clause.topic))


def _paper(unit: Unit, place: str, wish: Thread, pack: str | None, as_of: str) -> Paper:
    drawn = [_thread(wish, seed, pack, as_of) for seed in range(wish.seed, wish.seed + TRIES)]
    ruled = load(drawn[0]["pack"])
    about = wanted(unit, ruled) | frozenset(unit.facts)
    rated = [(thread, *_chosen(thread, ruled, about, wish.comments)) for thread in drawn]
    thread, kept, _worth = max(rated, key=lambda row: row[2])
    paper = paper_from_thread({**thread, "comments": [thread["comments"][place] for place in kept]}, ruled)
    taken = {"unit": unit.id, "part": place, "comments": [thread["comments"][place]["id"] for place in kept]}
    return dataclasses.replace(paper, origin={**paper.origin, **taken})


def _thread(wish: Thread, seed: int, pack: str | None, as_of: str) -> Mapping[str, Any]:
    (thread,) = scenarios.generate(wish.scenario, seed=seed, as_of=as_of, pack=pack)
    return thread


def _chosen(
    thread: Mapping[str, Any], pack: Pack, about: frozenset[str], most: int
) -> tuple[list[int], tuple[int, int]]:
    """Return the places of the comments to keep, and what they are worth: balance, then things touched."""
    given = cases(thread)
    rulings = [rule(pack, case, flips=False) for case in given]
    touching = [_touched(case, ruling) & about for case, ruling in zip(given, rulings, strict=True)]
    idle = [calls_for_nothing(ruling["best"]) for ruling in rulings]
    acts = [set() if none else touched for touched, none in zip(touching, idle, strict=True)]
    spares = [touched if none else set() for touched, none in zip(touching, idle, strict=True)]
    together = _together(thread["comments"])
    kept: set[int] = set()
    half = (most + 1) // 2
    _add(kept, acts, together, half)
    _add(kept, spares, together, most)
    _add(kept, [{str(place)} for place in range(len(rulings))], together, most)
    touched: set[str] = set().union(*(touching[place] for place in kept))
    balance = min(sum(bool(acts[place]) for place in kept), half) + min(
        sum(bool(spares[place]) for place in kept), half
    )
    return sorted(kept), (balance, len(touched))


def _add(kept: set[int], touching: Sequence[set[str]], together: Sequence[set[int]], most: int) -> None:
    """Add comments one by one, what touches something new first, until there are as many as wanted."""
    seen: set[str] = set().union(*(touching[place] for place in kept)) if kept else set()
    left = [place for place, touched in enumerate(touching) if touched]
    while left:
        best = max(left, key=lambda place: (len(touching[place] - seen), -place))
        left.remove(best)
        if len(kept | together[best]) <= most:
            kept |= together[best]
            seen |= touching[best]


def _together(comments: Sequence[Mapping[str, Any]]) -> list[set[int]]:
    """Return for every comment the places that have to come with it: what it answers, and what it repeats."""
    places = {comment["id"]: place for place, comment in enumerate(comments)}
    groups: list[set[int]] = []
    for place, comment in enumerate(comments):
        answers = places.get(comment.get("in_reply_to"))
        group = {place} | (groups[answers] if answers is not None else set())
        same = (comment["author"], comment["text"].strip())
        group |= {
            other for other in range(place) if (comments[other]["author"], comments[other]["text"].strip()) == same
        }
        groups.append(group)
    return groups


def _touched(case: Mapping[str, Any], ruling: Mapping[str, Any]) -> set[str]:
    true = {name for name, value in case["facts"].items() if value}
    return true.union(ruling["grounds"], ruling["near_miss_of"])
