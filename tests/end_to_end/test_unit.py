"""A whole unit, by keyboard alone, by mouse, and by mouse at 320 px, with kernel and page lost at every step."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.player.play import unit_paper
from kit.records import Records, verify
from tests.end_to_end import keys
from tests.end_to_end.lab import Lab
from tests.system import ROOT

UNIT = "01-fair-criticism"
NOTEBOOK = f"{UNIT}.ipynb"
PARTS = ("practice", "check")
NAME = "Steady Heron 42"


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """A JupyterLab with the opener, on a copy of the unit's notebook."""
    served = tmp_path / "notebooks"
    served.mkdir()
    shutil.copy(ROOT / "notebooks" / NOTEBOOK, served)
    with Lab(folder=tmp_path / "lab", notebooks=served, by_itself=True) as started:
        yield started


class Mouse:
    """A trainee who clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def start(self, player: Locator) -> None:
        """Give a name where one is asked for, and start; whom the record knows it does not ask."""
        if not player.get_by_text(f"The record knows you as {NAME}").is_visible():
            self.give_name(player)
        self.press(player, "Start")

    def give_name(self, player: Locator) -> None:
        """Fill the field in."""
        player.get_by_label("What shall the record call you?").fill(NAME)

    def leave_it(self, player: Locator) -> None:
        """Choose to leave the comment, and commit."""
        player.locator("input[value=leave]").check()
        self.press(player, "Commit")

    def press(self, player: Locator, words: str) -> None:
        """Press a button."""
        player.get_by_role("button", name=words).first.click()


class Keyboard(Mouse):
    """A trainee without a mouse: Tab, Enter, and letters."""

    def give_name(self, player: Locator) -> None:
        """Tab to the field, and type."""
        self.reach(player, "record call you")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(NAME)

    def leave_it(self, player: Locator) -> None:
        """Tab into the player and decide by the letter and the key for Commit."""
        self.reach(player, "Leave|Skip")
        self.page.keyboard.press("l")
        self.page.keyboard.press("Control+Enter")

    def press(self, player: Locator, words: str) -> None:
        """Tab to a button and press Enter."""
        self.reach(player, f"^{words}")
        self.page.keyboard.press("Enter")

    def reach(self, player: Locator, name: str) -> None:
        """Tab until something of this name in this player has the focus."""
        for _ in range(3):
            keys.tab_to(self.page, name)
            if player.evaluate("(node) => node.contains(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {name!r} in this part")


WAYS = {
    "by keyboard alone": (Keyboard, 1280),
    "by mouse": (Mouse, 1280),
    "by mouse at 320 px": (Mouse, 320),
}


def committed(lab: Lab) -> list[str]:
    """Return the items decided, in the record at this moment."""
    with Records(str(lab.record)).reading() as log:
        return [str(event.item) for event in log.events() if event.kind == "commit"]


def lose_everything(lab: Lab, page: Page) -> None:
    """Kill the kernel and load the page again."""
    lab.kill_kernel()
    page.reload()


def player_of(page: Page, place: int) -> Locator:
    """Return the player of a part, once there is a thread in it."""
    player = page.locator(".hr-player").nth(place)
    player.locator(".hr-row").first.wait_for(state="attached")
    player.scroll_into_view_if_needed()
    return player


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS)
def test_a_whole_unit_with_the_kernel_killed_and_the_page_reloaded_at_every_step(lab, page, way):
    """Budget: 150 s each. Nothing acknowledged is lost, and nothing is asked twice."""
    kind, width = WAYS[way]
    page.set_viewport_size({"width": width, "height": 900})
    trainee = kind(page)
    page.goto(lab.address(NOTEBOOK))
    done: list[str] = []
    for place, part in enumerate(PARTS):
        entries = unit_paper(UNIT, part).entries
        trainee.start(player_of(page, place))
        for number, entry in enumerate(entries, start=1):
            player = player_of(page, place)
            heading = player.locator(".hr-desk .hr-heading").first
            expect(heading).to_have_text(f"Comment {number} of {len(entries)}")
            trainee.leave_it(player)
            expect(player.locator(".hr-feedback:visible, .hr-inset:visible").first).to_be_visible()
            done.append(entry.key)
            assert committed(lab) == done
            lose_everything(lab, page)
        player = player_of(page, place)
        trainee.press(player, "See your results")
        expect(player.locator(".hr-summary")).to_be_visible()
    expect(page.locator(".hr-results:visible").first).to_contain_text(str(len(entries)))
    assert verify(Records(str(lab.record))).ok
