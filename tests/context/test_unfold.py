"""A thread as it unfolds: what is decided of one comment changes what is known at the next."""

import copy

import pytest

from kit.context import Links, case_now, contradictions, next_case, unfold
from kit.errors import BadInput
from tests.context.lines import faults_of
from tests.packs.data import common

LEAVE = {"comment_action": "leave", "account_action": "none", "report": "none", "respond": "none", "escalate": "none"}
DISCHARGE = common("discharge")


def case(name, author="Ann", words=None, *, history=None, facts=None, **context):
    """Return a case of a thread on Leicestershire's main Facebook page."""
    return {
        "id": name, "policy": "leicestershire", "platform": "facebook", "account_kind": "main", "author": author,
        "comment": words or f"words of {name}", "facts": facts or {}, "author_history": history or {},
        "context": {"when": f"2026-03-31T12:0{name}", **context},
    }  # fmt: skip


def took(name, **fields):
    """Return a decision taken; keys that are no field of a decision stand beside it."""
    beside = {key: fields.pop(key) for key in ("done", "duties", "breach", "inappropriate") if key in fields}
    return {"id": name, "decision": {**LEAVE, **fields}, **beside}


TWO = [case("1"), case("2")]
HISTORY = {
    "left alone": (took("1"), {}),
    "warned": (took("1", account_action="warn"), {"warned_before": True}),
    "answered": (took("1", respond="reply"), {"engaged_before": True}),
    "written to": (took("1", respond="private_message"), {"engaged_before": True}),
    "pointed elsewhere": (took("1", respond="signpost"), {}),
    "blocked": (took("1", account_action="block"), {}),
    "hidden": (took("1", comment_action="hide"), {"prior_violations": 1}),
    "removed": (took("1", comment_action="remove"), {"prior_violations": 1}),
    "removed without fault": (took("1", comment_action="remove", breach=False), {}),
    "left, and on the record": (took("1", breach=True), {"prior_violations": 1}),
    "an inappropriate contact": (
        took("1", inappropriate=True), {"inappropriate_contacts_last_month": 1, "contacts_last_month": 1},
    ),
    "advice owed and given by a warning": (
        took("1", account_action="warn", duties=["give_repeat_caller_advice"]),
        {"warned_before": True, "repeat_caller_advised": True},
    ),
    "advice owed and not given": (took("1", duties=["give_repeat_caller_advice"]), {}),
    "a private warning by message": (
        took("1", respond="private_message", duties=["private_warning_first"]),
        {"warned_before": True, "engaged_before": True},
    ),
    "a step ticked as done": (took("1", done=["engage_first"]), {"engaged_before": True}),
    "a duty that leaves nothing on the record": (took("1", done=["log_reason", "record_crime"]), {}),
}  # fmt: skip


def known(found):
    """Return what of a history is not nothing."""
    return {name: value for name, value in found["author_history"].items() if value}


@pytest.mark.parametrize(("entry", "differs"), HISTORY.values(), ids=HISTORY)
def test_what_was_decided_is_known_of_the_author_at_the_next_comment(entry, differs):
    """And of nobody else."""
    assert known(next_case(TWO, [entry], Links(discharge=DISCHARGE))) == differs
    other = next_case([TWO[0], case("2", author="Bob")], [entry], Links(discharge=DISCHARGE))
    assert known(other) == {}


def test_what_a_case_says_by_itself_is_kept_and_added_to():
    """Counts grow from what was known when the thread began; a warning once given stays given."""
    before = {"prior_violations": 3, "warned_before": True, "contacts_last_month": 2, "same_message_count": 4}
    thread = [case("1"), case("2", history=before | {"account_type": "business"})]
    found = next_case(thread, [took("1", comment_action="remove", inappropriate=True)])["author_history"]
    assert (found["prior_violations"], found["contacts_last_month"], found["warned_before"]) == (4, 3, True)
    assert (found["same_message_count"], found["account_type"]) == (4, "business")


def test_a_step_counts_whenever_it_was_taken_and_a_breach_only_for_what_came_after_it():
    """A warning given over a later comment was given; its breach did not come before this one."""
    found = case_now("1", TWO, [took("2", comment_action="remove", account_action="warn")])
    assert known(found) == {"warned_before": True}


def test_an_inappropriate_contact_of_more_than_a_month_ago_is_not_counted():
    """A long thread has its month too; breaches have none."""
    thread = [case("1"), case("2")]
    thread[0]["context"]["when"] = "2026-02-28T12:02"
    found = next_case(thread, [took("1", comment_action="remove", inappropriate=True)])
    assert known(found) == {"prior_violations": 1}


COPIES = [
    case("1", words="Lost cat!"),
    case("2", words="LOST CAT", facts={"repeated_message": True}, other_copies_standing=1),
    case("3", words="lost  cat", facts={"repeated_message": True}, other_copies_standing=2),
]
STANDING = {
    "all left": (["leave", "leave"], 2, False),
    "the first hidden": (["hide", "leave"], 1, False),
    "the second removed": (["leave", "remove"], 1, False),
    "both gone": (["remove", "hide"], 0, True),
}


@pytest.mark.parametrize(("actions", "standing", "last"), STANDING.values(), ids=STANDING)
@pytest.mark.parametrize("counted", ["before", "whole"])
def test_a_copy_knows_which_others_still_stand(actions, standing, last, counted):
    """Whether a thread counts the copies before each or all of them; the last one is the last copy."""
    thread = copy.deepcopy(COPIES)
    for each in thread if counted == "whole" else ():
        each["context"]["other_copies_standing"] = 2
    taken = [took(str(place), comment_action=action) for place, action in enumerate(actions, start=1)]
    found = next_case(thread, taken)
    assert found["context"]["other_copies_standing"] == standing
    assert found["facts"].get("last_copy", False) == last
    assert contradictions(found) == []


