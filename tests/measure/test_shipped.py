"""The threads that ship are held to the bounds of the report that need no real comments."""

import pytest

from kit.measure import report

NEED_REAL = {"told from the nearest real set by style", "told from the nearest real set by grammar"}


@pytest.mark.long
def test_2000_comments_over_the_whole_library_keep_their_bounds():
    """Budget: a minute. Length and typing, repetition, what words give away, and nobody real."""
    bars = report(2000, 1)["bars"]
    assert {row["bar"] for row in bars if row["value"] is None} == NEED_REAL
    assert [(row["bar"], row["value"]) for row in bars if row["kept"] is False] == []
