"""Replies and afterthoughts: an answer stands under what it answers, and nobody chats after what is grave."""

import re

import pytest

from scenarios import generate, names, traced
from scenarios.lines import ALONE, PLAIN
from scenarios.load import library
from scenarios.patterns import ANY, ASIDE, ASKED, SAID

AS_OF, SEED, THREADS = "2026-11-21", 33, 20
FEWEST_WORDS = 4


def kinds_of(facts, pattern):
    """The words of ``reply_to`` that a comment answers to."""
    families = {f"any {pattern.family}", f"near {pattern.family}" if pattern.near else pattern.family}
    true = {name for name, value in facts.items() if value}
    if not true <= set(PLAIN) or pattern.copies[1] > 1:
        return families
    return families | {ANY, ASKED if "genuine_question" in true else SAID}


def replies(name):
    """Yield (pattern of the reply, pattern of what it answers, facts of that) of some threads of a scenario."""
    by_id = {pattern.id: pattern for pattern in library().patterns}
    for thread, ids in traced(name, seed=SEED, as_of=AS_OF, threads=THREADS):
        comments = thread["comments"]
        places = {comment["id"]: place for place, comment in enumerate(comments)}
        for comment, id_ in zip(comments, ids, strict=True):
            if comment["in_reply_to"] and not comment["facts"].get("repeated_message"):
                parent = places[comment["in_reply_to"]]
                yield by_id[id_], by_id[ids[parent]], comments[parent]["facts"]


@pytest.mark.parametrize("name", names())
def test_an_answer_stands_only_under_what_it_may_answer(name):
    """The very comment it was written for, one that calls for it, a family it names, or small talk."""
    tied = 0
    for reply, parent, facts in replies(name):
        kinds = kinds_of(facts, parent)
        if reply.answers:
            assert parent.id in reply.answers, (reply.id, parent.id)
            tied += 1
        elif reply.id not in {follow.id for follow in parent.follows}:
            wanted = set(reply.reply_to or (ANY,))
            loose = reply.reply != "only" and SAID in kinds
            assert loose or wanted & kinds, (reply.id, parent.id)
    assert tied > THREADS / 2, "hardly anybody says what was written as an answer"


def words(text):
    """A text as small words alone."""
    return re.findall(r"[a-z']+", text.lower().replace("\u2019", "'"))


def test_nothing_is_tacked_onto_what_is_grave():
    """Over every scenario: no emergency, threat, scam, advert or copy ends in one of the afterthoughts."""
    plain = [one.parts[0] for one in library().patterns if one.family == ASIDE and len(one.parts) == 1]
    asides = {tuple(said) for part in plain if isinstance(part, str) and len(said := words(part)) >= FEWEST_WORDS}
    seen = dict.fromkeys((True, False), 0)
    for name in names():
        for thread in generate(name, seed=SEED, as_of=AS_OF, threads=THREADS):
            for comment in thread["comments"]:
                said = words(comment["text"])
                ends = any(tuple(said[start:]) in asides for start in range(len(said)))
                seen[any(comment["facts"].get(fact) for fact in ALONE)] += ends
    assert seen[False] > 0, "no afterthought was found at all"
    assert seen[True] == 0


def test_every_answer_is_tied_within_its_own_scenarios():
    """A line answers only what stands under the same posts: no tie leads to another topic."""
    by_id = {pattern.id: pattern for pattern in library().patterns}
    for pattern in library().patterns:
        for id_ in pattern.answers:
            assert set(by_id[id_].needs.topics) & set(pattern.needs.topics), (pattern.id, id_)
            assert id_ != pattern.id
