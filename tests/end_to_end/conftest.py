"""A browser that may reach this machine only, and that says so when something tries to reach another."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

DESK = {"width": 1280, "height": 900}
PATIENCE = 60_000
"""Milliseconds to wait for what has to come; what has to come fast is timed by its own test."""
HERE = ("127.0.0.1", "localhost", None)
KERNEL_LOST = "Kernel is dead"
"""What JupyterLab itself throws while a kernel is gone; the tests that kill one see that the exercise comes back."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile; the test fails when a page of it asks another machine for anything, or stumbles."""
    wrong: list[str] = []
    expect.set_options(timeout=PATIENCE)
    fresh = browser.new_context(viewport=DESK, locale="en-GB", timezone_id="Europe/London")

    def refuse(route: Route) -> None:
        wrong.append(f"asked another machine for {route.request.url}")
        route.abort()

    fresh.set_default_timeout(PATIENCE)
    fresh.route(lambda address: urlsplit(address).hostname not in HERE, refuse)

    def note(text: str) -> None:
        if KERNEL_LOST not in text:
            wrong.append(f"an error in the page: {text}")

    fresh.on("weberror", lambda error: note(str(error.error)))
    yield fresh
    fresh.close()
    assert wrong == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """One page of that profile."""
    return context.new_page()
