"""``kit scenarios report``, ``sheet`` and ``score-sheet``, and what they say to bad input."""

import json

import pytest

from kit.__main__ import main
from kit.measure import write_sheet
from scenarios import names

FEW = str(len(names()))


def comments(folder, name, texts):
    rows = [json.dumps({"text": text}) for text in texts]
    (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


def test_a_report_is_a_page_and_its_data(tmp_path, capsys):
    comments(tmp_path, "set.jsonl", [f"Nobody number {number} came round here, did they" for number in range(60)])
    out = tmp_path / "out"
    asked = ["scenarios", "report", "--n", FEW, "--seed", "3", "--real", str(tmp_path), "--out", str(out)]
    assert main(asked) == 0
    data = json.loads((out / "report.json").read_text(encoding="utf-8"))
    html = (out / "report.html").read_text(encoding="utf-8")
    assert data["sample"]["comments"] == int(FEW)
    assert set(data["separability"]["ours"]) == {"set"}
    assert len(data["profile"]["columns"]) == 20
    assert set(data["clauses"]) == {"leicestershire", "lancashire", "opcc"}
    assert html.count("<svg") > 10
    assert "<script" not in html
    assert len(capsys.readouterr().out.splitlines()) == len(data["bars"])
    assert {row["bar"]: row["kept"] for row in data["bars"]}["unsafe numbers, domains, handles, names"] is True


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["report", "--n", "many"], "--n: found 'many'; expected a whole number"),
        (["report", "--n", "3"], "one comment of every scenario"),
        (["report", "--real", "nowhere"], "found no *.jsonl there"),
        (["sheet", "--out", "s.csv", "--seed", "1.5"], "--seed: found '1.5'"),
        (["score-sheet", "nowhere.csv"], "nowhere.csv cannot be read"),
    ],
)
def test_bad_input_ends_with_2_and_says_what_is_wrong(arguments, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["scenarios", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_every_line_of_a_real_set_that_is_no_comment_is_named(tmp_path, capsys):
    (tmp_path / "set.jsonl").write_text('{"text": "a b c"}\nhello\n{"words": 1}\n', encoding="utf-8")
    assert main(["scenarios", "report", "--real", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert "set.jsonl:2: no comment; found hello" in said
    assert "set.jsonl:3: no comment" in said
    assert not (tmp_path / "out").exists()


def test_a_set_that_is_too_small_is_refused(tmp_path, capsys):
    comments(tmp_path, "set.jsonl", ["one two three"])
    assert main(["scenarios", "report", "--real", str(tmp_path)]) == 2
    assert "too few comments of 3 to 40 words; found 1" in capsys.readouterr().err


def test_a_sheet_is_written_and_scored(tmp_path, capsys):
    file = tmp_path / "deep" / "sheet.csv"
    assert main(["scenarios", "sheet", "--n", FEW, "--seed", "5", "--out", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == write_sheet(int(FEW), 5)
    assert main(["scenarios", "score-sheet", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["decided"] == 0
