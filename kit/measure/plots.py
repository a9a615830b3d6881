"""Two small plots as SVG text: bars, and figures against the band they should lie in."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

LABEL, WIDTH, ROW, VALUE = 260, 360, 20, 70


def bars(rows: Sequence[tuple[str, float]], title: str, *, unit: str = "") -> str:
    """Return a bar for every (label, value), the longest as long as the plot is wide."""
    top = max((value for _, value in rows), default=0.0) or 1.0
    drawn = [
        f'<rect class="bar" x="{LABEL}" y="{number * ROW + 4}" width="{WIDTH * value / top:.1f}" height="{ROW - 8}"/>'
        f"{_words(number, label, f'{value:.3g}{unit}')}"
        for number, (label, value) in enumerate(rows)
    ]
    return _svg(drawn, title)


def against(rows: Sequence[tuple[str, float, float, float]], title: str) -> str:
    """Return a dot for every (label, value, low, high), each row scaled so that its band fills the middle half."""
    drawn = []
    for number, (label, value, low, high) in enumerate(rows):
        span = (high - low) or 1.0
        place = min(1.0, max(0.0, 0.25 + 0.5 * (value - low) / span))
        inside = low <= value <= high
        drawn.append(
            f'<rect class="band" x="{LABEL + WIDTH / 4}" y="{number * ROW + 3}" width="{WIDTH / 2}" height="{ROW - 6}"/>'
            f'<circle class="{"in" if inside else "out"}" cx="{LABEL + WIDTH * place:.1f}" cy="{number * ROW + ROW / 2}" r="5"/>'
            f"{_words(number, label, f'{value:.3g}' + ('' if inside else ' (outside)'))}"
        )
    return _svg(drawn, title)


def _words(number: int, label: str, value: str) -> str:
    y = number * ROW + 14
    return (
        f'<text x="{LABEL - 8}" y="{y}" text-anchor="end">{escape(label)}</text>'
        f'<text x="{LABEL + WIDTH + 8}" y="{y}">{escape(value)}</text>'
    )


def _svg(drawn: Sequence[str], title: str) -> str:
    width, height = LABEL + WIDTH + VALUE + 30, len(drawn) * ROW + 4
    return (
        f'<svg role="img" aria-label="{escape(title)}" viewBox="0 0 {width} {height}" width="{width}">'
        f"{''.join(drawn)}</svg>"
    )
