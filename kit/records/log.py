"""A record, opened: one transaction to read in, one to write in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Self

import sqlalchemy as sa

from kit.errors import StorageError
from kit.records import engine as store
from kit.records.reading import Reading
from kit.records.writing import Writing


class Records:
    """A record at a path or database URL.

    Raises StorageError, NewerRecordError or DamagedRecordError, each with what to do, and then
    leaves the place as it was. Use it as a context manager, or ``close()`` it.
    """

    def __init__(self, place: str) -> None:
        self.place = str(place)
        self._engine = store.connect(self.place)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Reading]:
        """Give one consistent view of the record."""
        with store.transaction(self._engine, self.place, write=False) as connection:
            yield Reading(connection)

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writing]:
        """Hold the write lock: what is read in here stays true until it is committed.

        On leaving, everything appended is on disk; on an error, nothing is.
        """
        try:
            with store.transaction(self._engine, self.place, write=True) as connection:
                yield Writing(connection)
        except sa.exc.IntegrityError as error:
            msg = f"The record {self.place} refused a line that is there already or may not be changed ({error.orig})."
            raise StorageError(msg) from error

    def erase(self, trainee: str, *, at: str, why: str) -> int:
        """Erase a trainee's pseudonym and free texts for good; return how many texts went.

        Decisions and marks stay, under the random id alone, and the chain still verifies.
        """
        with self.writing() as log:
            count = log.erase(trainee, at=at, why=why)
        store.checkpoint(self._engine, self.place)
        return count

    def close(self) -> None:
        """Let go of the file or the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
