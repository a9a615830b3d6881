"""Threads of the exchange format: read whole, refused with every fault, turned into cases."""

import copy

import pytest

from kit.errors import BadInput, Faults
from kit.thread import Comment, cases, context_at, read, thread_faults

THREAD = {
    "id": "t1",
    "scenario": "made-up",
    "seed": 1,
    "as_of": "2026-11-21",
    "generator": "1",
    "pack": "leicestershire",
    "platform": "facebook",
    "account_kind": "main",
    "post": {"author": "Tollershire Police", "text": "A man has been hurt.", "when": "2026-11-20T10:00"},
    "context": {"when": "2026-11-20T10:00", "proceedings_stage": "investigation", "post_topic": "Investigation"},
    "timeline": [
        {
            "at": "2026-11-20T12:00",
            "set": {
                "proceedings_active": True,
                "proceedings_stage": "arrested",
                "proceedings_trigger": "arrested",
                "trial_mode": "not_known",
            },
        },
        {"at": "2026-11-21T12:00", "set": {"proceedings_stage": "charged", "post_topic": "Man charged"}},
    ],
    "comments": [
        {
            "id": "c1",
            "author": "Mo Pellow",
            "text": "He did it",
            "when": "2026-11-20T11:00",
            "in_reply_to": None,
            "facts": {"contempt_guilt": True, "about_live_case": True},
            "author_history": {"prior_violations": 1},
            "context": {},
        },
        {
            "id": "c2",
            "author": "Val Caddow",
            "text": "You can't say that",
            "when": "2026-11-20T12:00",
            "in_reply_to": "c1",
            "facts": {"robust_disagreement": True},
            "author_history": {},
            "context": {"removals_this_thread": 3},
        },
    ],
}


def changed(*path, value):
    """The thread with one value in it changed; ``...`` takes it away."""
    thread = copy.deepcopy(THREAD)
    place = thread
    for key in path[:-1]:
        place = place[key]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return thread


def test_a_case_stands_in_the_context_of_its_own_moment():
    before, after = cases(THREAD)
    assert (before["context"]["proceedings_stage"], before["context"]["when"]) == ("investigation", "2026-11-20T11:00")
    assert after["context"]["proceedings_stage"] == "arrested"
    assert after["context"]["removals_this_thread"] == 3
    assert after["context"]["trial_mode"] == "not_known"


def test_a_later_moment_takes_all_comments_written_by_then():
    first, second = cases(THREAD, at="2026-11-21T13:00")
    assert {first["context"]["proceedings_stage"], second["context"]["proceedings_stage"]} == {"charged"}
    assert first["context"]["post_topic"] == "Man charged"
    assert [one["id"] for one in cases(THREAD, at="2026-11-20T11:30")] == ["t1.c1"]


def test_a_case_has_the_policy_of_the_pack_and_whole_context_and_history():
    case = cases(THREAD)[0]
    assert list(case) == ["id", "policy", "platform", "account_kind", "context", "author_history", "comment", "facts"]
    assert case["policy"] == "leicestershire"
    assert case["author_history"]["same_message_count"] == 1
    assert case["context"]["anonymity"] == "none"


def test_the_cases_are_copies():
    cases(THREAD)[0]["facts"].clear()
    assert THREAD["comments"][0]["facts"]


def test_a_thread_is_read_as_frozen_values():
    thread = read(THREAD)
    assert isinstance(thread.comments[0], Comment)
    assert thread.comments[0].author.name == "Mo Pellow"
    assert thread.timeline[1].set["proceedings_stage"] == "charged"
    with pytest.raises(AttributeError):
        thread.id = "other"


def test_an_inject_counts_from_its_own_minute_on():
    assert context_at(THREAD, "2026-11-20T11:59")["proceedings_stage"] == "investigation"
    assert context_at(THREAD, "2026-11-20T12:00")["proceedings_stage"] == "arrested"


@pytest.mark.parametrize(
    ("thread", "words"),
    [
        (changed("platform", value="facebok"), "unknown platform"),
        (changed("post", value=...), "post is missing"),
        (changed("extra", value=1), "unknown field 'extra'"),
        (changed("seed", value="1"), "seed is wrong"),
        (changed("seed", value=True), "seed is wrong"),
        (changed("comments", 0, "facts", value={"slurr": True}), "unknown fact 'slurr'; did you mean 'slur'?"),
        (changed("comments", 0, "facts", value={"slur": "yes"}), "the fact 'slur' is not true or false"),
        (changed("comments", 0, "facts", value={"swearing": "loud"}), "swearing is wrong"),
        (changed("comments", 1, "in_reply_to", value="c9"), "in_reply_to names no earlier comment"),
        (changed("comments", 0, "in_reply_to", value="c2"), "in_reply_to names no earlier comment"),
        (changed("comments", 1, "id", value="c1"), "the id stands twice"),
        (changed("comments", 0, "when", value="20 November"), "not a moment"),
        (changed("comments", 0, "author_history", value={"prior_violation": 1}), "did you mean 'prior_violations'?"),
        (
            changed("comments", 0, "author_history", value={"inappropriate_contacts_last_month": 5}),
            "more inappropriate",
        ),
        (changed("comments", 0, "context", value={"in_monitored_hours": "no"}), "expected true, false or null"),
        (changed("context", "proceedings_stage", value="charged"), "stage and activity disagree"),
        (changed("timeline", 0, "set", "trial_mode", value="none"), "trial_mode disagrees"),
        (changed("timeline", 1, "at", value="2026-11-20T09:00"), "earlier than the entry before it"),
        (changed("timeline", 0, "set", value=[]), "set is wrong"),
        (changed("comments", value="none"), "comments is wrong"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_is_named_where_it_is(thread, words):
    with pytest.raises(Faults) as raised:
        cases(thread)
    assert words in str(raised.value)


def test_all_faults_are_named_together():
    thread = changed("platform", value="facebok")
    thread["comments"][0]["facts"] = {"slurr": True}
    thread["comments"][1]["in_reply_to"] = "c7"
    assert len(thread_faults(thread)) == 3


def test_a_moment_that_is_none_is_refused():
    with pytest.raises(BadInput):
        cases(THREAD, at="tomorrow")


def test_what_is_no_thread_is_said_to_be_none():
    assert "not a mapping" in str(thread_faults([])[0])
