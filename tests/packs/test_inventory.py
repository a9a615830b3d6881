"""The packs hold the inventory's clauses and conflicts: no more, no fewer, and no different in kind."""

from collections import Counter

import pytest

from kit.terms import DUTIES, FACTS, FIELDS
from tests.packs.data import ORGANISATIONS, clauses, common, inventory, pack

SAME = ("kind", "modality", "subject", "topic")
PREFIX = {"LP": "leicestershire", "HC": "leicestershire", "LANCS": "lancashire", "OPCC": "opcc"}
GRADED = {"leicestershire": 54, "lancashire": 26, "opcc": 13}


def test_all_292_clauses_are_in_the_packs_in_the_order_of_the_inventory():
    """Nothing is lost, nothing added, nothing moved."""
    wanted = [clause["id"] for clause in inventory()["clauses"]]
    assert len(wanted) == 292
    for name in ORGANISATIONS:
        ids = [clause["id"] for clause in pack(name, "clauses")["clauses"]]
        assert ids == [id_ for id_ in wanted if PREFIX[id_.split("-")[0]] == name]


@pytest.mark.parametrize("key", SAME)
def test_a_clause_is_what_the_inventory_says(key):
    """Kind, modality, subject and topic are the inventory's."""
    wanted = {clause["id"]: clause[key] for clause in inventory()["clauses"]}
    assert {clause["id"]: clause[key] for clause in clauses()} == wanted


def test_document_and_heading_are_the_inventorys():
    """A clause cites the passage the inventory found it in."""
    wanted = {c["id"]: (c["source"]["document"], c["source"]["section"]) for c in inventory()["clauses"]}
    assert {c["id"]: (c["document"], c["heading"]) for c in clauses()} == wanted


def test_ninety_three_clauses_are_graded():
    """54, 26 and 13 of them."""
    assert Counter(clause["pack"] for clause in clauses() if clause["kind"] == "graded") == GRADED


def test_a_graded_clause_keeps_its_facts_and_actions():
    """What a clause depends on and what it asks for are the inventory's."""
    graded = [c for c in inventory()["clauses"] if c["kind"] == "graded"]
    wanted = {c["id"]: (c["facts"], c["actions"]) for c in graded}
    assert {c["id"]: (c["facts"], c["actions"]) for c in clauses() if c["kind"] == "graded"} == wanted


def test_the_closed_words_are_the_inventorys():
    """Facts, duties and decision values of kit.terms are those of the inventory."""
    words = inventory()["vocabulary"]
    assert set(words["facts"]) == set(FACTS)
    assert set(words["duties"]) == set(DUTIES)
    assert {name: tuple(values) for name, values in words["decision"].items()} == dict(FIELDS)


def test_the_52_conflicts_are_the_inventorys():
    """Ids, natures and the clauses on either side."""
    wanted = {c["id"]: (c["nature"], set(c["sides"])) for c in inventory()["conflicts"]}
    found = {
        c["id"]: (c["nature"], {clause for side in c["sides"] for clause in side["clauses"]})
        for c in common("conflicts")["conflicts"]
    }
    assert len(found) == len(common("conflicts")["conflicts"]) == 52
    assert found == wanted
