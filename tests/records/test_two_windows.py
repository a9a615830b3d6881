"""Tests of two programs at one record: the chain does not fork and nothing counts twice."""

import subprocess
import sys

from kit.records import Records, verify

WRITER = """
import sys
from kit.errors import StorageError
from kit.records import Records

won = 0
with Records(sys.argv[1]) as records:
    for number in range(60):
        try:
            with records.writing() as log:
                log.append("commit", at="", session="s", item=f"i{number}")
            won += 1
        except StorageError as error:
            assert "is there already" in str(error), error
print(won)
"""


def test_two_programs_that_write_at_once_share_one_chain(place):
    """Both begin with no file at all, race for the same sixty decisions, and each is taken once."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, place], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    won = [int(writer.communicate(timeout=60)[0]) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    assert sum(won) == 60
    with Records(place) as records:
        found = verify(records)
        assert found.ok, found.faults
        assert found.events == 60


def test_a_reader_sees_one_moment_while_another_writes(place):
    """What is read in one go fits together."""
    with Records(place) as one, Records(place) as other:
        with one.reading() as log:
            assert log.events() == []
            with other.writing() as writing:
                writing.append("go", at="", session="s", item="i")
            assert log.head()[0] == 0
        with one.reading() as log:
            assert log.head()[0] == 1
