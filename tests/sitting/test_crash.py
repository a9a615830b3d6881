"""Tests of what is on disk when: before a reply, after a kill, on a full disk."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from kit.records import Records, verify
from kit.sitting import Sitting
from tests.sitting.made import KEYS, LEAVE, NOON, PAPER, attempt, sitting

NAME = "Amber Heron"


def begun(records: Records, name: str = NAME) -> Sitting:
    """A sitting whose trainee is registered."""
    seat = sitting(records, trainee=name)
    seat.handle({"seq": 1, "type": "register"})
    return seat


def test_a_commit_is_in_the_file_before_its_reply_exists(tmp_path):
    """Another program, opening the file while the reply is being made, finds the decision there."""
    place = str(tmp_path / "record.sqlite")
    found = []

    class Watched(Sitting):
        def state(self):
            with contextlib.closing(sqlite3.connect(place)) as other:
                found.append(other.execute("SELECT count(*) FROM events WHERE kind = 'commit'").fetchone()[0])
            return super().state()

    with Records(place) as records:
        begun(records)
        seat = Watched(PAPER, None, records, now=lambda: NOON)
        for count, key in enumerate(KEYS, start=1):
            assert seat.handle({"seq": 1, "type": "commit", "item": key, "attempt": attempt(LEAVE)})["ok"]
            assert found[-1] == count


KILLED = """
import sys
from kit.records import Records
from tests.sitting.made import KEYS, LEAVE, attempt, sitting

seat = sitting(Records(sys.argv[1]))
seat.handle({"seq": 1, "type": "register", "pseudonym": "Amber Heron"})
print("ready", flush=True)
for key in KEYS:
    seat.handle({"seq": 1, "type": "draft", "item": key, "draft": {"log": "half"}})
    reply = seat.handle({"seq": 1, "type": "commit", "item": key, "attempt": attempt(LEAVE)})
    print(key, reply["ok"], flush=True)
    if key == KEYS[1]:
        seat.handle({"seq": 1, "type": "draft", "item": KEYS[2], "draft": {"log": "a thought"}})
        print("drafted", flush=True)
        sys.stdin.read()
"""


def test_a_kernel_that_is_killed_loses_nothing_it_acknowledged(tmp_path):
    """Two decisions and a draft were acknowledged, the process is killed outright, and all three are there."""
    place = str(tmp_path / "record.sqlite")
    root = Path(__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, place], cwd=root, env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with child:
        said = [child.stdout.readline().strip() for _ in range(4)]
        child.send_signal(signal.SIGKILL)
    assert said == ["ready", f"{KEYS[0]} True", f"{KEYS[1]} True", "drafted"]
    with Records(place) as records:
        assert verify(records).ok
        state = sitting(records).state()
    assert [item["status"] for item in state["items"]] == ["decided", "decided", "undecided", "undecided"]
    assert (state["trainee"], state["current"]) == (NAME, 2)
    assert state["items"][2]["draft"]["log"] == "a thought"


def test_a_full_disk_is_told_and_the_decision_can_be_made_again(tmp_path):
    """Nothing is counted, the draft in hand is not lost, and once there is room the same message works."""
    place = str(tmp_path / "record.sqlite")
    with Records(place) as records:
        seat = begun(records)
        _limit(records, 1)  # no less than it has already
        commits = [{"seq": 1, "type": "commit", "item": key, "attempt": attempt(LEAVE, log="x" * 3900)} for key in KEYS]
        replies = [seat.handle(commit) for commit in commits]
        refused = [number for number, reply in enumerate(replies) if not reply["ok"]]
        assert refused
        assert {replies[number]["error"]["code"] for number in refused} == {"storage"}
        assert "the disk is full" in replies[refused[0]]["error"]["text"]
        assert replies[-1]["state"]["progress"]["decided"] == len(KEYS) - len(refused)
        _limit(records, 1_000_000)
        assert all(seat.handle(commits[number])["ok"] for number in refused)
        assert seat.state()["progress"]["decided"] == len(KEYS)
        assert verify(records).ok


def _limit(records: Records, pages: int) -> None:
    """Let the file grow to so many pages, as a disk with so much room would."""
    with records.reading() as log:
        log.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
