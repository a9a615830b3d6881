"""What came of decided items, gathered for results: from sittings in hand, or from all that a record holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kit.items import Entry, Paper
from kit.records import Records
from kit.sitting.acts import AT_THE_END
from kit.sitting.posts import KIND
from kit.sitting.progress import Progress
from kit.sitting.score import summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One decided item: the entry, its verdict, how sure the trainee was, and the card of the pack that ruled it."""

    entry: Entry
    verdict: Mapping[str, Any]
    confidence: str | None
    card: Mapping[str, Any]


def outcomes(paper: Paper, progress: Progress) -> Iterator[Outcome]:
    """Yield what came of every decided item of a paper, in its order."""
    for entry in paper.entries:
        item = progress.items[entry.key]
        if item.verdict is not None:
            sure = (item.attempt or {}).get("confidence")
            yield Outcome(entry=entry, verdict=item.verdict, confidence=sure, card=paper.pack)


def all_outcomes(records: Records, trainee: str) -> list[Outcome]:
    """Return what came of every comment that a pseudonym ever decided, the first go at each.

    A self-assessment counts once it is finished: until then nobody is told how it goes.
    """
    found: dict[str, Outcome] = {}
    with records.reading() as log:
        ids = [id_ for id_, name in log.trainees().items() if name == trainee]
        for session in (one for id_ in ids for one in log.sessions(trainee=id_)):
            if not session.finished and session.mode == AT_THE_END:
                continue
            paper = log.paper(session.paper)
            if paper.page["kind"] == KIND:
                continue
            progress = Progress([entry.key for entry in paper.entries])
            for event in log.events(session.id):
                progress.follow(event)
            for outcome in outcomes(paper, progress):
                found.setdefault(outcome.entry.item.id, outcome)
    return list(found.values())


def combined(sat: Iterable[tuple[Paper, Progress]]) -> dict[str, Any]:
    """Return the summary of several papers as if they were one; the first one's rubric holds."""
    pairs = list(sat)
    entries = tuple(entry for paper, _progress in pairs for entry in paper.entries)
    clauses = {id_: clause for paper, _progress in pairs for id_, clause in paper.pack["clauses"].items()}
    first = pairs[0][0]
    whole = Progress([entry.key for entry in entries])
    for _paper, progress in pairs:
        whole.items |= progress.items
    return summary(replace(first, entries=entries, pack={**first.pack, "clauses": clauses}), whole)
