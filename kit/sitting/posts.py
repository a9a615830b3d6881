"""The sitting of drafts: may a post go out as it is? The same record and protocol as for comments, another kind of item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kit.items import Entry
from kit.records import Event, Writing
from kit.sitting import acts, messages, words
from kit.sitting.acts import Bench
from kit.sitting.errors import Refused
from kit.sitting.progress import ItemProgress, Progress
from kit.sitting.sitting import Sitting
from kit.sitting.view import View

KIND = "posts"
"""The kind of page of a paper whose items are drafts."""

ANSWERS = ("approve", "mend", "stop")
"""What can be done with a draft, from letting it out to keeping it in."""

CHOICES = [
    {"value": "approve", "label": "Approve it", "does": "It goes out as it is."},
    {"value": "mend", "label": "Send it back to be mended", "does": "It can go out once something is changed."},
    {"value": "stop", "label": "Stop it", "does": "It must not go out, or not at all in this form."},
]
LABELS = {row["value"]: row["label"] for row in CHOICES}
HELD_BACK, LET_OUT = "over", "under"


def judge_post(ruling: Mapping[str, Any], answer: str) -> dict[str, Any]:
    """Return the verdict on an answer to a draft: right, partial (it can be defended) or wrong, and which way."""
    if answer == ruling["answer"]:
        return {"verdict": "right", "answer": answer, "direction": None}
    stricter = ANSWERS.index(answer) > ANSWERS.index(ruling["answer"])
    verdict = "partial" if answer in ruling["also"] else "wrong"
    return {"verdict": verdict, "answer": answer, "direction": HELD_BACK if stricter else LET_OUT}


def commit(bench: Bench, log: Writing, message: Mapping[str, Any]) -> list[Event]:
    """Judge an answer to a draft and write it down; what the trainee would change stands apart, so that it can go."""
    key = message.get("item")
    if not isinstance(key, str) or key not in bench.progress.items:
        raise Refused("unknown_item", words.UNKNOWN_POST)
    if bench.progress.items[key].status == "decided":
        raise Refused("already_decided", words.ALREADY_ANSWERED)
    if bench.progress.finished:
        raise Refused("stale", words.FINISHED)
    given = message.get("attempt")
    attempt = given if isinstance(given, Mapping) else {}
    answer = attempt.get("answer")
    if answer not in ANSWERS:
        raise Refused("incomplete", words.ANSWER_FIRST)
    change = messages.note_of(attempt.get("change"))
    body = {"attempt": {"answer": answer}, "verdict": judge_post(bench.entries[key].ruling, answer)}
    return bench.append(log, "commit", key, body=body, private_texts={"log": change} if change else {})


ACTS: dict[str, Callable[[Bench, Writing, Mapping[str, Any]], list[Event]]] = {
    "commit": commit,
    "go": acts.go,
    "finish": acts.finish,
    "refresh": acts.refresh,
}


class PostView(View):
    """A paper of drafts as a page shows it."""

    def state(self, progress: Progress, drafts: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - a draft is not kept
        """Return the drafts with how they stand, where the trainee is, and the count of verdicts once finished."""
        fixed = {name: self.fixed[name] for name in ("notice", "title", "pack")}
        items = [
            self._post(number, entry, progress.items[entry.key])
            for number, entry in enumerate(self.paper.entries, start=1)
        ]
        return {
            **fixed,
            "mode": self.mode,
            "mode_words": words.MODE_WORDS[self.mode],
            "choices": CHOICES,
            "items": items,
            "current": progress.current,
            "progress": {"decided": progress.count("decided"), "total": len(items)},
            "summary": _summary(items) if progress.finished else None,
        }

    def _post(self, number: int, entry: Entry, stands: ItemProgress) -> dict[str, Any]:
        return {
            "item": entry.key,
            "number": number,
            "text": entry.item.case["comment"],
            "about": entry.shown["about"],
            "status": stands.status,
            "feedback": self._answered(entry, stands) if stands.verdict else None,
        }

    def _answered(self, entry: Entry, stands: ItemProgress) -> dict[str, Any]:
        verdict, ruling, known = stands.verdict or {}, entry.ruling, self.paper.pack["clauses"]
        return {
            **verdict,
            "headline": words.HEADLINES[verdict["verdict"]],
            "chosen": LABELS[verdict["answer"]],
            "best": LABELS[ruling["answer"]],
            "why": ruling["why"],
            "change": ruling["change"],
            "yours": (stands.attempt or {}).get("log", ""),
            "clauses": [{"id": id_, **known[id_]} for id_ in ruling["grounds"] if id_ in known],
        }


def _summary(items: list[dict[str, Any]]) -> dict[str, Any]:
    told = [item["feedback"] for item in items if item["feedback"]]
    counts: dict[str, Any] = {
        name: sum(one["verdict"] == name for one in told) for name in ("right", "partial", "wrong")
    }
    wrong = [one for one in told if one["verdict"] == "wrong"]
    ways = {way: sum(one["direction"] == way for one in wrong) for way in (HELD_BACK, LET_OUT)}
    again = [item["number"] for item in items if item["feedback"] and item["feedback"]["verdict"] == "wrong"]
    return {**counts, **ways, "total": len(items), "decided": len(told), "again": again}


class PostSitting(Sitting):
    """One trainee at one paper of drafts."""

    acts = ACTS
    view = PostView
