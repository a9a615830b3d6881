"""Which clauses and duties each of the pack's own cases comes to, exactly."""

import pytest

from kit.policy import load
from kit.policy.cases import as_given
from kit.ruling import rule
from tests.rulings.exact import differences, exact
from tests.rulings.test_pack_cases import CASES, PACKS


@pytest.mark.parametrize("pack", PACKS)
def test_grounds_near_misses_duties_and_verdicts_are_as_they_were_looked_at(pack: str) -> None:
    """Each case has exactly these (after a change meant: python -m tests.rulings.exact --write, and look at the diff)."""
    found = {}
    for case in CASES[pack]:
        lines = list(differences(rule(load(pack), as_given(pack, case), flips=False), exact(pack).get(case["id"])))
        if lines:
            found[case["id"]] = lines
    assert found == {}


@pytest.mark.parametrize("pack", PACKS)
def test_every_case_has_its_exact_lists_and_no_list_is_without_a_case(pack: str) -> None:
    """The golden file and the pack name the same cases."""
    assert sorted(exact(pack)) == sorted(case["id"] for case in CASES[pack])
