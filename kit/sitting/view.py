"""The state a page shows, made from the paper, the progress and the drafts. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from kit.items import Entry, Paper
from kit.sitting import words
from kit.sitting.feedback import feedback
from kit.sitting.progress import ItemProgress, Progress
from kit.sitting.score import summary
from kit.terms import NO_GROUND

MONTHS = 12
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


class View:
    """One paper as a page shows it; what never changes is made once."""

    def __init__(self, paper: Paper, today: date, *, pack_changed: bool) -> None:
        self.paper = paper
        self.today = today
        self.pack_changed = pack_changed
        self._feedback: dict[str, tuple[Any, dict[str, Any]]] = {}

    @cached_property
    def fixed(self) -> dict[str, Any]:
        """What stays the same from the first screen to the last."""
        paper, card = self.paper, self.paper.pack
        return {
            "notice": words.NOTICE,
            "content_notice": words.CONTENT_NOTICE,
            "mode": "practice",
            "mode_words": words.MODE_WORDS,
            "title": paper.title,
            "pack": {
                "name": card["name"],
                "title": card["title"],
                "documents": [_document(row, self.today) for row in card["documents"]],
                "changed": words.PACK_CHANGED if self.pack_changed else None,
            },
            "page": dict(paper.page),
            "post": dict(paper.post),
            "context_lines": list(paper.context["lines"]),
            "choices": card["choices"],
            "grounds": _grounds(card),
            "duties": [{"id": id_, "label": label} for id_, label in card["duties"].items()],
        }

    def state(self, progress: Progress, drafts: Mapping[str, Any]) -> dict[str, Any]:
        """Return the items with how they stand, where the trainee is, and the summary once finished."""
        return {
            **self.fixed,
            "items": [
                self._item(number, entry, progress.items[entry.key], drafts.get(entry.key))
                for number, entry in enumerate(self.paper.entries, start=1)
            ],
            "current": progress.current,
            "progress": {
                "decided": progress.count("decided"),
                "skipped": progress.count("skipped"),
                "total": len(self.paper.entries),
            },
            "summary": summary(self.paper, progress) if progress.finished else None,
        }

    def _item(self, number: int, entry: Entry, stands: ItemProgress, draft: Any) -> dict[str, Any]:
        shown = entry.shown
        return {
            "item": entry.key,
            "number": number,
            "author": shown["author"],
            "text": entry.item.case["comment"],
            "when": shown["when"],
            "in_reply_to": shown["in_reply_to"],
            "context_lines": shown["context_lines"],
            "status": stands.status,
            "draft": draft if stands.status != "decided" else None,
            "looked": list(stands.looked),
            "disputed": stands.disputed,
            "feedback": self._feedback_on(entry, stands),
        }

    def _feedback_on(self, entry: Entry, stands: ItemProgress) -> dict[str, Any] | None:
        if stands.verdict is None:
            return None
        kept = self._feedback.get(entry.key)
        if kept is None or kept[0] is not stands.verdict:
            kept = (stands.verdict, feedback(self.paper.pack, entry, stands.verdict))
            self._feedback[entry.key] = kept
        return kept[1]


def age_words(stated: str, today: date) -> str:
    """Return how old a document is, from its date as the document states it (year, month or day)."""
    found = DATE.match(stated)
    if not found:
        return "no date stated"
    year, month = int(found[1]), int(found[2] or 1)
    months = (today.year - year) * MONTHS + today.month - month
    if months < 1:
        return "new"
    if months < MONTHS:
        return "1 month old" if months == 1 else f"{months} months old"
    years = months // MONTHS
    return "1 year old" if years == 1 else f"{years} years old"


def _document(row: Mapping[str, str], today: date) -> dict[str, str]:
    stated = row["date"] if DATE.match(row["date"]) else ""
    return {"title": row["title"], "owner": row["owner"], "date": stated, "age_words": age_words(row["date"], today)}


def _grounds(card: Mapping[str, Any]) -> list[dict[str, str]]:
    first = {"id": NO_GROUND, "label": words.NO_GROUND_LABEL, "source": "", "topic": ""}
    rows = [
        {"id": id_, "label": clause["words"], "source": clause["source"], "topic": clause["topic"]}
        for id_, clause in card["clauses"].items()
        if clause["kind"] == "graded"
    ]
    return [first, *rows]
