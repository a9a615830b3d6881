"""Patterns: authored utterances with slots, the facts they carry, and when they may be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kit.errors import Fault
from kit.terms import ACCOUNT_KINDS, ACTIVE_STAGES, PLATFORMS, STAGES
from kit.thread.moment import context_faults, facts_faults, history_faults
from scenarios import truth
from scenarios.intake import Intake
from scenarios.pools import TO, Lists
from scenarios.text import Parts, TextError, every, parse, slots

BEFORE = ("none", "investigation", "identity_appeal")
OVER = ("sentenced", "appeal_lodged", "released_no_charge", "acquitted")
STAGE_GROUPS = {"active": ACTIVE_STAGES, "before": BEFORE, "over": OVER}
REPLIES = ("never", "may", "only")
BY = ("other", "same", "first")
ANY, SAID, ASKED = "any", "said", "asked"
SMALL_TALK = {ANY: frozenset((SAID, ASKED)), SAID: frozenset((SAID,)), ASKED: frozenset((ASKED,))}
"""The kinds of small talk that a word in ``reply_to`` stands for: what says something, and what asks."""

NEAR, BOTH = "near ", "any "
"""Before a family's name: only its near misses; those and the others."""
ASIDE = "aside"
"""The family of sentences that lengthen a comment and carry no fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """Where a pattern fits. An empty tuple, or None, asks nothing."""

    topics: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    anonymity: bool | None = None
    pre_election: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """A pattern that answers another: ``by`` other (somebody else), same (its author) or first (whom it answered)."""

    id: str
    by: str
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One authored utterance. ``facts`` is what is true of every comment made from it.

    ``reply_to`` are the families it may answer, ``answers`` the patterns it was written to answer.
    """

    id: str
    family: str
    parts: Parts
    facts: Mapping[str, Any]
    near: bool
    voices: tuple[str, ...]
    needs: Needs
    where: str
    if_over: Mapping[str, Any] | None = None
    mood: str = "plain"
    frame: bool = True
    reply: str = "never"
    reply_to: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    follows: tuple[Follow, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    author_history: Mapping[str, Any] = field(default_factory=dict)
    author_name: str = ""
    copies: tuple[int, int] = (1, 1)

    def roles(self, lists: Lists) -> set[str]:
        """Return the slots that only a recipe's cast can fill."""
        return {slot.key for slot in slots(self.parts) if lists.is_role(slot.pool)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What patterns are read against: the closed lists, the voices and the moods that exist."""

    lists: Lists
    voices: tuple[str, ...]
    moods: tuple[str, ...]


def read_bank(data: Any, file: str, words: Vocabulary, faults: list[Fault], *, checked: bool = False) -> list[Pattern]:
    """Return the patterns of one bank, noting every fault of every one, of sense too unless they are ``checked``."""
    bank = Intake(data, file, faults)
    default = {
        "family": bank.take("family", "words"),
        "mood": bank.word("mood", words.moods, "plain"),
        "voices": bank.words("voices", (*words.voices, ANY), [ANY]),
        "reply": bank.word("reply", REPLIES, "never"),
        "frame": bank.take("frame", "true or false", default=True),
        "reply_to": bank.words("reply_to"),
        "topics": bank.words("topics"),
        "unless": bank.words("unless"),
    }
    bank.take("about", "words", "")
    rows = bank.take("patterns", "a list")
    bank.close()
    return [_pattern(Intake(row, file, faults), default, words, checked=checked) for row in rows]


def _pattern(one: Intake, default: Mapping[str, Any], words: Vocabulary, *, checked: bool) -> Pattern:
    text = one.take("text", "words")
    facts = one.table("facts", {})
    parts = _parts(one, text, words.lists)
    over = one.table("if_over", {}) or None
    voices = one.words("voices", (*words.voices, ANY), default["voices"])
    reply_to, answers = one.words("reply_to"), one.words("answers")
    pattern = Pattern(
        id=one.take("id", "words"),
        family=one.take("family", "words", default["family"]),
        parts=parts,
        facts=facts,
        near=one.take("near", "true or false", default=False),
        voices=words.voices if ANY in voices else voices,
        needs=_needs(one, facts, over, default),
        where=one.where,
        if_over=over,
        mood=one.word("mood", words.moods, default["mood"]),
        frame=one.take("frame", "true or false", default["frame"]),
        reply=one.word("reply", REPLIES, "only" if reply_to or answers else default["reply"]),
        reply_to=reply_to or default["reply_to"],
        answers=answers,
        follows=_follows(one),
        context=one.table("context", {}),
        author_history=one.table("author_history", {}),
        author_name=one.take("author_name", "words", ""),
        copies=_copies(one),
    )
    one.close()
    if not checked:
        _check(one, pattern, words.lists)
    return pattern


def _parts(one: Intake, text: str, lists: Lists) -> Parts:
    try:
        parts = parse(text)
    except TextError as error:
        one.fault(str(error), found=text[:60])
        return ()
    known = lists.names()
    for slot in slots(parts):
        if slot.pool not in known and not lists.is_role(slot.pool):
            one.unknown("text", f"{{{slot.key}}}", [f"{{{name}}}" for name in sorted(known | set(lists.roles))])
    return parts


def _needs(one: Intake, facts: Mapping[str, Any], over: Any, default: Mapping[str, Any]) -> Needs:
    """Return where the pattern fits: what it says, and what its facts make certain."""
    stages: list[str] = []
    for word in one.words("stages", (*STAGE_GROUPS, *STAGES)):
        stages.extend(STAGE_GROUPS.get(word, (word,)))
    if not stages and facts.get("about_live_case"):
        stages = [*ACTIVE_STAGES, *(OVER if over else ())]
    if not stages and facts.get("case_concluded"):
        stages = list(OVER)
    return Needs(
        topics=one.words("topics", None, default["topics"]),
        unless=one.words("unless", None, default["unless"]),
        platforms=one.words("platforms", PLATFORMS),
        pages=one.words("pages", ACCOUNT_KINDS),
        stages=tuple(stages),
        anonymity=one.take("anonymity", "true or false", facts.get("court_order_or_anonymity") or None),
        pre_election=one.take("pre_election", "true or false", None),
    )


def _follows(one: Intake) -> tuple[Follow, ...]:
    follows = []
    for row in one.take("then", "a list", []):
        inner = Intake(row, one.file, one.faults)
        follows.append(
            Follow(
                id=inner.take("id", "words"),
                by=inner.word("by", BY, "other"),
                chance=inner.take("chance", "a number", 100) / 100,
            )
        )
        inner.close()
    return tuple(follows)


def _copies(one: Intake) -> tuple[int, int]:
    copies = one.take("copies", "a list", [1, 1])
    if len(copies) != 2 or not all(type(count) is int and count > 0 for count in copies) or copies[0] > copies[1]:  # noqa: PLR2004
        one.fault("copies is wrong", found=repr(copies), expected="two whole numbers such as [2, 4]")
        return (1, 1)
    return (copies[0], copies[1])


def _check(one: Intake, pattern: Pattern, lists: Lists) -> None:
    """Hold a pattern's facts to each other and to its words."""
    for facts in (pattern.facts, pattern.if_over or {}):
        one.faults.extend(facts_faults(facts, one.where))
        for trouble in truth.disagreements(facts):
            one.fault(trouble)
    for trouble in truth.unseen(pattern.facts, every(pattern.parts)):
        one.fault(trouble, found=every(pattern.parts)[:60])
    one.faults.extend(context_faults(pattern.context, one.where))
    one.faults.extend(history_faults(pattern.author_history, one.where))
    if pattern.near and False not in pattern.facts.values():
        one.fault("a near miss names no fact that is false", todo="say what was looked for and not found")
    if pattern.author_name and pattern.author_name not in lists.names():
        one.fault("author_name names no pool", found=pattern.author_name)
    if pattern.family == ASIDE and pattern.facts:
        one.fault("an aside carries facts", found=", ".join(pattern.facts), todo="make it a pattern of its own family")
    if pattern.reply != "only" and any(slot.pool == TO for slot in slots(pattern.parts)):
        one.fault("{to} stands in a pattern that is not always a reply", todo="add reply: only, or reply_to")


def check_links(patterns: Iterable[Pattern]) -> list[Fault]:
    """Return the faults between patterns: an id that stands twice, an answer that does not exist."""
    seen: dict[str, Pattern] = {}
    faults = []
    rows = list(patterns)
    for pattern in rows:
        if pattern.id in seen:
            faults.append(
                Fault(where=pattern.where, what=f"the id {pattern.id!r} stands at {seen[pattern.id].where} too")
            )
        seen[pattern.id] = pattern
    families = {pattern.family for pattern in rows}
    for pattern in rows:
        for follow in pattern.follows:
            if follow.id not in seen:
                faults.append(Fault(where=pattern.where, what=f"then: no pattern has the id {follow.id!r}"))
        for id_ in pattern.answers:
            if id_ not in seen:
                faults.append(Fault(where=pattern.where, what=f"answers: no pattern has the id {id_!r}"))
        for family in pattern.reply_to:
            if family not in SMALL_TALK and family.removeprefix(NEAR).removeprefix(BOTH) not in families:
                faults.append(Fault(where=pattern.where, what=f"reply_to: no pattern is of the family {family!r}"))
    return faults
