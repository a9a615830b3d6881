"""Judge again what was judged: the stored paper and attempts must give the stored verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kit.items import Entry, Paper
from kit.judge import judge
from kit.records import Event, Records
from kit.sitting.posts import KIND, judge_post

Rule = Callable[[Mapping[str, Any]], Mapping[str, Any]]


def replay(records: Records, ruler: Callable[[Paper], Rule | None] | None = None) -> list[str]:
    """Return a sentence for everything that comes out differently today; an empty list if nothing does.

    Every committed decision is judged again by the ruling in its stored paper. ``ruler`` may give,
    for a paper, the function that rules a case under the very pack the paper names; then every
    stored ruling is made again too.
    """
    found: list[str] = []
    with records.reading() as log:
        for paper_id in log.papers():
            paper = log.paper(paper_id)
            rule = ruler(paper) if ruler else None
            found += _rulings(paper, rule) if rule else []
            for session in log.sessions(paper=paper_id):
                found += _verdicts(paper, log.events(session.id))
    return found


def _rulings(paper: Paper, rule: Rule) -> Iterator[str]:
    for entry in paper.entries if paper.page["kind"] != KIND else ():
        if rule(entry.item.case) != entry.ruling:
            yield f"paper {paper.id}, item {entry.key}: the pack rules it differently today"


def _verdicts(paper: Paper, events: list[Event]) -> Iterator[str]:
    entries: dict[str, Entry] = {entry.key: entry for entry in paper.entries}
    for event in events:
        if event.kind == "commit":
            entry = entries.get(event.item or "")
            if entry is None:
                yield f"event {event.seq}: its item {event.item} is not in the paper"
            elif _judged(entry, event) != event.body["verdict"]:
                yield f"event {event.seq}: the decision on item {event.item} is judged differently today"


def _judged(entry: Entry, event: Event) -> dict[str, Any]:
    attempt = event.body["attempt"]
    if "answer" in entry.ruling:
        return judge_post(entry.ruling, attempt["answer"])
    text = "given" if "log" in event.body else ""
    return judge(entry.ruling, {**attempt, "log": text, "done": attempt["done"] or None})
