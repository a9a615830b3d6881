"""Make a paper from a thread: rule every comment once and keep what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kit.items.card import pack_card, plain, roles, with_cited
from kit.items.flip import flip_sentence
from kit.items.item import Item
from kit.items.paper import Entry, Paper
from kit.items.shown import history_lines, item_lines, thread_lines

Rule = Callable[[Any, Mapping[str, Any]], Mapping[str, Any]]
ORIGIN = ("id", "scenario", "seed", "as_of", "generator", "timeline")


def paper_from_thread(
    thread: Mapping[str, Any],
    pack: Any,
    *,
    rule: Rule | None = None,
    cases: Iterable[Mapping[str, Any]] | None = None,
    title: str | None = None,
    families: Mapping[str, str] | None = None,
) -> Paper:
    """Return the paper of one thread under one pack, with a ruling for every comment.

    ``thread`` is a thread of the exchange format; ``rule`` and ``cases`` stand in for the engine
    and for ``kit.thread.cases`` where a caller has its own; ``families`` names the family of a
    comment by its id.
    """
    ruler = rule or _engine()
    known = families or {}
    rows = list(cases) if cases is not None else _cases(thread)
    comments = list(thread["comments"])
    items = [Item.of(plain(row), known.get(comment["id"])) for row, comment in zip(rows, comments, strict=True)]
    rulings = [plain(ruler(pack, item.case)) for item in items]
    card = with_cited(pack_card(pack, thread["platform"]), pack, rulings)
    return Paper(
        title=title or _title(thread),
        page=_page(thread, pack),
        post=_post(thread),
        context={**plain(thread["context"]), "lines": thread_lines(pack.facts, thread["context"])},
        origin=plain({name: thread.get(name) for name in ORIGIN}),
        pack=card,
        entries=_entries(_Making(thread=thread, pack=pack, roles=roles(card)), items, rulings),
    )


def gravity_of(pack: Any, facts: Mapping[str, Any]) -> int:
    """Return the greatest gravity, 0 to 4, that the pack's scale gives to the facts that are true."""
    table = pack.reference.get("gravity", {})
    return max((table.get(name, {}).get("gravity", 0) for name, value in facts.items() if value), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What stays the same while the entries of one paper are made."""

    thread: Mapping[str, Any]
    pack: Any
    roles: Mapping[str, str]


def _engine() -> Rule:
    from kit.ruling import rule

    return rule


def _cases(thread: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    from kit.thread import cases

    return list(cases(thread))


def _entries(making: _Making, items: list[Item], rulings: list[Mapping[str, Any]]) -> tuple[Entry, ...]:
    comments = making.thread["comments"]
    numbers = {comment["id"]: number for number, comment in enumerate(comments, start=1)}
    seen: Counter[str] = Counter()
    entries = []
    for comment, item, ruling in zip(comments, items, rulings, strict=True):
        seen[item.id] += 1
        key = item.id if seen[item.id] == 1 else f"{item.id}.{seen[item.id]}"
        shown = {**_shown(making, comment, item), "in_reply_to": numbers.get(comment.get("in_reply_to"))}
        shown["flip"] = flip_sentence(making.pack.facts, ruling, making.roles)
        gravity = gravity_of(making.pack, item.case["facts"])
        entries.append(Entry(key=key, item=item, shown=shown, ruling=ruling, gravity=gravity))
    return tuple(entries)


def _shown(making: _Making, comment: Mapping[str, Any], item: Item) -> dict[str, Any]:
    words = making.pack.facts
    history = history_lines(words, item.case["author_history"])
    return {
        "author": {**_author(comment["author"]), "history": history},
        "when": comment["when"],
        "context_lines": item_lines(words, making.thread["context"], item.case["context"]),
    }


def _author(author: Any) -> dict[str, Any]:
    return {"name": author} if isinstance(author, str) else plain(author)


def _page(thread: Mapping[str, Any], pack: Any) -> dict[str, Any]:
    platform = thread["platform"]
    author = _author(thread["post"]["author"]).get("name", "")
    return {
        "name": thread.get("page") or author,
        "kind": thread["account_kind"],
        "platform": platform,
        "platform_name": pack.platform_name(platform),
    }


def _post(thread: Mapping[str, Any]) -> dict[str, Any]:
    post = thread["post"]
    return {
        "author": _author(post["author"]).get("name", ""),
        "text": post["text"],
        "when": post.get("when") or thread["context"].get("when", ""),
    }


def _title(thread: Mapping[str, Any]) -> str:
    topic = thread["context"].get("post_topic")
    return topic or str(thread.get("scenario") or "A thread").replace("-", " ").capitalize()
