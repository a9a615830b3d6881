"""Fixtures for the record: one in memory, one in a file, and a place where file permissions hold."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.records import Records


@pytest.fixture
def records() -> Iterator[Records]:
    """A record in memory."""
    with Records("sqlite://") as opened:
        yield opened


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Where a record in a file is to stand."""
    return str(tmp_path / "records" / "house-rules.sqlite")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account of the machine may enter, so that a test may give up being root."""
    folder = Path(tempfile.mkdtemp(prefix="house-rules-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)
