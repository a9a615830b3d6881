"""What a trainee reads can be read at twelve."""

import pytest

from kit.policy import load, names
from tests.packs.reading import age, ages, worst

LIMIT = 12
ONE_SENTENCE = 18
"""A sentence alone is rated roughly; one above this is long or full of long words, whatever the formula."""


@pytest.mark.parametrize("name", names())
def test_reasons_can_be_read_at_twelve_by_two_formulas(name: str) -> None:
    """All reasons, duties and graded clauses of a pack together, by both formulas."""
    assert {formula: years for formula, years in ages(load(name)).items() if years > LIMIT} == {}


@pytest.mark.parametrize("name", names())
def test_no_single_sentence_is_far_off(name: str) -> None:
    """The hardest sentence stays within reach."""
    assert [text for years, text in worst(load(name)) if years > ONE_SENTENCE] == []


def test_the_measure_tells_hard_from_easy() -> None:
    """A sentence of official English is rated far above the kit's own."""
    hard = "Notwithstanding the aforementioned considerations, the organisation reserves discretionary authority regarding publication."
    assert age(hard, "Flesch-Kincaid") > ONE_SENTENCE > age("It could put a person at risk.", "Flesch-Kincaid")
