"""A shipped recipe with things broken in it: each is named, all at once, with the word that was meant."""

import dataclasses
import re

import pytest

from kit.errors import Faults
from kit.policy.strict import read
from scenarios import faults, generate, library, read_library
from scenarios.load import SHIPPED
from scenarios.recipes import Frame, read_recipe

SOURCE = (SHIPPED / "recipes" / "burglary-appeal.yaml").read_text(encoding="utf-8")
THANKS, STAFF, ADVERT, SCAM = (
    re.search(rf"^  {key}: .*", SOURCE, re.MULTILINE)[0] for key in ("thanks", "any staff", "advert", "scam")
)
BREAKS = {
    "an unknown clause": ("LP-G-REMOVE-04", "LP-G-REMOVE-40", "the pack 'leicestershire' has no clause 'LP-G-REMOVE-40'"),
    "a clause of another pack": ("LP-P-REPORT-01", "OPCC-HIDE-01", "the pack 'leicestershire' has no clause 'OPCC-HIDE-01'"),
    "an unknown fact": (THANKS, THANKS.replace("thanks", "fact slurr"), "nothing is written for 'fact slurr'; did you mean 'fact slur'?"),
    "an unknown fact nearly said": (
        STAFF,
        STAFF.replace("any staff", "near fact threatning"),
        "nothing is written for 'near fact threatning'; did you mean 'near fact threatening'?",
    ),
    "an unknown family": (ADVERT, ADVERT.replace("advert", "adverts"), "nothing is written for 'adverts'; did you mean 'advert'?"),
    "an unknown voice": ("sarcastic: 10", "sarcstic: 10", "voices: unknown word 'sarcstic'; did you mean 'sarcastic'?"),
    "an unknown platform": ("platform: facebook", "platform: facebok", "platform: unknown word 'facebok'"),
    "an unknown record": ("one_slip: 7", "one_slpi: 7", "records: unknown word 'one_slpi'; did you mean 'one_slip'?"),
    "an unknown arrival": ("arrival: evening", "arrival: evning", "arrival: unknown word 'evning'"),
    "an unknown pool in the cast": ("estate: estate", "estate: esttate", "cast: estate: unknown word 'esttate'"),
    "a mix that does not add up": (SCAM, f"  scam: {float(SCAM.split()[1]) + 1:g}", "mix does not add up; found 101; expected 100"),
    "voices that do not add up": ("elderly: 16", "elderly: 17", "voices does not add up; found"),
    "a slot that no pool fills": ("around {street}", "around {streeet}", "no pool and no cast fills {streeet}"),
    "a context that cannot be": ("page_filter_on: true", "page_filter_on: maybe", "page_filter_on"),
    "an unknown field": ("difficulty: 2", "dificulty: 2", "unknown field 'dificulty'; did you mean 'difficulty'?"),
}  # fmt: skip


def written(place, *breaks):
    """Return the path of a broken copy of one recipe, its note beside it."""
    (place / "recipes").mkdir()
    text = SOURCE
    for old, new, _ in breaks:
        assert old in text, old
        text = text.replace(old, new)
    path = place / "recipes" / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".md").write_text("# Broken", encoding="utf-8")
    return path


def with_recipe(path):
    """Return the shipped library with this recipe and no other: quicker than reading all of it again."""
    whole, found = library(), []
    frame = Frame(
        lists=whole.lists, voices=tuple(whole.voices), records=tuple(whole.records), arrivals=tuple(whole.arrivals)
    )
    recipe = read_recipe("broken", read(path), "recipes/broken.yaml", frame, found)
    return dataclasses.replace(whole, recipes={"broken": recipe}, faults=tuple(found))


def refused(of):
    with pytest.raises(Faults) as raised:
        generate("broken", seed=1, as_of="2026-11-21", of=of)
    return str(raised.value)


@pytest.mark.parametrize("fault", BREAKS)
def test_one_thing_broken_is_named_and_nothing_else(tmp_path, fault):
    words = refused(with_recipe(written(tmp_path, BREAKS[fault]))).splitlines()
    assert BREAKS[fault][2] in "\n".join(words)
    assert len(words) <= 2, words
    assert all("recipes/broken.yaml" in line for line in words), words


def test_everything_broken_is_named_at_once(tmp_path):
    """By the call that makes threads, and by the check of the whole library."""
    written(tmp_path, *BREAKS.values())
    whole = read_library([SHIPPED, tmp_path])
    words = refused(whole)
    assert words.splitlines() == [str(fault) for fault in faults(whole)]
    for fault, (_, _, expected) in BREAKS.items():
        if "add up" not in fault:
            assert expected in words, fault
    assert "mix does not add up" in words
    assert "voices does not add up" in words


def test_the_copy_is_sound_as_long_as_nothing_is_broken(tmp_path):
    whole = with_recipe(written(tmp_path))
    assert faults(whole) == []
    assert len(next(generate("broken", seed=1, as_of="2026-11-21", of=whole))["comments"]) >= 11
