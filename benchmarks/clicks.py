"""How long a trainee waits: for feedback after Commit, for a long thread, and for the first notebook.

``python -m benchmarks.clicks [--json]``: a real JupyterLab and Chromium, with and without the kit's server extension,
and in the same run a bare ipywidgets button and a bare notebook with one widget.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import platform
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, Page, sync_playwright

from tests.end_to_end import keys
from tests.end_to_end.lab import TOKEN, Lab
from tests.end_to_end.trainee import PLAYER
from tests.system import ROOT, needs

FIRST = "00-start-here.ipynb"
SEEDS = (74, 75, 76, 77, 78)
CLICKS = 60
STARTS = 5
LONG = 200
PAUSE = 450
"""Milliseconds between two presses, longer than a draft waits to be kept: nobody presses faster."""

BUTTON = """
import ipywidgets
button, said = ipywidgets.Button(description="Press"), ipywidgets.Label("0")
button.add_class("bare-button")
said.add_class("bare-label")
def on_click(_):
    said.value = str(int(said.value) + 1)
button.on_click(on_click)
ipywidgets.VBox([button, said])
"""
PLAY = """
from kit.player import play
play(seed={seed}, trainee="Quiet Heron 27")
"""
OPEN = """
from benchmarks.long_thread import long_thread
long_thread({comments})
"""
PRESS = """([button, said]) => new Promise((resolve) => {
  const words = () => [...document.querySelectorAll(said)].filter((one) => one.checkVisibility()).map((one) => one.textContent).join();
  const before = words();
  const begun = performance.now();
  const watch = new MutationObserver(() => {
    if (words() === before) return;
    watch.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - begun));
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  [...document.querySelectorAll(button)].find((one) => one.checkVisibility()).click();
})"""


@contextmanager
def labs(notebooks: Path, *, prompt: bool) -> Iterator[Lab]:
    """Yield a running JupyterLab, with the kit's server extension or without it."""
    with tempfile.TemporaryDirectory() as folder, Lab(folder=Path(folder), notebooks=notebooks, prompt=prompt) as lab:
        yield lab


