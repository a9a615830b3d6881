"""A whole thread by keyboard alone, with the kernel killed in the middle."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kit.judge import judge
from kit.player import make_paper
from kit.records import Event, Records, verify
from tests.end_to_end import axe, keys
from tests.end_to_end.lab import Lab
from tests.end_to_end.trainee import PLAYER, Trainee
from tests.system import ROOT

NOTEBOOK = "00-start-here.ipynb"
SHOWN_SECONDS = 3
PICTURE = ROOT / "docs" / "images" / "player.png"
DRAW = "HOUSE_RULES_PICTURES"
"""Set to 1 to write the README's picture anew; it is kept with the test's own files otherwise."""

SETTLED = 150
"""Milliseconds after which nothing moves any more."""

IN_SIGHT = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const frame = document.querySelector('.jp-WindowedPanel-outer').getBoundingClientRect();
  return box.top >= frame.top && box.top < frame.bottom - 20;
}"""

HEADLINES = {"right": "Right", "partial": "Defensible", "wrong": "Not right"}


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """A JupyterLab without the opener, on a copy of the first notebook."""
    served = tmp_path / "notebooks"
    served.mkdir()
    shutil.copy(ROOT / "notebooks" / NOTEBOOK, served)
    with Lab(folder=tmp_path / "lab", notebooks=served) as started:
        yield started


def crowding() -> float:
    """Return how many times slower this machine is than one with nothing else to do: at least 1."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def committed(lab: Lab) -> list[Event]:
    """Return the decisions that are in the record at this moment."""
    with Records(str(lab.record)).reading() as log:
        return [event for event in log.events() if event.kind == "commit"]


class Journey:
    """One trainee's way through the paper; knows what the record and the feedback must say after every step."""

    def __init__(self, lab: Lab, page: Page, folder: Path) -> None:
        self.lab, self.page, self.folder = lab, page, folder
        self.trainee = Trainee(page)
        self.paper = make_paper()
        self.labels = {
            field: {choice["value"]: choice["label"] for choice in choices}
            for field, choices in self.paper.pack["choices"].items()
        }

    def look(self, state: str, within: str = PLAYER) -> None:
        """Hold one state of the page against axe."""
        assert axe.faults(self.page, within) == [], state

    def decide(self, number: int) -> None:
        """Decide comment `number`: the first by Tab with its ground, others by letters, every third one wrongly."""
        entry = self.paper.entries[number - 1]
        attempt: dict[str, Any] = {"decision": {**entry.ruling["best"]}}
        if number % 3 == 0:
            left = attempt["decision"]["comment_action"] == "leave"
            attempt["decision"] = {**NOTHING, "comment_action": "remove" if left else "leave"}
            self.trainee.decide_by_letters(attempt["decision"]["comment_action"])
        elif attempt["decision"] == {**NOTHING, "comment_action": attempt["decision"]["comment_action"]} and number > 1:
            self.trainee.decide_by_letters(attempt["decision"]["comment_action"])
        else:
            self.trainee.decide_by_tab(attempt["decision"], self.labels)
        self.check(number, judge(dict(entry.ruling), attempt))

    def check(self, number: int, verdict: dict[str, Any]) -> None:
        """Commit, and hold the feedback and the record to the verdict."""
        headline = self.trainee.commit()
        # The feedback is on the screen, so its decision is in the record already.
        rows = committed(self.lab)
        assert len(rows) == number
        assert rows[-1].item == self.paper.entries[number - 1].key
        assert rows[-1].body["verdict"]["verdict"] == verdict["verdict"]
        assert headline.startswith(HEADLINES[verdict["verdict"]])
        assert keys.focus(self.page).inside, "the focus was lost on the way to the feedback"
        self.page.wait_for_timeout(SETTLED)
        assert self.page.evaluate(IN_SIGHT), "what has the focus is cut off or hidden"

    def kill_and_come_back(self, number: int) -> None:
        """Leave comment `number` as a draft, kill the kernel, run again: the draft is there, and nothing is asked twice."""
        self.trainee.decide_by_letters("hide")
        expect(self.page.locator(f"{PLAYER} .hr-note")).to_have_text("Draft kept")
        self.lab.kill_kernel()
        self.page.locator(".jp-Dialog", has_text="Kernel Restarting").wait_for()
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#jp-main-statusbar")).to_contain_text("Idle")
        keys.run_all_cells(self.page)
        self.trainee.wait_for_comment()
        assert self.trainee.number() == number
        assert self.page.locator(f"{PLAYER} input[value=hide]").is_checked()
        assert len(committed(self.lab)) == number - 1
        keys.tab_to(self.page, "Hide", group="What do you do")

    def picture(self) -> None:
        """Take the README's picture, with the list of files put away."""
        self.page.keyboard.press("Control+B")
        self.page.locator(".jp-FileBrowser").wait_for(state="hidden")
        self.page.wait_for_timeout(SETTLED)
        self.page.locator(f"{PLAYER} .hr-desk").evaluate("(node) => node.scrollIntoView()")
        drawn = PICTURE if os.environ.get(DRAW) == "1" else self.folder / PICTURE.name
        self.page.screenshot(path=drawn)


NOTHING = {"account_action": "none", "report": "none", "respond": "none", "escalate": "none"}


def test_a_trainee_works_through_a_thread_by_keyboard_alone(lab: Lab, page: Page, tmp_path: Path) -> None:
    journey = Journey(lab, page, tmp_path)
    trainee = journey.trainee
    trainee.open(lab.address(NOTEBOOK))
    begun = time.monotonic()
    keys.run_all_cells(page)
    trainee.wait_for_thread()
    assert time.monotonic() - begun < SHOWN_SECONDS * crowding()
    journey.look("the welcome")
    trainee.start("Steady Heron 42")
    journey.look("the first comment")
    cells = page.locator(".jp-Cell").count()
    keys.tab_to(page, "Skip")
    page.keyboard.type("ddxb")
    assert page.locator(".jp-Cell").count() == cells, "keys meant for the player changed the notebook"
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"{PLAYER} .hr-error:visible")).to_contain_text("Choose what to do with the comment")
    journey.look("nothing chosen")
    total, middle = len(journey.paper.entries), 5
    for number in range(1, total + 1):
        assert trainee.number() == number
        if number == middle:
            journey.kill_and_come_back(number)
        journey.decide(number)
        if number in (1, 3):
            journey.look(f"the feedback on comment {number}")
        if number == 3:
            journey.picture()
        trainee.go_on()
    page.get_by_role("heading", name="passed").wait_for()
    journey.look("the results")
    check_results(lab, page, total)


def check_results(lab: Lab, page: Page, total: int) -> None:
    """The table below the player has every decision, and the record is whole."""
    expect(page.locator(".hr-results tbody tr")).to_have_count(total)
    assert axe.faults(page, ".jp-OutputArea-output:has(.hr-results)") == []
    rows = committed(lab)
    assert [row.item for row in rows] == [entry.key for entry in make_paper().entries]
    assert verify(Records(str(lab.record))).ok
