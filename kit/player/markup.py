"""A few lines that make markup: every text is escaped, and only what this module made counts as markup."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from html import escape
from pathlib import Path

STYLE = Path(__file__).with_name("teach.css")
VOID = {"br", "meta"}


class Markup(str):
    """Text that is markup already; anything else is escaped when it is put into an element."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def el(tag: str, *children: str | None, **attributes: str | int | bool | None) -> Markup:
    """Return one element. A trailing underscore in an attribute's name is dropped, others become hyphens."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    words = [
        name if value is True else f'{name}="{escape(str(value))}"' for name, value in named.items() if _told(value)
    ]
    head = " ".join([tag, *words])
    return Markup(f"<{head}>" if tag in VOID else f"<{head}>{joined(*children)}</{tag}>")


def joined(*children: str | None) -> Markup:
    """Return children one after the other, those that are no markup escaped, None left out."""
    return Markup("".join(child if isinstance(child, Markup) else escape(child) for child in children if child))


def listed(rows: Sequence[str], **attributes: str | int | bool | None) -> Markup:
    """Return rows as an unordered list."""
    return el("ul", *(el("li", row) for row in rows), **attributes)


def table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], **attributes: str | int | bool | None
) -> Markup:
    """Return a table whose first column names its rows."""
    head = el("tr", *(el("th", words, scope="col") for words in heads))
    body = [el("tr", el("th", first, scope="row"), *(el("td", cell) for cell in rest)) for first, *rest in rows]
    return el("table", el("caption", caption), el("thead", head), el("tbody", *body), **attributes)


def section(title: str, *children: str | None, level: int = 3) -> Markup:
    """Return children under a heading of that level."""
    return el("section", el(f"h{level}", title), *children)


def disclosed(summary: str, *children: str | None, **attributes: str | int | bool | None) -> Markup:
    """Return children behind a native disclosure."""
    return el("details", el("summary", summary), *children, **attributes)


def sheet(*children: str | None, also: str = "") -> Markup:
    """Return children as they stand under a notebook's cell, with their style; ``also`` is a class besides."""
    return el("div", _style(), *children, class_=f"hr-teach {also}".strip())


@functools.cache
def _style() -> Markup:
    return Markup(f"<style>{STYLE.read_text(encoding='utf-8')}</style>")


def _told(value: object) -> bool:
    return value is not None and value is not False
