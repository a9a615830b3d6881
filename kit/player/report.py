"""Results in words and tables: which way somebody leans, how well they tell, whether they know it, where to look again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kit.player.markup import Markup, el, joined, listed, table
from kit.player.plot import plot
from kit.sitting import Outcome
from kit.sitting.measures import BREACHING, CLEAN, LEAVE, Estimate, calibration, detection, share, sort_of
from kit.units import course
from kit.units.revisit import Revisit, revisit

LEVELS = {"sure": "Sure", "fairly": "Fairly sure", "guess": "A guess"}
NONE_SAID = 'You have not said how sure you were yet. Choose an answer under "How sure are you?" before you commit.'
TELLING = (
    "Sensitivity (d\u2032) says how well you tell the two apart: 0 is guessing, and higher is better. "
    "Bias (c) says which way you lean when in doubt: above 0 towards leaving comments up, below 0 towards acting on them. "
    "The numbers in brackets are where the true value lies, 95 times in 100."
)


def score_part(summary: Mapping[str, Any]) -> Markup:
    """Return the score with its parts, and over- and under-moderation apart."""
    rows = [[part["label"], str(part["earned"]), str(part["possible"])] for part in summary["parts"]]
    left = summary["danger_left"]
    danger = (
        f"{left} left somebody in danger. No score passes with that."
        if left
        else "Nothing dangerous was left standing."
    )
    lean = f"Too much was done {_times(summary['over'])}, too little {_times(summary['under'])}."
    return joined(
        el(
            "p",
            el("strong", f"{summary['score']}%"),
            f" of the marks; the pass mark is {summary['pass_mark']}%. ",
            danger,
        ),
        el("p", f"Decided: {summary['decided']} of {summary['total']} comments. {lean}"),
        table("Where the score comes from", ["Part", "Earned", "Possible"], rows),
    )


def telling_part(outcomes: Sequence[Outcome]) -> Markup:
    """Return sensitivity and bias, or a sentence why they are not shown."""
    answers = [(sort_of(one.entry.ruling), one.verdict["decision"]["comment_action"] != LEAVE) for one in outcomes]
    fewest = course().numbers["fewest_of_each"]
    have = {sort: sum(one == sort for one, _acted in answers) for sort in (BREACHING, CLEAN)}
    if min(have.values()) < fewest:
        why = (
            f"This is shown once you have decided {fewest} comments that break a rule and {fewest} that break none. "
            f"So far there are {have[BREACHING]} and {have[CLEAN]}. With fewer, the figure would mostly be chance."
        )
        return el("p", why)
    found = detection(answers)
    counts = (
        f"You acted on {found.hits} of {found.breaching} comments that break a rule, "
        f"and on {found.alarms} of {found.clean} that break none. Comments where either is fine are left out."
    )
    rows = [["Sensitivity (d\u2032)", _estimate(found.sensitivity)], ["Bias (c)", _estimate(found.bias)]]
    return joined(el("p", counts), table("Telling comments apart", ["Measure", "Value"], rows), el("p", TELLING))


def confidence_part(outcomes: Sequence[Outcome]) -> Markup:
    """Return how often answers were right for each level of confidence; defensible ones are left out."""
    sure = [
        (one.confidence, one.verdict["verdict"] == "right") for one in outcomes if one.verdict["verdict"] != "partial"
    ]
    counts = calibration((level, right) for level, right in sure if level)
    if not counts:
        return el("p", NONE_SAID)
    rows = [[words, *_sure(*counts[level])] for level, words in LEVELS.items() if level in counts]
    note = "If you are often right when you guess, trust yourself more; if you are often wrong when you are sure, look again before you act."
    return joined(
        table("How sure you were, and how often you were right", ["You said", "Right", "Share"], rows), el("p", note)
    )


def again_part(outcomes: Sequence[Outcome], *, links: bool = True) -> Markup:
    """Return the units to look at again, most misses first."""
    rows = sorted((row for row in revisit(outcomes) if row.wrong), key=lambda row: -row.wrong)
    if not rows:
        return el("p", "Nothing so far: no answer was wrong.")
    return listed([_unit(row, links=links) for row in rows])


def ways_part(outcomes: Sequence[Outcome]) -> Markup | None:
    """Return the plot of which way answers went, where there is more than one unit to set side by side."""
    rows = revisit(outcomes)
    return plot(rows) if len(rows) > 1 else None


def _unit(row: Revisit, *, links: bool) -> Markup:
    title = f"{row.unit.number} {row.unit.title}"
    name = el("a", title, href=row.unit.notebook) if links else title
    return joined(name, f": {row.wrong} not right")


def _sure(right: int, total: int) -> list[str]:
    fewest = course().numbers["fewest_of_a_confidence"]
    if total < fewest:
        return [f"{right} of {total}", f"shown from {fewest} answers on"]
    found = share(right, total)
    return [f"{right} of {total}", f"{found.value:.0%} ({found.low:.0%} to {found.high:.0%})"]


def _estimate(found: Estimate) -> str:
    return f"{_number(found.value)} ({_number(found.low)} to {_number(found.high)})"


def _number(value: float) -> str:
    return f"{value:.1f}".replace("-0.0", "0.0").replace("-", "\u2212")


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
