"""Sensitivity, bias and shares agree with statsmodels, which was written by others; nothing is shown on too few answers."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from kit.sitting.measures import BREACHING, CLEAN, EITHER, calibration, detection, share, sort_of

pytestmark = pytest.mark.filterwarnings("ignore")
COUNTS = st.integers(0, 60)
CLOSE = 1e-4


def answers(hits: int, misses: int, alarms: int, passes: int) -> list[tuple[str, bool]]:
    """Return answers with these four counts, and one where either was fine."""
    rows = [(BREACHING, True)] * hits + [(BREACHING, False)] * misses
    return [*rows, *[(CLEAN, True)] * alarms, *[(CLEAN, False)] * passes, (EITHER, True)]


@settings(deadline=None, max_examples=40)
@given(hits=COUNTS, misses=COUNTS, alarms=COUNTS, passes=COUNTS)
def test_sensitivity_and_bias_are_those_of_a_probit_regression(
    hits: int, misses: int, alarms: int, passes: int
) -> None:
    """Acting regressed on breaching, half an answer added to every count: slope d', intercept minus c, and their errors."""
    found = detection(answers(hits, misses, alarms, passes))
    acted = np.array([hits + 0.5, alarms + 0.5])
    left = np.array([misses + 0.5, passes + 0.5])
    design = np.array([[1.0, 0.5], [1.0, -0.5]])
    probit = sm.families.Binomial(link=sm.families.links.Probit())
    fitted = sm.GLM(np.column_stack([acted, left]), design, family=probit).fit(tol=1e-12, maxiter=200)
    low, high = fitted.conf_int().T
    assert found.sensitivity.value == pytest.approx(fitted.params[1], abs=CLOSE)
    assert found.bias.value == pytest.approx(-fitted.params[0], abs=CLOSE)
    assert (found.sensitivity.low, found.sensitivity.high) == pytest.approx((low[1], high[1]), abs=CLOSE * 10)
    assert (found.bias.low, found.bias.high) == pytest.approx((-high[0], -low[0]), abs=CLOSE * 10)


def test_a_published_example_comes_out() -> None:
    """Hits .5, false alarms .5 tell nothing apart; leaving everything leans to leaving, whatever there was to see."""
    assert detection(answers(20, 20, 20, 20)).sensitivity.value == pytest.approx(0, abs=1e-12)
    never = detection(answers(0, 25, 0, 25))
    assert never.sensitivity.value == pytest.approx(0, abs=1e-12)
    assert never.bias.low > 0
    assert detection(answers(25, 0, 25, 0)).bias.high < 0


def test_the_interval_holds_the_true_value_about_as_often_as_it_says() -> None:
    """Five thousand made-up trainees with a known sensitivity and bias, twenty comments of each sort."""
    draw = np.random.default_rng(7)
    sensitivity, bias = 1.5, 0.3
    normal = math.erf
    rates = [0.5 * (1 + normal((half * sensitivity / 2 - bias) / math.sqrt(2))) for half in (1, -1)]
    hits, alarms = (draw.binomial(20, rate, 5000) for rate in rates)
    pairs, times = np.unique(np.column_stack([hits, alarms]), axis=0, return_counts=True)
    held = 0
    for (hit, alarm), count in zip(pairs, times, strict=True):
        found = detection(answers(int(hit), 20 - int(hit), int(alarm), 20 - int(alarm)))
        held += count * (found.sensitivity.low <= sensitivity <= found.sensitivity.high)
    assert 0.93 <= held / 5000 <= 0.99


@given(total=st.integers(1, 200), data=st.data())
def test_a_share_has_the_interval_of_wilson(total: int, data: st.DataObject) -> None:
    """The same ends as statsmodels gives."""
    count = data.draw(st.integers(0, total))
    found = share(count, total)
    low, high = proportion_confint(count, total, method="wilson")
    assert (found.value, found.low, found.high) == pytest.approx((count / total, low, high), abs=1e-9)


@pytest.mark.parametrize(
    ("accept", "sort"),
    [
        ([["remove", "hide"]], BREACHING),
        ([["leave"]], CLEAN),
        ([["remove"], ["leave"]], EITHER),
        ([["leave", "hide"]], EITHER),
    ],
    ids=["has to go", "has to stay", "either, in two ways", "either"],
)
def test_a_comment_is_breaching_where_leaving_is_not_accepted_and_clean_where_nothing_else_is(accept, sort) -> None:
    """What a ruling accepts decides; comments where either will do are no test of telling them apart."""
    assert sort_of({"accept": [{"comment_action": values} for values in accept]}) == sort


def test_confidence_is_counted_level_by_level() -> None:
    """Right answers and answers, for each level that was given."""
    found = calibration([("sure", True), ("sure", False), ("guess", True)])
    assert found == {"sure": (1, 2), "guess": (1, 1)}
