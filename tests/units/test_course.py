"""The curriculum is whole: it fits its time, teaches every clause that is graded, and names nothing that is not there."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kit.errors import BadInput, Faults
from kit.policy import load, names
from kit.units import Unit, course, unit
from kit.units.load import DATA
from kit.units.papers import papers, wanted
from kit.units.teaching import teaching
from kit.units.worked import compared, worked
from tests.packs.reading import FORMULAS, age

UNITS = course().units
SAT = [(one, part) for one in UNITS for part, rows in one.threads.items() if not any(row.posts for row in rows)]
TODAY = dt.date(2026, 11, 21)
MOST_AGE = 12


def test_the_core_path_takes_ninety_minutes_at_most_and_two_hours_with_questions() -> None:
    """Minutes of the core path, and those for questions on top."""
    numbers = course().numbers
    core = sum(one.total for one in course().core)
    assert core <= numbers["core_minutes"] == 90
    assert core + numbers["question_minutes"] <= numbers["most_minutes"] == 120


def _words(found: object) -> int:
    """Return how many words stand anywhere in plain data."""
    if isinstance(found, dict):
        return sum(map(_words, found.values()))
    if isinstance(found, list | tuple):
        return sum(map(_words, found))
    return len(str(found).split())


@pytest.mark.parametrize("one", UNITS, ids=lambda one: one.id)
def test_the_minutes_of_a_unit_are_enough_to_read_and_decide(one: Unit) -> None:
    """What is read at the usual pace, disclosures of clauses and doubts apart, and what is decided."""
    numbers = course().numbers
    page = teaching(one, load(one.pack), TODAY)
    read = [page["say"], page["points"], *(block["rows"] for block in page["blocks"] if block["kind"] != "conflicts")]
    assert _words(read) / numbers["words_a_minute"] <= one.minutes.get("teaching", 0)
    shown = [[row["comment"], row["best"], row["why"], row["flip"]] for row in worked(one)]
    shown += [[row["comment"], [[each["best"], each["why"]] for each in row["under"]]] for row in compared(one)]
    assert _words(shown) / numbers["words_a_minute"] <= one.minutes.get("worked", 0)
    a_comment = numbers["words_a_comment"] / numbers["words_a_minute"] + numbers["seconds_a_decision"] / 60
    for part, rows in one.threads.items():
        assert sum(row.comments + row.posts for row in rows) * a_comment <= one.minutes[part], part


@pytest.mark.parametrize("name", names())
def test_every_clause_that_is_graded_or_about_our_own_posts_is_taught(name: str) -> None:
    """No unit but the assessed one, which draws on all of them, is counted."""
    taught = set().union(*(wanted(one, load(name)) for one in UNITS if not one.assessed and one.say))
    missing = [id_ for id_, clause in load(name).clauses.items() if clause.kind in ("graded", "outbound")]
    assert [id_ for id_ in missing if id_ not in taught] == []


@pytest.mark.parametrize("one", UNITS, ids=lambda one: one.id)
def test_a_unit_names_nothing_that_is_not_there(one: Unit) -> None:
    """Clauses, topics, findings, duties, settings, platforms, doubts and cases are those of some pack."""
    packs = [load(name) for name in names()]
    assert [topic for topic in one.topics if topic not in packs[0].topics] == []
    assert [id_ for id_ in one.clauses if not any(id_ in pack.clauses for pack in packs)] == []
    assert [id_ for name, ids in one.points.items() for id_ in ids if id_ not in load(name).clauses] == []
    findings = {row.id for pack in packs for row in pack.tables["findings"]}
    known = {
        "reasons": findings,
        "duties": set(packs[0].duties),
        "platforms": set(packs[0].platforms),
        "conflicts": {row["id"] for row in packs[0].reference["conflicts"]["conflicts"]},
        "settings": set().union(*(pack.settings for pack in packs)),
    }
    for block in one.show:
        for kind, ids in known.items():
            assert [id_ for id_ in block.get(kind, ()) if id_ not in ids] == [], kind
    worked(one)
    compared(one)


@pytest.mark.parametrize(("one", "part"), SAT, ids=lambda value: getattr(value, "id", value))
def test_a_paper_has_something_to_do_something_to_leave_and_no_answer_without_its_question(
    one: Unit, part: str
) -> None:
    """The cut of a thread keeps to the number asked for and takes along what a comment answers."""
    for wish, paper in zip(one.threads[part], papers(one, part), strict=True):
        assert len(paper.entries) == wish.comments
        quiet = {
            "comment_action": "leave",
            "account_action": "none",
            "report": "none",
            "respond": "none",
            "escalate": "none",
        }
        assert {entry.ruling["best"] == quiet for entry in paper.entries} == {True, False}
        about = wanted(one, load(paper.pack["name"])) | set(one.facts)
        true = [{name for name, value in entry.item.case["facts"].items() if value} for entry in paper.entries]
        touched = [
            about & ({*entry.ruling["grounds"], *entry.ruling["near_miss_of"]} | facts)
            for entry, facts in zip(paper.entries, true, strict=True)
        ]
        assert sum(map(bool, touched)) * 2 >= len(paper.entries), "at least half bears on what the unit teaches"
        assert paper.origin["unit"] == one.id


def test_the_same_unit_makes_the_same_paper_and_another_pack_judges_it() -> None:
    """A paper is a function of its unit; under another policy its comments come with other rulings."""
    one = unit("03")
    assert papers(one, "practice")[0].id == papers(one, "practice")[0].id
    assert papers(one, "practice", pack="lancashire")[0].pack["name"] == "lancashire"


def test_the_assessed_paper_holds_each_thing_the_core_path_teaches() -> None:
    """Danger, a crime report, a live case, an answer owed and something to leave stand among its comments."""
    entries = [entry for paper in papers(unit("06"), "check") for entry in paper.entries]
    best = [entry.ruling["best"] for entry in entries]
    cited = {id_ for entry in entries for id_ in entry.ruling["grounds"]}
    assert {one["comment_action"] for one in best} == {"leave", "hide", "remove"}
    assert any(one["report"] in ("crime", "both") for one in best)
    assert any(one["respond"] != "none" for one in best)
    for name in ("02", "03", "04", "05"):
        assert cited & wanted(unit(name), load("leicestershire")), name


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_a_trainer_says_can_be_read_at_twelve(formula: str) -> None:
    """The trainer's own sentences, titles and aims of all units together."""
    said = [text for one in UNITS for text in (*one.say, *(f"You can {aim}." for aim in one.objectives))]
    assert age(" ".join(said), formula) <= MOST_AGE


