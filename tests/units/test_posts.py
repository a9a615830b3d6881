"""Drafts of posts: every clause about our own posts is kept by one and broken by another, and the record holds answers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kit.errors import Faults
from kit.policy import load, names
from kit.records import Records, verify
from kit.sitting import all_outcomes, replay
from kit.sitting.posts import ANSWERS, PostSitting, judge_post
from kit.units import unit
from kit.units.posts import drafts, post_paper
from tests.packs.reading import FORMULAS, age

NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=dt.UTC)
OUTBOUND = 64
READABLE = 12
MARKS = {"answer": "mend", "also": ["stop"]}


def outbound(pack: str) -> list[str]:
    """Return the clauses of a pack that are about its own posts."""
    return [id_ for id_, clause in load(pack).clauses.items() if clause.kind == "outbound"]


def sitting(records: Records) -> PostSitting:
    """Return a sitting of unit 13's drafts by one trainee who has registered."""
    made = PostSitting(post_paper(unit("13")), None, records, now=lambda: NOW, trainee="Calm Heron 12")
    assert made.handle({"seq": 1, "type": "register"})["ok"]
    return made


def answer(made: PostSitting, key: str, given: object) -> dict:
    """Return the reply to an answer."""
    return made.handle({"seq": 2, "type": "commit", "item": key, "attempt": given})


def test_every_clause_about_our_own_posts_is_broken_by_a_draft_and_kept_by_another() -> None:
    """Or it is said why one side, or both, cannot be shown by a draft."""
    assert sum(len(outbound(name)) for name in names()) == OUTBOUND
    for name in names():
        data = drafts(name)
        shown = {side: {id_ for row in data["posts"] for id_ in row.get(side, ())} for side in ("breaks", "keeps")}
        one_sided = {id_ for row in data["one_sided"] for id_ in row["clauses"]}
        neither = {id_ for row in data["not_drafted"] for id_ in row["clauses"]}
        for id_ in outbound(name):
            sides = sum(id_ in shown[side] for side in shown)
            assert sides == (0 if id_ in neither else 1 if id_ in one_sided else 2), id_
        assert all(row["why"].endswith(".") for row in [*data["one_sided"], *data["not_drafted"]])


@pytest.mark.parametrize("name", names())
def test_a_draft_says_why_and_how_it_can_be_mended(name: str) -> None:
    """Ids differ, all three answers are there, and what is to be changed is said where something is."""
    rows = drafts(name)["posts"]
    assert len({row["id"] for row in rows}) == len(rows)
    assert {row["answer"] for row in rows} == set(ANSWERS)
    assert all(row["why"].endswith((".", "?")) for row in rows)
    assert [row["id"] for row in rows if row["answer"] in row.get("also", ())] == []


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_a_trainee_is_told_about_drafts_can_be_read_at_twelve(formula: str) -> None:
    """Reasons and changes of all drafts together."""
    said = [text for name in names() for row in drafts(name)["posts"] for text in (row["why"], row.get("change", ""))]
    assert age(" ".join(said), formula) <= READABLE


@pytest.mark.parametrize(
    ("ruling", "given", "verdict", "direction"),
    [
        (MARKS, "mend", "right", None),
        (MARKS, "stop", "partial", "over"),
        (MARKS, "approve", "wrong", "under"),
        ({"answer": "approve", "also": []}, "stop", "wrong", "over"),
    ],
    ids=["right", "can be defended", "let out", "held back"],
)
def test_an_answer_is_right_can_be_defended_or_is_wrong_in_one_direction(ruling, given, verdict, direction) -> None:
    """The tiny judge of drafts."""
    assert judge_post(ruling, given) == {"verdict": verdict, "answer": given, "direction": direction}


def test_a_paper_mixes_the_policies_and_the_answers_and_is_the_same_each_time() -> None:
    """Ten drafts, of three organisations, with all three answers; from one pack where one is named."""
    paper = post_paper(unit("13"))
    assert paper.id == post_paper(unit("13")).id
    assert {entry.ruling["answer"] for entry in paper.entries} == set(ANSWERS)
    assert len({entry.shown["author"]["name"] for entry in paper.entries}) == 3
    assert all(id_ in paper.pack["clauses"] for entry in paper.entries for id_ in entry.ruling["grounds"])
    alone = post_paper(unit("13"), "opcc")
    assert len(alone.entries) == len(paper.entries)
    assert {entry.shown["author"]["name"] for entry in alone.entries} == {load("opcc").title}


def test_answers_are_kept_once_replayed_and_no_decisions_on_comments() -> None:
    """The record verifies and replays; an answer counts once; what was written stands apart from the chain."""
    records = Records("sqlite://")
    made = sitting(records)
    keys = [item["item"] for item in made.state()["items"]]
    for key in keys:
        assert answer(made, key, {"answer": "mend", "change": "say where the picture is from"})["ok"]
    again = answer(made, keys[0], {"answer": "stop"})
    assert again["error"]["code"] == "already_decided"
    summary = made.handle({"seq": 3, "type": "finish"})["state"]["summary"]
    assert summary["right"] + summary["partial"] + summary["wrong"] == summary["decided"] == len(keys)
    assert made.state()["items"][0]["feedback"]["yours"] == "say where the picture is from"
    assert replay(records) == []
    assert verify(records).ok
    assert all_outcomes(records, "Calm Heron 12") == []


def test_work_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Another sitting over the same record finds the answers given."""
    place = str(tmp_path / "record.sqlite")
    made = sitting(Records(place))
    answer(made, made.state()["items"][0]["item"], {"answer": "approve"})
    state = PostSitting(post_paper(unit("13")), None, Records(place), now=lambda: NOW).state()
    assert (state["phase"], state["progress"]["decided"], state["trainee"]) == ("working", 1, "Calm Heron 12")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (None, "incomplete"),
        ({}, "incomplete"),
        ({"answer": "burn"}, "incomplete"),
        ({"answer": "stop", "change": 3}, "bad_message"),
    ],
    ids=["nothing", "no answer", "strange answer", "no text"],
)
def test_a_strange_answer_is_refused_in_a_sentence_and_nothing_is_written(given: object, code: str) -> None:
    """The page may send anything."""
    made = sitting(Records("sqlite://"))
    reply = answer(made, made.state()["items"][0]["item"], given)
    assert (reply["ok"], reply["error"]["code"]) == (False, code)
    assert reply["error"]["text"].endswith((".", "?"))
    assert reply["state"]["progress"]["decided"] == 0


def test_faults_in_drafts_are_named_together(tmp_path: Path) -> None:
    """A misspelt answer, an unknown clause, a key that there is not, and a draft to be mended that does not say how."""
    source = Path(load.__globals__["SHIPPED"]) / "leicestershire"
    pack = tmp_path / "leicestershire"
    pack.mkdir()
    for path in source.glob("*.yaml"):
        (pack / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    text = (pack / "posts.yaml").read_text(encoding="utf-8")
    text = text.replace("answer: stop", "answer: stopp", 1).replace("[HC-STOCK-01]", "[HC-STOK-01]", 1)
    (pack / "posts.yaml").write_text(text.replace('change: "', 'chnage: "', 1), encoding="utf-8")
    with pytest.raises(Faults) as found:
        drafts(str(pack))
    for words in ("did you mean 'stop'?", "did you mean 'HC-STOCK-01'?", "did you mean 'change'?"):
        assert words in str(found.value)
