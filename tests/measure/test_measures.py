"""What tells sets apart, what gives an answer away, what repeats, what is not safe: each finds what is planted."""

import random

import pytest

from kit.measure.duplicates import near_duplicates, repetition
from kit.measure.leak import balanced, families, leak
from kit.measure.plots import against, bars
from kit.measure.rulings import coverage, situation
from kit.measure.safety import safety
from kit.measure.separability import apart, cut, even, grammar, shape
from kit.terms import FACTS
from tests.measure.rows import row

WORDS = ["kettle", "lamp", "bridge", "river", "Tuesday", "kerb", "gate", "dog", "bin", "lane", "tea", "boots"]


def sentences(count, seed, *, end="."):
    """Return sentences of random words, which nothing but their end can tell apart."""
    draw = random.Random(seed)
    return [" ".join(draw.sample(WORDS, 5)) + end for _ in range(count)]


def test_links_and_handles_look_the_same_in_every_set():
    assert even("see https://clip.example/v/x and [URL]") == even("see [URL] and www.bobbinway.example")
    assert even("@~moss_example hello") == even("[USER] hello") == even("@user hello")


def test_style_keeps_how_it_is_typed_and_grammar_only_the_small_words():
    assert shape("At 9, PC Café!") == "Xx 9, XX Xxxx!"
    assert grammar("Don't ask THE dog, it's late…") == "don't _ the _ , it's _ …"


def test_one_set_is_not_told_from_itself_and_a_habit_is_found_by_style_alone():
    one, other, dotted = sentences(200, 1), sentences(200, 2), sentences(200, 3, end=" ...")
    assert apart(one, other, "style") < 0.62
    assert apart(one, dotted, "style") > 0.99
    assert apart(one, dotted, "grammar") > 0.99


def test_what_is_compared_has_3_to_40_words_and_stands_once():
    assert cut(["a b", "a b c", "a b c", " ".join("a" * 41)]) == ["a b c"]


def test_near_duplicates_are_found_however_short():
    texts = [
        "Following",
        "Following",
        "Nobody came to us on Monday.",
        "Nobody came to us on Monday",
        "Quite another thing",
    ]
    assert near_duplicates(texts) == [(0, 1), (2, 3)]


def test_spam_may_repeat_itself_and_others_may_not():
    spam = [row("BUY NOW buy now", facts={"promotional": True}, pattern="ad") for _ in range(4)]
    rows = [*spam, row("Following", pattern="a"), row("Following", pattern="a"), row("Something else", pattern="b")]
    found = repetition(rows)
    assert found["near_duplicates"] == pytest.approx(200 / 3)
    assert found["near_copies"] == pytest.approx(100 / 3)
    assert found["most_used"][0] == ["ad", pytest.approx(400 / 7)]


def planted(*, telling):
    """Return rows and rulings, half acted on; a word gives the answer away where ``telling`` says so."""
    rows, ruled = [], []
    for number, text in enumerate(sentences(400, 4)):
        act = number % 2 == 0
        said = f"{'scum' if act and telling else 'lad'} {text}"
        rows.append(row(said, scenario=f"s{number % 7}", facts={"abusive": act, "aimed_at_individual": act}))
        best = {"comment_action": "remove" if act else "leave"}
        ruled.append({"best": best, "near_miss_of": [] if act else ["X"], "grounds": ["X"] if act else []})
    return rows, ruled


def test_a_telling_word_leaks_and_its_absence_does_not():
    loud, quiet = leak(*planted(telling=True)), leak(*planted(telling=False))
    assert loud["words"] > 0.99
    assert loud["families"]["abuse"]["words"] > 0.99
    assert quiet["words"] < 0.62
    assert quiet["facts_and_context"] > 0.99


def test_half_are_left_and_plain_harmless_comments_are_no_near_miss():
    rows = [row("a", facts={"abusive": True}), row("b"), row("c", facts={"abusive": False}), row("d")]
    ruled = [
        {"best": {"comment_action": action}, "near_miss_of": []} for action in ("remove", "leave", "leave", "leave")
    ]
    chosen, acted = balanced(rows, ruled)
    assert [one.text for one in chosen] == ["a", "c"]
    assert acted == [True, False]


def test_every_family_is_of_facts_that_there_are():
    assert {name for facts in families().values() for name in facts} <= set(FACTS)


def test_a_clause_is_exercised_by_contexts_and_not_by_hours():
    one, later = row("a"), row("a", when="2026-11-21T11:00")
    other = row("a", pre_election=True)
    assert situation(one.case) == situation(later.case) != situation(other.case)
    ruling = {"reject": [], "near_miss_of": [], "grounds": ["LP-P-REMOVE-01"]}
    found = coverage([one, later, other], {"leicestershire": [ruling] * 3})["leicestershire"]
    hit = [line for line in found if line["contexts"]]
    assert [(line["clause"], line["grounds"], line["contexts"]) for line in hit] == [("LP-P-REMOVE-01", 3, 2)]


def test_what_is_not_safely_made_up_is_named():
    texts = [
        "ring 07700 900123 or 020 8123 4567",
        "see tollerlock.example and shop.tollerlock.net",
        "@~moss_example @moss",
    ]
    found = safety(texts)
    assert {name: each["unsafe"] for name, each in found.items()} == {
        "numbers": ["02081234567"],
        "domains": ["shop.tollerlock.net"],
        "handles": ["@moss"],
        "names": [],
    }


def test_plots_escape_their_words_and_say_what_they_show():
    drawn = bars([("<b>", 1.0)], "A & B")
    assert "<b>" not in drawn
    assert 'aria-label="A &amp; B"' in drawn
    assert "(outside)" in against([("x", 3.0, 0.0, 1.0)], "t")
