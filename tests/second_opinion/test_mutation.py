"""Drop or turn round any one term of any condition of a pack, and one of its own cases notices."""

import functools

import pytest

from tests.second_opinion.book import PACKS, book
from tests.second_opinion.language import read
from tests.second_opinion.mutants import changes, mutants
from tests.second_opinion.mutation import bench, listed, tally
from tests.second_opinion.outcomes import same_everywhere
from tests.second_opinion.solver import Worlds

AT_LEAST = 0.99
"""The share of mutants that can be told apart and are killed; 95% was the aim."""
EACH = 50
"""Of the mutants that were killed, one in so many is put to the solver too."""


@functools.cache
def worlds(name: str) -> Worlds:
    """Return a solver of one pack over the worlds that make sense, made once."""
    return Worlds(book(name), sensible=True)


def test_a_condition_is_changed_in_every_way():
    """Each part is dropped, each test turned round, each threshold moved, each word of a list left out."""
    found = {
        str(changed) for _, changed in changes(read("slur and not (prior_violations >= 4 or platform in (x, youtube))"))
    }
    assert found == {
        "not (prior_violations >= 4 or platform in (x, youtube))",
        "not slur and not (prior_violations >= 4 or platform in (x, youtube))",
        "slur",
        "slur and not platform in (x, youtube)",
        "slur and not (prior_violations < 4 or platform in (x, youtube))",
        "slur and not (prior_violations > 4 or platform in (x, youtube))",
        "slur and not prior_violations >= 4",
        "slur and not (prior_violations >= 4 or platform not in (x, youtube))",
        "slur and not (prior_violations >= 4 or platform in (youtube,))",
        "slur and not (prior_violations >= 4 or platform in (x,))",
    }


def test_a_listed_mutant_is_one_that_the_pack_has():
    """A rule that was changed takes its lines out of equivalent.yaml."""
    for name in PACKS:
        assert sorted(set(listed(name)) - {str(mutant) for mutant in mutants(book(name))}) == []


def test_a_case_kills_a_mutant_and_no_case_kills_an_equivalent_one():
    """The first case that notices is named."""
    by_name = {str(mutant): mutant for mutant in mutants(book("opcc"))}
    assert bench("opcc").killer(by_name["definitions abuses_one_person: without [not abuses_office_holder]"])
    assert bench("opcc").killer(by_name["definitions keeps_last_copy: without [repeated_message]"]) is None


@pytest.mark.long
@pytest.mark.parametrize("name", PACKS)
def test_the_packs_own_cases_notice_nearly_every_mutant(name):
    """At most three minutes for the three packs on two cores; nothing listed as equivalent is noticed after all."""
    found = tally(name)
    assert found.share >= AT_LEAST, "\n".join(map(str, found.unnoticed))
    assert {str(mutant) for mutant in found.equivalent} == set(listed(name))


@pytest.mark.long
@pytest.mark.parametrize("name", PACKS)
def test_the_solver_tells_apart_what_a_case_does_and_nothing_that_is_listed_as_proven(name):
    """At most three minutes for the three packs; one killed mutant in 50 shows that the solver can say no."""
    proven = listed(name, proven=True)
    same = [str(each) for each in tally(name).equivalent if same_everywhere(book(name), each, worlds(name))]
    assert sorted(same) == sorted(proven)
    assert [str(each) for each in tally(name).killed[::EACH] if same_everywhere(book(name), each, worlds(name))] == []
