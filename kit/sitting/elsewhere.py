"""The same comment under the policies of other organisations, ruled when a trainee asks.

Only where the other organisation has such a page on that platform: a policy is not asked about what it never meant.
What its documents have no words for is said beside the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kit.errors import HouseRulesError
from kit.items.phrases import differences, listed, sentence, to_do
from kit.policy import load, names
from kit.ruling import rule, turns_on
from kit.sitting import words
from kit.terms import FACTS

Case = Mapping[str, Any]
NOTHING, SILENT = "none", "silent"


def elsewhere(case: Case, own: str, best: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return, for every other pack that can be read, what it asks for with this comment.

    ``own`` is the pack that ruled it and ``best`` its first choice. Each row has ``title``, ``same`` (None where the
    other has no such page), ``acts``, ``why``, ``clauses`` and ``notes``.
    """
    rows = []
    for name in names():
        if name == own:
            continue
        try:
            rows.append(_under(load(name), case, best))
        except HouseRulesError:
            rows.append(_row(name, notes=[words.UNREADABLE_PACK]))
    return rows


def _row(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "same": None, "acts": "", "why": "", "clauses": [], "notes": [], **more}


def _under(pack: Any, case: Case, best: Mapping[str, str]) -> dict[str, Any]:
    kind, page = _page(pack, case["account_kind"])
    platform = case["platform"]
    if platform not in page.get("platforms", ()):
        reason = pack.not_on(platform) or words.NO_SUCH_PAGE.format(
            title=pack.title, platform=pack.platform_name(platform)
        )
        return _row(pack.title, notes=[reason])
    moved = {**case, "policy": pack.name, "account_kind": kind}
    ruling = rule(pack, moved, flips=False)
    clauses = [pack.clauses[id_] for id_ in ruling["grounds"] if id_ in pack.clauses]
    return _row(
        pack.title,
        same=not differences(best, ruling["best"]),
        acts=sentence(_acts(pack, ruling["best"])),
        why=ruling["why"],
        clauses=[{"id": clause.id, "words": clause.words, "source": clause.source} for clause in clauses],
        notes=[*_silences(pack, moved, ruling["why"]), *_unknown(pack, moved["facts"])],
    )


def _page(pack: Any, kind: str) -> tuple[str, Mapping[str, Any]]:
    """Return the page of that kind, or the organisation's main one where it has no other kinds."""
    pages = pack.data.get("pages", {}).get("pages", {})
    if kind in pages:
        return kind, pages[kind]
    main = [(name, page) for name, page in pages.items() if page.get("main")]
    asked_for_main = kind == "main" or len(pages) == 1 or kind not in ("neighbourhood", "corporate", "community_group")
    return main[0] if main and asked_for_main else (kind, {})


def _acts(pack: Any, best: Mapping[str, str]) -> str:
    called = {name: role.get("name", name) for name, role in pack.roles.items()}
    return listed(to_do(field, value, called) for field, value in best.items() if value != NOTHING)


def _silences(pack: Any, case: Case, said: str) -> Iterator[str]:
    """Yield what the documents say nothing of, where this comment turns on it and the reason has not said so."""
    for conflict in turns_on(pack, case):
        if conflict["nature"] == SILENT and conflict["title"] not in said:
            yield words.SILENT.format(title=conflict["title"].rstrip(".?"))


def _unknown(pack: Any, facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield the true facts that no rule of the pack has a word for."""
    known = _used(pack)
    labels = pack.facts.get("facts", {})
    for name, value in facts.items():
        if value and name in FACTS and name not in known:
            yield words.NO_WORD_FOR.format(fact=labels.get(name, {}).get("has") or name.replace("_", " "))


def _used(pack: Any) -> set[str]:
    """Return every name that the pack's conditions come down to."""
    waiting = [name for rows in pack.tables.values() for row in rows for name in row.when.names]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += pack.definitions[name].names if name in pack.definitions else ()
    return seen