def test_copies_decided_in_another_order_are_counted_right():
    """The third was removed first; the first still stands beside the second, until it goes."""
    assert case_now("2", COPIES, [took("3", comment_action="remove")])["context"]["other_copies_standing"] == 1
    both = [took("3", comment_action="remove"), took("1", comment_action="remove")]
    assert case_now("2", COPIES, both)["facts"]["last_copy"] is True


def test_copies_from_before_the_thread_still_stand():
    """Five stood, one of them in this thread; four are left, and this is not the last."""
    thread = [COPIES[0], case("2", words="lost cat", facts={"repeated_message": True}, other_copies_standing=5)]
    found = next_case(thread, [took("1", comment_action="remove")])
    assert found["context"]["other_copies_standing"] == 4
    assert "last_copy" not in found["facts"]


def test_a_repeat_that_counts_no_others_is_not_made_the_last_copy():
    """Only copies that were counted and have gone make it so."""
    found = next_case(
        [case("1", words="Lost cat"), case("2", words="Lost cat", facts={"repeated_message": True})], [took("1")]
    )
    assert found["facts"] == {"repeated_message": True}
    assert found["context"]["other_copies_standing"] == 0


def test_the_same_words_of_somebody_else_are_no_copy_unless_it_is_said():
    """Many people write "well done"; a campaign of one text can be named."""
    thread = [case("1", words="Stop it"), case("2", author="Bob", words="Stop it", other_copies_standing=1)]
    gone = [took("1", comment_action="remove")]
    assert next_case(thread, gone)["context"]["other_copies_standing"] == 1
    named = Links(copies={"1": "campaign", "2": "campaign"})
    assert next_case(thread, gone, named)["context"]["other_copies_standing"] == 0


def test_authors_can_be_handed_in():
    """A case of the exchange format names none; without a name nobody wrote two comments."""
    bare = [{key: value for key, value in each.items() if key != "author"} for each in TWO]
    taken = [took("1", account_action="warn")]
    assert known(next_case(bare, taken)) == {}
    assert known(next_case(bare, taken, Links(authors={"1": "Ann", "2": "Ann"}))) == {"warned_before": True}


@pytest.mark.parametrize(
    ("action", "platform", "can", "count"),
    [
        pytest.param("leave", "facebook", [], 24, id="left"),
        pytest.param("remove", "facebook", [], 25, id="removed"),
        pytest.param("hide", "facebook", ["leave", "hide", "remove"], 24, id="hidden where it could be removed"),
        pytest.param("hide", "x", ["leave", "hide"], 25, id="hidden where hiding stands for removing"),
        pytest.param("hide", "x", [], 25, id="hidden on X, of which the case says nothing"),
        pytest.param("hide", "facebook", ["leave", "hide"], 25, id="hidden where the case says it cannot be removed"),
        pytest.param("hide", "x", ["leave", "hide", "remove"], 24, id="hidden where the case says it could be removed"),
    ],
)
def test_removals_on_the_thread_are_counted(action, platform, can, count):
    """On top of those the case knew of, whoever the author."""
    first = {**case("1", author="Bob"), "platform": platform}
    first["context"]["platform_can"] = can
    found = next_case([first, case("2", removals_this_thread=24)], [took("1", comment_action=action)])
    assert found["context"]["removals_this_thread"] == count


def test_nothing_handed_in_is_changed():
    """The next case is a new one; what it came from stands as it was."""
    thread, taken = copy.deepcopy(COPIES), [took("1", comment_action="remove", account_action="warn")]
    next_case(thread, taken)
    assert (thread, taken) == (COPIES, [took("1", comment_action="remove", account_action="warn")])


def test_a_thread_unfolds_to_its_end():
    """Every case once, in order, each as the decisions before it left it; what is skipped can be asked for."""
    seen = list(unfold(COPIES, lambda each: took(each["id"], comment_action="remove")))
    assert [found["id"] for found, _ in seen] == ["1", "2", "3"]
    assert [found["context"]["removals_this_thread"] for found, _ in seen] == [0, 1, 2]
    assert [found["author_history"]["prior_violations"] for found, _ in seen] == [0, 1, 2]
    assert next_case(COPIES, [entry for _, entry in seen]) is None
    assert next_case([], []) is None


def test_what_cannot_be_is_told_all_at_once():
    """Cases and decisions, each fault with its place."""
    thread = [case("2"), case("1"), case("1")]
    taken = [
        {"id": "3", "decision": {"comment_action": "delete", "banish": "yes"}, "notes": ""},
        took("1", done=["log_raeson"]),
        took("1"),
        {"id": "2"},
    ]
    assert faults_of(next_case, thread, taken) == [
        "cases[2] id: two cases have one id; found '1'; rename one",
        (
            "cases[1] context.when: posted before the case above it; found 2026-03-31T12:01 after 2026-03-31T12:02; "
            "expected cases in the order in which they were posted"
        ),
        "taken[0] id: no such case in this thread; found '3'",
        "taken[0] notes: unknown key; one of id, decision, done, duties, breach, inappropriate",
        "taken[0] decision.comment_action: unknown word; found 'delete'; one of leave, hide, remove",
        "taken[0] decision: unknown field 'banish'; one of comment_action, account_action, report, respond, escalate",
        "taken[1] done: unknown duty; found 'log_raeson'; did you mean 'log_reason'?",
        "taken[2] id: decided twice; found '1'; keep one",
        "taken[3] decision: no decision; found None; expected a mapping of the five fields",
    ]
    with pytest.raises(BadInput, match="no case '9' in this thread; see the ids of cases"):
        case_now("9", TWO, [])
