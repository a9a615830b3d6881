"""Driving a page with the keyboard alone, and knowing where the focus is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page

FOCUSED = """() => {
  const node = document.activeElement;
  const named = (ids) => (ids || '').split(/\\s+/).map((id) => document.getElementById(id)?.innerText || '').join(' ').trim();
  const label = named(node.getAttribute('aria-labelledby')) || node.getAttribute('aria-label')
    || [...(node.labels || [])].map((one) => one.innerText).join(' ') || node.innerText || node.value || '';
  const group = node.closest('fieldset')?.querySelector('legend')?.innerText || '';
  const box = node.getBoundingClientRect();
  return {tag: node.tagName.toLowerCase(), type: node.type || '', name: label.replace(/\\s+/g, ' ').trim(),
          group: group.replace(/\\s+/g, ' ').trim(), checked: Boolean(node.checked),
          inside: Boolean(node.closest('.hr-player')), width: box.width, height: box.height};
}"""
MOST_TABS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """What has the focus: its element, its name as a screen reader would say it, the group it stands in."""

    tag: str
    type: str
    name: str
    group: str
    checked: bool
    inside: bool
    width: float
    height: float


def focus(page: Page) -> Focus:
    """Return what has the focus now."""
    return Focus(**page.evaluate(FOCUSED))


def tab_to(page: Page, name: str, *, group: str = "", tag: str = "", key: str = "Tab") -> Focus:
    """Press Tab until the focus is on what is called `name` (a regular expression), in the group named.

    Raises AssertionError with the names passed on the way, which is what a trainee would have heard.
    """
    passed = []
    for _ in range(MOST_TABS):
        now = focus(page)
        if re.search(name, now.name, re.IGNORECASE) and re.search(group, now.group, re.IGNORECASE) and tag in now.tag:
            return now
        passed.append(f"{now.tag} {now.name[:40]!r}")
        page.keyboard.press(key)
    raise AssertionError(f"no key leads to {name!r} in {group!r}; passed {passed}")


def choose(page: Page, name: str, *, group: str) -> None:
    """Choose one radio button of a group: Tab to the group, then the arrow keys."""
    tab_to(page, "", group=group, tag="input")
    for _ in range(12):
        if re.search(name, focus(page).name, re.IGNORECASE):
            page.keyboard.press("Space")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no choice {name!r} in {group!r}")


def run_all_cells(page: Page) -> None:
    """Run the whole notebook from the command palette, as its first lines say."""
    page.keyboard.press("Control+Shift+C")
    page.locator(".lm-CommandPalette-input").wait_for()
    page.keyboard.type("run all cells")
    page.locator(".lm-CommandPalette-item.lm-mod-active", has_text="Run All Cells").first.wait_for()
    page.keyboard.press("Enter")