def write(folder: Path, name: str, code: str) -> None:
    """Write a notebook of one code cell."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code.strip())])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / name)


def open_and_run(page: Page, lab: Lab, notebook: str, shown: str) -> float:
    """Open a notebook, wait for its kernel, run it, and return the seconds until `shown` is on the screen."""
    page.goto(f"{lab.address(notebook)}&reset")
    page.locator(".jp-Notebook .jp-Cell:visible").first.wait_for()
    page.wait_for_function("document.querySelector('#jp-main-statusbar')?.textContent.includes('Idle')")
    keys.run_all_cells(page)
    begun = page.evaluate("performance.now()")
    page.locator(shown).first.wait_for()
    return float(page.evaluate("performance.now()") - begun) / 1000


def stop_kernels(lab: Lab) -> None:
    """End every kernel of the lab, so that the next notebook starts one of its own."""
    link = http.client.HTTPConnection("127.0.0.1", lab.port)
    headers = {"Authorization": f"token {TOKEN}"}
    link.request("GET", "/api/sessions", headers=headers)
    for session in json.load(link.getresponse()):
        link.request("DELETE", f"/api/sessions/{session['id']}", headers=headers)
        link.getresponse().read()


def presses(page: Page) -> list[float]:
    """Return the milliseconds from a press of a bare button to its answer on the screen, for every press."""
    found = []
    for _ in range(CLICKS):
        page.wait_for_timeout(PAUSE)
        found.append(page.evaluate(PRESS, [".bare-button", ".bare-label"]))
    return found


def commits(page: Page, lab: Lab) -> list[float]:
    """Return the milliseconds from Commit to its feedback on the screen, over every comment of some threads."""
    found: list[float] = []
    for seed in SEEDS:
        open_and_run(page, lab, f"play-{seed}.ipynb", f"{PLAYER} .hr-row:visible")
        page.locator(PLAYER).get_by_role("button", name="Start", exact=True).click()
        decision = page.locator(f"{PLAYER} .hr-decision:visible")
        decision.wait_for()
        while decision.count():
            page.locator(f"{PLAYER} input[value=leave]").check()
            page.wait_for_timeout(PAUSE)
            found.append(page.evaluate(PRESS, [f"{PLAYER} .hr-decision .hr-primary", f"{PLAYER} .hr-headline"]))
            page.keyboard.press("n")
            page.wait_for_timeout(PAUSE)
        stop_kernels(lab)
    return found


def waits(browser: Browser, notebooks: Path, *, prompt: bool) -> dict[str, list[float]]:
    """Return the milliseconds of every press of the bare button and of every commit, on one server."""
    with labs(notebooks, prompt=prompt) as lab, fresh(browser) as page:
        open_and_run(page, lab, "button.ipynb", ".bare-button")
        found = {"button": presses(page)}
        stop_kernels(lab)
        return found | {"commit": commits(page, lab)}


def starts(browser: Browser, notebooks: Path) -> dict[str, list[float]]:
    """Return the seconds from Run All Cells to the widget, for the bare notebook and the first one, each anew."""
    ways = {"bare": ("button.ipynb", ".bare-button"), "first": (FIRST, f"{PLAYER} .hr-row:visible")}
    found: dict[str, list[float]] = {name: [] for name in ways}
    with labs(notebooks, prompt=True) as lab:
        for _ in range(STARTS):
            for name, (notebook, shown) in ways.items():
                with fresh(browser) as page:
                    found[name].append(open_and_run(page, lab, notebook, shown))
                stop_kernels(lab)
    return found


def long_opens(browser: Browser, notebooks: Path) -> list[float]:
    """Return the milliseconds from Start to the first comment in hand of a long thread, each anew."""
    found = []
    with labs(notebooks, prompt=True) as lab:
        for _ in range(STARTS):
            with fresh(browser) as page:
                open_and_run(page, lab, "long.ipynb", f"{PLAYER} .hr-row:visible")
                page.wait_for_timeout(PAUSE)
                found.append(
                    page.evaluate(PRESS, [f"{PLAYER} .hr-welcome .hr-primary", f"{PLAYER} .hr-desk .hr-heading"])
                )
            stop_kernels(lab)
            lab.record.unlink()
    return found


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    """Yield a page of a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def measure() -> dict[str, Any]:
    """Return every figure, in milliseconds but for starts, which are in seconds."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        notebooks = Path(made)
        write(notebooks, "button.ipynb", BUTTON)
        write(notebooks, "long.ipynb", OPEN.format(comments=LONG))
        for seed in SEEDS:
            write(notebooks, f"play-{seed}.ipynb", PLAY.format(seed=seed))
        shutil.copy(ROOT / "notebooks" / FIRST, notebooks)
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=needs("chromium", "chromium"), args=arguments)
        return {
            "with": waits(browser, notebooks, prompt=True),
            "without": waits(browser, notebooks, prompt=False),
            "starts": starts(browser, notebooks),
            "long": long_opens(browser, notebooks),
        }


def told(found: dict[str, Any]) -> Iterator[str]:
    """Yield the figures as lines."""
    for name in ("with", "without"):
        for what in ("button", "commit"):
            yield f"{what}, {name} the extension: {_spread(found[name][what])}"
        medians = {what: statistics.median(found[name][what]) for what in ("button", "commit")}
        yield f"commit / button, {name} the extension: {medians['commit'] / medians['button']:.2f}"
    bare, first = (statistics.median(found["starts"][name]) for name in ("bare", "first"))
    yield f"first notebook {first:.2f} s, bare one {bare:.2f} s: adds {first - bare:.2f} s"
    yield f"a thread of {LONG} comments opens: {_spread(found['long'])}"


def _spread(values: list[float]) -> str:
    ordered = sorted(values)
    late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"median {statistics.median(ordered):.1f} ms, 95th percentile {late:.1f} ms, n {len(ordered)}"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="every single time, as JSON")
    args = parser.parse_args()
    found = measure()
    show: Callable[[Any], None] = print
    if args.json:
        show(json.dumps(found, indent=1))
        return
    show(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for line in told(found):
        show(line)


if __name__ == "__main__":
    main()
