"""Contrasts as written: every fault of a pair is told at once, and a small step is measured as a reader would."""

import shutil

import pytest

from kit.errors import Faults
from kit.policy import load
from scenarios.contrasts import MOST_TOKENS, contrasts, differing, distance, read_contrasts
from scenarios.load import SHIPPED, library
from scenarios.text import sample

BAD = """
pack: leicestershire
pairs:
  - {id: far, by: word, text: "{One two three four|Five six seven eight} nine", one: {facts: {abusive: true}}, clauses: [LP-G-REMOVE-00]}
  - {id: still, by: word, text: "Nothing differs", clauses: [LP-G-REMOVE-00]}
  - {id: both, by: word, text: "{This|That}", one: {platform: x}, clauses: [LP-G-REMOVE-00]}
  - {id: fields, text: "Two fields", one: {platform: x, context: {pre_election: true}}, clauses: [LP-G-REMOVE-00]}
  - {id: kind, by: wrod, text: "{This|That}", clauses: [LP-G-REMOVE-00]}
  - {id: clause, by: word, text: "{This|That}", clauses: [LP-G-REMOVE-99]}
  - {id: ungraded, by: word, text: "{This|That}", clauses: [LP-G-AIM-03]}
  - {id: none, by: word, text: "{This|That}", clauses: []}
  - {id: fact, by: word, text: "{This|That}", one: {facts: {abusif: true}}, clauses: [LP-G-REMOVE-00]}
  - {id: unseen, by: word, text: "Ring {him|me}", one: {facts: {others_personal_data: true}}, clauses: [LP-G-REMOVE-00]}
  - {id: slot, by: word, text: "{This|That} {twon}", clauses: [LP-G-REMOVE-00]}
  - {id: open, by: word, text: "{This|That", clauses: [LP-G-REMOVE-00]}
  - {id: hate, by: word, text: "{This|That}", functions: [slur_hh], clauses: [LP-G-REMOVE-00]}
  - {id: moment, by: word, text: "{This|That}", moment: chargd, clauses: [LP-G-REMOVE-00]}
  - {id: stage, by: word, text: "{This|That}", context: {proceedings_stage: charged}, clauses: [LP-G-REMOVE-00]}
  - {id: three, by: word, text: "{This|That|Those}", clauses: [LP-G-REMOVE-00]}
  - {id: three, by: word, text: "{This|That}", whyy: x, clauses: [LP-G-REMOVE-00]}
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """Return the faults of a file in which every pair is wrong in a way of its own."""
    place = tmp_path_factory.mktemp("root")
    (place / "contrasts").mkdir()
    (place / "contrasts" / "bad.yaml").write_text(BAD, encoding="utf-8")
    return "\n".join(str(fault) for fault in read_contrasts([place]).faults)


@pytest.mark.parametrize(
    "words",
    [
        "bad.yaml:4: the words are not a small step apart; found 4 words; expected 1 to 3",
        "bad.yaml:5: the words are not a small step apart; found 0 words",
        "bad.yaml:6: words and circumstances differ; found platform",
        "bad.yaml:7: not one step apart; found 0 words, platform, pre_election",
        "by: unknown word 'wrod'; did you mean 'word'?",
        "clauses: unknown word 'LP-G-REMOVE-99'",
        "clauses: unknown word 'LP-G-AIM-03'",
        "bad.yaml:11: clauses is empty",
        "'abusif'; did you mean 'abusive'?",
        "bad.yaml:13: others_personal_data is true, but the words hold no sign of it",
        "text: unknown word '{twon}'; did you mean '{town}'?",
        "bad.yaml:15: text: the brace at character",
        "functions: unknown word 'slur_hh'; did you mean 'slur_h'?",
        "moment: unknown word 'chargd'; did you mean 'charged'?",
        "bad.yaml:18 (stage.one): this cannot be",
        "bad.yaml:19: text: a choice has 3 words to choose from; expected 2, one for each side",
        "the id 'three' stands at contrasts/bad.yaml:19 too",
        "bad.yaml:20: unknown field 'whyy'",
    ],
)
def test_every_fault_of_a_file_of_pairs_is_named_at_once(broken, words):
    """Twelve ways to write a pair badly, each told by file and line in one go."""
    assert words in broken, broken


def test_a_missing_list_of_changes_is_a_fault_and_no_crash(tmp_path):
    """A data file that is not there is named, and nothing else falls over."""
    shutil.copytree(SHIPPED / "data", tmp_path / "data")
    (tmp_path / "data" / "contrasts.yaml").unlink()
    faults = read_contrasts([SHIPPED], tmp_path / "data").faults
    assert "cannot be read" in str(faults[0])
    with pytest.raises(Faults):
        raise Faults(list(faults))


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("He did it.", "he did it.", 0),
        ("You're a worm", "You're not a worm", 1),
        ("So he's guilty.", "So is he guilty?", 3),
        ("Lock him up", "Lock the shed up", 2),
        ("", "one two", 2),
    ],
)
def test_a_step_is_a_word_put_in_taken_out_or_exchanged(one, other, steps):
    """Capitals do not count, punctuation on a word does."""
    assert distance(one, other) == distance(other, one) == steps


def test_the_sides_of_every_pair_are_a_small_step_apart():
    """Counted again here from the cases alone: a few words and nothing else, or one field and no word."""
    for pair in contrasts().pairs:
        one, other = pair.cases
        words, fields = distance(one["comment"], other["comment"]), differing(one, other)
        assert (0 < words <= MOST_TOKENS and not fields) or (words == 0 and len(fields) == 1), pair.id


def test_no_clause_is_excused_that_does_not_exist_and_none_without_a_reason():
    """An excuse names a graded clause of a pack and says why."""
    known = {clause.id for name in ("leicestershire", "lancashire", "opcc") for clause in load(name).clauses.values()}
    found = contrasts()
    assert set(found.exempt) <= known
    assert all(len(reason.split()) > 5 for reason in found.exempt.values())


def test_the_same_pair_has_the_same_words_every_time():
    """What fills a slot depends on the pair's id alone."""
    first = [case["comment"] for pair in read_contrasts([SHIPPED]).pairs for case in pair.cases]
    assert first == [case["comment"] for pair in contrasts().pairs for case in pair.cases]
    assert len(set(first)) > len(first) * 0.75  # only pairs that differ in a field repeat their words


def test_every_pair_stands_in_a_world_with_a_post_and_nothing_left_to_fill():
    """No brace is left over, every pair says what it stands under, and a strong word is shown by its name in brackets."""
    for pair in contrasts().pairs:
        for case in pair.cases:
            assert case["context"]["post_topic"], pair.id
            assert not set("{}|") & set(case["comment"] + case["context"]["post_topic"]), case["id"]
            if case["facts"].get("profanity_open") and case["facts"]["swearing"] == "strong":
                assert "-word]" in case["comment"], case["id"]


def test_the_words_of_the_pairs_are_many_and_their_own():
    """At least four texts for every graded clause, no two pairs of the same words, and none from the banks of threads."""
    pairs = contrasts().pairs
    texts = {case["comment"] for pair in pairs for case in pair.cases}
    graded = {clause for pair in pairs for clause in pair.clauses}
    assert len(texts) >= 4 * len(graded)
    assert len({frozenset(case["comment"] for case in pair.cases) for pair in pairs}) == len(pairs)
    assert not texts & {sample(pattern.parts) for pattern in library().patterns}
