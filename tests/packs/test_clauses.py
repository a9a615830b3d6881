"""Every clause is short, dated, sourced and tied to what it does."""

import datetime as dt
import re

import pytest

from kit.terms import CONTEXT, DUTIES, FIELDS, HISTORY
from tests.packs.data import ORGANISATIONS, clauses, common, pack

MOST_WORDS = 40
SETTABLE = {*CONTEXT, *HISTORY, "platform", "account_kind"}
TIES = {"procedural": {"governs"}, "situational": {"sets", "supports"}}
MONTH_OR_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def ids(clause):
    """Name a clause in a test's id."""
    return clause["id"]


def supportable():
    """Return every choice that a clause may support."""
    values = {value for field in FIELDS for value in FIELDS[field]} - {"none"}
    return values | {f"report_{value}" for value in FIELDS["report"]} | {f"escalate_{v}" for v in FIELDS["escalate"]}


@pytest.mark.parametrize("clause", clauses(), ids=ids)
def test_a_clause_is_at_most_forty_words_and_ends_like_a_sentence(clause):
    """A trainee reads it in one breath."""
    assert 3 <= len(clause["words"].split()) <= MOST_WORDS
    assert clause["words"].endswith((".", "?"))
    assert clause["words"][0].isupper()


def test_no_two_clauses_of_a_pack_have_the_same_words():
    """Each says something of its own."""
    for name in ORGANISATIONS:
        words = [clause["words"] for clause in pack(name, "clauses")["clauses"]]
        assert len(words) == len(set(words))


def test_a_clause_names_a_document_of_its_pack():
    """No clause hangs in the air, and no document is without a clause."""
    for name in ORGANISATIONS:
        documents = {document["key"] for document in pack(name, "documents")["documents"]}
        assert {clause["document"] for clause in pack(name, "clauses")["clauses"]} == documents


def test_a_clause_is_in_force_from_a_day_of_its_document_or_not_stated():
    """A dated document dates its clauses, an undated one does not, and no date is invented."""
    dates = {d["key"]: d["date"] for name in ORGANISATIONS for d in pack(name, "documents")["documents"]}
    for clause in clauses():
        date, force = dates[clause["document"]], clause["in_force"]
        if date == "not_stated":
            assert force == "not_stated", clause["id"]
        else:
            assert dt.date.fromisoformat(force["from"]).isoformat().startswith(date), clause["id"]
            assert force["to"] == "not_stated", clause["id"]


def test_a_procedural_clause_governs_a_duty_or_step_and_a_situational_one_sets_or_supports():
    """Every clause that is not graded says what it does to a decision; no other kind does."""
    for clause in clauses():
        ties = {"governs", "sets", "supports"} & set(clause)
        assert bool(ties) == (clause["kind"] in TIES), clause["id"]
        assert ties <= TIES.get(clause["kind"], set()), clause["id"]


def test_what_a_clause_governs_sets_or_supports_exists():
    """No tie to a word that means nothing."""
    steps = common("steps")
    governable = {*DUTIES, *steps["ladder"], *steps["steps"]}
    for clause in clauses():
        assert set(clause.get("governs", ())) <= governable, clause["id"]
        assert set(clause.get("sets", ())) <= SETTABLE, clause["id"]
        assert set(clause.get("supports", ())) <= supportable(), clause["id"]


def test_every_step_and_ladder_step_is_governed_by_a_clause():
    """A step nobody's policy asks for is not a step."""
    governed = {name for clause in clauses() for name in clause.get("governs", ())}
    assert set(common("steps")["steps"]) <= governed
    assert {duty for step in common("steps")["ladder"].values() for duty in step["duties"]} <= set(DUTIES)


def test_a_document_says_what_is_known_of_its_dates():
    """Title, owner, date, copy, review and certainty stand for each; a date is a month or a day, never in the future."""
    for name in ORGANISATIONS:
        for document in pack(name, "documents")["documents"]:
            assert {"key", "title", "owner", "date", "seen", "review_due", "certainty", "remarks"} <= set(document)
            for key in ("date", "review_due"):
                assert document[key] == "not_stated" or MONTH_OR_DAY.fullmatch(document[key])
            assert document["date"] == "not_stated" or document["date"] <= "2026-11-21"
