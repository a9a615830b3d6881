"""What `play` gives back: an exercise, or one plain sentence."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from kit.player import Player, Trouble, make_paper, play
from kit.player.results import NOTHING_YET, as_html
from kit.player.worked import key, sit
from kit.records import Records

ABOUT_A_DOZEN = range(10, 16)


@pytest.fixture
def record(tmp_path: Path) -> str:
    """A place for a record."""
    return str(tmp_path / "record.sqlite")


def commit_first(player: Player) -> list[dict]:
    """Register, commit the first comment as the key has it, and return what was sent to the page."""
    sent: list[dict] = []
    player.send = sent.append
    player.answer({"seq": 1, "type": "register", "pseudonym": "Calm Curlew 11"})
    first = player.paper.entries[0]
    attempt = {"decision": dict(first.ruling["best"]), "grounds": ["none"], "done": [], "log": "", "confidence": None}
    player.answer({"seq": 2, "type": "commit", "item": first.key, "attempt": attempt})
    return sent


def test_one_call_shows_a_thread_of_about_a_dozen_comments(record: str) -> None:
    player = play(record=record)
    assert len(player.state["items"]) in ABOUT_A_DOZEN
    assert player.state["phase"] == "welcome"


def test_calling_again_goes_on_where_the_record_says(record: str) -> None:
    commit_first(play(record=record))
    again = play(record=record)
    assert (again.state["phase"], again.state["current"], again.state["trainee"]) == ("working", 1, "Calm Curlew 11")


def test_the_page_has_the_state_before_the_reply_that_names_it(record: str) -> None:
    player = play(record=record)
    seen = []
    player.observe(lambda change: seen.append(change["new"]["progress"]["decided"]), "state")
    replies = commit_first(player)
    assert seen == [0, 1]
    assert [(reply["seq"], reply["ok"]) for reply in replies] == [(1, True), (2, True)]


def test_a_fault_of_our_own_is_answered_and_not_hidden() -> None:
    class Broken:
        state = dict
        records = SimpleNamespace(place="nowhere")

        def handle(self, _message: dict) -> dict:
            raise ZeroDivisionError

    player = Player(Broken(), make_paper())
    sent: list[dict] = []
    player.send = sent.append
    with pytest.raises(ZeroDivisionError):
        player.answer({"seq": 7, "type": "finish"})
    assert (sent[0]["seq"], sent[0]["ok"], sent[0]["error"]["code"]) == (7, False, "fault")


def test_the_results_fill_themselves_in(record: str) -> None:
    player = play(record=record)
    shown = player.results()
    assert NOTHING_YET in shown.value
    commit_first(player)
    assert '<th scope="col">Verdict</th>' in shown.value
    assert list(player.table()["Verdict"]) == ["Right"]


def test_whatever_somebody_wrote_is_shown_as_words(record: str) -> None:
    player = play(record=record)
    commit_first(player)
    state = {**player.state, "items": [{**player.state["items"][0], "text": "<img src=x onerror=alert(1)>"}]}
    assert "<img" not in as_html(state)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"scenario": "burglary-apeal"}, "did you mean 'burglary-appeal'?"),
        ({"pack": "leicestershyre"}, "did you mean 'leicestershire'?"),
        ({"as_of": "the first of May"}, "the first of May"),
    ],
    ids=["a scenario nobody has", "a pack nobody has", "no date"],
)
def test_what_is_refused_comes_back_as_a_sentence(record: str, asked: dict, said: str) -> None:
    trouble = play(record=record, **asked)
    assert isinstance(trouble, Trouble)
    assert said in repr(trouble)
    assert "Run All Cells" in trouble._repr_html_()
    assert trouble.results() is trouble


def test_a_place_that_cannot_hold_a_record_comes_back_as_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    trouble = play(record=str(tmp_path / "file" / "record.sqlite"))
    assert isinstance(trouble, Trouble)
    assert "HOUSE_RULES_RECORDS" in repr(trouble)


def test_a_sentence_with_marks_in_it_stays_a_sentence() -> None:
    assert "&lt;b&gt;" in Trouble(ValueError("<b>"))._repr_html_()


def test_the_key_scores_full_marks_and_doing_one_thing_throughout_does_not() -> None:
    paper = make_paper()
    assert sit(paper)["score"] == 100
    assert sit(paper, {"comment_action": "leave"})["under"] > 0
    assert sit(paper, {"comment_action": "remove"})["over"] > 0
    assert len(key(paper).split("\n\n")) == len(paper.entries)


def test_worked_examples_are_read_and_leave_the_table_empty(record: str) -> None:
    player = play(record=record, mode="worked")
    player.send = lambda _message: None
    player.answer({"seq": 1, "type": "register", "pseudonym": "Calm Curlew 11"})
    player.answer({"seq": 2, "type": "look", "item": player.paper.entries[0].key, "what": "worked"})
    assert player.state["progress"]["decided"] == 1
    assert NOTHING_YET in as_html(player.state)
    assert "there is no mode" in repr(play(record=record, mode="exam"))


def test_nothing_of_a_worked_sitting_is_kept(record: str) -> None:
    play(record=record)
    sit(make_paper())
    with Records(record).reading() as log:
        assert list(log.events()) == []
