"""An exercise opens without a key, comes back without one after its kernel died, and nothing else is ever run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end import axe, keys
from tests.end_to_end.lab import Lab
from tests.end_to_end.trainee import PLAYER, Trainee
from tests.system import ROOT

NOTEBOOK = "00-start-here.ipynb"
EDITED = "edited.ipynb"
WAIT = 4_000
"""Milliseconds after which a notebook that is going to run by itself would have begun."""


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """A JupyterLab with the opener, on the first notebook and on a copy with one word of its code changed."""
    served = tmp_path / "notebooks"
    served.mkdir()
    shutil.copy(ROOT / "notebooks" / NOTEBOOK, served)
    notebook = nbformat.read(served / NOTEBOOK, as_version=4)
    first = next(cell for cell in notebook.cells if cell.cell_type == "code")
    first.source = f"# Not as shipped.\n{first.source}"
    nbformat.write(notebook, served / EDITED)
    with Lab(folder=tmp_path / "lab", notebooks=served, by_itself=True) as started:
        yield started


def test_an_exercise_opens_and_comes_back_without_a_key(lab: Lab, page: Page) -> None:
    trainee = Trainee(page)
    page.goto(lab.address(NOTEBOOK))
    trainee.wait_for_thread()
    trainee.start("Keen Otter 17")
    trainee.decide_by_letters("leave")
    expect(page.locator(f"{PLAYER} .hr-note")).to_have_text("Draft kept")
    page.keyboard.press("Control+Enter")
    trainee.headline()
    lab.kill_kernel()
    page.locator(".jp-Dialog", has_text="Kernel Restarting").wait_for()
    page.keyboard.press("Enter")
    trainee.wait_for_comment()
    assert trainee.number() == 2
    page.reload()
    trainee.wait_for_comment()
    assert trainee.number() == 2


def test_a_notebook_that_is_not_as_shipped_waits_for_its_reader(lab: Lab, page: Page) -> None:
    trainee = Trainee(page)
    trainee.open(lab.address(EDITED))
    page.wait_for_timeout(WAIT)
    assert page.locator(PLAYER).count() == 0
    keys.run_all_cells(page)
    trainee.wait_for_thread()


@pytest.mark.long
@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)], ids=["narrow", "dark"])
def test_the_exercise_has_room_and_no_fault_in_every_light(lab: Lab, page: Page, width: int, dark: bool) -> None:
    if dark:
        lab.set_theme("JupyterLab Dark")
    page.set_viewport_size({"width": width, "height": 800})
    trainee = Trainee(page)
    page.goto(lab.address(NOTEBOOK))
    page.locator(PLAYER).wait_for()
    assert axe.faults(page, PLAYER) == []
    trainee.start("Plain Wren 23")
    assert axe.faults(page, PLAYER) == []
    trainee.decide_by_letters("remove")
    trainee.commit()
    assert axe.faults(page, PLAYER) == []
    assert page.evaluate(
        f"(() => {{ const box = document.querySelector('{PLAYER}'); return box.scrollWidth <= box.clientWidth }})()"
    )
    assert page.locator(PLAYER).bounding_box()["width"] > width * 0.85
