"""Nobody and nothing real: numbers for drama, reserved names, handles that cannot exist, no name of the documents."""

import re
import subprocess
from pathlib import Path

import pytest

from kit.measure import forbidden
from scenarios import NOTICE, generate, names
from scenarios.contrasts import contrasts
from scenarios.load import library
from tests.system import needs_perl

LONG_NUMBER = re.compile(r"\+?\d(?:[ ()/.-]{0,2}\d){6,}")
NUMBER = re.compile(r"(?<![\w£.])\+?\d[\d ()/-]{5,}\d")
DRAMA = re.compile(
    r"01(?:1[3-8]|21|31|41|51|61)4960\d{3}|01914980\d{3}|02079460\d{3}|02896496\d{3}|02920180\d{3}|01632960\d{3}"
    r"|07700900\d{3}|08081570\d{3}|09098790\d{3}|03069990\d{3}"
)
EMAIL = re.compile(r"[\w.+-]+@([\w.-]+)")
DOMAIN = re.compile(r"(?:https?://|www\.)?(?:[a-z0-9-]+\.)+[a-z]{3,}\b", re.IGNORECASE)
DOTTED = re.compile(r"(?<![\w.-])(?:[\w-]+\.)+[a-z]{2,}\b(?![\w.+-]*@)", re.IGNORECASE)
COUNTRY = re.compile(r"\b[a-z0-9-]+\.(?:co|org|gov|ac|police)\.uk\b|\.(?:uk|io|me|tv|ly|eu)\b", re.IGNORECASE)
RESERVED = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|invalid|test)$", re.IGNORECASE)
HANDLE = re.compile(r"(?<![\w.])@\S+")
SAFE_HANDLE = re.compile(r"@~[a-z0-9_-]+_example\b", re.IGNORECASE)
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
PLATE = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b")
BANK = re.compile(
    r"\b[A-Z]{2}\d{2}(?: ?\w{4}){3,7}\b|\b\d{2}-\d{2}-\d{2}\b|\b(?:\d{4}[ -]?){4}\b|\b[A-Z]{2} ?\d{6} ?[A-D]\b"
)
"""An account, a sort code, a card or a National Insurance number: none is ever made."""

MADE_UP_AREAS = ("QZ", "VQ", "JX", "ZV", "XJ")


def texts_of(threads):
    for thread in threads:
        yield thread["post"]["text"]
        yield thread["post"]["author"]
        yield thread["context"]["post_topic"]
        yield from (str(value) for entry in thread["timeline"] for value in entry["set"].values())
        for comment in thread["comments"]:
            yield comment["text"]
            yield comment["author"]
            yield str(comment["context"].get("note", ""))


@pytest.fixture(scope="module")
def texts():
    rows = [text for name in names() for text in texts_of(generate(name, seed=99, as_of="2026-11-21", threads=60))]
    for case in (case for pair in contrasts().pairs for case in pair.cases):
        rows += [case["comment"], case["context"]["post_topic"], str(case["context"]["note"] or "")]
    pools = library().pools("masked")
    return [*rows, *(value for values in pools.values.values() for value in values), *(w[0] for w in pools.writers)]


def test_every_number_that_looks_like_one_is_for_drama(texts):
    numbers = {re.sub(r"\D", "", found) for text in texts for found in NUMBER.findall(text)}
    assert len(numbers) > 100
    assert [number for number in numbers if not DRAMA.fullmatch(number)] == []


def not_for_drama(numbers):
    """Return the numbers that Debian's library does not know as numbers for drama; one process for all."""
    perl = needs_perl("Number::Phone", "libnumber-phone-perl")
    command = [perl, str(Path(__file__).parent / "drama.pl")]
    done = subprocess.run(command, input="\n".join(numbers) + "\n", capture_output=True, text=True, check=True)
    return done.stdout.split()


def numbers_of(texts):
    """Return the digits of everything with seven of them or more and nothing between that keeps them apart."""
    return {re.sub(r"\D", "", found) for text in texts for found in LONG_NUMBER.findall(text)}


