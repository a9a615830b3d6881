"""``kit generate`` and ``kit scenarios``: one a line, and bad input ends with 2."""

import json

import pytest

from kit.__main__ import main
from kit.thread import cases
from scenarios import generate, names

ASKED = ["generate", "--scenario", "flood-night", "--seed", "3", "--as-of", "2026-11-21"]


def test_threads_are_printed_one_a_line(capsys):
    assert main([*ASKED, "--threads", "3"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows == list(generate("flood-night", seed=3, as_of="2026-11-21", threads=3))


def test_cases_are_printed_instead_when_asked_for(capsys):
    assert main([*ASKED, "--cases", "--pack", "lancashire"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows == cases(next(iter(generate("flood-night", seed=3, as_of="2026-11-21", pack="lancashire"))))
    assert {row["policy"] for row in rows} == {"lancashire"}


def test_the_scenarios_are_listed_name_first(capsys):
    assert main(["scenarios", "list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == names()


def test_the_library_is_checked_and_a_note_is_read(capsys):
    assert main(["scenarios", "check"]) == 0
    assert "no fault" in capsys.readouterr().out
    assert main(["scenarios", "note", "flood-night"]) == 0
    assert capsys.readouterr().out.startswith("# A flood in the night")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--scenario", "flood-nigth"], "did you mean 'flood-night'?"),
        (["--seed", "three"], "--seed: found 'three'; expected a whole number"),
        (["--threads", "1.5"], "--threads: found '1.5'; expected a whole number"),
        (["--as-of", "yesterday"], "expected a date such as 2026-11-21"),
        (["--pack", "opc"], "did you mean 'opcc'?"),
    ],
)
def test_bad_input_ends_with_two_and_says_what_to_do(capsys, arguments, words):
    assert main([*ASKED, *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err


def test_an_unknown_note_is_refused(capsys):
    assert main(["scenarios", "note", "flod-night"]) == 2
    assert "did you mean 'flood-night'?" in capsys.readouterr().err
