"""A voice changes how words look and never what they say."""

import random
import re

import pytest

from kit.terms import FACTS
from scenarios import truth
from scenarios.dress import dress
from scenarios.lines import VARIANTS, Dresser
from scenarios.load import library
from scenarios.pools import EXACT
from scenarios.text import TextError, every, parse, sample, settle
from scenarios.voices import DECK
from scenarios.wording import fill, finish

LIBRARY = library()
DRESSER = Dresser(LIBRARY, LIBRARY.pools("masked"))
KEPT = re.compile(r"\[[^\]]*\]|\S*[*]\S*|\b999\b|\b101\b")


def lines():
    return [DRESSER.line(pattern, voice) for pattern in LIBRARY.patterns for voice in pattern.voices]


def test_bracketed_and_disguised_words_and_emergency_numbers_come_through_every_voice():
    for line in lines():
        for number in range(VARIANTS):
            kept = KEPT.findall(line.variant(number).words)
            assert set(kept) <= set(KEPT.findall(every(line.pattern.parts))), line.id
            if line.facts.get("slur"):
                assert "[slur]" in line.variant(number).words


def test_a_question_keeps_its_mark():
    for line in lines():
        if line.facts.get("genuine_question") and "?" in sample(line.pattern.parts):
            assert any("?" in line.variant(number).words for number in range(VARIANTS)), line.id


def test_values_that_identify_are_never_altered():
    """A number, link or handle stands in the words exactly as its pool has it."""
    draw = random.Random(5).random
    pools = DRESSER.pools.values
    tried = 0
    for line in lines():
        for number in range(VARIANTS):
            variant = line.variant(number)
            exact = [gap for gap in variant.gaps if gap.key.split("#")[0] in EXACT]
            if not exact or variant.named or not all(gap.pool for gap in variant.gaps):
                continue
            text = fill(variant, {}, draw)
            assert all(any(value in text for value in pools[gap.key.split("#")[0]]) for gap in exact), text
            tried += 1
    assert tried > 100


def test_a_contact_is_in_the_words_wherever_the_facts_say_so():
    cast = {"me": "Mo Pellow", "me_first": "Mo", "me_last": "Pellow", "to": "Val", "tag": "Val"}
    draw = random.Random(6).random
    for line in lines():
        if line.facts.get("others_personal_data") or line.facts.get("own_personal_data"):
            for number in range(VARIANTS):
                text = fill(line.variant(number), cast, draw)
                assert re.search(r"\d|@example\.", text), text


def test_openers_closing_words_and_asides_carry_no_swearing_number_or_question_of_their_own():
    for voice in LIBRARY.voices.values():
        for card in voice.finishes:
            assert not re.search(r"[?*\d@]|\b(?:ffs|bloody|damn)\b", card.opener + card.closer), card
    assert all(not pattern.facts for pattern in LIBRARY.patterns if pattern.family == "aside")


def test_each_rate_of_a_voice_is_dealt_as_often_as_it_says():
    for voice in LIBRARY.voices.values():
        for rate, holds in (
            ("opener", lambda card: card.opener),
            ("closer", lambda card: card.closer),
            ("emoji", lambda card: card.emoji),
            ("aside", lambda card: card.asides),
            ("no_end", lambda card: card.end == ""),
        ):
            dealt = sum(bool(holds(card)) for card in voice.finishes)
            assert dealt == round(voice.rates[rate] * DECK / 100), (voice.name, rate)


def test_a_finish_never_doubles_the_end_mark():
    draw = random.Random(7).random
    for line in lines()[::5]:
        variant = line.variant(0)
        if variant.gaps:
            continue
        for card in line.decks[variant.case][:20]:
            text = finish(variant.words, line, variant, card, more=[], draw=draw)
            assert not re.search(r"[^.!?][.][!?]|\?\.|!\.", text), text


def test_the_same_source_gives_the_same_dress():
    words = settle(parse("Can't {believe|credit} it, {town} again."), random.Random(1).random)
    voice = LIBRARY.voices["teenage"]
    dressed = [dress(list(words), voice, LIBRARY.habits, random.Random(9).random) for _ in range(2)]
    assert dressed[0] == dressed[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [("never {closed", "never closed"), ("odd } here", "without an opening one"), ("{Not A Slot}", "neither a slot")],
)
def test_words_that_cannot_be_read_say_where(text, words):
    with pytest.raises(TextError) as raised:
        parse(text)
    assert words in str(raised.value)


def test_the_tables_of_truth_name_facts_of_the_vocabulary_only():
    named = {fact for fact, _, _ in truth.AGREE} | set(truth.SHOW) | set(truth.TRACES) | set(truth.BREACH)
    assert named <= set(FACTS)


def test_a_word_that_stands_for_another_fits_the_article_before_it():
    """No "a anxious mother": of the words that say the same, only those of the same beginning stand after a or an."""
    voice, seen = LIBRARY.voices["polite"], set()
    for seed in range(60):
        (said,) = dress(["A worried mother is worried."], voice, LIBRARY.habits, random.Random(seed).random)[0]
        seen.add(said)
    assert any("is anxious" in said for said in seen)
    assert not any("A anxious" in said for said in seen)
