"""The banks hold enough for every fact, and what looks the same counts once."""

import re

import pytest

from kit.measure.rulings import coverage, rulings
from kit.measure.sample import draw
from kit.policy import load, names
from kit.review.words import WANTED, WANTED_HARMLESS, distinct, harmless, words
from kit.terms import FACTS, HISTORY
from scenarios import library

SURROUNDINGS = {
    *HISTORY, "platform", "account_kind", "page_filter_on", "page_filter_result", "other_copies_standing",
    "removals_this_thread", "in_monitored_hours", "pre_election", "can_hide", "can_remove",
}  # fmt: skip
"""What no words can show: history, platform, page, the ladder's numbers."""

NAME = re.compile(r"[a-z_]+")


def test_every_fact_has_patterns_that_carry_it_and_patterns_that_nearly_do():
    rows = words(library())
    assert [row["fact"] for row in rows] == list(FACTS)
    assert [row for row in rows if min(row["carry"], row["nearly"]) < WANTED] == []


def test_there_are_harmless_patterns_enough():
    assert harmless(library()) >= WANTED_HARMLESS


def test_patterns_that_share_more_than_half_their_words_count_as_one():
    one, like, other = (frozenset(text.split()) for text in ("a b c d", "a b c e", "a b f g"))
    assert distinct([one, like]) == 1
    assert distinct([one, other]) == 2
    assert distinct([]) == 0


def about_surroundings(pack):
    """Return the graded clauses that a rule cites whose condition, definitions opened, names surroundings."""

    def named(source):
        found = set(NAME.findall(source))
        return found.union(*(named(pack.definitions[name].source) for name in found & set(pack.definitions)))

    rows = [row for table in pack.tables.values() for row in table]
    cited = {clause for row in rows if named(row.when.source) & SURROUNDINGS for clause in row.clauses}
    return {clause for clause in cited if clause in pack.clauses and pack.clauses[clause].kind == "graded"}


@pytest.fixture(scope="module")
def covered():
    rows = draw(4000, 1)
    return coverage(rows, rulings(rows))


@pytest.mark.parametrize("name", names())
def test_clauses_about_history_platform_or_ladder_are_exercised_in_five_contexts_or_more(name, covered):
    """Contexts differ in platform, page, context or history, and not in the hour alone."""
    contexts = {row["clause"]: row["contexts"] for row in covered[name]}
    asked = about_surroundings(load(name))
    assert asked
    assert {clause: contexts[clause] for clause in asked if contexts[clause] < 5} == {}
