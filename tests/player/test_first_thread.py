"""The first thread a trainee meets has something to act on, something to leave, and is not passed by a habit."""

from __future__ import annotations

from kit.items import Paper
from kit.player import make_paper
from kit.player.play import SCENARIO
from kit.player.worked import sit

LEAST = 4
DOZEN = range(11, 15)
SEEDS = range(1, 200)


def teaches(paper: Paper) -> bool:
    """Say whether a paper is fit to be the first: about a dozen comments, both kinds, no pass for a habit."""
    best = [entry.ruling["best"] for entry in paper.entries]
    acted = sum(one["comment_action"] != "leave" for one in best)
    answered = any(one["respond"] != "none" for one in best)
    if len(best) not in DOZEN or acted < LEAST or len(best) - acted < LEAST or not answered:
        return False
    return not any(sit(paper, {"comment_action": habit})["passed"] for habit in ("leave", "remove"))


def test_the_first_thread_teaches_and_no_habit_passes_it() -> None:
    if not teaches(make_paper()):
        fit = [seed for seed in SEEDS if teaches(make_paper(seed=seed))]
        raise AssertionError(
            f"SEED in kit/player/play.py no longer gives a fit first thread; of {SCENARIO} these do: {fit}. "
            "Choose one, then run python solutions/build.py --run."
        )
