"""Tests of ``kit records``: list, verify, replay, erase, and what each says to bad input."""

import contextlib
import sqlite3

import pytest

from kit.__main__ import main
from kit.items import paper_from_thread
from kit.policy import load
from kit.records import VARIABLE, Records
from kit.sitting import Sitting, replay
from tests.sitting import made


@pytest.fixture
def used(place, monkeypatch):
    """A record in which somebody has decided two comments, one of them under the Leicestershire pack."""
    monkeypatch.setenv(VARIABLE, place)
    pack = load("leicestershire")
    real = paper_from_thread({**made.thread(), "pack": "leicestershire"}, pack, title="A real pack")
    with Records(place) as records:
        for paper in (made.PAPER, real):
            seat = Sitting(paper, None, records, now=lambda: made.NOON, trainee="Amber Heron")
            seat.handle({"seq": 1, "type": "register"})
            attempt = made.attempt(made.LEAVE, log="I know him.", done=["record_crime"])
            assert seat.handle({"seq": 2, "type": "commit", "item": paper.entries[1].key, "attempt": attempt})["ok"]
    return place


def tampered(place: str, statement: str) -> None:
    """Change the file as another program could."""
    with contextlib.closing(sqlite3.connect(place)) as other:
        for (name,) in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            other.execute(f"DROP TRIGGER {name}")
        other.execute(statement)
        other.commit()


def test_list_names_each_session(used, capsys):
    """Who, what and how far."""
    assert main(["records", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1:] for line in lines] == [
        ["Amber Heron", "A post", "1 decided", "open"],
        ["Amber Heron", "A real pack", "1 decided", "open"],
    ]


def test_verify_says_that_a_record_is_sound(used, capsys):
    """With its head, to be kept elsewhere; and that head is found again."""
    assert main(["records", "verify"]) == 0
    said = capsys.readouterr().out
    assert said.endswith(": sound\n")
    head = said.split("head ")[1].split(":")[0]
    assert main(["records", "verify", "--at", used, "--head", head]) == 0
    assert main(["records", "verify", "--head", "f" * 64]) == 1


def test_verify_names_what_was_changed(used, capsys):
    """One line a fault, and exit code 1."""
    tampered(used, "UPDATE events SET at = 'x' WHERE seq = 3")
    assert main(["records", "verify"]) == 1
    assert "event 3: it was changed after it was written" in capsys.readouterr().out


def test_replay_judges_and_rules_the_same_again(used, capsys):
    """By the stored paper, and by the pack itself where that very version is installed."""
    assert main(["records", "replay"]) == 0
    assert capsys.readouterr().out.endswith(": no differences\n")


def test_replay_names_a_verdict_that_was_changed(used, capsys):
    """A mark changed by hand does not follow from the stored paper."""
    tampered(used, """UPDATE events SET body = replace(body, '"verdict":"wrong"', '"verdict":"right"')""")
    assert main(["records", "replay"]) == 1
    assert "is judged differently today" in capsys.readouterr().out


def test_replay_names_a_ruling_that_comes_out_differently(used):
    """Given another ruler, every item that it rules differently is named."""
    with Records(used) as records:
        found = replay(records, lambda _paper: lambda _case: made.FAIR)
    assert found
    assert all("the pack rules it differently today" in line for line in found)


def test_erase_takes_a_trainee_s_texts(used, capsys):
    """The pseudonym and what was written; the decisions stay, and the record is sound."""
    assert main(["records", "erase", "amber heron", "--why", "asked"]) == 0
    assert "3 texts erased" in capsys.readouterr().out
    assert main(["records", "verify"]) == 0
    assert main(["records", "replay"]) == 0
    assert main(["records", "list"]) == 0
    assert "(erased)" in capsys.readouterr().out


def test_erasing_nobody_says_who_is_there(used, capsys):
    """Exit code 2 and one line."""
    assert main(["records", "erase", "Nobody", "--why", "asked"]) == 2
    assert "holds no trainee 'Nobody'" in capsys.readouterr().err


def test_a_record_that_is_not_there_is_not_made(tmp_path, capsys):
    """Looking at a record never creates one."""
    assert main(["records", "verify", "--at", str(tmp_path / "none.sqlite")]) == 2
    assert "there is no record at" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []
