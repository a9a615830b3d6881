"""Tests of where the record lies."""

import pytest

from kit.records import VARIABLE, default_place


@pytest.mark.parametrize("named", ["/somewhere/else.sqlite", "postgresql://host/house"])
def test_the_variable_decides(named, tmp_path):
    """A path or a database URL, taken as it stands."""
    assert default_place({VARIABLE: f" {named} "}, tmp_path) == named


def test_the_record_stands_beside_the_notebooks(tmp_path):
    """Whichever folder of the project a notebook or a command is started in."""
    (tmp_path / "notebooks" / "deeper").mkdir(parents=True)
    wanted = str(tmp_path / "records" / "house-rules.sqlite")
    for folder in (tmp_path, tmp_path / "notebooks", tmp_path / "notebooks" / "deeper"):
        assert default_place({VARIABLE: ""}, folder) == wanted
