"""Tests of items: one question, one id."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import BadInput
from kit.items import Item, canonical, digest
from scenarios.contrasts import contrasts

CASE = {
    "id": "t.c1", "policy": "leicestershire", "platform": "facebook", "account_kind": "main",
    "context": {"when": "2026-03-04T18:00", "pre_election": False}, "author_history": {"prior_violations": 0},
    "comment": "Well done.", "facts": {"fair_criticism": True, "abusive": False},
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def changed(**changes):
    """The case with some of its fields changed."""
    return {**copy.deepcopy(CASE), **changes}


def test_the_same_question_has_the_same_id_in_every_thread():
    """The case's own id, which differs from thread to thread, is no part of the item."""
    assert Item.of(changed(id="another.c9")).id == Item.of(CASE).id


@pytest.mark.parametrize(
    "changes",
    [
        {"comment": "Well done!"},
        {"platform": "x"},
        {"facts": {"fair_criticism": True}},
        {"context": {**CASE["context"], "pre_election": True}},
        {"author_history": {"prior_violations": 1}},
    ],
    ids=["words", "platform", "an explicit false", "moment", "history"],
)
def test_another_question_has_another_id(changes):
    """Whatever a ruling or a reader could tell apart makes another item."""
    assert Item.of(changed(**changes)).id != Item.of(CASE).id


def test_a_family_leaves_out_words_hour_and_topic():
    """Two wordings of one situation are one family, and another fact makes another."""
    retold = changed(comment="Good job", context={**CASE["context"], "when": "2026-05-05T09:00", "post_topic": "Fair"})
    assert Item.of(retold).family == Item.of(CASE).family
    assert Item.of(changed(facts={"abusive": True})).family != Item.of(CASE).family
    assert Item.of(CASE, "p-praise").family == "p-praise"


@given(st.dictionaries(st.text(), JSON))
def test_the_order_of_keys_never_matters(data):
    """Canonical text depends on what is said and not on the order of saying it."""
    backwards = dict(reversed(data.items()))
    assert canonical(backwards) == canonical(data)
    assert digest(backwards) == digest(data)


@pytest.mark.parametrize("value", [float("nan"), {"a": object()}, float("inf")])
def test_what_json_cannot_say_everywhere_is_refused(value):
    """No hash is made of something that another machine would write otherwise."""
    with pytest.raises(BadInput, match="cannot be written as JSON"):
        canonical(value)


def test_both_sides_of_a_contrast_are_one_family_and_two_questions():
    """Whoever sets papers can keep the sides apart, or put them side by side, by their family."""
    pairs = contrasts().pairs
    items = [Item.of_pair(pair) for pair in pairs]
    assert all(one.family == other.family and one.id != other.id for one, other in items)
    assert len({one.family for one, _ in items}) == len(pairs)
    assert len({item.id for both in items for item in both}) == 2 * len(pairs)
