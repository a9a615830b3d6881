"""The page about the clock says what the data says."""

import re

import pytest

from kit.context import proceedings_at
from kit.context.history import EVENTS
from tests.context.lines import LAW, events
from tests.system import ROOT

PAGE = ROOT / "docs" / "law-clock.md"
TEXT = PAGE.read_text(encoding="utf-8")
ROWS = {row["id"]: row for row in LAW["law"]}


def clock_row(name):
    """Return the line of the page's table for one event of the clock."""
    rule = LAW["clock"]["events"][name]
    active = "ends it" if rule.get("ends") else "yes" if rule["active"] else "no"
    after = ", ".join(rule.get("needs", ())) or "anything"
    if "of" in rule:
        after = f"{rule['of']}, {rule['after_months']} months on"
    law = "; ".join(dict.fromkeys(ROWS[row]["provision"] for row in rule["law"]))
    return f"| {name} | {active} | {rule['stage']} | {rule.get('trigger', '')} | {after} | {law} |"


def protection_row(name):
    """Return the line of the page's table for one kind of protection."""
    rules = LAW["anonymity"]["events"].items()
    starts, ends = (", ".join(event for event, rule in rules if rule.get(key) == name) for key in ("starts", "ends"))
    return f"| {LAW['anonymity']['kinds'][name]['words']} | {starts} | {ends or 'nothing: it is for life'} |"


@pytest.mark.parametrize("name", LAW["clock"]["events"])
def test_the_page_has_every_event_as_the_data_has_it(name):
    """One line of the table for each."""
    assert clock_row(name) in TEXT.splitlines()


@pytest.mark.parametrize("name", LAW["anonymity"]["kinds"])
def test_the_page_has_every_protection_as_the_data_has_it(name):
    """One line of the table for each."""
    assert protection_row(name) in TEXT.splitlines()


def test_the_page_has_no_event_that_the_data_has_not():
    """And names every event of a history."""
    told = re.findall(r"^\| (\w+) \| (?:yes|no|ends it) \|", TEXT, re.MULTILINE)
    assert told == list(LAW["clock"]["events"])
    assert all(f"`{name}`" in TEXT for name in EVENTS)


def test_the_example_of_the_page_gives_an_active_case():
    """Its steps are read from the page and asked of the clock."""
    found = re.findall(r'\{"at": "(\S+)", "event": "(\w+)"', TEXT)
    moment = re.search(r'proceedings_at\(steps, "(\S+)"', TEXT)[1]
    assert len(found) == 3
    assert proceedings_at(events(*(" ".join(step) for step in found)), moment, LAW)["proceedings_active"]
