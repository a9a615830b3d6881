"""A plot of which way answers went, as a picture with a text and a table that say the same."""

from __future__ import annotations

from collections.abc import Sequence

from kit.player.markup import Markup, disclosed, el, joined, table
from kit.units.revisit import Revisit

WIDTH, ROW, BAR, MIDDLE = 600, 52, 16, 300
STEP_MOST = 40
GAP = 8
CAPTION = "Which way your answers went, by unit; defensible ones count as right"
HEADS = ["Unit", "Too little", "Right", "Too much"]


def plot(rows: Sequence[Revisit]) -> Markup:
    """Return the picture with its table: one bar a unit, too little to the left and too much to the right."""
    most = max([1, *(max(row.too_little, row.too_much) for row in rows)])
    step = min(STEP_MOST, (MIDDLE - 130) / most)
    height = ROW * len(rows) + 30
    heads = joined(_text(MIDDLE - GAP, 16, "Too little", "end"), _text(MIDDLE + GAP, 16, "Too much", "start"))
    bars = [_row(number, row, step) for number, row in enumerate(rows)]
    picture = el(
        "svg",
        heads,
        *bars,
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label=told(rows),
        class_="hr-plot",
    )
    cells = [[row.unit.title, str(row.too_little), str(row.right), str(row.too_much)] for row in rows]
    twin = el("div", table(CAPTION, HEADS, cells), class_="hr-wide", tabindex=0, role="region", aria_label=CAPTION)
    return el("figure", picture, el("figcaption", CAPTION), disclosed("The same as a table", twin))


def told(rows: Sequence[Revisit]) -> str:
    """Return the picture in words."""
    parts = [
        f"{row.unit.title}: {row.too_little} too little, {row.too_much} too much, {row.right} right or defensible"
        for row in rows
    ]
    return f"{CAPTION}. {'; '.join(parts)}."


def _row(number: int, row: Revisit, step: float) -> Markup:
    top = 30 + number * ROW
    left, right = row.too_little * step, row.too_much * step
    return joined(
        _text(0, top + 12, row.unit.title, "start"),
        _text(0, top + 33, f"{row.right} right", "start"),
        el("line", x1=MIDDLE, x2=MIDDLE, y1=top + 17, y2=top + 39, stroke="currentColor"),
        _bar(MIDDLE - left, top + 20, left, filled=False),
        _bar(MIDDLE, top + 20, right, filled=True),
        _text(MIDDLE - left - GAP, top + 33, str(row.too_little), "end"),
        _text(MIDDLE + right + GAP, top + 33, str(row.too_much), "start"),
    )


def _bar(x: float, y: int, width: float, *, filled: bool) -> Markup | None:
    if not width:
        return None
    fill = "currentColor" if filled else "none"
    return el(
        "rect", x=f"{x:.1f}", y=y, width=f"{width:.1f}", height=BAR, fill=fill, stroke="currentColor", stroke_width=2
    )


def _text(x: float, y: int, words: str, anchor: str) -> Markup:
    return el("text", words, x=f"{x:.1f}", y=y, text_anchor=anchor, fill="currentColor", font_size=15)
