"""A trainee at the keyboard: what they press, and what they are then told."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page, expect

from tests.end_to_end import keys

PLAYER = ".hr-player"
LETTERS = {"leave": "l", "hide": "h", "remove": "r"}
GROUPS = {
    "account_action": "And its author",
    "report": "Report it",
    "respond": "Answer it",
    "escalate": "Pass it on",
}


class Trainee:
    """One page with the player on it, touched by keys only."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> None:
        """Open a notebook and wait until its kernel is ready."""
        self.page.goto(address)
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        expect(self.page.locator("#jp-main-statusbar")).to_contain_text("Idle")

    def wait_for_thread(self) -> None:
        """Wait until a post and its comments are to be seen."""
        self.page.locator(f"{PLAYER} .hr-row:visible").first.wait_for()

    def start(self, name: str) -> None:
        """Give a made-up name and start."""
        keys.tab_to(self.page, "record call you", tag="input")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(name)
        keys.tab_to(self.page, "^Start$", tag="button")
        self.page.keyboard.press("Enter")
        self.wait_for_comment()

    def wait_for_comment(self) -> None:
        """Wait until a comment is in hand, undecided."""
        self.page.locator(f"{PLAYER} .hr-decision:visible").wait_for()

    def number(self) -> int:
        """Return the number of the comment in hand."""
        return int(self.page.locator(f"{PLAYER} .hr-desk .hr-heading").inner_text().split()[1])

    def decide_by_letters(self, action: str) -> None:
        """Choose what to do with the comment by its letter."""
        self.page.keyboard.press(LETTERS[action])

    def decide_by_tab(self, decision: Mapping[str, str], labels: Mapping[str, Mapping[str, str]]) -> None:
        """Choose all five fields with Tab, the arrows and Space; `labels` says what stands on the buttons."""
        keys.choose(self.page, labels["comment_action"][decision["comment_action"]], group="What do you do")
        keys.tab_to(self.page, "Author, report, answer", tag="summary")
        if not self.page.locator(f"{PLAYER} .hr-more[open]").count():
            self.page.keyboard.press("Enter")
        for field, group in GROUPS.items():
            keys.choose(self.page, labels[field][decision[field]], group=group)

    def name_ground(self, label: str) -> None:
        """Find a ground by its words and tick it."""
        self.page.keyboard.press("g")
        self.page.keyboard.type(label[:40])
        box = keys.tab_to(self.page, label, group="On what ground", tag="input")
        if not box.checked:
            self.page.keyboard.press("Space")

    def commit(self) -> str:
        """Commit, and return the headline of the feedback."""
        self.page.keyboard.press("Control+Enter")
        return self.headline()

    def headline(self) -> str:
        """Return the headline of the feedback once it is shown."""
        shown = self.page.locator(f"{PLAYER} .hr-headline bdi:visible")
        shown.wait_for()
        return shown.inner_text()

    def go_on(self) -> None:
        """Go to the next comment or, after the last, to the results."""
        self.page.keyboard.press("n")
        self.page.locator(f"{PLAYER} .hr-feedback").wait_for(state="hidden")
