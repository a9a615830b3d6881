"""One page of results to keep: plain HTML that prints, opens anywhere and asks nothing of any other machine."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kit.player.markup import Markup, el, joined, listed, section
from kit.player.report import again_part, confidence_part, score_part, telling_part, ways_part
from kit.policy import load
from kit.policy.model import date_words
from kit.sitting import Outcome, combined

if TYPE_CHECKING:
    from kit.player.widget import Player

STYLE = """
body { max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 1.1rem 0 .3rem; } p, ul { margin: .3rem 0; }
table { border-collapse: collapse; margin: .3rem 0; } caption { text-align: start; font-weight: 600; }
th, td { padding: .15rem .9rem .15rem 0; border-bottom: 1px solid; text-align: start; vertical-align: top; }
svg { max-width: 100%; height: auto; } figure { margin: 0; }
:root { color-scheme: light dark; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } details { display: none; } section { break-inside: avoid; } }
"""
PRACTICE = "This was practice on the trainee's own machine, which holds the answers. It is no certificate."
AFTER = "after_fail"
BLANK = "Your force has not filled in what happens after a fail, and its documents do not say. Ask whoever runs your training."
AGAIN = "Until then, work through the units named above again. You need to have finished your training before you get access."

_part = functools.partial(section, level=2)


def page(players: Sequence[Player], over_all: Sequence[Outcome], today: dt.date) -> str:
    """Return the page for papers that are finished; ``over_all`` is everything the trainee has decided."""
    whole = combined((player.paper, player.progress) for player in players)
    here = [outcome for player in players for outcome in player.outcomes()]
    head = "Passed" if whole["passed"] else "Not passed this time"
    title = f"House Rules: results of {players[0].state['trainee']}"
    ways = ways_part(over_all)
    body = joined(
        el("h1", title),
        el("p", f"{date_words(today.isoformat())}. {PRACTICE}"),
        _part(head, score_part(whole)),
        _part(
            "Threads", listed([f"{player.paper.title} ({player.paper.page['platform_name']})" for player in players])
        ),
        _part("Worth another look", again_part(here, links=False)),
        _part("What happens next", after_fail(players[0].paper.pack)) if not whole["passed"] else None,
        _part("Telling comments apart, over all units", telling_part(over_all)),
        _part("How sure you were, over all units", confidence_part(over_all)),
        _part("Which way you lean, over all units", ways) if ways else None,
        _part("The policy", _policy(players[0].paper.pack)),
    )
    style = Markup(f"<style>{STYLE}</style>")
    first = joined(
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width"),
        el("title", title),
        style,
    )
    return f"<!DOCTYPE html>\n{el('html', el('head', first), el('body', el('main', body)), lang='en-GB')}\n"


def after_fail(card: Mapping[str, Any]) -> Markup:
    """Return what happens after a fail, as the force's pack says today, or that nobody has filled it in."""
    said = load(card["name"]).contact(AFTER).get("value", "")
    return joined(el("p", said or BLANK), el("p", AGAIN))


def _policy(card: Mapping[str, Any]) -> Markup:
    rows = [f"{one['title']}, {one['owner']}, {date_words(one['date'])}" for one in card["documents"]]
    return joined(el("p", f"{card['title']}, version {card['hash'][:12]}"), listed(rows))
