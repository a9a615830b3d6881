"""How well somebody tells breaching comments from clean ones, and whether they know when they are right. Pure.

Signal detection after Macmillan and Creelman, Detection Theory (2nd edition, 2005), with the log-linear correction of
Hautus (Behavior Research Methods 27, 1995): half an answer is added to each of the four counts. The interval is the
large-sample one of Gourevitch and Galanter (Psychometrika 32, 1967) on the corrected counts. A share has Wilson's
interval (Journal of the American Statistical Association 22, 1927).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

NORMAL = NormalDist()
SURE = 0.95
BREACHING, CLEAN, EITHER = "breaching", "clean", "either"
LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number with the two ends of its 95% interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """Counts of comments acted on (``hits`` of ``breaching``, ``alarms`` of ``clean``), and what they come to.

    ``sensitivity`` (d') is 0 for guessing; ``bias`` (c) is above 0 for leaning to leave, below 0 for leaning to act.
    """

    hits: int
    breaching: int
    alarms: int
    clean: int
    sensitivity: Estimate
    bias: Estimate


def sort_of(ruling: Mapping[str, Any]) -> str:
    """Return whether a comment is breaching (leaving it is not accepted), clean (nothing else is) or either."""
    accepted = {value for pattern in ruling["accept"] for value in pattern["comment_action"]}
    if LEAVE not in accepted:
        return BREACHING
    return CLEAN if accepted == {LEAVE} else EITHER


def detection(answers: Iterable[tuple[str, bool]]) -> Detection:
    """Return sensitivity and bias over answers ``(sort of comment, acted on)``; those of sort "either" stand out."""
    rows = list(answers)
    signal = [acted for sort, acted in rows if sort == BREACHING]
    noise = [acted for sort, acted in rows if sort == CLEAN]
    hit, hit_variance = _z(sum(signal), len(signal))
    alarm, alarm_variance = _z(sum(noise), len(noise))
    spread = math.sqrt(hit_variance + alarm_variance)
    return Detection(
        hits=sum(signal),
        breaching=len(signal),
        alarms=sum(noise),
        clean=len(noise),
        sensitivity=_estimate(hit - alarm, spread),
        bias=_estimate(-(hit + alarm) / 2, spread / 2),
    )


def share(count: int, total: int) -> Estimate:
    """Return a share of a total above 0 with Wilson's interval."""
    z = _bound()
    middle = (count + z * z / 2) / (total + z * z)
    half = z / (total + z * z) * math.sqrt(count * (total - count) / total + z * z / 4)
    return Estimate(value=count / total, low=max(0.0, middle - half), high=min(1.0, middle + half))


def calibration(answers: Iterable[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    """Return for each level of confidence how many answers given with it were right, and how many there were."""
    counts: dict[str, tuple[int, int]] = {}
    for level, right in answers:
        before = counts.get(level, (0, 0))
        counts[level] = (before[0] + right, before[1] + 1)
    return counts


def _z(count: int, total: int) -> tuple[float, float]:
    """Return the normal deviate of a corrected share, and its large-sample variance."""
    rate = (count + 0.5) / (total + 1)
    z = NORMAL.inv_cdf(rate)
    return z, rate * (1 - rate) / ((total + 1) * NORMAL.pdf(z) ** 2)


def _estimate(value: float, spread: float) -> Estimate:
    return Estimate(value=value, low=value - _bound() * spread, high=value + _bound() * spread)


def _bound() -> float:
    return NORMAL.inv_cdf((1 + SURE) / 2)
