"""Platforms, pages, roles, contact points, law and bank holidays: dated, sourced, whole."""

import datetime as dt
import re

import pytest

from kit.terms import ACCOUNT_KINDS, FIELDS, PLATFORMS, STAGES, TRIGGERS
from tests.packs.data import ORGANISATIONS, clause_ids, common, pack

CERTAINTIES = {"S", "K", "?"}
DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def claims(platform):
    """Return every claim about one platform, with a name for it."""
    entry = common("platforms")[platform]
    found = [("hide_seen_by", entry["hide_seen_by"])]
    found += [(f"not_possible {value}", claim) for value, claim in entry["not_possible"].items()]
    return found + [
        (f"{field} {value}", claim) for field, acts in entry["acts"].items() for value, claim in acts.items()
    ]


def test_every_platform_is_described():
    """The eight of the vocabulary and no other."""
    assert set(common("platforms")) == set(PLATFORMS)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_claim_about_a_platform_has_a_source_a_date_and_a_certainty(platform):
    """A claim nobody can check is not a claim; one that is not sure says so."""
    for name, claim in claims(platform):
        assert claim["source"], name
        assert DATE.fullmatch(claim["date"]), name
        assert claim["date"] <= "2026-11-21", name
        assert claim["certainty"] in CERTAINTIES, name


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_button_has_its_word_and_says_what_it_does(platform):
    """All values of four fields; whom to tell is the pack's own."""
    acts = common("platforms")[platform]["acts"]
    assert set(acts) == set(FIELDS) - {"escalate"}
    for field, buttons in acts.items():
        assert tuple(buttons) == FIELDS[field]
        for button in buttons.values():
            assert button["label"]
            assert button["does"].endswith(".")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_a_platform_cannot_do_has_a_reason(platform):
    """An act on a comment either works or says why not."""
    entry = common("platforms")[platform]
    assert set(entry["can"]) | set(entry["not_possible"]) == set(FIELDS["comment_action"])
    assert not set(entry["can"]) & set(entry["not_possible"])


def test_the_platforms_do_what_the_grading_principles_say():
    """X cannot remove; YouTube and WhatsApp cannot hide; Facebook and Instagram can do all three."""
    can = {name: set(entry["can"]) for name, entry in common("platforms").items()}
    assert can["x"] == {"leave", "hide"}
    assert can["youtube"] == can["whatsapp"] == {"leave", "remove"}
    assert can["facebook"] == can["instagram"] == {"leave", "hide", "remove"}


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_a_pack_names_all_five_roles(name):
    """Each says whether it exists here, what for, and which clause names it."""
    roles = pack(name, "roles")
    assert tuple(roles) == FIELDS["escalate"]
    for role in roles.values():
        assert role["name"]
        assert role["for"].endswith(".")
        assert isinstance(role["exists"], bool)
        assert set(role["named_by"]) <= clause_ids()


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_a_page_is_of_a_known_kind_on_known_platforms(name):
    """And the platforms an organisation shuns are none of them."""
    pages = pack(name, "pages")
    for kind, page in pages["pages"].items():
        assert kind in ACCOUNT_KINDS
        assert set(page["platforms"]) <= set(PLATFORMS)
        assert not set(page["platforms"]) & set(pages["not_on"])
        assert set(page["callers"]) <= set(page["platforms"])


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_hours_are_stated_with_clauses_or_not_stated(name):
    """A missing end of the hours is named under `missing`, never guessed."""
    pages = pack(name, "pages")
    missing = {entry["setting"] for entry in pages.get("missing", ())}
    for kind, page in pages["pages"].items():
        hours = page["hours"]
        if hours == "not_stated":
            continue
        assert set(hours["days"]) <= set(WEEKDAYS)
        assert set(hours["clauses"]) <= clause_ids()
        for end in ("from", "to"):
            named = f"pages.{kind}.hours.{end}" in missing
            assert named == (hours[end] is None)
            assert named or dt.time.fromisoformat(hours[end])


def test_the_opcc_closing_time_is_missing_and_named():
    """The owner fills it in; the kit does not guess."""
    assert pack("opcc", "pages")["pages"]["opcc"]["hours"]["to"] is None
    assert pack("opcc", "pages")["missing"][0]["conflict"] == "CF-01"


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_contact_points_ship_blank(name):
    """A force fills in its own."""
    for contact in pack(name, "contacts")["contacts"]:
        assert contact["value"] == ""
        assert contact["label"]
        assert set(contact["clauses"]) <= clause_ids()


def test_national_lines_have_source_date_and_certainty():
    """Three lines, the same for every pack."""
    assert [line["number"] for line in common("lines")["lines"]] == ["999", "101", "0800 555 111"]
    for line in common("lines")["lines"]:
        assert line["source"]
        assert DATE.fullmatch(line["date"])
        assert line["certainty"] in CERTAINTIES


def test_the_law_clock_knows_every_stage_and_cites_its_provisions():
    """What starts a case, what ends it, under which provision."""
    clock, law = common("law")["clock"], {entry["id"]: entry for entry in common("law")["law"]}
    assert set(clock["stages"]) == set(STAGES)
    for name, event in clock["events"].items():
        assert event["active"] == clock["stages"][event["stage"]], name
        assert event.get("trigger", "none") in TRIGGERS, name
        assert ("trigger" in event) == event["active"], name
        assert event["law"], name
        assert set(event["law"]) <= set(law), name
        assert set(event.get("clauses", ())) <= clause_ids(), name
    assert {event["stage"] for event in clock["events"].values()} == set(STAGES) - {"none"}


def test_every_law_entry_has_source_date_and_certainty():
    """Law is reference, and each line says how sure we are."""
    for entry in common("law")["law"]:
        assert {"id", "title", "provision", "says", "source", "date", "certainty"} <= set(entry)
        assert entry["certainty"] in CERTAINTIES
        assert DATE.fullmatch(entry["date"])
