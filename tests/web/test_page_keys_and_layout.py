"""Keys, hostile text, narrow screens, targets, in Chromium, over a transport that answers as a sitting would."""

import pytest
from playwright.sync_api import expect

from tests.web.conftest import take_steps
from tests.web.hands import press, radio, start_on

# Keys


def test_letters_work_only_inside_the_player_outside_text_and_while_switched_on(opened):
    with opened("undecided") as page:
        press(page, "l")
        expect(radio(page, "Leave it")).not_to_be_checked()
        start_on(page)
        press(page, "l")
        expect(radio(page, "Leave it")).to_be_checked()
        page.get_by_label("Log entry: why?").focus()
        page.keyboard.type("hr?")
        expect(page.get_by_label("Log entry: why?")).to_have_value("hr?")
        expect(radio(page, "Leave it")).to_be_checked()
        page.get_by_role("button", name="Settings and shortcuts").click()
        page.get_by_role("checkbox", name="Single-key shortcuts on").uncheck()
        page.get_by_role("button", name="Close").click()
        start_on(page)
        press(page, "h")
        expect(radio(page, "Leave it")).to_be_checked()
        page.reload()
        start_on(page)
        press(page, "h")
        expect(radio(page, "Hide comment")).not_to_be_checked()


def test_no_plain_key_escapes_to_the_notebook_around_and_tab_is_never_cancelled(opened):
    with opened("undecided") as page:
        page.evaluate("""() => { window.escaped = []; window.cancelled = [];
          document.addEventListener('keydown', (event) => { if (event.key !== 'Tab') window.escaped.push(event.key); });
          window.addEventListener('keydown', (event) => setTimeout(() => { if (event.key === 'Tab' && event.defaultPrevented) window.cancelled.push(event.key); }), true); }""")
        start_on(page)
        press(
            page,
            "d",
            "d",
            "a",
            "a",
            "x",
            "Escape",
            "ArrowDown",
            "l",
            "Tab",
            "Shift+Tab",
            "Tab",
            "g",
            "Tab",
            "Tab",
            "Tab",
        )
        page.wait_for_timeout(50)
        assert page.evaluate("[window.escaped, window.cancelled]") == [[], []]
        press(page, "Control+Shift+C")
        assert "C" in page.evaluate("window.escaped"), "the notebook's own menus stay in reach"


def test_tab_leads_in_at_one_end_and_out_at_the_other(opened):
    with opened("draft") as page:
        inside = "Boolean(document.activeElement.closest('.hr-player'))"
        press(page, "Tab")
        assert page.evaluate(inside)
        stops = 0
        while page.evaluate(inside) and stops < 80:
            press(page, "Tab")
            stops += 1
        assert stops < 60


def test_every_shortcut_that_is_listed_is_said_to_assistive_technology_or_does_something(opened):
    with opened("undecided") as page:
        for key, words in (
            ("w", "Log entry: why?"),
            ("g", "Search the grounds"),
            ("t", None),
            ("?", None),
            ("d", None),
        ):
            start_on(page)
            press(page, key)
            if key == "?":
                expect(page.get_by_role("dialog", name="Settings")).to_be_visible()
                press(page, "Escape")
            if words:
                expect(page.locator(".hr-desk").get_by_label(words)).to_be_focused()
            expect(page.locator(".hr-player :focus")).to_have_count(1)
        start_on(page)
        press(page, "j")
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_focused()
        press(page, "k", "k")
        expect(page.get_by_role("heading", name="Comment 2 of 12")).to_be_focused()


# Hostile text, narrow screens, targets


@pytest.mark.parametrize("example", ["hostile", "hostile-feedback", "hostile-summary", "hostile-welcome"])
@pytest.mark.parametrize("width", [1280, 320])
def test_hostile_text_is_text_and_breaks_no_layout(opened, example, width):
    with opened(example, width=width) as page:
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.wait_for_timeout(50)
        assert page.evaluate("window.hacked") is None
        assert page.locator(".hr-player :is(script, img, svg, iframe, style, link, b)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        expect(page.locator(".hr-player")).to_contain_text("<img src=x onerror=")


@pytest.mark.parametrize(
    "example",
    [
        "welcome",
        "draft",
        "all-open",
        "feedback-wrong",
        "summary-fail",
        "platform-whatsapp",
        "queue",
        "settings",
        "message",
        "elsewhere",
        "break",
    ],
)
def test_nothing_scrolls_sideways_at_320_pixels(opened, example):
    with opened(example, width=320) as page:
        take_steps(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert page.evaluate(
            "[...document.querySelectorAll('dialog[open]')].every((one) => one.scrollWidth <= one.clientWidth)"
        )


def test_the_thread_folds_away_on_a_narrow_screen_and_unfolds(opened):
    with opened("undecided", width=320) as page:
        expect(page.locator(".hr-thread")).to_be_hidden()
        page.get_by_role("button", name="Show the thread").click()
        expect(page.locator(".hr-thread")).to_be_visible()
        start_on(page)
        press(page, "t")
        expect(page.get_by_role("button", name="Comment 3")).to_be_focused()


@pytest.mark.parametrize(
    "example", ["welcome", "all-open", "feedback-wrong", "summary-fail", "queue", "settings", "message"]
)
def test_every_target_is_at_least_24_pixels_or_a_label_makes_it_so(opened, example):
    with opened(example, width=320) as page:
        take_steps(page)
        small = page.evaluate("""() => [...document.querySelectorAll('.hr-player :is(button, summary, select, textarea, input)')]
          .filter((node) => node.checkVisibility()).map((node) => [node, (node.matches('.hr-choice input') ? node.parentNode : node).getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([node, box]) => `${node.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)""")
        assert small == []


def test_nothing_moves_for_those_who_asked_for_less_motion(opened):
    with opened("undecided", reduced_motion="reduce") as page:
        moving = page.evaluate(
            "[...document.querySelectorAll('.hr-player *')].filter((node) => getComputedStyle(node).transitionDuration !== '0s').length"
        )
        assert moving == 0


def test_a_dark_notebook_makes_a_dark_player_and_a_light_one_a_light_player(opened):
    shade = "getComputedStyle(document.querySelector('.hr-player')).backgroundColor"
    with opened("undecided", color_scheme="light") as page:
        light = page.evaluate(shade)
        page.evaluate("document.body.dataset.jpThemeLight = 'false'")
        dark = page.evaluate(shade)
    with opened("undecided", color_scheme="dark") as page:
        assert page.evaluate(shade) == dark != light
        page.evaluate("document.body.dataset.jpThemeLight = 'true'")
        assert page.evaluate(shade) == light
