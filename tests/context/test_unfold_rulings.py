"""Rulings that change as a thread unfolds: the policy is the same, what is known is not."""

from functools import cache

import pytest

from kit.context import contradictions, law_timeline, next_case, pre_election_at, watched_at
from kit.context.unfold import Links
from kit.policy import load
from kit.ruling import rule
from kit.thread import cases, thread_faults
from tests.context.lines import LAW, events

ABUSE = {"abusive": True, "aimed_at_individual": True}
GRUMBLE = {"rhetoric": True}


@cache
def pack(name):
    """Return a pack, read once."""
    return load(name)


def thread(policy, *facts, history=None, **context):
    """Return cases of one author on a main Facebook page, a minute apart."""
    return [
        {
            "id": str(place), "policy": policy, "platform": "facebook", "account_kind": "main", "author": "Ann",
            "comment": f"comment {place}", "facts": each, "author_history": dict(history or {}),
            "context": {"when": f"2026-03-10T12:0{place}", **context},
        }
        for place, each in enumerate(facts, start=1)
    ]  # fmt: skip


def ruled(cases_, taken):
    """Return the ruling on the next case after those decisions."""
    found = next_case(cases_, taken, Links(discharge=pack(cases_[0]["policy"]).reference["discharge"]))
    assert contradictions(found) == []
    return rule(pack(found["policy"]), found)


def took(name, action="leave", **fields):
    """Return a decision taken, with what it puts on the record beside it."""
    beside = {key: fields.pop(key) for key in ("duties", "breach", "inappropriate") if key in fields}
    return {"id": name, "decision": {"comment_action": action, **fields}, **beside}


def test_lancashire_blocks_once_a_warning_was_given():
    """Four breaches and no warning: warn. After the warning, one more: block."""
    comments = thread("lancashire", ABUSE, ABUSE, history={"prior_violations": 4})
    assert ruled(comments, [])["best"]["account_action"] == "warn"
    assert ruled(comments, [took("1", "remove")])["best"]["account_action"] == "warn"
    assert ruled(comments, [took("1", "remove", account_action="warn")])["best"]["account_action"] == "block"


def test_leicestershire_blocks_once_somebody_has_talked_with_the_author():
    """A warning is no talk there; an answer is."""
    comments = thread("leicestershire", ABUSE, ABUSE, history={"prior_violations": 4})
    assert ruled(comments, [took("1", "remove", account_action="warn")])["best"]["account_action"] != "block"
    assert ruled(comments, [took("1", "remove", respond="private_message")])["best"]["account_action"] == "block"


def test_the_fifth_breach_of_one_thread_is_continual():
    """Nothing known at first; four comments taken down, and the fifth stands higher on the ladder."""
    comments = thread("lancashire", *[ABUSE] * 5)
    taken = [took(str(place), "remove") for place in range(1, 5)]
    assert ruled(comments, taken[:2])["best"]["account_action"] == "none"
    assert ruled(comments, taken)["best"]["account_action"] == "warn"


def test_the_last_copy_of_a_harmless_message_stays():
    """With the first still up the second is one too many; with the first gone it is the last."""
    comments = thread("leicestershire", {}, {"repeated_message": True}, other_copies_standing=1)
    for each in comments:
        each["comment"] = "Come to the fair"
    assert ruled(comments, [took("1")])["best"]["comment_action"] != "leave"
    assert ruled(comments, [took("1", "remove", breach=False)])["best"]["comment_action"] == "leave"


def test_the_public_is_told_why_once_many_comments_are_gone():
    """The twenty-fifth removal on one thread."""
    comments = thread("leicestershire", ABUSE, ABUSE, removals_this_thread=24)
    assert "explain_publicly" not in ruled(comments, [took("1")])["duties"]
    assert "explain_publicly" in ruled(comments, [took("1", "remove")])["duties"]


def test_a_fifth_inappropriate_contact_makes_a_repeat_caller_who_is_advised_and_then_blocked():
    """Advice comes first, and what was advised is known at the next comment."""
    comments = thread("leicestershire", GRUMBLE, GRUMBLE, GRUMBLE, history={"inappropriate_contacts_last_month": 3})
    first = ruled(comments, [])
    second = ruled(comments, [took("1", inappropriate=True)])
    assert "give_repeat_caller_advice" not in first["duties"]
    assert "give_repeat_caller_advice" in second["duties"]
    advised = took("2", inappropriate=True, account_action="warn", duties=second["duties"])
    third = ruled(comments, [took("1", inappropriate=True), advised])
    assert third["best"]["account_action"] == "block"


STEPS = events("2026-03-10T12:02 arrest", "2026-03-10T12:04 charge", "2026-03-10T12:06 discontinued")


@pytest.mark.parametrize(
    ("minute", "action"),
    [
        pytest.param(1, "leave", id="before the arrest"),
        pytest.param(3, "remove", id="after it"),
        pytest.param(5, "remove", id="after the charge"),
        pytest.param(7, "leave", id="when the case is dropped"),
    ],
)
def test_a_thread_whose_timeline_comes_from_the_clock_is_ruled_by_it(minute, action):
    """The same words, four moments; the thread is sound as the exchange format asks."""
    comment = {
        "id": "c1", "author": "Ann", "text": "He did it.", "when": f"2026-03-10T12:0{minute}", "in_reply_to": None,
        "facts": {"contempt_guilt": True, "about_live_case": True}, "author_history": {}, "context": {},
    }  # fmt: skip
    moment, page = comment["when"], pack("leicestershire").data["pages"]["pages"]["main"]
    reference = pack("leicestershire").reference
    whole = {
        "id": "t1", "scenario": "s", "seed": 1, "as_of": "2026-03-10", "generator": "1", "pack": "leicestershire",
        "platform": "facebook", "account_kind": "main",
        "post": {"author": "Page", "text": "An appeal", "when": "2026-03-10T11:00"},
        "context": {
            "platform_can": ["leave", "hide", "remove"],
            "in_monitored_hours": watched_at(page, moment, reference["bank_holidays"]),
            "pre_election": pre_election_at(reference["elections"]["periods"], moment),
        },
        "timeline": law_timeline(STEPS, LAW), "comments": [comment],
    }  # fmt: skip
    assert thread_faults(whole) == []
    (case,) = cases(whole)
    assert rule(pack("leicestershire"), case)["best"]["comment_action"] == action
