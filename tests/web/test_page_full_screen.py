"""The exercise can have the whole screen, by button or key, and gives it back."""

import pytest
from playwright.sync_api import expect

from tests.web.conftest import show
from tests.web.hands import press, start_on

FULL = "document.fullscreenElement?.className ?? ''"
STEPS = {
    "by button": lambda page: page.get_by_role("button", name="ull screen").click(),
    "by key": lambda page: press(page, "f"),
}


@pytest.mark.parametrize("way", STEPS)
@pytest.mark.parametrize("width", [1280, 320])
def test_the_exercise_takes_the_whole_screen_and_gives_it_back(opened, way, width):
    """What has the focus keeps it, everything can be scrolled to, and the button says what it will do."""
    with opened("base", width=width) as page:
        start_on(page)
        STEPS[way](page)
        expect(page.get_by_role("button", name="Leave full screen")).to_be_visible()
        assert "hr-player" in page.evaluate(FULL)
        assert page.evaluate("document.querySelector('.hr-player').contains(document.activeElement)")
        page.get_by_role("button", name="Settings and shortcuts").scroll_into_view_if_needed()
        expect(page.get_by_role("button", name="Settings and shortcuts")).to_be_in_viewport()
        STEPS[way](page)
        expect(page.get_by_role("button", name="Full screen")).to_be_visible()
        assert page.evaluate(FULL) == ""


def test_where_the_browser_allows_no_full_screen_there_is_no_button(opened):
    """A frame on a locked-down page may be refused it."""
    with opened("base") as page:
        page.add_init_script("Object.defineProperty(document, 'fullscreenEnabled', { value: false })")
        show(page, page.url.removesuffix("base"), "base")
        assert page.get_by_role("button", name="Full screen").count() == 0
