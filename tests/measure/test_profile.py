"""The columns of the profile count what they say they count."""

import pytest

from kit.measure.profile import bands, distinct, profile, published

FIRST = "Well done all, that was quick!"


def share(column: str, text: str) -> float:
    """Return one column of a set in which every second comment is the text."""
    return profile([text, FIRST])[column]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("three_words_or_fewer", "Same here mate"),
        ("lower_start", "same here, it was Tuesday."),
        ("no_end_mark", "Nobody came"),
        ("no_end_mark", "Nobody came 😡"),
        ("all_lower", "nobody came, not even later"),
        ("shouting", "NOBODY CAME AT ALL"),
        ("question", "Has anybody heard?"),
        ("link", "Look at www.bobbinway.example"),
        ("link", "Look at [URL] for more."),
        ("emoji", "Lovely ❤️"),
        ("handle", "Ask @~moss_example about it."),
        ("handle", "Ask [USER] about it."),
        ("stretched", "It went on sooo long."),
        ("no_apostrophe", "I dont think so."),
        ("dots", "Well.. maybe."),
    ],
)
def test_a_comment_that_has_it_counts_as_half_of_two(column, text):
    assert share(column, text) == 50
    assert share(column, FIRST) == 0


def test_lengths_are_percentiles_of_words():
    found = profile(["one", "one two", "one two three four"])
    assert (found["words_p10"], found["words_p50"], found["words_p90"]) == pytest.approx((1.2, 2, 3.6))


def test_end_marks_may_stand_inside_a_closing_quotation():
    assert share("no_end_mark", 'He said "never again."') == 0


def test_distinct_counts_different_words_and_pairs_of_the_first_20_000():
    assert distinct(["a", "b", "a", "b"], 1) == 0.5
    assert distinct(["a", "b", "a", "b"], 2) == pytest.approx(2 / 3)
    assert distinct(["a"] * 20_000 + ["b"] * 500, 1) == 1 / 20_000


def test_rare_words_are_those_that_english_hardly_uses():
    assert profile(["the of and", "the qzxvish of"])["oov"] == pytest.approx(100 / 6)


def test_exact_duplicates_leave_the_first_out():
    assert profile(["a b", "a b", "a b", "c"])["exact_duplicates"] == 50


def test_every_column_has_words_a_published_figure_and_a_band():
    figures = published()
    assert set(figures["columns"]) == set(profile([FIRST]))
    assert all(set(row["figures"]) == set(figures["columns"]) for row in figures["sets"].values())
    low, high = bands(figures)["d2"]
    assert (low, high) == pytest.approx((0.75 * 0.747, 1.25 * 0.780))
