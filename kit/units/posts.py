"""Papers of drafts: posts of the page's own, each known to be fit to go out, to be mended or to be stopped."""

from __future__ import annotations

import functools
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kit.errors import Fault, Faults, did_you_mean
from kit.items import Entry, Item, Paper
from kit.items.card import pack_card
from kit.policy import Pack, load
from kit.policy.load import folder
from kit.policy.model import base_name
from kit.policy.strict import LINE, read, without_lines
from kit.sitting.posts import ANSWERS, KIND
from kit.units.unit import Thread, Unit

NEEDED = ("id", "about", "text", "answer", "why")
ALLOWED = (*NEEDED, "also", "breaks", "keeps", "change")


@functools.lru_cache(maxsize=8)
def drafts(pack: str) -> Mapping[str, Any]:
    """Return a pack's drafts as written: ``posts``, and the clauses that no draft, or one side only, can show.

    Raises Faults for a key or an answer that there is not, a clause that the pack does not have, or a draft that is
    to be changed and says neither what it breaks nor how to mend it.
    """
    path = folder(base_name(pack)) / "posts.yaml"
    raw = read(path)
    faults = [fault for row in raw.get("posts", ()) for fault in _faults(f"{path}:{row[LINE]}", row, load(pack))]
    if faults:
        raise Faults(faults)
    found: Mapping[str, Any] = without_lines(raw)
    return found


def post_paper(unit: Unit, pack: str | None = None) -> Paper:
    """Return the paper of a unit's drafts, of the packs it names mixed, or all from one pack that is named."""
    wishes = [wish for rows in unit.threads.values() for wish in rows if wish.posts]
    if pack is not None:
        wishes = [Thread(posts=sum(wish.posts for wish in wishes), pack=pack)]
    found = [(load(wish.pack), row) for wish in wishes for row in _drawn(drafts(wish.pack)["posts"], wish)]
    found = random.Random(wishes[0].seed).sample(found, k=len(found))
    first = found[0][0] if pack else load(wishes[0].pack)
    return Paper(
        title=unit.title,
        page={"name": first.title, "kind": KIND, "platform": "", "platform_name": ""},
        post={"author": first.title, "text": "", "when": ""},
        context={"lines": []},
        origin={"unit": unit.id, "part": KIND, "drafts": [row["id"] for _pack, row in found]},
        pack=_card(first, [load(wish.pack) for wish in wishes], {id_ for _pack, row in found for id_ in _clauses(row)}),
        entries=tuple(_entry(row, own.title) for own, row in found),
    )


def _card(first: Pack, packs: Sequence[Pack], cited: set[str]) -> dict[str, Any]:
    """Return the first pack's card with the documents and the cited clauses of all of them."""
    cards = [pack_card(pack, next(iter(pack.platforms))) for pack in packs]
    clauses = {id_: _clause(pack, id_) for pack in packs for id_ in pack.clauses if id_ in cited}
    return {
        **pack_card(first, next(iter(first.platforms))),
        "documents": [one for card in cards for one in card["documents"]],
        "clauses": clauses,
    }


def _drawn(rows: Sequence[Mapping[str, Any]], wish: Thread) -> list[Mapping[str, Any]]:
    """Return so many drafts, as many of each answer as can be, in an order that gives nothing away."""
    draw = random.Random(wish.seed)
    piles = {
        answer: draw.sample([row for row in rows if row["answer"] == answer], k=_count(rows, answer))
        for answer in ANSWERS
    }
    dealt = [pile[place] for place in range(len(rows)) for pile in piles.values() if place < len(pile)]
    taken = dealt[: wish.posts]
    return draw.sample(taken, k=len(taken))


def _count(rows: Iterable[Mapping[str, Any]], answer: str) -> int:
    return sum(row["answer"] == answer for row in rows)


def _entry(row: Mapping[str, Any], author: str) -> Entry:
    about = [
        {"label": "For", "value": author},
        *({"label": name, "value": said} for name, said in row["about"].items()),
    ]
    item = Item.of({"id": row["id"], "comment": row["text"], "about": about}, family=row["id"])
    ruling = {
        "id": row["id"],
        "answer": row["answer"],
        "also": list(row.get("also", ())),
        "grounds": _clauses(row),
        "why": row["why"],
        "change": row.get("change", ""),
    }
    return Entry(
        key=item.id,
        item=item,
        shown={"author": {"name": author, "history": []}, "about": about},
        ruling=ruling,
        gravity=0,
    )


def _clauses(row: Mapping[str, Any]) -> list[str]:
    return [*row.get("breaks", ()), *row.get("keeps", ())]


def _clause(pack: Pack, id_: str) -> dict[str, str]:
    clause = pack.clauses[id_]
    return {"words": clause.words, "source": clause.source, "topic": clause.topic, "kind": clause.kind}


def _faults(where: str, row: Mapping[str, Any], pack: Pack) -> Iterator[Fault]:
    yield from (Fault(where=where, what=f"a draft without {name!r}") for name in NEEDED if name not in row)
    for key in row:
        if key != LINE and key not in ALLOWED:
            yield Fault(where=where, what=f"unknown key {key!r}", todo=did_you_mean(str(key), ALLOWED))
    for answer in [row.get("answer"), *row.get("also", ())]:
        if answer not in ANSWERS:
            hint = did_you_mean(str(answer), ANSWERS)
            yield Fault(where=where, what="answer", found=repr(answer), expected=" or ".join(ANSWERS), todo=hint)
    for id_ in _clauses(row):
        if id_ not in pack.clauses:
            yield Fault(where=where, what=f"unknown clause {id_!r}", todo=did_you_mean(id_, pack.clauses))
    if (row.get("answer") == "approve") == bool(row.get("breaks")):
        yield Fault(
            where=where, what="a draft breaks a clause unless it is approved", expected="breaks, or answer: approve"
        )
    if row.get("answer") == "mend" and not row.get("change"):
        yield Fault(where=where, what="a draft to be mended does not say how", expected="change: what to change")