def test_no_clause_is_typed_again() -> None:
    """No sentence of a unit is a sentence of a pack."""
    clauses = {clause.words for name in names() for clause in load(name).clauses.values()}
    assert [text for one in UNITS for text in one.say if text in clauses] == []


def test_an_unknown_unit_is_answered_with_the_nearest() -> None:
    """A slip of the pen in a notebook names what was meant."""
    with pytest.raises(BadInput, match="did you mean '04-live-cases'"):
        unit("04-live-case")
    with pytest.raises(BadInput, match="in part 'practice'; parts that have: check"):
        papers(unit("06"), "practice")


def test_every_fault_of_the_files_is_named_at_once(tmp_path: Path) -> None:
    """An unknown key, minutes that are no number and a role's unit that is not there."""
    shutil.copytree(DATA, tmp_path / "data")
    broken = tmp_path / "data" / "01-fair-criticism.yaml"
    text = broken.read_text(encoding="utf-8").replace("minutes: {teaching: 3", "minutes: {teaching: soon")
    broken.write_text(text.replace("short:", "shrot:"), encoding="utf-8")
    whole = tmp_path / "data" / "course.yaml"
    whole.write_text(whole.read_text(encoding="utf-8").replace("group: {", "gruop: {").replace("11-groups", "11-grops"))
    with pytest.raises(Faults) as found:
        course(tmp_path / "data")
    said = str(found.value)
    for words in ("without 'short'", "unknown key 'shrot'; did you mean 'short'?", "minutes of teaching; found 'soon'"):
        assert words in said
    assert "there is no unit '11-grops-and-devices'; did you mean '11-groups-and-devices'?" in said
