"""Every fault of banks and recipes at once, named by file and line; bad arguments refused before anything is made."""

import re
import shutil

import pytest

from kit.errors import BadInput, Faults
from scenarios import faults, generate, library, names, read_library
from scenarios.load import SHIPPED

BANK = """
family: talk
voices: [polite, pirate]
patterns:
  - {id: talk-one, text: "Nice {wether} today"}
  - {id: talk-one, text: "Twice the same id"}
  - {id: talk-two, text: "Never closed {here", facts: {slurr: true}}
  - {id: talk-three, text: "No number here", facts: {others_personal_data: true}}
  - {id: talk-four, text: "Strong and mild", facts: {profanity_open: true, swearing: strong, mild_language: true}}
  - {id: talk-five, text: "Nothing looked for", near: true}
  - {id: talk-six, text: "Hello {to}"}
  - {id: talk-seven, text: "Odd", facts: {threat_imminent: maybe}, moood: warm}
  - {id: talk-eight, text: "Answer me", then: [{id: nobody-there}]}
  - {id: talk-nine, text: "All fine, oddly"}
"""
RECIPE = """
title: A bad recipe
happened: Everything that can be wrong is.
page: {kind: mainn, name: Tollershire Police}
platform: facebok
pack: leicestershire
topics: [x]
cast: {burglar: man}
topic: "About {acused}"
post: ["Text"]
start: {at: ["25:00"]}
context: {proceedings_stage: charged, proceedings_activ: true}
timeline:
  - {after_minutes: 60, set: {proceedings_stage: sentenced, proceedings_active: true}}
  - {after_minutes: 30, set: {}}
arrival: burst
mix: {talk: 50, tlak: 20}
voices: {polite: 60, plite: 40}
records: {clean: 100}
intensity: 9
clauses: [LP-G-REMOVE-01, LP-G-REMOVE-99, OPCC-HIDE-01]
"""


@pytest.fixture
def broken(tmp_path):
    (tmp_path / "banks").mkdir()
    (tmp_path / "recipes").mkdir()
    (tmp_path / "banks" / "talk.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "recipes" / "bad.yaml").write_text(RECIPE, encoding="utf-8")
    return read_library([tmp_path])


@pytest.mark.parametrize(
    "words",
    [
        "banks/talk.yaml:2: voices: unknown word 'pirate'",
        "banks/talk.yaml:5: text: unknown word '{wether}'",
        "talk.yaml:6: the id 'talk-one' stands at banks/talk.yaml:5 too",
        "talk.yaml:7: the brace at character",
        "unknown fact 'slurr'; did you mean 'slur'?",
        "talk.yaml:8: others_personal_data is true, but the words hold no sign of it",
        "talk.yaml:9: mild_language needs no middling or strong swearing",
        "talk.yaml:10: a near miss names no fact that is false",
        "talk.yaml:11: {to} stands in a pattern that is not always a reply",
        "the fact 'threat_imminent' is not true or false",
        "unknown field 'moood'; did you mean 'mood'?",
        "then: no pattern has the id 'nobody-there'",
        "recipes/bad.yaml: the scenario has no facilitator's note",
        "kind: unknown word 'mainn'; did you mean 'main'?",
        "platform: unknown word 'facebok'; did you mean 'facebook'?",
        "cast: unknown word 'burglar'",
        "no pool and no cast fills {acused}",
        "not a time of day; found '25:00'",
        "unknown context field 'proceedings_activ'; did you mean 'proceedings_active'?",
        "timeline entry 2 is not later than the one before it",
        "mix does not add up; found 70; expected 100",
        "voices: unknown word 'plite'; did you mean 'polite'?",
        "intensity is wrong; found 9; expected 0 to 4",
        "mix: nothing is written for 'tlak'; did you mean 'talk'?",
        "the pack 'leicestershire' has no clause 'LP-G-REMOVE-99'",
        "the pack 'leicestershire' has no clause 'OPCC-HIDE-01'",
    ],
)
def test_all_faults_of_banks_and_recipes_are_named_at_once(broken, words):
    everything = "\n".join(str(fault) for fault in faults(broken))
    assert words in everything, everything
    with pytest.raises(Faults) as raised:
        generate("bad", seed=1, as_of="2026-11-21", of=broken)
    assert words in str(raised.value)


def test_a_duplicate_key_and_a_bare_no_are_refused(tmp_path):
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "a.yaml").write_text(
        "family: a\nfamily: b\npatterns: [{id: x, text: no}]\n", encoding="utf-8"
    )
    words = "\n".join(str(fault) for fault in read_library([tmp_path]).faults)
    assert "the key 'family' stands twice" in words
    assert "a bare yes or no" in words


