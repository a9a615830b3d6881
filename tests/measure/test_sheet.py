"""A sheet shows what a moderator sees and no more; its scorer knows the truth again."""

import csv
from io import StringIO

import pytest

from kit.errors import BadInput, Faults
from kit.measure import score_sheet, write_sheet
from kit.measure.score import deciding
from kit.measure.sheet import BLANK, COLUMNS, FORMULA, facts_of
from kit.policy import load
from kit.ruling import best_decision
from kit.terms import FIELDS
from scenarios import names
from tests.measure.rows import row


@pytest.fixture(scope="module")
def sheet():
    return write_sheet(len(names()), 5)


def rows_of(text):
    return list(csv.DictReader(StringIO(text)))


def as_text(rows):
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def filled(sheet, **fields):
    """Return the sheet with one row decided; what is not said is left."""
    rows = rows_of(sheet)
    plain = {field: values[0] for field, values in FIELDS.items()}
    rows[0] |= {**plain, **fields}
    return as_text(rows)


def test_a_sheet_has_every_scenario_and_nothing_filled_in(sheet):
    rows = rows_of(sheet)
    assert {line["id"].split(".")[0] for line in rows} == set(names())
    assert [name for line in rows for name in BLANK if line[name]] == []
    assert all(line["comment"] and line["post"] and "Now: 2026-" in line["context"] for line in rows)
    assert not {"facts", "best"} & {name for line in rows for name, value in line.items() if value}


def test_no_cell_is_a_formula_to_a_spreadsheet():
    """People tag each other with @, and a sheet large enough has such comments."""
    cells = [cell for one in rows_of(write_sheet(200, 7)) for cell in one.values()]
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    assert any(cell.startswith("'@") for cell in cells)


def test_the_same_seed_gives_the_same_sheet(sheet):
    assert write_sheet(len(names()), 5) == sheet
    assert write_sheet(len(names()), 6) != sheet


def test_an_empty_sheet_scores_nothing(sheet):
    found = score_sheet(sheet)
    assert (found["rows"], found["decided"], found["not_wrong"], found["ticked"]) == (len(names()), 0, None, None)


def test_a_reader_who_decides_by_the_rulings_agrees_throughout(sheet):
    """The truth is found again from ids alone: a row filled with another's answer would disagree."""
    first = score_sheet(as_text([{**line, "remarks": "read"} for line in rows_of(sheet)]))
    assert first["decided"] == 0
    missed = {one["id"]: one for one in first["disagreements"]}
    assert len(missed) > 3, "rows with deciding facts that nobody ticked"
    rows, valued = rows_of(sheet), {"characteristic", "swearing"}
    for line in rows:
        if line["id"] in missed:
            plain = [name for name in missed[line["id"]]["deciding"] if name not in valued]
            line.update(missed[line["id"]]["best"], facts=", ".join(plain))
    again = score_sheet(as_text(rows))
    assert again["not_wrong"] == 100
    assert [one for one in again["disagreements"] if not valued & {*one["missed"]}] == []


def test_a_wrong_decision_is_listed_with_the_best(sheet):
    found = score_sheet(filled(sheet, comment_action="remove", account_action="block", report="both"))
    assert found["decided"] == 1
    assert [one["verdict"] for one in found["disagreements"]] == ["wrong"]
    assert found["disagreements"][0]["reasons"]


def test_deciding_facts_are_those_without_which_the_best_would_be_another():
    case = row("x", facts={"abusive": True, "aimed_at_individual": True, "sarcasm": True}).case
    assert best_decision(load("leicestershire"), case)["comment_action"] != "leave"
    assert deciding(case) == ["abusive"]


def test_facts_may_be_named_in_any_of_three_ways():
    assert facts_of("slur, abusive; swearing=strong") == {"slur": True, "abusive": True, "swearing": "strong"}


def test_a_file_that_is_no_sheet_is_refused():
    with pytest.raises(BadInput, match="columns generator, policy"):
        score_sheet("id,comment\n1,hello\n")


def test_every_wrong_cell_is_named_at_once(sheet):
    with pytest.raises(Faults) as caught:
        score_sheet(filled(sheet, report="polise", facts="abusiv swearing=loud"))
    words = str(caught.value)
    assert "sheet:2 report: not a value of this field; found polise" in words
    assert "did you mean 'abusive'?" in words
    assert "swearing has another value; found loud" in words


def test_an_incomplete_decision_an_unknown_id_and_another_generator_are_refused(sheet):
    with pytest.raises(Faults, match="not complete; expected account_action"):
        score_sheet(filled(sheet, account_action=""))
    with pytest.raises(Faults, match="no comment has this id"):
        score_sheet(filled(sheet, id="flood-knight.x.2026-01-01.1.1.c1"))
    with pytest.raises(Faults, match="another generator"):
        score_sheet(filled(sheet, generator="0+000000000000"))
