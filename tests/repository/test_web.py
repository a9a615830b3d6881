"""The front-end writes text as text, never as markup or code, and asks nothing of any other host."""

import re
from pathlib import Path

import pytest

from tests.repository.files import name, under

SCRIPTS = [path for end in (".js", ".mjs") for path in under("kit", ends=end)]
STYLES = under("kit", ends=".css")
PAGES = under("kit", ends=".html")

BANNED = {
    r"\b(?:inner|outer)HTML\b": "markup made from text; use textContent",
    r"\binsertAdjacentHTML\b": "markup made from text; use append",
    r"\bsetHTML(?:Unsafe)?\b": "markup made from text; use textContent",
    r"\bcreateContextualFragment\b": "markup made from text; use append",
    r"\bDOMParser\b": "markup made from text; build elements",
    r"\bsrcdoc\b": "markup made from text; build elements",
    r"\bdocument\.write(?:ln)?\b": "markup made from text; build elements",
    r"\beval\s*\(": "text run as code",
    r"\bnew\s+Function\b": "text run as code",
    r"\bset(?:Timeout|Interval)\s*\(\s*[\"'`]": "text run as code",
    r"setAttribute\(\s*[\"'`]on": "text run as code; use addEventListener",
    r"\bjavascript:": "text run as code",
    r"\b(?:https?|wss?):/" + r"/(?!www\.w3\.org/)": "another host",
    r"(?<![:\w])/" + r"/[a-z0-9-]+\.[a-z]{2,}/": "another host",
    r"@import\b": "a style fetched by another; one file is handed over",
    r":focus[^{}]*\{[^{}]*outline\s*:\s*(?:none|0)\b": "focus that cannot be seen",
}


def faults(text: str) -> list[str]:
    """Return what is banned and stands in a text, with its line and what to do."""
    found = [(match.start(), why) for banned, why in BANNED.items() for match in re.finditer(banned, text)]
    return [f"line {text.count(chr(10), 0, place) + 1}: {why}" for place, why in sorted(found)]


def test_there_is_a_front_end_to_look_at() -> None:
    assert SCRIPTS


@pytest.mark.parametrize("path", [*SCRIPTS, *STYLES, *PAGES], ids=name)
def test_the_front_end_keeps_text_text_and_stays_at_home(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "box.innerHTML = comment",
        'box.insertAdjacentHTML("beforeend", comment)',
        "new Function(text)()",
        "setTimeout('go()', 5)",
        'button.setAttribute("onclick", words)',
        'import x from "https:/' + '/host.example/x.js"',
        'script.src = "/' + '/host.example/x.js"',
        "a:focus {\n  color: red;\n  outline: none;\n}",
    ],
)
def test_what_is_banned_is_found(line: str) -> None:
    assert faults(line) != []


@pytest.mark.parametrize(
    "line",
    [
        "box.textContent = comment",
        "setTimeout(go, 5)",
        "// a comment of ours",
        'const SVG = "http://www.w3.org/2000/svg"',
        ".round { outline: 0 }",
    ],
)
def test_what_is_fine_is_let_be(line: str) -> None:
    assert faults(line) == []
