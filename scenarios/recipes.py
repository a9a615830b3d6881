"""Recipes: what a scenario says about itself, read from YAML and held to the words it uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kit.errors import Fault
from kit.terms import ACCOUNT_KINDS, CONTEXT, HISTORY, PLATFORMS
from kit.thread.moment import context_faults, history_faults
from scenarios.intake import Intake
from scenarios.pools import Lists
from scenarios.text import Parts, TextError, parse, slots

FACT = "fact "
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
MOST_COMMENTS = 5000
"""Of one thread."""

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class InjectRecipe:
    """A change of context so many minutes after the post."""

    after_minutes: int
    set: Mapping[str, Any]
    post: Parts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One scenario as written. ``mix`` and ``voices`` are shares of a hundred."""

    name: str
    title: str
    happened: str
    page_kind: str
    page_name: str
    platform: str
    pack: str
    topics: tuple[str, ...]
    cast: Mapping[str, str]
    topic: Parts
    posts: tuple[Parts, ...]
    days: tuple[str, ...]
    at: tuple[int, ...]
    context: Mapping[str, Any]
    timeline: tuple[InjectRecipe, ...]
    arrival: str
    comments: tuple[int, int]
    replies: float
    returning: float
    mix: Mapping[str, float]
    voices: Mapping[str, float]
    records: Mapping[str, float]
    intensity: int
    difficulty: int
    clauses: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What recipes are read against: lists, and the names of voices, records, arrivals, topics and packs."""

    lists: Lists
    voices: tuple[str, ...]
    records: tuple[str, ...]
    arrivals: tuple[str, ...]


def read_recipe(name: str, data: Any, file: str, frame: Frame, faults: list[Fault]) -> Recipe:
    """Return one recipe, noting every fault of it."""
    one = Intake(data, file, faults)
    page = Intake(one.table("page"), file, faults)
    start = Intake(one.table("start", {}), file, faults)
    comments = one.take("comments", "a list", [11, 14])
    recipe = Recipe(
        name=name,
        title=one.take("title", "words"),
        happened=one.take("happened", "words"),
        page_kind=page.word("kind", ACCOUNT_KINDS),
        page_name=page.take("name", "words"),
        platform=one.word("platform", PLATFORMS),
        pack=one.take("pack", "words"),
        topics=one.words("topics"),
        cast={role: str(pool) for role, pool in one.table("cast", {}).items()},
        topic=_words(one, one.take("topic", "words")),
        posts=tuple(_words(one, text) for text in one.words("post")),
        days=start.words("days", DAYS, list(DAYS)),
        at=tuple(_clock(start, text) for text in start.words("at", None, ["10:00"])),
        context=one.table("context", {}),
        timeline=tuple(_inject(Intake(row, file, faults)) for row in one.take("timeline", "a list", [])),
        arrival=one.word("arrival", frame.arrivals),
        comments=_span(one, comments),
        replies=one.take("replies", "a number", 25) / 100,
        returning=one.take("returning", "a number", 15) / 100,
        mix=one.shares("mix"),
        voices=one.shares("voices", frame.voices),
        records=one.shares("records", frame.records),
        intensity=one.take("intensity", "a whole number", 4),
        difficulty=one.take("difficulty", "a whole number", 3),
        clauses=one.words("clauses"),
        where=one.where,
    )
    for part in (one, page, start):
        part.close()
    _check(one, recipe, frame)
    return recipe


def read_records(data: Any, file: str, faults: list[Fault]) -> dict[str, Mapping[str, Any]]:
    """Return the named histories that authors come with, each whole."""
    one = Intake(data, file, faults)
    records = one.table("records")
    one.close()
    for name, history in records.items():
        row = Intake(history, file, faults)
        plain = {field: row.take(field, _kind(HISTORY[field])) for field in history if field in HISTORY}
        row.close()
        faults.extend(history_faults(plain, f"{row.where} ({name})"))
        records[name] = {**HISTORY, **plain}
    return records


def _kind(default: Any) -> str:
    if isinstance(default, bool):
        return "true or false"
    return "a whole number" if isinstance(default, int) else "words"


def _words(one: Intake, text: str) -> Parts:
    try:
        return parse(text)
    except TextError as error:
        one.fault(str(error), found=text[:60])
        return ()


def _clock(one: Intake, text: str) -> int:
    if not CLOCK.fullmatch(text):
        one.fault("not a time of day", found=repr(text), expected="HH:MM")
        return 0
    return int(text[:2]) * 60 + int(text[3:])


def _span(one: Intake, span: Any) -> tuple[int, int]:
    sound = len(span) == 2 and all(type(count) is int and 0 < count <= MOST_COMMENTS for count in span)  # noqa: PLR2004
    if not sound or span[0] > span[1]:
        one.fault("comments is wrong", found=repr(span), expected="two whole numbers such as [11, 14]")
        return (1, 1)
    return (span[0], span[1])


def _inject(one: Intake) -> InjectRecipe:
    text = one.take("post", "words", "")
    inject = InjectRecipe(
        after_minutes=one.take("after_minutes", "a whole number"),
        set=one.table("set", {}),
        post=_words(one, text) if text else None,
    )
    one.close()
    return inject


def _check(one: Intake, recipe: Recipe, frame: Frame) -> None:
    """Hold a recipe's name, context, timeline, cast and slots to each other."""
    _check_context(one, recipe)
    _check_cast(one, recipe, frame.lists)
    for label, value, top in (("intensity", recipe.intensity, 4), ("difficulty", recipe.difficulty, 5)):
        if not 0 <= value <= top:
            one.fault(f"{label} is wrong", found=str(value), expected=f"0 to {top}")
    if not NAME.fullmatch(recipe.name):
        one.fault("the file's name is no scenario name", found=recipe.name, expected="small letters, digits, hyphens")
    if not recipe.posts:
        one.fault("post is empty", expected="a list of at least one text")


def _check_context(one: Intake, recipe: Recipe) -> None:
    running = {**CONTEXT, "when": "2026-01-01T00:00", **recipe.context}
    one.faults.extend(context_faults(running, f"{one.where} (context)", whole=True))
    before = 0
    for number, inject in enumerate(recipe.timeline, start=1):
        running = {**running, **inject.set}
        one.faults.extend(context_faults(running, f"{one.where} (timeline entry {number})", whole=True))
        if inject.after_minutes <= before:
            one.fault(f"timeline entry {number} is not later than the one before it", found=str(inject.after_minutes))
        before = inject.after_minutes


def _check_cast(one: Intake, recipe: Recipe, lists: Lists) -> None:
    known = lists.names()
    for role, pool in recipe.cast.items():
        if role not in lists.roles and role not in known:
            one.unknown("cast", role, [*lists.roles, *lists.lists])
        if not pool.startswith("=") and pool not in known:
            one.unknown(f"cast: {role}", pool, sorted(known))
    for parts in (recipe.topic, *recipe.posts, *(inject.post or () for inject in recipe.timeline)):
        for slot in slots(parts):
            if not in_cast(slot.key, recipe.cast) and slot.pool not in known:
                one.fault(f"no pool and no cast fills {{{slot.key}}}", todo="add it to cast")


def in_cast(slot: str, cast: Mapping[str, str]) -> bool:
    """Tell whether a recipe's cast fills a slot, the first and last name of a person among it."""
    return slot in cast or slot.removesuffix("_first").removesuffix("_last") in cast
