"""What a unit's notebook shows beside its papers, and that its papers know of one another."""

from __future__ import annotations

import base64
import datetime as dt
import html
import re
from pathlib import Path

import pytest

from kit.player import Player, Trouble, examples, page_to_keep, play, posts, results_of, teach
from kit.player.after import NOT_YET, NOTHING_YET
from kit.player.keep import BLANK, page
from kit.player.report import telling_part
from kit.policy import load
from kit.sitting import Outcome
from kit.units import course, unit

TODAY = dt.date(2026, 11, 21)
BEST, LEAVE = None, "leave"


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A place for a record."""
    return str(tmp_path / "record.sqlite")


def paper(record: str, number: int) -> Player:
    """Return one paper of the assessed unit, silent towards the page."""
    player = play(unit="06", part="check", number=number, record=record)
    assert isinstance(player, Player)
    player.send = lambda _message: None
    return player


def sit(player: Player, action: str | None = BEST, *, finish: bool = True) -> None:
    """Register, decide every comment as the key has it or with one action throughout, sure of it, and finish."""
    player.answer({"seq": 1, "type": "register"})
    for entry in player.paper.entries:
        best = {**entry.ruling["best"], **({"comment_action": action} if action else {})}
        grounds = list(entry.ruling["grounds"])[:1] if best["comment_action"] != "leave" else ["none"]
        attempt = {"decision": best, "grounds": grounds, "done": [], "log": "", "confidence": "sure"}
        player.answer({"seq": 2, "type": "commit", "item": entry.key, "attempt": attempt})
    if finish:
        player.answer({"seq": 3, "type": "finish"})


def test_who_sits_down_at_one_paper_is_known_at_the_others(record: str) -> None:
    """A trainee is asked for a name once; somebody who sits already is left alone."""
    first, second, third = (paper(record, number) for number in (1, 2, 3))
    third.answer({"seq": 1, "type": "register", "pseudonym": "Early Egret 41"})
    first.answer({"seq": 1, "type": "register", "pseudonym": "Calm Curlew 11"})
    assert (second.state["trainee"], second.state["phase"]) == ("Calm Curlew 11", "welcome")
    assert third.state["trainee"] == "Early Egret 41"


def test_nothing_is_told_of_a_self_assessment_before_its_end(record: str) -> None:
    """Neither the results nor the page to keep give anything away."""
    player = paper(record, 1)
    shown, kept = results_of(player), page_to_keep(player)
    sit(player, finish=False)
    assert NOTHING_YET in shown.value
    assert NOT_YET in kept.value
    player.answer({"seq": 9, "type": "finish"})
    assert "100%" in shown.value
    assert "download=" in kept.value


def test_the_page_to_keep_holds_everything_and_asks_nothing_of_anybody(record: str) -> None:
    """One page of plain HTML: no script, nothing fetched, and what happens after a fail, which nobody has filled in."""
    players = [paper(record, number) for number in (1, 2, 3)]
    for player in players:
        sit(player, LEAVE)
    value = page_to_keep(*players).value
    data = re.search(r"base64,([^\"]+)", value)
    assert data
    text = base64.b64decode(html.unescape(data[1])).decode("utf-8")
    for words in ("Not passed this time", BLANK, "Which way your answers went", "Worth another look", "20 comments"):
        assert words in html.unescape(text), words
    assert re.search(r"<script|src=|href=|url\(|@import", text) is None
    assert "100%" in page_of_the_key(record)


def page_of_the_key(record: str) -> str:
    """Return the page of somebody who follows the key, who is not told what happens after a fail."""
    players = [
        play(unit="06", part="check", number=number, record=record, trainee="Fair Linnet 19") for number in (1, 2, 3)
    ]
    for player in players:
        player.send = lambda _message: None
        sit(player)
    text = page(players, [], TODAY)
    assert "Passed" in text
    assert "What happens next" not in text
    return text


def made(sort: str, *, acted: bool) -> Outcome:
    """Return an outcome on a comment of a sort."""
    accept = {"breaching": ["remove"], "clean": ["leave"]}[sort]
    entry = type("Entry", (), {"ruling": {"accept": [{"comment_action": accept}]}})()
    verdict = {"decision": {"comment_action": "remove" if acted else "leave"}}
    return Outcome(entry=entry, verdict=verdict, confidence=None, card={})


def test_sensitivity_waits_for_twenty_of_each_sort_and_says_so() -> None:
    """Nineteen and twenty are too few; twenty and twenty are told with both numbers in brackets."""
    few = [made("breaching", acted=True)] * 19 + [made("clean", acted=False)] * 20
    assert "So far there are 19 and 20" in telling_part(few)
    enough = telling_part([*few, made("breaching", acted=False)])
    assert "You acted on 19 of 20 comments that break a rule, and on 0 of 20" in enough
    assert "Sensitivity (d\u2032)" in enough


@pytest.mark.parametrize("one", [one for one in course().units if one.say], ids=lambda one: one.id)
def test_a_page_shows_every_clause_it_teaches_with_its_document_and_age(one) -> None:
    """The trainer's words come first; the clauses wait behind a disclosure, each with its heading and id."""
    shown = html.unescape(str(teach(one.id)))
    assert shown.index(one.say[0]) < shown.index("The clauses behind this page")
    pack = load(one.pack)
    taught = [clause for clause in pack.clauses.values() if clause.id in one.clauses and clause.kind != "background"]
    assert [clause.id for clause in taught if clause.id not in shown or clause.words not in shown] == []
    assert re.search(r"years? old|months? old|no date stated", shown)


def test_examples_hide_the_answer_until_it_is_asked_for() -> None:
    """The comment stands open; first choice, reason and flip wait behind a native disclosure."""
    shown = str(examples("04"))
    for part in shown.split("<section>")[1:]:
        assert part.index("<blockquote>") < part.index("<details>") < part.index("First choice")


def test_a_unit_that_is_not_there_is_a_sentence_and_no_traceback(record: str) -> None:
    """Whatever is refused is shown as a box of plain words."""
    for refused in (teach("99"), examples("99"), play(unit="99", record=record), posts("99", record=record)):
        assert isinstance(refused, Trouble)
        assert "there is no unit '99'" in refused.lines[0]
    assert isinstance(results_of(play(unit="06", part="check", number=9, record=record)), Trouble)
    assert unit("06").assessed
