"""axe-core over every example in every theme and width: no violation, and every undecided result looked at."""

import json
import re
from pathlib import Path

import pytest

from tests.system import npm_file
from tests.web.conftest import show, take_steps

FOLDER = Path(__file__).parent
EXAMPLES = sorted(file.stem for file in (FOLDER / "examples").glob("*.json"))
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"color_scheme": "light", "width": 320},
    "forced colours": {"forced_colors": "active"},
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
UNFRAMED = ".hr-player .hr-thread { position: static; } .hr-player :is(.hr-text, .hr-checks) { max-block-size: none; }"
"""Lets every row be seen: axe measures no text that a scrolling frame cuts."""

REVIEWED = json.loads((FOLDER / "axe_reviewed.json").read_text("utf-8"))


def axe(page):
    """Return the violations and what axe could not decide, as short lines."""
    page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    framed = page.evaluate("axe.run(document, { runOnly: ['scrollable-region-focusable'] })")
    page.add_style_tag(content=UNFRAMED)
    found = page.evaluate("(rules) => axe.run(document, rules)", RULES)
    return _lines(framed["violations"] + found["violations"]), _lines(framed["incomplete"] + found["incomplete"])


def _lines(results):
    return sorted({f"{row['id']}: {_reason(node)}: {_place(node)}" for row in results for node in row["nodes"]})


def _reason(node):
    checks = [*node["any"], *node["all"], *node["none"]]
    return " ".join(
        sorted(
            {
                str((check.get("data") or {}).get("messageKey") or check["id"])
                for check in checks
                if isinstance(check.get("data") or {}, dict)
            }
        )
    )


def _place(node):
    """Return the class of the element, which says what it is wherever it stands."""
    tag = re.match(r"<(\w+)", node["html"])[1]
    named = re.search(r'class="([^"]*)"', node["html"].split(">")[0])
    return f"{tag}.{named[1]}" if named else tag


@pytest.mark.parametrize("look", ["light", *(pytest.param(look, marks=pytest.mark.long) for look in list(LOOKS)[1:])])
def test_axe_finds_no_violation_and_nothing_undecided_that_nobody_has_looked_at(opened, address, look):
    faults, undecided = [], set()
    with opened(EXAMPLES[0], bypass_csp=True, **LOOKS[look]) as page:
        for example in EXAMPLES:
            show(page, address, example)
            take_steps(page)
            violations, unsure = axe(page)
            faults += [f"{example}: {line}" for line in violations]
            undecided.update(unsure)
    assert faults == []
    assert sorted(undecided) == sorted(row["seen"] for row in REVIEWED if look in row["looks"])


def test_every_undecided_result_was_looked_at_and_says_what_was_seen():
    assert all(row["because"] and set(row["looks"]) <= set(LOOKS) for row in REVIEWED)
