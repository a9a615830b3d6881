"""The state a page shows, made from the paper, the progress and the drafts. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from kit.items import Entry, Paper
from kit.judge import judge
from kit.sitting import guard, words
from kit.sitting.acts import AT_THE_END, ELSEWHERE
from kit.sitting.elsewhere import elsewhere
from kit.sitting.feedback import feedback
from kit.sitting.progress import ItemProgress, Progress
from kit.sitting.score import summary
from kit.sitting.settings import CHOICES
from kit.terms import NO_GROUND

MONTHS = 12
GRAVE = 3
"""Comments as grave as this (gravity.yaml: serious) count towards a break."""
REVEAL = "words"
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


class View:
    """One paper as a page shows it; what never changes is made once.

    ``mode`` is that of the session open (practice, worked, self_assessment); ``welfare`` is the force's own contact for
    whoever needs to talk, blank as shipped.
    """

    def __init__(self, paper: Paper, today: date, *, pack_changed: bool, welfare: Mapping[str, str]) -> None:
        self.paper = paper
        self.today = today
        self.pack_changed = pack_changed
        self.welfare = welfare
        self.mode = "practice"
        self._elsewhere: dict[str, list[dict[str, Any]]] = {}
        self._feedback: dict[str, tuple[Any, dict[str, Any]]] = {}

    @cached_property
    def fixed(self) -> dict[str, Any]:
        """What stays the same from the first screen to the last."""
        paper, card = self.paper, self.paper.pack
        return {
            "notice": words.NOTICE,
            "content_notice": words.CONTENT_NOTICE,
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
            "drafts": {**card.get("drafts", {}), "names": self.names["names"]},
            "log_on": card.get("log_on", []),
            "welfare": {"blank": words.WELFARE_BLANK, **self.welfare},
            "offered": {name: list(values) for name, values in CHOICES.items()},
        }

    @cached_property
    def names(self) -> dict[str, Any]:
        """What a message may not say, for the guard: the names of the thread but those the page itself gives."""
        paper, drafts = self.paper, self.paper.pack.get("drafts", {})
        ours = " ".join([paper.page["name"], paper.post["author"], paper.post["text"], paper.pack["title"]])
        authors = [entry.shown["author"]["name"] for entry in paper.entries]
        texts = [entry.item.case["comment"] for entry in paper.entries]
        named = guard.names_in(authors, texts, ours)
        return {"names": named, "everyday": drafts.get("everyday", []), "numbers": drafts.get("numbers", [])}

    def state(self, progress: Progress, drafts: Mapping[str, Any]) -> dict[str, Any]:
        """Return the items with how they stand, where the trainee is, and the summary once finished."""
        shown = progress.finished or self.mode != AT_THE_END
        return {
            **self.fixed,
            "mode": self.mode,
            "mode_words": words.MODE_WORDS[self.mode],
            "settings": dict(progress.settings),
            "step": progress.last,
            "items": [
                self._item(number, entry, progress, drafts.get(entry.key), shown=shown)
                for number, entry in enumerate(self.paper.entries, start=1)
            ],
            "current": progress.current,
            "progress": {
                "decided": progress.count("decided"),
                "skipped": progress.count("skipped"),
                "total": sum(not progress.aside(entry.key) for entry in self.paper.entries),
            },
            "care": {
                "aside": sum(progress.aside(entry.key) for entry in self.paper.entries),
                "grave": _grave(self.paper, progress),
            },
            "summary": summary(self.paper, progress) if progress.finished else None,
        }

    def _item(self, number: int, entry: Entry, progress: Progress, draft: Any, *, shown: bool) -> dict[str, Any]:
        around, stands = entry.shown, progress.items[entry.key]
        aside = progress.aside(entry.key)
        return {
            "item": entry.key,
            "number": number,
            "author": {"name": words.ASIDE_NAME, "history": []} if aside else around["author"],
            **self._words(entry, progress, aside=aside),
            "when": around["when"],
            "in_reply_to": around["in_reply_to"],
            "context_lines": [] if aside else around["context_lines"],
            "status": stands.status,
            "set_aside": aside,
            "opened": stands.opened,
            "resolved": stands.resolved,
            "draft": None if aside or stands.status == "decided" else draft,
            "looked": list(stands.looked),
            "disputed": stands.disputed,
            "feedback": self._feedback_on(entry, stands) if shown else None,
        }

    def _words(self, entry: Entry, progress: Progress, *, aside: bool) -> dict[str, Any]:
        """Return the comment's words: set aside, with its strong words masked, or as they were written."""
        text, masks = entry.item.case["comment"], self.paper.pack.get("masks", {})
        if aside:
            return {"text": words.ASIDE_TEXT, "masked": False}
        masked = any(mask in text for mask in masks)
        if masked and (REVEAL in progress.items[entry.key].looked or not progress.settings["mask"]):
            for mask, word in masks.items():
                text = text.replace(mask, word)
            masked = False
        return {"text": text, "masked": masked}

    def _feedback_on(self, entry: Entry, stands: ItemProgress) -> dict[str, Any] | None:
        if stands.status != "decided":
            return None
        kept = self._feedback.get(entry.key)
        if kept is None or kept[0] is not stands.verdict:
            kept = (stands.verdict, self._feedback_made(entry, stands))
            self._feedback[entry.key] = kept
        if ELSEWHERE not in stands.looked:
            return kept[1]
        if entry.key not in self._elsewhere:
            name = self.paper.pack["name"]
            self._elsewhere[entry.key] = elsewhere(entry.item.case, name, entry.ruling["best"])
        return {**kept[1], "elsewhere": self._elsewhere[entry.key]}

    def _feedback_made(self, entry: Entry, stands: ItemProgress) -> dict[str, Any]:
        card = self.paper.pack
        if stands.verdict is not None:
            return feedback(card, entry, stands.verdict, stands.known)
        best = judge(entry.ruling, {"decision": entry.ruling["best"]})
        return {**feedback(card, entry, best), "headline": words.WORKED_HEADLINE}


def _grave(paper: Paper, progress: Progress) -> int:
    """Return how many grave comments were decided; only those, so that the number gives no answer away."""
    done = [entry for entry in paper.entries if progress.items[entry.key].status == "decided"]
    return sum(entry.gravity >= GRAVE for entry in done)


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
