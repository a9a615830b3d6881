"""Settings, breaks, the clock, focus that is never hidden, in Chromium, over a transport that answers as a sitting would."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.conftest import take_steps
from tests.web.hands import press, radio, sent, start_on

LIVE = ".hr-unseen[role=status]"


def test_settings_hold_at_once_are_kept_and_give_the_focus_back(opened):
    """A native dialog: Escape closes it, and the focus is where it was."""
    with opened("masked") as page:
        start_on(page)
        press(page, "?")
        dialog = page.get_by_role("dialog", name="Settings")
        dialog.get_by_label("Comments to show").select_option("2")
        dialog.get_by_label("A clock for each comment").select_option("3")
        dialog.get_by_label("Mask strong words").uncheck()
        assert [message["settings"] for message in sent(page, "settings")] == [
            {"ceiling": 2},
            {"timer_minutes": 3},
            {"mask": False},
        ]
        press(page, "Escape")
        expect(dialog).to_be_hidden()
        expect(page.get_by_role("heading", name="Comment 3 of 12")).to_be_focused()
        expect(page.get_by_text("About 3 minutes left")).to_be_visible()


def test_settings_can_be_chosen_before_the_exercise_begins(opened):
    """From the first screen, next to the notice about content and whom to talk to."""
    with opened("welcome") as page:
        expect(
            page.get_by_text("If something stays with you, talk to someone. Your force has not filled in a contact")
        ).to_be_visible()
        page.get_by_role("button", name="Choose what you see").click()
        expect(page.get_by_role("dialog", name="Settings")).to_be_visible()
        page.get_by_role("button", name="Close").click()
        expect(page.get_by_role("button", name="Choose what you see")).to_be_focused()


def test_a_key_can_be_changed_taken_away_and_put_back(opened):
    """The new key works, the old one does not, the cap and the spoken shortcut follow, and a clash is refused."""
    with opened("masked") as page:
        page.get_by_role("button", name="Settings and shortcuts").click()
        page.get_by_text("Choose your own keys").click()
        dialog = page.get_by_role("dialog")
        leave = dialog.get_by_label("Leave the comment", exact=True)
        leave.fill("h")
        leave.press("Tab")
        expect(dialog.get_by_text("H is taken already: Hide the comment. Choose another key.")).to_be_visible()
        expect(leave).to_have_value("L")
        leave.fill("x")
        leave.press("Tab")
        dialog.get_by_label("Hide the comment", exact=True).fill("")
        press(page, "Tab", "Escape")
        start_on(page)
        press(page, "l", "h")
        expect(page.locator(".hr-acts input:checked")).to_have_count(0)
        press(page, "x")
        expect(radio(page, "Leave it")).to_be_checked()
        expect(radio(page, "Leave it")).to_have_attribute("aria-keyshortcuts", "X")
        expect(page.locator(".hr-acts kbd:visible")).to_have_text(["X", "R"])
        press(page, "?")
        page.get_by_role("button", name="Back to the usual keys").click()
        press(page, "Escape")
        expect(page.locator(".hr-acts kbd:visible")).to_have_text(["L", "H", "R"])


def test_with_single_keys_off_no_cap_promises_one(opened):
    """Only Ctrl Enter is left, on the screen and for screen readers."""
    with opened("undecided") as page:
        page.get_by_role("button", name="Settings and shortcuts").click()
        page.get_by_role("checkbox", name="Single-key shortcuts on").uncheck()
        press(page, "Escape")
        expect(page.locator("kbd:visible")).to_have_text(["Ctrl Enter"])
        assert page.locator("[aria-keyshortcuts]").count() == 1


def test_a_break_is_offered_between_comments_said_once_and_dismissed(opened):
    """After so many hard comments; it takes neither focus nor anything else, and comes again only after as many more."""
    with opened("break") as page:
        take_steps(page)
        expect(page.locator(".hr-headline")).to_be_focused()
        expect(page.locator(LIVE)).to_have_text(
            re.compile("A short break. You have decided 3 comments about serious harm")
        )
        page.get_by_role("button", name="Carry on").click()
        expect(page.get_by_role("heading", name="A short break?")).to_be_hidden()
        expect(page.locator(".hr-headline")).to_be_focused()
        page.get_by_role("button", name="Next comment").click()
        radio(page, "Delete").check()
        page.get_by_role("button", name="Commit").click()
        page.get_by_role("heading", name="Right").wait_for()
        expect(page.get_by_role("heading", name="A short break?")).to_be_hidden()


@pytest.mark.parametrize(("minutes", "offered"), [(19, False), (21, True)])
def test_a_break_is_offered_after_the_minutes_set(opened, minutes, offered):
    """Never in the middle of a comment: at the next one."""
    with opened("undecided") as page:
        page.clock.install()
        page.reload()
        page.locator("body[data-ready]").wait_for()
        page.clock.fast_forward(minutes * 60_000)
        expect(page.get_by_role("heading", name="A short break?")).to_be_hidden()
        page.get_by_role("button", name="Skip").click()
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_focused()
        expect(page.get_by_role("heading", name="A short break?")).to_have_count(int(offered))


def test_the_clock_guides_speaks_twice_and_ends_nothing(opened):
    """Whole minutes only, one word at the last minute and one at the end; the draft is as it was."""
    with opened("break") as page:
        page.clock.install()
        page.reload()
        page.locator("body[data-ready]").wait_for()
        radio(page, "Hide comment").check()
        expect(page.locator(".hr-timer")).to_have_text("About 2 minutes left")
        page.clock.run_for(61_000)
        expect(page.locator(".hr-timer")).to_have_text("About 1 minute left")
        expect(page.locator(LIVE)).to_have_text("One minute left on your clock for this comment.")
        page.clock.run_for(65_000)
        expect(page.locator(LIVE)).to_have_text(re.compile("take the time you need"))
        expect(radio(page, "Hide comment")).to_be_checked()
        assert sent(page, "commit") == []


def test_a_comment_set_aside_asks_for_nothing_and_leads_to_the_settings(opened):
    """Neither its words nor a decision; the way back is one press."""
    with opened("aside") as page:
        expect(page.get_by_text("1 set aside")).to_be_visible()
        expect(page.locator(".hr-decision")).to_be_hidden()
        expect(page.get_by_role("button", name="Comment 3", exact=True)).to_be_hidden()
        page.get_by_role("button", name="Open settings").click()
        expect(page.get_by_role("dialog", name="Settings")).to_be_visible()


FOCUS_SEEN = """() => {
  const node = document.activeElement;
  const row = node.closest('.hr-choice') ?? node;
  const box = row.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return 'out of sight';
  const spots = [[.5, .5], [.1, .5], [.5, .1], [.9, .9]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
  const over = spots.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight).map(([x, y]) => document.elementFromPoint(x, y));
  return over.some((each) => each && (row.contains(each) || each.contains(row))) ? '' : 'hidden by something';
}"""


@pytest.mark.parametrize("example", ["queue", "message", "elsewhere", "break"])
def test_focus_is_never_out_of_sight_or_covered_at_400_per_cent(opened, example):
    """1280 by 1024 at 400% is 320 by 256: every stop of Tab can be seen."""
    with opened(example, width=320) as page:
        take_steps(page)
        page.set_viewport_size({"width": 320, "height": 256})
        page.locator(".hr-player").evaluate("(node) => node.scrollIntoView()")
        page.evaluate("document.activeElement.blur()")
        faults = []
        for _ in range(90):
            press(page, "Tab")
            if not page.evaluate("Boolean(document.activeElement.closest('.hr-player'))"):
                break
            if wrong := page.evaluate(FOCUS_SEEN):
                faults.append(f"{wrong}: {page.evaluate('document.activeElement.outerHTML.slice(0, 90)')}")
        assert faults == []
