"""Tests of the score: what earns, what costs, what does neither, and what fails whatever the sum."""

import pytest

from kit.judge import judge
from kit.sitting import summary
from kit.sitting.progress import ItemProgress, Progress
from tests.sitting.made import ABUSE, BEST, COMMENTS, FAIR, KEYS, LEAVE, PAPER, REMOVE, attempt, paper

GROUNDS = [["C-FAIR"], ["C-ABUSE"], ["C-HELP"], ["none"]]


def scored(*attempts, of=PAPER) -> dict:
    """The summary after these attempts at the first items, None for one that was skipped."""
    progress = Progress([entry.key for entry in of.entries])
    for entry, made in zip(of.entries, attempts, strict=False):
        item = progress.items[entry.key] = ItemProgress(status="skipped")
        if made is not None:
            item.status, item.verdict = "decided", judge(entry.ruling, {**made, "done": None})
    return summary(of, progress)


def test_the_key_itself_scores_full_marks():
    """The best decision on every item, with a right ground each."""
    found = scored(*(attempt(best, grounds=grounds) for best, grounds in zip(BEST, GROUNDS, strict=True)))
    assert (found["score"], found["passed"], found["right"], found["topics"]) == (100, True, 4, [])
    assert [(part["earned"], part["possible"]) for part in found["parts"]] == [
        (16, 16),
        (8, 8),
        (8, 8),
        (4, 4),
        (4, 4),
        (8, 8),
    ]


def test_a_decision_without_grounds_neither_earns_nor_costs_for_them():
    """None named, no verdict."""
    found = scored(*(attempt(best) for best in BEST))
    assert found["score"] == 100
    assert found["parts"][-1] == {"field": "grounds", "label": "Grounds", "earned": 0, "possible": 0}


def test_a_defensible_decision_neither_earns_nor_costs():
    """Neither accepted nor rejected: it stands out of the sum."""
    defensible = attempt({**LEAVE, "respond": "reply"}, grounds=["C-FAIR"])
    found = scored(defensible, *(attempt(best) for best in BEST[1:]))
    assert (found["partial"], found["score"]) == (1, 100)
    assert sum(part["possible"] for part in found["parts"]) == 30


def test_a_wrong_field_costs_its_weight_and_a_right_one_earns_in_the_same_decision():
    """Hiding fair comment costs the four of the comment; author, report, answer and passing on were right."""
    found = scored(attempt({**LEAVE, "comment_action": "hide"}))
    assert [(part["earned"], part["possible"]) for part in found["parts"]] == [
        (0, 4),
        (2, 2),
        (2, 2),
        (1, 1),
        (1, 1),
        (0, 0),
    ]
    assert found["score"] == 60


def test_over_and_under_moderation_are_counted_apart():
    """Two hidden that were fair, one left that was not."""
    hidden = attempt({**LEAVE, "comment_action": "hide"})
    found = scored(hidden, attempt(LEAVE), attempt(BEST[2]), hidden)
    assert (found["over"], found["under"], found["right"], found["wrong"]) == (2, 1, 1, 3)


@pytest.mark.parametrize(
    ("decision", "danger"),
    [
        (BEST[2], 0),
        ({**BEST[2], "respond": "none"}, 1),
        ({**BEST[2], "escalate": "digital_media_team"}, 1),
        ({**BEST[2], "account_action": "block"}, 0),
        ({**BEST[2], "comment_action": "remove"}, 0),
    ],
    ids=["helped", "not answered", "sent to the wrong place", "blocked though helped", "not asserted"],
)
def test_danger_to_life_left_standing_is_counted(decision, danger):
    """Only where the help itself was missed; a block beside it is wrong and leaves nobody without help."""
    assert scored(None, None, attempt(decision))["danger_left"] == danger


def test_no_score_passes_with_danger_left():
    """Whatever else was right."""
    fair = tuple((f"Fair {number}.", {}, FAIR) for number in range(12))
    many = paper((*fair, COMMENTS[2]))
    found = scored(*[attempt(LEAVE)] * 12, attempt({**BEST[2], "respond": "none"}), of=many)
    assert found["score"] > found["pass_mark"]
    assert (found["danger_left"], found["passed"]) == (1, False)


@pytest.mark.parametrize(
    ("wrong", "score", "passed"),
    [(0, 100, True), (2, 80, True), (3, 70, False)],
)
def test_the_pass_mark_is_that_of_the_rubric(wrong, score, passed):
    """Eighty per cent passes and less does not; ten decisions on the comment alone make the sum."""
    weights = dict.fromkeys(PAPER.pack["rubric"]["weights"], 0) | {"comment_action": 4}
    of = paper(tuple((f"Abuse {number}.", {}, ABUSE) for number in range(10)))
    of.pack["rubric"]["weights"] = weights
    found = scored(*[attempt(LEAVE)] * wrong, *[attempt(REMOVE)] * (10 - wrong), of=of)
    assert (found["score"], found["passed"]) == (score, passed)


def test_a_score_just_below_the_mark_is_not_rounded_up():
    """79.6 shows as 79 and does not pass."""
    weights = dict.fromkeys(PAPER.pack["rubric"]["weights"], 0) | {"comment_action": 4}
    of = paper(tuple((f"Abuse {number}.", {}, ABUSE) for number in range(49)))
    of.pack["rubric"]["weights"] = weights
    found = scored(*[attempt(LEAVE)] * 10, *[attempt(REMOVE)] * 39, of=of)
    assert (found["score"], found["passed"]) == (79, False)


def test_skipping_costs_nothing_but_does_not_carry_a_paper():
    """Half of the comments must be decided for a pass, so that skipping all that is hard is no way through."""
    two = scored(attempt(BEST[0]), attempt(BEST[1]), None, None)
    assert (two["score"], two["passed"], two["skipped"], two["decided"]) == (100, True, 2, 2)
    assert not scored(attempt(BEST[0]), None, None, None)["passed"]


def test_nothing_decided_is_no_pass_and_no_fault():
    """An empty sum gives zero, not an error."""
    found = scored()
    assert (found["score"], found["passed"], found["topics"]) == (0, False, [])


def test_topics_to_revisit_name_the_comments_the_most_frequent_first():
    """By the clauses behind each answer that was wrong, or whose ground was."""
    wrong_ground = attempt(LEAVE, grounds=["C-ABUSE"])
    found = scored(attempt(REMOVE), attempt(LEAVE), attempt(BEST[2]), wrong_ground)
    assert found["topics"] == [
        {"topic": "scope", "label": "What pages are for", "items": [1, 4]},
        {"topic": "removal", "label": "Taking comments down", "items": [2]},
    ]


def test_the_keys_are_those_of_the_paper():
    """Progress over another paper is not mixed up with this one."""
    assert [*Progress(KEYS).items] == KEYS


@pytest.mark.parametrize("always", [LEAVE, REMOVE], ids=["never acts", "acts on everything"])
def test_nobody_passes_by_doing_the_same_thing_to_every_comment(always):
    """Eleven ordinary comments and two breaches: each sort makes half of the score."""
    fair = tuple((f"Fair {number}.", {}, FAIR) for number in range(11))
    rude = tuple((f"Abuse {number}.", {}, ABUSE) for number in range(2))
    of = paper((*fair, *rude))
    of.pack["rubric"] = {**of.pack["rubric"], "least_percent_of_each_half": 70}
    found = scored(*[attempt(always)] * 13, of=of)
    assert found["score"] <= found["pass_mark"]
    assert not found["passed"]
