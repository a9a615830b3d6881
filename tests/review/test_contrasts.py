"""Contrasts as ruled: the two sides deserve different decisions, and every graded clause and function has enough."""

from dataclasses import replace

import pytest

from kit.__main__ import main
from kit.policy import names
from kit.review import ruled, shortfalls
from scenarios.contrasts import contrasts

PAIRS = contrasts().pairs


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)
def test_the_sides_of_a_pair_deserve_different_decisions_on_the_clauses_it_names(pair):
    """Best decisions differ, and every clause named decides one side and not the other."""
    one = ruled(pair)
    assert one.differs
    assert set(pair.clauses) <= set(one.turned)


def test_every_graded_clause_has_five_pairs_by_three_kinds_of_change_and_every_function_has_three():
    """The command that trainers run finds nothing missing."""
    assert list(shortfalls(contrasts(), names())) == []


def test_a_pair_that_does_not_contrast_and_a_clause_with_too_few_are_told():
    """The check can fail: a pair with two equal sides, a clause it does not turn on, everything else missing."""
    whole = contrasts()
    pair = whole.pairs[0]
    same = replace(pair, cases=(pair.cases[0], pair.cases[0]))
    told = "\n".join(shortfalls(replace(whole, pairs=(same,)), ["leicestershire"]))
    assert f"{pair.id}: both sides have the same best decision" in told
    assert f"{pair.clauses[0]} decides both sides or neither" in told
    assert "LP-G-REMOVE-04: 0 pairs; expected at least 5" in told
    assert "slur_h: 0 pairs; expected at least 3" in told


def test_the_command_lists_pairs_prints_their_cases_and_checks_them(capsys):
    """One clause at a time for a trainer, JSON lines for other programs, a count when all is well."""
    assert main(["scenarios", "contrasts", "--clause", "LP-P-CRIME-03"]) == 0
    shown = capsys.readouterr().out
    assert "le-order-plain-woman  (leicestershire; anonymity; LP-P-CRIME-03)" in shown
    assert "    report crime" in shown
    assert main(["scenarios", "contrasts", "--clause", "LP-P-CRIME-03", "--cases"]) == 0
    assert capsys.readouterr().out.count("\n") == 2 * sum("LP-P-CRIME-03" in pair.clauses for pair in PAIRS)
    assert main(["scenarios", "contrasts", "--check"]) == 0
    assert "no shortfall" in capsys.readouterr().out
    assert main(["scenarios", "contrasts", "--clause", "LP-P-CRIME-3"]) == 2
    assert "did you mean" in capsys.readouterr().err
