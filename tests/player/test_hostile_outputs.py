"""What a notebook shows beside the player holds hostile words as words."""

import re

import pytest

from kit.errors import HouseRulesError
from kit.player import Trouble
from kit.player.results import as_html
from tests.hostile import all_of_them

ARM = "window.hits = []; window.hit = () => { hits.push(1); };"
MADE = "[...new Set([...document.body.querySelectorAll('*')].map((one) => one.localName))].sort()"


def results(texts):
    """Return the table of results over decided comments with these words in every column that holds words."""
    items = [
        {
            "number": number,
            "author": {"name": text},
            "text": text,
            "feedback": {
                "headline": text,
                "direction": "over",
                "fields": [{"chosen": "hide", "chosen_label": text, "label": text, "verdict": "wrong"}],
            },
        }
        for number, text in enumerate(texts, start=1)
    ]
    return as_html({"items": items})


OUTPUTS = {
    "results": (results, ["caption", "div", "table", "tbody", "td", "th", "thead", "tr"]),
    "trouble": (
        lambda texts: Trouble(HouseRulesError("\n".join(texts)))._repr_html_(),
        ["div", "li", "p", "strong", "ul"],
    ),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_runs_nothing_and_holds_no_element_of_its_authors(browser, name):
    """JupyterLab puts the markup of an output into the page as it is."""
    make, tags = OUTPUTS[name]
    texts = all_of_them()
    page = browser.new_page()
    page.add_init_script(ARM)
    page.goto("about:blank")
    page.evaluate("(markup) => { document.body.innerHTML = markup; }", make(texts))
    page.wait_for_timeout(200)
    assert page.evaluate("hits.length") == 0
    assert page.evaluate(MADE) == tags
    said = page.evaluate("document.body.textContent")
    assert re.search(r"<img src=x onerror=hit\(\)>", said)
    page.close()
