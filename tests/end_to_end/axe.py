"""axe-core over one state of a page: no violation, and nothing left undecided that nobody has looked at."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.system import npm_file

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
RUN = "([within, options]) => axe.run(within, {...options, resultTypes: ['violations', 'incomplete']})"

FEWEST = 3
LOOKED_AT = {
    (
        "color-contrast",
        "imgNode",
    ): "Words of a plot on its own ground: the page's ink on the page's paper, looked at in both.",
    ("color-contrast", "shortTextContent"): "A figure of one digit beside a bar of a plot: the same ink and paper.",
}
"""What axe could not decide and a person did: the rule and why it was undecided, to what was seen."""


def faults(page: Page, within: str) -> list[str]:
    """Return every violation, and every undecided result that `LOOKED_AT` does not explain, one a line."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate(RUN, [within, RULES])
    assert len(found["passes"]) > FEWEST, f"axe found next to nothing to look at in {within}"
    wrong = [("violation", one) for one in found["violations"]]
    wrong += [("undecided", one) for one in found["incomplete"] if not _reasons(one) <= LOOKED_AT.keys()]
    return [f"{kind}: {one['id']}: {one['help']}: {_places(one)}" for kind, one in wrong]


def _reasons(result: dict) -> set[tuple[str, str | None]]:
    checks = [check for node in result["nodes"] for check in (*node["any"], *node["all"], *node["none"])]
    return {(result["id"], (check.get("data") or {}).get("messageKey")) for check in checks}


def _places(result: dict) -> str:
    rows = [f"{node['target']} {node.get('failureSummary', '')!r} {node['html'][:120]}" for node in result["nodes"][:5]]
    return "; ".join(rows)
