"""What the kit adds to every policy: starts for messages, good practice, masks; each marked as its own and sound."""

import pytest
import yaml

from kit.terms import FACTS, FIELDS
from tests.packs.data import ORGANISATIONS, common, pack
from tests.packs.reading import age
from tests.system import ROOT

DRAFTS = common("drafts")
OLDEST = 14
"""A trainee reads these under pressure; a message may be read by anyone."""


def patterns():
    """Return every pattern of choices in the data, with where it stands."""
    yield from ((kind, entry["for"]) for kind, entry in DRAFTS["kinds"].items())
    yield from ((entry["id"], entry["for"]) for entry in DRAFTS["templates"])
    yield from ((entry["id"], entry.get("if", {})) for entry in common("practice")["practice"])


@pytest.mark.parametrize(("where", "pattern"), patterns())
def test_every_pattern_names_choices_that_there_are(where, pattern):
    """Fields and values of a decision, and never the value that means nothing is done."""
    for field, values in pattern.items():
        assert set(values) <= set(FIELDS[field]) - {"none"}, where


def test_a_start_is_offered_only_beside_choices_that_its_kind_of_message_goes_with():
    """Otherwise it could be chosen and would not be sent."""
    for entry in DRAFTS["templates"]:
        beside = DRAFTS["kinds"][entry["kind"]]["for"]
        assert all(set(values) <= set(beside[field]) for field, values in entry["for"].items()), entry["id"]
    assert len({entry["id"] for entry in DRAFTS["templates"]}) == len(DRAFTS["templates"])


def test_good_practice_names_facts_and_says_why():
    """It is shown as the kit's own addition, so it has to give its reason itself."""
    for entry in common("practice")["practice"]:
        assert entry["words"].endswith(".")
        assert entry["why"].endswith(".")
        assert set(entry.get("facts", ())) <= set(FACTS)
        assert "if" in entry or "facts" in entry


def test_a_mask_is_what_stands_in_the_generators_pools_and_no_slur_has_one():
    """The word behind a mask is the one the pools would write; a slur has no word behind it anywhere."""
    pools = yaml.safe_load((ROOT / "scenarios/data/pools.yaml").read_text("utf-8"))
    for pair in pools["strong"].values():
        shown = pair["masked"]
        for mask, word in common("masks").items():
            shown = shown.replace(mask, word)
        assert shown == pair["open"]
    assert "[slur]" not in common("masks")


@pytest.mark.parametrize("text", [entry["text"] for entry in DRAFTS["templates"]], ids=lambda text: text[:30])
def test_a_message_can_be_read_by_anyone(text):
    """Plain words: the people it goes to did not choose to get it."""
    assert age(text, "Flesch-Kincaid") <= OLDEST


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_every_pack_has_a_place_for_whom_to_talk_to(name):
    """Blank as shipped, like every contact; the screen says so."""
    assert [entry["value"] for entry in pack(name, "contacts")["contacts"] if entry["name"] == "welfare"] == [""]
