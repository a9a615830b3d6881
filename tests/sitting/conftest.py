"""Fixtures for sittings: a record in memory, and the flag that writes the golden texts anew."""

from collections.abc import Iterator

import pytest

from kit.records import Records


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag: ``pytest tests/sitting --write-goldens``."""
    parser.addoption("--write-goldens", action="store_true", help="write the golden feedback texts anew")


@pytest.fixture
def records() -> Iterator[Records]:
    """A record in memory."""
    with Records("sqlite://") as opened:
        yield opened


@pytest.fixture
def write_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether the golden texts are to be written, not compared."""
    return bool(request.config.getoption("--write-goldens", default=False))
