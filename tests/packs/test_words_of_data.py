"""Everything that has to be named is named: topics, facts, gravity, duties, conflicts, silences."""

import pytest

from kit.conditions import parse
from kit.policy import load as load_pack
from kit.policy.names import kinds
from kit.terms import CLOSED, CONTEXT, DUTIES, FACT_VALUES, FACTS, FIELDS, HISTORY
from tests.packs.data import ORGANISATIONS, clause_ids, clauses, common, pack, strings

WORDY = {"proceedings_note", "when", "post_topic", "platform_can", "note"}
"""Fields that hold free text or a list: they have a label and no words for their values."""
NATURES = {"conflict", "silent", "ambiguous", "defective", "out_of_date"}


def test_every_topic_of_a_clause_has_a_label_and_every_label_a_topic():
    """No topic shows as a code word."""
    assert set(common("topics")) == {clause["topic"] for clause in clauses()}


def test_every_fact_has_a_gravity_from_nought_to_four_with_a_reason():
    """The scale is whole, and every figure says why."""
    gravity = common("gravity")
    assert set(gravity) == set(FACTS)
    assert {entry["gravity"] for entry in gravity.values()} == {0, 1, 2, 3, 4}
    assert all(entry["why"].endswith(".") for entry in gravity.values())


def test_every_duty_has_words_and_a_way_to_show_it_or_is_a_reminder():
    """A duty either shows in the five fields or never changes a verdict."""
    assert set(common("duties")) == set(common("discharge")) == set(DUTIES)
    for duty, entry in common("discharge").items():
        assert ("done_by" in entry) != entry.get("reminder_only", False), duty
        for field, values in entry.get("done_by", {}).items():
            assert set(values) <= set(FIELDS[field]) - {"none"}, duty


def test_every_fact_has_its_phrases():
    """Feedback can say that a fact holds, would hold, or would not."""
    phrases = common("facts")["facts"]
    assert set(phrases) == set(FACTS)
    for fact, entry in phrases.items():
        if fact in FACT_VALUES:
            assert set(entry["values"]) == set(FACT_VALUES[fact])
        else:
            assert set(entry) == {"has", "had", "without"}, fact
            assert len(set(entry.values())) >= 2, fact


@pytest.mark.parametrize(("section", "names"), [("context", CONTEXT), ("history", HISTORY)])
def test_every_field_of_context_and_history_has_words_for_all_its_values(section, names):
    """A flip over any field can be told in words."""
    entries = common("facts")[section]
    assert set(entries) == set(names)
    for name, default in names.items():
        entry = entries[name]
        assert entry["label"]
        if name in CLOSED:
            assert set(entry["values"]) == set(entry["shown"]) == set(CLOSED[name]), name
        elif isinstance(default, bool):
            assert {"true", "false"} == set(entry["values"]) == set(entry["shown"]), name
        elif isinstance(default, int):
            least = [step["at_least"] for step in entry["steps"]]
            assert least == sorted(least, reverse=True), name
            assert least[-1] == 0, name
        else:
            assert name in WORDY or "values" in entry, name


def test_every_side_of_a_conflict_is_a_clause_and_says_something():
    """Two sides at least, in our words, with a treatment."""
    for conflict in common("conflicts")["conflicts"]:
        assert conflict["nature"] in NATURES
        assert len(conflict["sides"]) >= 2, conflict["id"]
        assert conflict["treatment"].endswith("."), conflict["id"]
        for side in conflict["sides"]:
            assert set(side["clauses"]) <= clause_ids(), conflict["id"]
            assert side["clauses"], conflict["id"]


def test_a_conflict_names_every_pack_whose_clauses_it_cites():
    """The packs it touches are at least those it cites."""
    owner = {clause["id"]: clause["pack"] for clause in clauses()}
    for conflict in common("conflicts")["conflicts"]:
        cited = {owner[clause] for side in conflict["sides"] for clause in side["clauses"]}
        assert cited <= set(conflict["packs"]) <= set(ORGANISATIONS), conflict["id"]


def test_a_conflict_that_turns_rulings_says_when_in_the_words_of_conditions():
    """turns_on names facts and fields of the case; `when` parses for every pack it touches."""
    for conflict in common("conflicts")["conflicts"]:
        known = {*FACTS, *CONTEXT, *HISTORY, "platform", "account_kind"}
        assert set(conflict["turns_on"]) <= known, conflict["id"]
        assert bool(conflict["turns_on"]) == ("when" in conflict), conflict["id"]
        for name in conflict["packs"]:
            settings = load_pack(name).settings
            words = kinds(settings) | dict.fromkeys(load_pack(name).definitions, "yes or no")
            assert "when" not in conflict or parse(conflict["when"], words)


def test_a_silence_names_the_conflict_it_belongs_to():
    """What a policy is silent about is tied to a conflict that touches it."""
    touches = {conflict["id"]: conflict["packs"] for conflict in common("conflicts")["conflicts"]}
    for name in ORGANISATIONS:
        for entry in pack(name, "silent")["silent"]:
            assert set(entry) == {"what", "kit", "conflict"}
            assert name in touches[entry["conflict"]], entry


def test_no_text_of_the_data_is_empty_or_padded():
    """A blank label is a fault nobody sees until a screen shows it; contact points alone ship blank."""
    for stem in ("topics", "duties", "facts", "gravity", "conflicts", "platforms", "law", "lines", "steps"):
        for text in strings(common(stem)):
            assert text.strip() == text, (stem, text)
            assert text, stem
