"""Tests of bad places: each gives one clear error, and leaves what was there as it was."""

import contextlib
import re
import resource
import sqlite3
from pathlib import Path

import pytest

from kit.errors import HouseRulesError, StorageError
from kit.records import DamagedRecordError, NewerRecordError, Records, verify
from tests.records.child import as_nobody, in_child


def filled(place) -> Path:
    """A record with one event, closed."""
    with Records(str(place)) as records, records.writing() as log:
        log.register("Amber", at="")
    return Path(place)


def set_version(path: Path, header: int, stored: str) -> None:
    """Make a record look as a later version would leave it."""
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {header}")
        other.execute("UPDATE meta SET value = ? WHERE name = 'version'", [stored])
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.parametrize(("header", "stored"), [(7, "7"), (1, "7")], ids=["in the header", "in the table"])
def test_a_record_from_a_newer_version_is_named_and_left_untouched(place, header, stored):
    """Both versions, and what to do; not one byte changes."""
    path = filled(place)
    set_version(path, header, stored)
    before = path.read_bytes()
    with pytest.raises(NewerRecordError, match=r"is of version 7 .* up to version 1\. .*install a newer House Rules"):
        Records(place)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_no_record_is_left_untouched(tmp_path):
    """A text file, a picture or half a record is never written to."""
    for number, content in enumerate([b"dear diary", b"SQLite format 3\x00", b"\x89PNG" * 100]):
        path = tmp_path / f"{number}.sqlite"
        path.write_bytes(content)
        with pytest.raises(DamagedRecordError, match="not an SQLite file"):
            Records(str(path))
        assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_untouched(tmp_path):
    """Being SQLite does not make it ours."""
    path = tmp_path / "other.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (x)")
    before = path.read_bytes()
    with pytest.raises(DamagedRecordError, match="another program"):
        Records(str(path))
    assert path.read_bytes() == before


def test_a_damaged_record_is_not_carried_on_with(place):
    """Pages overwritten in the middle are noticed before anything is added."""
    path = filled(place)
    whole = bytearray(path.read_bytes())
    whole[4096 : 4096 * 3] = b"\x5a" * 4096 * 2
    path.write_bytes(whole)
    with pytest.raises(DamagedRecordError, match="put a backup in its place"):
        Records(place)
    assert path.read_bytes() == bytes(whole)


def test_an_empty_file_becomes_a_record(tmp_path):
    """A creation that was cut off at its very start is simply done again."""
    path = tmp_path / "empty.sqlite"
    path.touch()
    with Records(str(path)) as records:
        assert verify(records).ok


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("/proc/house-rules/record.sqlite", "its folder cannot be made"),
        (f"{__file__}/record.sqlite", "part of the path is a file"),
        ("nonsense://x", "no such kind of database is known"),
        ("mysql+aiomysql://host/x", "driver for that database is not installed"),
        ("://", "neither a path nor a database URL"),
    ],
    ids=["a folder that cannot be", "a file for a folder", "an unknown database", "no driver", "no URL"],
)
def test_a_place_that_cannot_be_says_so(place, says):
    """One sentence, and an error of ours."""
    with pytest.raises(StorageError, match=says):
        Records(place)


def test_a_read_only_record_says_so_and_stays_as_it_was(open_folder):
    """The advice names the variable that puts the record elsewhere."""
    path = filled(open_folder / "record.sqlite")
    path.chmod(0o444)
    before = path.read_bytes()

    def write():
        with Records(str(path)) as records, records.writing() as log:
            log.register("Calm", at="")

    said = in_child(as_nobody(write))
    assert re.match("StorageError: .*(read-only|cannot be opened).*Nothing was half-written", said), said
    assert path.read_bytes() == before


def test_a_read_only_folder_says_so_and_stays_empty(open_folder):
    """No empty file is left where a record could not be made."""
    open_folder.chmod(0o555)
    for place in (open_folder / "record.sqlite", open_folder / "records" / "record.sqlite"):
        said = in_child(as_nobody(lambda place=place: Records(str(place))))
        assert said.startswith("StorageError: "), said
        assert "HOUSE_RULES_RECORDS" in said or "writable" in said
    open_folder.chmod(0o755)
    assert [*open_folder.iterdir()] == []


def fill_up(place: str, room: int) -> object:
    """Go on writing, one step at a time, with so much room for the file to grow; return what stopped it."""
    with Records(place) as records:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        done = 0
        try:
            while done < 2000:
                with records.writing() as log:
                    log.append("go", at="", session="s", item="i", body={"text": "x" * 500})
                done += 1
        except HouseRulesError as error:
            return f"{done} {type(error).__name__}: {error}"
    return f"{done} and no error"


def test_a_full_disk_says_so_and_loses_nothing_that_was_acknowledged(place):
    """Every step that returned is in the record, the one that failed is not, and the record is sound."""
    filled(place)
    said = in_child(lambda: fill_up(place, 200_000))
    done, error = said.split(" ", 1)
    assert error.startswith("StorageError: "), said
    assert "Nothing was half-written" in error
    assert int(done) > 10
    with Records(place) as records:
        found = verify(records)
        assert found.ok, found.faults
        assert found.events == 1 + int(done)


def test_a_new_record_that_finds_no_room_leaves_nothing_behind(tmp_path):
    """A half-made file would be taken for a damaged record next time."""
    place = tmp_path / "record.sqlite"

    def make():
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
        Records(str(place))

    said = in_child(make)
    assert said.startswith("StorageError: "), said
    assert [*tmp_path.iterdir()] == []
