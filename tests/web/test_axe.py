"""axe-core over every example in every theme and width: no violation, and every undecided result looked at."""

import json
import re
from pathlib import Path

import pytest

from tests.system import npm_file
from tests.web.conftest import take_steps

FOLDER = Path(__file__).parent
EXAMPLES = sorted(file.stem for file in (FOLDER / "examples").glob("*.json"))
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"color_scheme": "light", "width": 320},
    "forced colours": {"forced_colors": "active"},
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
REVIEWED = {row["seen"]: row["because"] for row in json.loads((FOLDER / "axe_reviewed.json").read_text("utf-8"))}


def axe(page):
    """Return the violations and what axe could not decide, as short lines."""
    page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run(document, rules)", RULES)
    return _lines(found["violations"]), _lines(found["incomplete"])


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
@pytest.mark.parametrize("example", EXAMPLES)
def test_axe_finds_no_violation_and_nothing_nobody_has_looked_at(opened, example, look):
    with opened(example, bypass_csp=True, **LOOKS[look]) as page:
        take_steps(page)
        violations, undecided = axe(page)
    assert violations == []
    assert [line for line in undecided if line not in REVIEWED] == []


@pytest.mark.long
def test_everything_reviewed_is_still_seen(opened):
    seen = set()
    for look in LOOKS.values():
        for example in EXAMPLES:
            with opened(example, bypass_csp=True, **look) as page:
                take_steps(page)
                seen.update(axe(page)[1])
    assert sorted(set(REVIEWED) - seen) == []
