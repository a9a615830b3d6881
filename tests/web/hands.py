"""What the tests of the page do with their hands: find a radio, press keys, see what was sent."""

import re

FOCUS = "document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || document.activeElement.value"
SENT = "(type) => harness.model.sent.filter((message) => message.type === type)"


def sent(page, kind):
    """Return the messages of one type that the page has sent."""
    return page.evaluate(SENT, kind)


def radio(page, name):
    return page.get_by_role("radio", name=name, exact=True)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def start_on(page):
    """Put the focus on the heading of the comment in hand, as after Start."""
    page.get_by_role("heading", name=re.compile("Comment 3 of")).focus()
