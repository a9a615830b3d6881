"""What a trainee has done so far as a table: one row a decided comment."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

NOTHING_YET = "No comment decided yet. This table fills itself in as you commit decisions."
CAPTION = "Your decisions so far"
LENGTH = 60
WAYS = {"over": "went too far", "under": "did not go far enough"}


def table(state: Mapping[str, Any]) -> pd.DataFrame:
    """Return one row for every decided comment of a sitting's state, in the thread's order.

    The columns are Comment, By, Words, You chose, Verdict, and Where it missed (empty where it did not).
    """
    import pandas as pd  # here, so that the thread is on the screen before pandas is read

    rows = [_row(item) for item in _decided(state)]
    return pd.DataFrame(rows, columns=["Comment", "By", "Words", "You chose", "Verdict", "Where it missed"])


def as_html(state: Mapping[str, Any], title: str = "") -> str:
    """Return the table as markup that a screen reader can read by row and column; every word in it is escaped.

    `title` stands in the caption where there are several tables to tell apart.
    """
    caption = escape(f"{CAPTION}: {title}" if title else CAPTION)
    if not _decided(state):
        return f'<div class="hr-results"><p>{NOTHING_YET}</p></div>'
    made = table(state).to_html(index=False, border=0, escape=True)
    made = made.replace("<thead>", f"<caption>{caption}</caption><thead>", 1).replace("<th>", '<th scope="col">')
    return f'<div class="hr-results" role="region" aria-label="{caption}" tabindex="0">{made}</div>'


def _decided(state: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the items decided and told about; in worked examples nobody decides."""
    return [item for item in state["items"] if item["feedback"] and state.get("mode") != "worked"]


def _row(item: Mapping[str, Any]) -> tuple[Any, ...]:
    feedback = item["feedback"]
    chosen = [field["chosen_label"] for field in feedback["fields"] if field["chosen"] != "none"]
    missed = [field["label"].lower() for field in feedback["fields"] if field["verdict"] == "wrong"]
    way = WAYS.get(feedback["direction"] or "", "")
    where = ": ".join(part for part in (way, ", ".join(missed)) if part)
    return item["number"], item["author"]["name"], _short(item["text"]), "; ".join(chosen), feedback["headline"], where


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LENGTH else words[: LENGTH - 1].rstrip() + "…"
