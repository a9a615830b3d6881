"""A ruling that turns on a conflict between the documents says so."""

import pytest

from kit.policy import load
from kit.policy.cases import as_given
from kit.ruling import rule, turns_on
from tests.rulings.test_pack_cases import CASES, PACKS


@pytest.mark.parametrize("name", PACKS)
def test_every_ruling_that_turns_on_a_conflict_names_it(name):
    """The reason names each conflict that decides, and none that does not."""
    pack = load(name)
    deciding = {row["id"] for row in pack.reference["conflicts"]["conflicts"] if row.get("decides")}
    wrong = {}
    for case in CASES[name]:
        given = as_given(name, case)
        turning, why = {row["id"] for row in turns_on(pack, given)} & deciding, rule(pack, given, flips=False)["why"]
        if turning != {each for each in deciding if f"({each})" in why}:
            wrong[case["id"]] = (turning, why)
    assert wrong == {}


@pytest.mark.parametrize("name", PACKS)
def test_every_conflict_that_can_decide_here_decides_a_case(name):
    """No conflict with a clause of the pack on one of its sides is idle."""
    pack = load(name)
    own = {
        row["id"]
        for row in pack.reference["conflicts"]["conflicts"]
        if row.get("decides") and "when" in row and name in row["packs"]
        and any(clause in pack.clauses for side in row["sides"] for clause in side["clauses"])
    }  # fmt: skip
    met = {row["id"] for case in CASES[name] for row in turns_on(pack, as_given(name, case))}
    assert own - met == set()
