"""The teaching page and the worked examples of a unit, as a notebook shows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from kit.errors import HouseRulesError
from kit.player.markup import Markup, disclosed, el, joined, listed, section, sheet, table
from kit.player.trouble import Trouble
from kit.policy import load
from kit.units import unit as find
from kit.units.teaching import teaching
from kit.units.worked import compared, worked

BEHIND = {"conflicts", "settings"}
"""Blocks that wait behind a disclosure."""
DOUBT = "Sources differ: "
OURS = "These numbers are the kit's own, because no document gives one."


def teach(unit: str, *, pack: str | None = None) -> Markup | Trouble:
    """Return the teaching page of a unit, drawn from its pack or the one named, with each document's age today."""
    try:
        wanted = find(unit)
        policy = load(pack or wanted.pack)
        page = teaching(wanted, policy, dt.datetime.now().astimezone().date())
    except HouseRulesError as error:
        return Trouble(error)
    points = [clause["words"] for clause in page["points"]]
    return sheet(
        el("div", *(el("p", words) for words in page["say"]), class_="hr-say"),
        section(f"What the policy says: {policy.title}", listed(points)) if points else None,
        *(_block(block) for block in page["blocks"]),
        _documents(page["documents"]),
    )


def examples(unit: str, *, pack: str | None = None) -> Markup | Trouble:
    """Return the worked examples of a unit: what was written first, the answer behind a disclosure."""
    try:
        wanted = find(unit)
        parts = [_example(number, row) for number, row in enumerate(worked(wanted, pack), start=1)]
        parts += [_comparison(number, row) for number, row in enumerate(compared(wanted), start=1)]
    except HouseRulesError as error:
        return Trouble(error)
    return sheet(*parts)


def _block(block: Mapping[str, Any]) -> Markup:
    kind = block["kind"]
    framed = disclosed if kind in BEHIND else section
    return framed(block["title"], SHOWN.get(kind, _pairs)(block["rows"]))


def _platforms(rows: list[Mapping[str, Any]]) -> Markup:
    cells = [[row["name"], *(_act(act) for act in row["acts"])] for row in rows]
    caption = "The button's own name, and what it does"
    wide = el(
        "div",
        table(caption, ["Platform", "Hide", "Remove", "Block"], cells),
        class_="hr-wide",
        tabindex=0,
        role="region",
        aria_label=caption,
    )
    sources = [f"{row['name']}: {'; '.join(row['sources'])}." for row in rows]
    return joined(wide, disclosed("Where this comes from", listed(sources)))


def _act(act: Mapping[str, str]) -> Markup:
    doubt = el("span", DOUBT + act["doubt"], class_="hr-source") if act["doubt"] else None
    return joined(el("strong", act["label"]), Markup("<br>"), act["does"], Markup("<br>") if doubt else None, doubt)


def _reasons(rows: list[Mapping[str, Any]]) -> Markup:
    return joined(*(joined(el("h4", row["words"]), listed(row["rows"])) for row in rows))


def _live(rows: list[Mapping[str, Any]]) -> Markup:
    live = [row["words"] for row in rows if row["live"]]
    over = [row["words"] for row in rows if not row["live"]]
    return joined(el("h4", "Live from here on"), listed(live), el("h4", "Not live, or not live any more"), listed(over))


def _pairs(rows: list[Any]) -> Markup:
    return listed(
        [
            row if isinstance(row, str) else joined(el("strong", row["label"]), Markup("<br>"), row["words"])
            for row in rows
        ]
    )


SHOWN: dict[str, Callable[[list[Any]], Markup]] = {"platforms": _platforms, "reasons": _reasons, "live": _live}


def _documents(documents: list[Mapping[str, Any]]) -> Markup | None:
    count = sum(len(document["clauses"]) for document in documents)
    if not count:
        return None
    parts = []
    for document in documents:
        source = ", ".join(
            [document["owner"], document["date"], *([document["age"]] if document["age"] != document["date"] else [])]
        )
        rows = [
            joined(row["words"], " ", el("span", f"{row['heading']} · {row['id']}", class_="hr-source"))
            for row in document["clauses"]
        ]
        parts.append(joined(el("h4", document["title"]), el("p", source, class_="hr-source"), listed(rows)))
    return disclosed(f"The clauses behind this page ({count})", *parts)


def _example(number: int, row: Mapping[str, Any]) -> Markup:
    about = [f"{line['label']}: {line['value']}" for line in row["known"]]
    clauses = [
        joined(clause["words"], " ", el("span", f"{clause['source']} · {clause['id']}", class_="hr-source"))
        for clause in row["clauses"]
    ]
    answer = joined(
        el("p", el("strong", "First choice: "), "; ".join(row["best"]) + "."),
        el("p", el("strong", "Why: "), row["why"]),
        el("p", el("strong", "What would change the answer: "), row["flip"]) if row["flip"] else None,
        disclosed("What the policy says", listed(clauses)) if clauses else None,
    )
    return section(
        f"Example {number}",
        el("p", f"{row['page']}. Under the post: {row['topic']}", class_="hr-source"),
        el("blockquote", el("p", row["comment"])),
        listed(about) if about else None,
        disclosed("Make up your mind, then open the answer", answer),
    )


def _comparison(number: int, row: Mapping[str, Any]) -> Markup:
    rows = [[one["pack"], "; ".join(one["best"]) + ".", one["why"]] for one in row["under"]]
    answer = table("The first choice under each policy", ["Policy", "First choice", "Why"], rows)
    return section(
        f"Comment {number}",
        el("blockquote", el("p", row["comment"])),
        disclosed("Make up your mind for each policy, then open the answer", answer),
    )
