"""What a screen reader says on the way through one comment: a virtual one (guidepup) in Chromium, against a golden text.

A virtual reader follows the specifications; what people's own readers say is on the list in docs/ to be tried by hand.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).with_name("transcript.txt")
WRITE = "HOUSE_RULES_GOLDENS"
"""Set to 1 to write the transcript anew, and then read it: it is what somebody hears."""

READER = "/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
START = f"""async () => {{
  const {{ virtual }} = await import("{READER}");
  window.reader = virtual;
  await virtual.start({{ container: document.querySelector(".hr-player") }});
}}"""
GO_TO = """async ([text, most]) => {
  for (let step = 0; step < most; step += 1) {
    if ((await reader.lastSpokenPhrase()).includes(text)) return true;
    await reader.next();
  }
  return false;
}"""
MOST = 600
SETTLE = 400
"""Milliseconds in which a live region has been heard."""


def go_to(page, text):
    """Read on until something with `text` in it is said."""
    assert page.evaluate(GO_TO, [text, MOST]), f"nothing further on says {text!r}"


def act(page):
    """Do what is done with a double tap: act on what was said last."""
    page.evaluate("reader.act()")
    page.wait_for_timeout(SETTLE)


def heard(page):
    """Return all that was said since the last time, one phrase a line."""
    said = page.evaluate(
        "(async () => { const all = await reader.spokenPhraseLog(); await reader.clearSpokenPhraseLog(); return all; })()"
    )
    return [" ".join(phrase.split()) for phrase in said if phrase.strip()]


def journey(page):
    """Yield the parts of the way through one comment, each with what was heard in it."""
    page.evaluate(START)
    go_to(page, "heading, Comment 3 of")
    yield "From the top of the exercise to the comment in hand", heard(page)
    go_to(page, "radio, Delete")
    yield "On to the choice to delete it", heard(page)
    act(page)
    yield "Choosing it", heard(page)
    go_to(page, "button, Commit")
    yield "On to the Commit button", heard(page)
    act(page)
    yield "Committing", heard(page)
    go_to(page, "button, Next comment")
    yield "Through the feedback", heard(page)
    act(page)
    yield "Going on", heard(page)


def test_a_screen_reader_tells_one_comments_whole_journey(opened):
    """Every step is heard, in the order of the screen, and the golden text has every phrase."""
    with opened("base", bypass_csp=True) as page:
        parts = [f"## {title}\n\n" + "".join(f"{phrase}\n" for phrase in phrases) for title, phrases in journey(page)]
    said = "\n".join(parts)
    if os.environ.get(WRITE) == "1":
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")
