"""What can go wrong with a record, said in a sentence with what to do.

StorageError            (kit.errors) the record cannot be read or written
├── NewerRecordError    written by a newer version; left untouched
└── DamagedRecordError  not a record, or one that is broken
"""

from __future__ import annotations

from kit.errors import StorageError


class NewerRecordError(StorageError):
    """The record was written by a newer version; it has been left untouched."""

    def __init__(self, place: str, found: int, known: int) -> None:
        super().__init__(
            f"The record {place} is of version {found} and this House Rules reads up to version {known}. "
            "It has been left untouched: install a newer House Rules, or name another place in HOUSE_RULES_RECORDS."
        )


class DamagedRecordError(StorageError):
    """The file is not a record of House Rules, or it is broken."""


SIGNS = (
    ("disk is full", "the disk is full; make room and try again"),
    ("disk quota", "the disk is full; make room and try again"),
    ("file too large", "the file may not grow any further; make room and try again"),
    ("readonly", "the file or its folder is read-only; make it writable or name another place in HOUSE_RULES_RECORDS"),
    ("read-only", "the file or its folder is read-only; make it writable or name another place in HOUSE_RULES_RECORDS"),
    ("permission", "this account may not write there; name another place in HOUSE_RULES_RECORDS"),
    ("unable to open", "the file cannot be opened; see that its folder is there and writable"),
    ("not a directory", "part of the path is a file, not a folder; name another place in HOUSE_RULES_RECORDS"),
    ("file exists", "part of the path is a file, not a folder; name another place in HOUSE_RULES_RECORDS"),
    ("no such file", "its folder cannot be made; name another place in HOUSE_RULES_RECORDS"),
    ("load plugin", "no such kind of database is known; write a path, or a URL that begins with postgresql://"),
    ("no module", "the driver for that database is not installed; install it, or name a path"),
    ("locked", "another program has held it for too long; close the other window and try again"),
    ("i/o error", "the disk could not be read or written; see that it is there and has room"),
)
DAMAGE = ("malformed", "not a database", "file is encrypted")


def refusal(error: BaseException, place: str) -> StorageError:
    """Return the one clear error for what a database or a file system reported."""
    reported = str(getattr(error, "orig", None) or getattr(error, "strerror", None) or error)
    low = reported.lower()
    if any(sign in low for sign in DAMAGE):
        return damaged(place, reported)
    for sign, advice in SIGNS:
        if sign in low:
            return StorageError(f"The record {place} could not be used: {advice}. Nothing was half-written.")
    return StorageError(f"The record {place} could not be used ({reported}). Nothing was half-written.")


def damaged(place: str, found: str) -> DamagedRecordError:
    """Return the error for a file that is no record or a broken one."""
    return DamagedRecordError(
        f"The file {place} is not a record that can be read ({found}). It has been left untouched: "
        "put a backup in its place, or name another place in HOUSE_RULES_RECORDS."
    )