def test_debians_library_knows_every_number_as_one_for_drama(texts):
    """A list of numbers that nobody here wrote; it would tell a real one. One of each range here, all in the long test."""
    numbers = {number[:-3]: number for number in numbers_of(texts)}
    assert len(numbers) >= 4
    assert not_for_drama(sorted(numbers.values())) == []
    assert not_for_drama(["07911123456", "01632960123", "02071234567"]) == ["07911123456", "02071234567"]


@pytest.mark.long
def test_a_hundred_thousand_comments_hold_no_real_number_domain_or_name_of_the_documents():
    """Budget: four minutes. Whatever has letters, a dot and letters is held for a domain, whatever it ends with."""
    made, numbers, domains, handles, found = 0, set(), set(), set(), set()
    for seed in range(8):
        for name in names():
            threads = list(generate(name, seed=seed, as_of="2026-11-21", threads=40))
            made += sum(len(thread["comments"]) for thread in threads)
            texts = list(texts_of(threads))
            numbers |= numbers_of(texts)
            domains |= {domain for text in texts for domain in DOTTED.findall(text)}
            handles |= {handle for text in texts for handle in HANDLE.findall(text)}
            found |= set(forbidden.found(texts))
            assert [text for text in texts if COUNTRY.search(text) or PLATE.search(text) or BANK.search(text)] == []
    assert made >= 100_000
    assert len(numbers) > 500
    assert len(domains) > 50
    assert len(handles) > 1000
    assert not_for_drama(sorted(numbers)) == []
    assert [domain for domain in domains if not RESERVED.search(domain)] == []
    assert [handle for handle in handles if not SAFE_HANDLE.match(handle)] == []
    assert found == set()


def test_every_domain_is_reserved(texts):
    bare = [EMAIL.sub(r" \1 ", text) for text in texts]
    domains = {found.split("/")[-1] for text in bare for found in DOMAIN.findall(text)}
    assert len(domains) > 20
    assert [domain for domain in domains if not RESERVED.search(domain)] == []
    assert [text for text in texts if COUNTRY.search(text)] == []


def test_every_handle_carries_the_mark_and_no_platform_would_allow_it(texts):
    handles = {found for text in texts for found in HANDLE.findall(text)}
    assert len(handles) > 100
    assert [handle for handle in handles if not SAFE_HANDLE.match(handle)] == []


def test_postcodes_lie_in_areas_that_do_not_exist_and_no_plate_is_written(texts):
    postcodes = {found for text in texts for found in POSTCODE.findall(text)}
    assert [code for code in postcodes if not code.startswith(MADE_UP_AREAS)] == []
    assert [text for text in texts if PLATE.search(text)] == []


def test_no_name_or_contact_of_the_documents_occurs(texts):
    assert forbidden.found(texts) == []


def test_the_search_for_names_would_find_one():
    """A number is found however it is spaced; the hashes themselves name nobody."""
    stored = forbidden.FILE.read_text(encoding="utf-8")
    assert len(re.findall(r'"[0-9a-f]{64}"', stored)) >= 30
    assert "01632960001" in set(forbidden.phrases("ring 01632 960 001 now"))
    assert forbidden.found(["Come to L-E-I-C-E-S-T-E-R".replace("-", "")])


def test_strong_words_are_named_and_not_written_unless_asked_for(texts):
    strong = [pair[1] for pair in library().lists.strong.values()]
    assert len(strong) >= 5
    assert [text for text in texts if any(word in text.lower() for word in strong)] == []
    opened = [
        comment["text"]
        for thread in generate("repeat-caller", seed=1, as_of="2026-11-21", threads=40, language="open")
        for comment in thread["comments"]
    ]
    assert any(word in text.lower() for word in strong for text in opened)


def test_slurs_are_never_written():
    """A pattern that carries one shows the mask and nothing else."""
    for thread in generate("hate-crime-week", seed=4, as_of="2026-11-21", threads=40, language="open"):
        for comment in thread["comments"]:
            assert ("[slur]" in comment["text"].lower()) == bool(comment["facts"].get("slur")), comment["text"]


def test_the_notice_says_that_all_is_fictitious():
    assert "fictitious" in NOTICE
