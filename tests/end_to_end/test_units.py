"""Every notebook opens by itself, without a fault that axe can see, and has room on a narrow page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kit.units import course
from tests.end_to_end import axe
from tests.end_to_end.lab import Lab
from tests.system import ROOT

OURS = ".jp-OutputArea-output, .jp-RenderedMarkdown"
"""What is ours on a page of JupyterLab's."""
PLAYER = ".hr-player"
NARROW, WIDE = 320, 1280
UNITS = course().units


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """A JupyterLab with the opener, on a copy of the notebooks."""
    served = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", served)
    with Lab(folder=tmp_path / "lab", notebooks=served, by_itself=True) as started:
        yield started


def open_unit(lab: Lab, page: Page, notebook: str, players: int) -> None:
    """Open a notebook and wait until everything in it is shown."""
    page.goto(lab.address(notebook))
    expect(page.locator(PLAYER)).to_have_count(players)
    page.locator(PLAYER).last.wait_for()
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Idle")


@pytest.mark.long  # about 10 s a notebook on two idle cores
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
def test_a_unit_opens_by_itself_without_a_fault_and_has_room(lab: Lab, page: Page, unit) -> None:
    """The whole page as it opens, at the usual width and at 320 px."""
    posts = any(thread.posts for rows in unit.threads.values() for thread in rows)
    players = 1 if posts else sum(map(len, unit.threads.values())) or 1
    open_unit(lab, page, unit.notebook, players)
    assert axe.faults(page, OURS) == []
    page.set_viewport_size({"width": NARROW, "height": 800})
    open_unit(lab, page, unit.notebook, players)
    assert axe.faults(page, OURS) == []
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.hr-teach, .hr-player')].filter((box) => box.scrollWidth > box.clientWidth + 1).length"
        )
        == 0
    )


@pytest.mark.long  # about 30 s on two idle cores
def test_the_paper_at_the_end_leads_to_a_page_to_keep(lab: Lab, page: Page, tmp_path: Path) -> None:
    """Everything is left up; then the results, the units to look at again, and one page that asks nothing of anybody."""
    open_unit(lab, page, "06-assessed-paper.ipynb", 3)
    for number in range(3):
        player = page.locator(PLAYER).nth(number)
        if number:
            expect(player.locator(".hr-you")).to_contain_text("The record knows you as")
        player.get_by_role("button", name="Start").click()
        player.locator(".hr-decision").wait_for()
        while not player.locator(".hr-summary").is_visible():
            _one(page, player)
    page.get_by_role("link", name="Save your results as one page").wait_for()
    assert axe.faults(page, OURS) == []
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save your results as one page").click()
    kept = tmp_path / saved.value.suggested_filename
    saved.value.save_as(kept)
    alone = page.context.new_page()
    alone.goto(kept.as_uri())
    expect(alone.get_by_role("heading", level=1)).to_contain_text("House Rules: results of")
    expect(alone.locator("main")).to_contain_text("Not passed this time")
    expect(alone.locator("main")).to_contain_text("has not filled in what happens after a fail")
    assert axe.faults(alone, "main") == []
    again = page.locator(".hr-after a[href$='.ipynb']").first
    wanted = again.get_attribute("href")
    again.click()
    page.wait_for_url(f"**/{wanted}")
    page.locator(PLAYER).last.wait_for()


def _one(page: Page, player) -> None:
    """Leave one comment up, or press what leads on."""
    commit = player.get_by_role("button", name="Commit")
    if commit.is_visible():
        player.get_by_role("radio").first.check()
        commit.click()
        expect(player.locator(".hr-primary[aria-disabled=true]")).to_have_count(0)
    else:
        player.locator("button.hr-primary:visible").last.click()
    page.wait_for_timeout(200)
