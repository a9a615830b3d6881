"""Open a record: look before touching, set SQLite to lose nothing, make the tables once."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from kit.errors import StorageError
from kit.records.errors import NewerRecordError, damaged, refusal
from kit.records.schema import APPLICATION_ID, SCHEMA_VERSION, meta, metadata

BUSY_SECONDS = 10
HEADER = 100
MAGIC = b"SQLite format 3\x00"
WRITE = "house_rules_write"
PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON", f"busy_timeout = {BUSY_SECONDS * 1000}")


def connect(place: str) -> sa.Engine:
    """Return an engine on the record at a path or URL, with its tables made if it is new.

    Raises NewerRecordError, DamagedRecordError or StorageError and leaves the place as it was.
    """
    url = _url(place)
    path = _file(url)
    fresh = path is not None and not path.exists()
    if path is not None:
        _look(path)
    with _reported(place):
        engine = _engine(url)
        try:
            _prepare(engine, place, check=path is not None and not fresh)
        except BaseException:
            engine.dispose()
            if fresh and path is not None:
                _sweep(path)
            raise
    return engine


@contextlib.contextmanager
def transaction(engine: sa.Engine, place: str, *, write: bool) -> Iterator[sa.Connection]:
    """Run one transaction; a write holds the only write lock from its first line to its commit."""
    with _reported(place), engine.connect() as connection:
        connection.execution_options(**{WRITE: write})
        with connection.begin():
            if write and engine.dialect.name == "postgresql":
                connection.exec_driver_sql("LOCK TABLE events IN EXCLUSIVE MODE")
            yield connection


def checkpoint(engine: sa.Engine, place: str) -> None:
    """Fold SQLite's write-ahead file into the record, so that erased text is gone from both."""
    if engine.dialect.name == "sqlite":
        with _reported(place), engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(
                "PRAGMA wal_checkpoint(TRUNCATE)"
            )


@contextlib.contextmanager
def _reported(place: str) -> Iterator[None]:
    try:
        yield
    except sa.exc.IntegrityError:
        raise
    except (sa.exc.SQLAlchemyError, OSError, ImportError) as error:
        raise refusal(error, place) from error


def _url(place: str) -> sa.URL:
    if "://" not in place:
        return sa.URL.create("sqlite", database=str(Path(place).expanduser()))
    try:
        return sa.make_url(place)
    except sa.exc.ArgumentError:
        msg = f"{place!r} is neither a path nor a database URL; write a path, or dialect://user@host/name"
        raise StorageError(msg) from None


def _file(url: sa.URL) -> Path | None:
    name = url.database or ":memory:"
    if url.get_backend_name() != "sqlite" or name == ":memory:" or name.startswith("file:"):
        return None
    return Path(name)


def _look(path: Path) -> None:
    """Read the header of a file without opening it as a database; make the folder of a new one."""
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            return
        with path.open("rb") as file:
            head = file.read(HEADER)
    except OSError as error:
        raise refusal(error, str(path)) from error
    if not head:
        return
    if len(head) < HEADER or not head.startswith(MAGIC):
        raise damaged(str(path), "it is not an SQLite file")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise damaged(str(path), "it is an SQLite file of another program")
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        raise NewerRecordError(str(path), version, SCHEMA_VERSION)


def _engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() != "sqlite":
        return sa.create_engine(url)
    options: dict[str, Any] = {"connect_args": {"check_same_thread": False, "timeout": BUSY_SECONDS}}
    if not url.database or url.database == ":memory:":
        options["poolclass"] = StaticPool
    engine = sa.create_engine(url, **options)
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    # The driver would otherwise begin transactions of its own, and too late to take the lock first.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: sa.Connection) -> None:
    write = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _prepare(engine: sa.Engine, place: str, *, check: bool) -> None:
    if not _version(engine, place, check=check):
        with transaction(engine, place, write=True) as connection:
            if not sa.inspect(connection).has_table(meta.name):
                _make(connection)
    if engine.dialect.name == "sqlite":
        # Where the file system cannot do it (a network drive), the older journal stays, as safe and slower.
        with contextlib.closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode = WAL")


def _version(engine: sa.Engine, place: str, *, check: bool) -> int:
    """Return the version of the record, 0 for one that has no tables yet."""
    with transaction(engine, place, write=False) as connection:
        if check and engine.dialect.name == "sqlite":
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
            if found != "ok":
                raise damaged(place, str(found))
        if not sa.inspect(connection).has_table(meta.name):
            return 0
        stored = connection.scalar(sa.select(meta.c.value).where(meta.c.name == "version"))
    if stored is None or not stored.isdigit():
        raise damaged(place, "it does not say its version")
    if int(stored) > SCHEMA_VERSION:
        raise NewerRecordError(place, int(stored), SCHEMA_VERSION)
    return int(stored)


def _make(connection: sa.Connection) -> None:
    metadata.create_all(connection)
    rows = [{"name": "version", "value": str(SCHEMA_VERSION)}, {"name": "record", "value": secrets.token_hex(16)}]
    connection.execute(sa.insert(meta), rows)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _sweep(path: Path) -> None:
    """Take away what a creation that failed has left; a record that stood before is never touched."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()
