"""The player in Debian's Chromium, over an example, from a server of the test's own with a strict security policy."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

import pytest
from playwright.sync_api import Page

from tests.system import ROOT

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Nothing from elsewhere, and no text may become markup or code: Chromium itself refuses."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the repository's files quietly."""

    extensions_map: ClassVar = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}

    def end_headers(self):
        """Add the security policy."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="session")
def address():
    """Where the harness page is served; the name of an example goes at its end."""
    handler = functools.partial(Handler, directory=str(ROOT))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/tests/web/harness.html?example="
        server.shutdown()


@pytest.fixture
def opened(browser, address):
    """Opens one example at a time, at a width and with settings; what goes wrong in the page fails the test."""

    @contextmanager
    def open_example(name: str, *, width: int = 1280, **settings) -> Iterator[Page]:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="en-GB", **settings)
        context.set_default_timeout(5000)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("dialog", lambda dialog: faults.append(f"a dialog: {dialog.message}"))
        page.on("request", lambda request: _own(request.url, address) or faults.append(f"asked for {request.url}"))
        show(page, address, name)
        yield page
        context.close()
        assert faults == []

    return open_example


def show(page: Page, address: str, name: str) -> None:
    """Put another example before the page."""
    page.goto(address + name)
    page.locator("body[data-ready]").wait_for()


def _own(url: str, address: str) -> bool:
    return url.startswith(("data:", address[: address.index("/tests")]))


def take_steps(page: Page) -> None:
    """Do what the example asks for before it is looked at."""
    steps = {
        "click": lambda name: page.get_by_role("button", name=name).first.click(),
        "check": lambda name: page.get_by_role("radio", name=name, exact=True).check(),
        "summary": lambda text: page.locator("summary", has_text=text).click(),
        "wait": lambda text: page.get_by_text(text).first.wait_for(),
        "open": lambda _: page.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
        ),
        "fill": lambda text: page.get_by_role("searchbox").fill(text),
    }
    for kind, what in page.evaluate("harness.steps"):
        steps[kind](what)