def test_data_without_a_list_is_named_and_nothing_is_tried(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(SHIPPED / "data", data)
    (data / "pools.yaml").write_text("lists: {town: [Harnby, Harnby]}\nstrong: {}\nroles: {}\n", encoding="utf-8")
    shutil.copytree(SHIPPED / "recipes", tmp_path / "recipes")
    whole = read_library([tmp_path], data)
    words = "\n".join(str(fault) for fault in faults(whole))
    assert "holds a word twice" in words
    assert "the list 'surname' is missing" in words
    with pytest.raises(Faults):
        generate("flood-night", seed=1, as_of="2026-11-21", of=whole)


def test_the_shipped_library_has_no_fault():
    assert [str(fault) for fault in faults()] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"name": "flood-nigth"}, "there is no scenario 'flood-nigth'; did you mean 'flood-night'?"),
        ({"name": "zzz"}, "known scenarios: burglary-appeal"),
        ({"seed": "7"}, "seed: found '7'; expected a whole number"),
        ({"seed": True}, "seed: found True; expected a whole number"),
        ({"seed": 1.5}, "expected a whole number"),
        ({"threads": -1}, "threads: found -1; expected 0 or more"),
        ({"as_of": "21/11/2026"}, "expected a date such as 2026-11-21"),
        ({"as_of": "2026-02-30"}, "expected a date such as 2026-11-21"),
        ({"as_of": None}, "expected a date such as 2026-11-21"),
        ({"pack": "leicestershre"}, "did you mean 'leicestershire'?"),
        ({"language": "loud"}, "expected one of masked, open"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_bad_argument_is_refused_before_the_first_thread(arguments, words):
    """The call itself raises: nobody has to ask for a thread first."""
    plain = {"name": "flood-night", "seed": 1, "as_of": "2026-11-21"} | arguments
    with pytest.raises(BadInput) as raised:
        generate(plain.pop("name"), **plain)
    assert words in str(raised.value)


def test_every_scenario_has_a_note_of_about_a_page():
    for name in names():
        assert 100 < len(library().notes[name].split()) < 500


def test_another_folder_adds_banks_and_recipes(tmp_path):
    """As a package of somebody else's would, under the entry point group."""
    (tmp_path / "banks").mkdir()
    (tmp_path / "recipes").mkdir()
    bank = "family: parade\npatterns:\n  - {id: parade-band, text: 'The band was {good|grand}.'}\n"
    (tmp_path / "banks" / "parade.yaml").write_text(bank, encoding="utf-8")
    recipe = (SHIPPED / "recipes" / "repeat-caller.yaml").read_text(encoding="utf-8")
    mixed = re.sub(r"^  thanks: ", "  parade: ", recipe, flags=re.MULTILINE)
    (tmp_path / "recipes" / "parade-day.yaml").write_text(mixed, encoding="utf-8")
    (tmp_path / "recipes" / "parade-day.md").write_text("# A parade", encoding="utf-8")
    whole = read_library([SHIPPED, tmp_path])
    assert faults(whole) == []
    texts = [
        comment["text"]
        for thread in generate("parade-day", seed=1, as_of="2026-11-21", threads=30, of=whole)
        for comment in thread["comments"]
    ]
    assert any("the band was" in text.lower() for text in texts)
    assert whole.digest != library().digest
