"""Threads have the exchange format exactly, and what they say of authors, copies and hours hangs together."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.context import check_case
from kit.terms import CONTEXT, HISTORY
from kit.thread import cases, read
from scenarios import generate, names, traced
from scenarios.truth import counts_against

FIELDS = [
    "id", "scenario", "seed", "as_of", "generator", "pack", "platform", "account_kind", "post", "context", "timeline",
    "comments",
]  # fmt: skip
COMMENT = ["id", "author", "text", "when", "in_reply_to", "facts", "author_history", "context"]


@pytest.fixture(scope="module", params=names())
def threads(request):
    return list(generate(request.param, seed=21, as_of="2026-11-21", threads=30))


def test_a_thread_has_the_fields_of_the_exchange_format_and_no_other(threads):
    for thread in threads:
        assert list(thread) == FIELDS
        assert set(thread["post"]) == {"author", "text", "when"}
        assert set(thread["context"]) == set(CONTEXT)
        assert all(list(entry) == ["at", "set"] for entry in thread["timeline"])
        assert all(list(comment) == COMMENT for comment in thread["comments"])
        assert all(set(comment["author_history"]) == set(HISTORY) for comment in thread["comments"])


def test_a_thread_has_about_a_dozen_comments_in_the_order_of_their_moments(threads):
    for thread in threads:
        moments = [thread["post"]["when"], *(comment["when"] for comment in thread["comments"])]
        assert moments == sorted(moments)
        assert 11 <= len(thread["comments"]) <= 15


def test_most_comments_carry_no_fact_that_counts_against_anyone(threads):
    """Half of a page or more needs no action, as on real ones."""
    rows = [comment["facts"] for thread in threads for comment in thread["comments"]]
    against = sum(counts_against(facts, live=True) for facts in rows)
    assert 0 < against < len(rows) / 2


def test_every_scenario_has_replies_and_authors_who_come_back(threads):
    replies = sum(comment["in_reply_to"] is not None for thread in threads for comment in thread["comments"])
    back = sum(
        len(thread["comments"]) - len({comment["author"] for comment in thread["comments"]}) for thread in threads
    )
    assert 0.2 <= replies / sum(len(thread["comments"]) for thread in threads) <= 0.6
    assert back > 0


def test_a_reply_names_the_one_it_answers_and_nobody_answers_themselves(threads):
    for thread in threads:
        by_id = {comment["id"]: comment for comment in thread["comments"]}
        for comment in thread["comments"]:
            if comment["in_reply_to"]:
                assert by_id[comment["in_reply_to"]]["author"] != comment["author"]


def test_what_is_known_of_an_author_only_grows_within_a_thread(threads):
    for thread in threads:
        known = {}
        for comment in thread["comments"]:
            history, before = comment["author_history"], known.get(comment["author"])
            if before:
                assert history["prior_violations"] >= before["prior_violations"]
                assert history["contacts_last_month"] > before["contacts_last_month"]
                assert history["account_type"] == before["account_type"]
            known[comment["author"]] = history


def test_copies_are_counted_as_they_are_posted(threads):
    for thread in threads:
        seen = Counter()
        for comment in thread["comments"]:
            key = (comment["author"], comment["text"])
            seen[key] += 1
            if seen[key] > 1:
                assert comment["facts"]["repeated_message"] is True
                assert comment["author_history"]["same_message_count"] == seen[key]
                assert comment["context"]["other_copies_standing"] == seen[key] - 1


def test_no_pattern_stands_twice_in_a_thread_but_as_a_copy():
    for name in names():
        for thread, ids in traced(name, seed=8, as_of="2026-11-21", threads=30):
            fresh = [
                id_
                for id_, comment in zip(ids, thread["comments"], strict=True)
                if not comment["facts"].get("repeated_message")
            ]
            again = [id_ for id_, count in Counter(fresh).items() if count > 1]
            assert len(again) <= 1, again


@pytest.mark.parametrize(
    ("pack", "hours"), [("leicestershire", {True, False}), ("lancashire", {None}), ("opcc", {True, False, None})]
)
def test_the_hours_are_those_of_the_pack(pack, hours):
    found = set()
    for thread in generate("repeat-caller", seed=3, as_of="2026-11-21", threads=60, pack=pack):
        found |= {case["context"]["in_monitored_hours"] for case in cases(thread)}
    assert found == hours


def test_nobody_watches_on_a_bank_holiday():
    moments = [
        (case["context"]["when"], case["context"]["in_monitored_hours"])
        for thread in generate("burglary-appeal", seed=3, as_of="2027-01-06", threads=120)
        for case in cases(thread)
    ]
    holiday = [watched for when, watched in moments if when[:10] in ("2026-12-25", "2026-12-28", "2027-01-01")]
    assert holiday
    assert not any(holiday)


def test_an_inject_changes_what_earlier_comments_deserve():
    """The same comment is judged before the arrest, and after."""
    for thread in generate("man-charged", seed=1, as_of="2026-11-21", threads=20):
        arrest, charge = thread["timeline"]
        then, later = cases(thread), cases(thread, at=charge["at"])
        early = [one for one in then if one["context"]["when"] < arrest["at"]]
        assert all(one["context"]["proceedings_stage"] == "investigation" for one in early)
        assert all(one["context"]["proceedings_stage"] == "charged" for one in later)
        assert [one["comment"] for one in later][: len(early)] == [one["comment"] for one in early]


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(names()),
    seed=st.integers(min_value=-(2**70), max_value=2**70),
    as_of=st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2100, 1, 1)),
    pack=st.sampled_from(["leicestershire", "lancashire", "opcc"]),
)
def test_any_seed_date_and_pack_give_sound_threads_and_possible_cases(name, seed, as_of, pack):
    for thread in generate(name, seed=seed, as_of=as_of, pack=pack):
        assert read(thread).pack == pack
        for case in cases(thread):
            assert check_case(case, case["id"]) == []
            assert case["policy"] == pack
