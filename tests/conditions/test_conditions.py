"""The condition language: what it reads, what it refuses and how it says so."""

import pytest

from kit.conditions import ConditionError, compile_first, compile_matches, parse
from kit.conditions.parser import BOOL, NUMBER, TEXT

KINDS = {"slur": BOOL, "live": BOOL, "count": NUMBER, "limit": NUMBER, "band": ("mild", "strong"), "note": TEXT}
WHERE = {
    "slur": ("facts", None),
    "band": ("facts", None),
    "count": ("history", 0),
    "limit": ("constant", 4),
    "note": ("context", "none"),
}
HOLDS = [
    ("slur", {"slur": True}, 0, True),
    ("slur", {"slur": False}, 0, False),
    ("slur", {}, 0, False),
    ("not slur", {}, 0, True),
    ("slur and (band == strong or count >= limit)", {"slur": True}, 4, True),
    ("slur and (band == strong or count >= limit)", {"slur": True, "band": "mild"}, 3, False),
    ("band in (mild, strong)", {"band": "mild"}, 0, True),
    ("band not in (mild,)", {"band": "mild"}, 0, False),
    ("band != strong", {}, 0, True),
    ("note == none", {}, 0, True),
    ("always", {}, 0, True),
]
REFUSED = [
    ("slurr", "did you mean 'slur'?"),
    ("band == stong", "did you mean 'strong'?"),
    ("band", "not a yes-or-no name"),
    ("count", "not a yes-or-no name"),
    ("band > mild", "is not a number"),
    ("count >= strong", "cannot be compared"),
    ("slur(1)", "only names"),
    ("slur or __import__('os')", "only names"),
    ("slur and", "not a condition"),
    ("1 < count < 3", "compare one name"),
    ("band in mild", "in brackets"),
    ("slur.real", "only names"),
    ("lambda: slur", "only names"),
    ("", "not a condition"),
]


@pytest.mark.parametrize(("text", "facts", "count", "expected"), HOLDS, ids=[row[0] for row in HOLDS])
def test_a_condition_holds_when_its_words_are_true(text, facts, count, expected):
    """Compiled, a condition is true exactly when the line reads true."""
    run = compile_matches([parse(text, KINDS)], WHERE, {})
    assert bool(run(facts, {}, {"count": count}, {}, {})) is expected


@pytest.mark.parametrize(("text", "hint"), REFUSED, ids=[row[0] or "empty" for row in REFUSED])
def test_what_the_language_does_not_have_is_refused_with_a_caret(text, hint):
    """Every refusal names the problem, shows the line and points at the place."""
    with pytest.raises(ConditionError) as caught:
        parse(text, KINDS)
    assert hint in str(caught.value)
    assert str(caught.value).endswith("^")


def test_definitions_are_worked_out_once_and_may_rest_on_each_other():
    """A condition may use a definition that uses another."""
    grave = parse("slur and count >= limit", KINDS)
    more = parse("grave and band == strong", {**KINDS, "grave": BOOL})
    use = parse("more or grave", {**KINDS, "grave": BOOL, "more": BOOL})
    run = compile_first([use], WHERE, {"grave": grave, "more": more})
    assert run({"slur": True}, {}, {"count": 5}, {}, {}) == 0
    assert run({"slur": True}, {}, {"count": 1}, {}, {}) == -1
