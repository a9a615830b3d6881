"""What a notebook shows after the papers of a unit: results that fill themselves in, and one page to keep."""

from __future__ import annotations

import base64
import datetime as dt
import functools
from collections.abc import Callable, Sequence

import ipywidgets  # type: ignore[import-untyped, unused-ignore]

from kit.player.keep import page
from kit.player.markup import Markup, el, section, sheet
from kit.player.report import again_part, confidence_part, score_part, telling_part, ways_part
from kit.player.results import as_html
from kit.player.trouble import Trouble
from kit.player.widget import Player
from kit.sitting import Outcome, all_outcomes, combined

NOTHING_YET = "Nothing to show yet. Your results stand here as soon as you may see them."
NOT_YET = "Finish every thread above first. Then a page with your results is made here for you to keep."
FILE = "house-rules-results.html"
_sheet = functools.partial(sheet, also="hr-after")


def results_of(*players: Player | Trouble) -> ipywidgets.HTML | Trouble:
    """Return the results of a unit's papers, filled in as they are decided and as far as they may be shown."""
    return _live(players, _results)


def page_to_keep(*players: Player | Trouble) -> ipywidgets.HTML | Trouble:
    """Return a link to one page with the results, once every paper is finished; it holds all it needs."""
    return _live(players, _kept)


def _live(players: Sequence[Player | Trouble], make: Callable[[Sequence[Player]], Markup]) -> ipywidgets.HTML | Trouble:
    """Return what `make` makes of the players, made again whenever one of them has dealt with a message."""
    for one in players:
        if isinstance(one, Trouble):
            return one
    ready = [one for one in players if isinstance(one, Player)]
    shown = ipywidgets.HTML(make(ready))

    def fill() -> None:
        shown.value = make(ready)

    for one in ready:
        one.watch(fill)
    return shown


def _results(players: Sequence[Player]) -> Markup:
    told = [player for player in players if any(item["feedback"] for item in player.state["items"])]
    if not told:
        return _sheet(el("p", NOTHING_YET))
    here = [outcome for player in told for outcome in player.outcomes()]
    tables = [Markup(as_html(player.state, player.paper.title)) for player in told]
    return _sheet(
        *tables,
        section("Your score so far", score_part(combined((player.paper, player.progress) for player in told))),
        section("Worth another look", again_part(here)),
        *_everything(players[0]),
    )


def _everything(player: Player) -> list[Markup]:
    """Return what is worked out over all that the trainee has ever decided."""
    found = everything(player)
    ways = ways_part(found)
    return [
        section("How well you tell comments apart, over all units", telling_part(found)),
        section("How sure you were, over all units", confidence_part(found)),
        *([section("Which way you lean, over all units", ways)] if ways else []),
    ]


def everything(player: Player) -> list[Outcome]:
    """Return what came of every comment that the player's trainee has decided, in any unit."""
    trainee = player.state["trainee"]
    return all_outcomes(player.records, trainee) if trainee else []


def _kept(players: Sequence[Player]) -> Markup:
    if any(player.state["phase"] != "summary" for player in players):
        return _sheet(el("p", NOT_YET))
    text = page(players, everything(players[0]), dt.datetime.now().astimezone().date())
    data = base64.b64encode(text.encode("utf-8")).decode("ascii")
    link = el("a", "Save your results as one page", href=f"data:text/html;charset=utf-8;base64,{data}", download=FILE)
    return _sheet(
        el("p", link), el("p", "It opens in any browser, can be printed, and asks nothing of any other machine.")
    )
