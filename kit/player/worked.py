"""What the worked twin of a notebook shows: the key of a paper in words, and what a way of working would score."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from kit.items import Entry, Paper
from kit.records import Records
from kit.sitting import Sitting
from kit.terms import NO_GROUND

WIDTH = 100
MOMENT = dt.datetime(2026, 9, 1, 12, 0, tzinfo=dt.UTC)
COUNTED = ("score", "passed", "right", "partial", "wrong", "over", "under", "danger_left")


def key(paper: Paper) -> str:
    """Return every comment of a paper with the best decision, the grounds and the reason, as text."""
    return "\n\n".join("\n".join(_lines(number, entry, paper)) for number, entry in enumerate(paper.entries, start=1))


def sit(paper: Paper, change: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the summary's counts for a trainee who follows the key but for `change`, which maps fields to values.

    The sitting is a real one over a record in memory, gone when it is done.
    """
    sitting = Sitting(paper, None, Records("sqlite://"), now=lambda: MOMENT, trainee="Worked Example")
    _say(sitting, type="register")
    for entry in paper.entries:
        _say(sitting, type="commit", item=entry.key, attempt=_attempt(entry, change or {}))
    _say(sitting, type="finish")
    found = sitting.state()["summary"]
    return {name: found[name] for name in COUNTED}


def _attempt(entry: Entry, change: Mapping[str, str]) -> dict[str, Any]:
    ruling = entry.ruling
    grounds = list(ruling["grounds"]) if ruling["best"]["comment_action"] != "leave" else [NO_GROUND]
    decision = {**ruling["best"], **change}
    return {"decision": decision, "grounds": grounds, "done": list(ruling["duties"]), "log": "", "confidence": None}


def _say(sitting: Sitting, **message: Any) -> None:
    reply = sitting.handle({"seq": 1, **message})
    if not reply["ok"]:
        problem = f"BUG: the key was refused: {reply['error']['text']}"
        raise RuntimeError(problem)


def _lines(number: int, entry: Entry, paper: Paper) -> Iterator[str]:
    ruling, choices = entry.ruling, paper.pack["choices"]
    yield from _wrapped(f"{number}. {entry.shown['author']['name']}: {entry.item.case['comment']}", "   ")
    done = [_label(choices, field, value) for field, value in ruling["best"].items()]
    yield from _wrapped(f"   Best: {'; '.join(label for label in done if label)}", "         ")
    yield from _wrapped(f"   Because: {ruling['why']}", "         ")
    yield from _wrapped(f"   Clauses: {', '.join(ruling['grounds']) or 'none calls for anything'}", "         ")


def _label(choices: Mapping[str, Any], field: str, value: str) -> str:
    """Return the words on the button, or nothing where nothing is done in that field."""
    labels = {choice["value"]: choice["label"] for choice in choices[field]}
    return "" if value == "none" else labels.get(value, value)


def _wrapped(text: str, indent: str) -> list[str]:
    whole = " ".join(text.split())
    lead = text[: len(text) - len(text.lstrip())]
    return textwrap.wrap(whole, WIDTH, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)


def post_key(paper: Paper) -> str:
    """Return every draft of a paper with the answer, the reason and what to change, as text."""
    return "\n\n".join("\n".join(_post_lines(number, entry)) for number, entry in enumerate(paper.entries, start=1))


def _post_lines(number: int, entry: Entry) -> Iterator[str]:
    ruling = entry.ruling
    also = f" (defensible: {', '.join(ruling['also'])})" if ruling["also"] else ""
    yield from _wrapped(f"{number}. {entry.item.case['comment']}", "   ")
    yield from _wrapped(f"   Answer: {ruling['answer']}{also}", "         ")
    yield from _wrapped(f"   Because: {ruling['why']}", "         ")
    if ruling["change"]:
        yield from _wrapped(f"   Change: {ruling['change']}", "         ")
    yield from _wrapped(f"   Clauses: {', '.join(ruling['grounds'])}", "         ")
