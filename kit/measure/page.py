"""The report as one HTML page: tables with their plots, nothing fetched, no script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from kit.measure.plots import against, bars
from kit.terms import FIELDS

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --page: #fff; --line: #bbb; --bar: #3b6ea5; --band: #d6e4d2; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --page: #161616; --line: #555; --bar: #7fb0e6; --band: #2f4a2b; --bad: #ff8a80; }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; margin: 0.5rem 0 1.5rem; font-size: 0.9rem; }
th, td { border: 1px solid var(--line); padding: 0.2rem 0.5rem; text-align: left; vertical-align: top; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
svg { max-width: 100%; height: auto; display: block; margin: 0.5rem 0 1.5rem; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
.bar, circle.in { fill: var(--bar); }
.band { fill: var(--band); }
circle.out { fill: var(--bad); }
.bad { color: var(--bad); font-weight: bold; }
"""
KEPT = {True: "kept", False: "not kept", None: "not measured"}


def page(found: Mapping[str, Any]) -> str:
    """Return the report as HTML."""
    sample = found["sample"]
    parts = [
        "<h1>How the generated threads measure</h1>",
        (
            f"<p>{sample['comments']} comments over {sample['scenarios']} scenarios, seed {sample['seed']}, generator "
            f"{escape(sample['generator'])}; {sample['replies']:.0f}% answer another comment.</p>"
        ),
        *_bars(found["bars"]),
        *_profile(found["profile"]),
        *_separability(found["separability"]),
        *_repetition(found["repetition"]),
        *_leak(found["leak"]),
        *_decisions(found["decisions"]),
        *_clauses(found["clauses"]),
        *_safety(found["safety"]),
    ]
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>How the generated threads measure</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body><main>\n'
        + "\n".join(parts)
        + "\n</main></body></html>\n"
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f'<div class="wide" tabindex="0" role="region" aria-label="{escape(head[0])}"><table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>'


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f'<td class="n">{value:.3g}</td>'
    if isinstance(value, int):
        return f'<td class="n">{value}</td>'
    if value is None:
        return '<td class="n">-</td>'
    bad = ' class="bad"' if value in ("not kept", "outside") else ""
    return f"<td{bad}>{escape(str(value))}</td>"


def _bars(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = [(row["bar"], row["value"], row["least"], row["most"], KEPT[row["kept"]]) for row in rows]
    return ["<h2>What is held to a bound</h2>", _table(("figure", "measured", "at least", "at most", ""), lines)]


def _profile(found: Mapping[str, Any]) -> list[str]:
    sets, real = found["sets"], found["real"]
    head = ("column", "ours", "least allowed", "most allowed", "", *sets, *real)
    lines = [
        (
            row["words"], row["ours"], row["low"], row["high"], "within" if row["within"] else "outside",
            *(float(row["published"][name]) for name in sets), *(real[name][row["column"]] for name in real),
        )
        for row in found["columns"]
    ]  # fmt: skip
    dots = [(row["words"], row["ours"], row["low"], row["high"]) for row in found["columns"]]
    titles = "".join(f"<li>{escape(name)}: {escape(title)}</li>" for name, title in sets.items())
    return [
        "<h2>Profile</h2>",
        "<p>Each column should lie between 0.75 of the least and 1.25 of the greatest published figure.</p>",
        against(dots, "Every column of the profile against the band it should lie in"),
        _table(head, lines),
        f"<p>Published figures:</p><ul>{titles}</ul>",
    ]


def _separability(found: Mapping[str, Any] | None) -> list[str]:
    head = "<h2>Told from real comments</h2>"
    if found is None:
        return [head, "<p>Not measured: no folder of real comments was given (<code>--real</code>).</p>"]
    rows = {
        **{f"ours / {name}": row for name, row in found["ours"].items()},
        **found["real"],
        "ours / ours": found["control"],
    }
    return [
        head,
        (
            "<p>Area under the ROC curve: 0.5 is chance. By words, by style (letters as x, digits as 9), by grammar "
            "(function words and punctuation only). Words are shown beside real against real and held to no bound: "
            "topic alone tells sets apart.</p>"
        ),
        _table(("sets", "words", "style", "grammar"), [(name, *row.values()) for name, row in rows.items()]),
    ]


def _repetition(found: Mapping[str, Any]) -> list[str]:
    return [
        "<h2>Repetition</h2>",
        (
            f"<p>{found['near_duplicates']:.2g}% of comments outside spam have a near twin (more than 0.8 of their runs of five "
            f"characters shared); {found['near_copies']:.2g}% repeat an earlier one. {found['patterns']} patterns were used.</p>"
        ),
        bars([(name, share) for name, share in found["most_used"]], "The most used patterns", unit="%"),
        _table(("near twins", ""), found["examples"]),
    ]


def _leak(found: Mapping[str, Any]) -> list[str]:
    families = [(name, row["comments"], row["words"]) for name, row in found["families"].items()]
    return [
        "<h2>What gives the answer away</h2>",
        (
            f"<p>Leave or act, on {found['comments']} comments that carry a breach or a near miss, half of them left, from "
            "scenarios the classifier has not seen (area under the ROC curve).</p>"
        ),
        _table(
            ("by", "figure"),
            [
                ("words alone", found["words"]),
                ("facts", found["facts"]),
                ("facts and context", found["facts_and_context"]),
            ],
        ),
        _table(("family of facts", "comments", "by words"), families),
    ]


def _decisions(found: Mapping[str, Any]) -> list[str]:
    parts = ["<h2>Best decisions</h2>"]
    for field in FIELDS:
        parts.append(f"<h3>{field.replace('_', ' ')}</h3>")
        parts += [
            bars(
                [(f"{pack}: {value}", share) for value, share in rows[field].items()], f"{field} under {pack}", unit="%"
            )
            for pack, rows in found.items()
        ]
    return parts


def _clauses(found: Mapping[str, Any]) -> list[str]:
    parts = ["<h2>Graded clauses</h2>"]
    for pack, rows in found.items():
        silent = [row["clause"] for row in rows if not row["contexts"]]
        said = f"not exercised: {', '.join(silent)}" if silent else "all exercised"
        parts.append(f"<h3>{escape(pack)}: {len(rows)} graded clauses, {said}</h3>")
        parts.append(
            _table(
                ("clause", "decides", "near miss", "speaks against", "contexts"), [tuple(row.values()) for row in rows]
            )
        )
    return parts


def _safety(found: Mapping[str, Any]) -> list[str]:
    rows = [(name, row["found"], len(row["unsafe"]), ", ".join(row["unsafe"][:10])) for name, row in found.items()]
    return ["<h2>Nobody and nothing real</h2>", _table(("what", "looked at", "unsafe", "which"), rows)]
