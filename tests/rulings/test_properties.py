"""What holds for every ruling, whatever the case: drawn cases, all three packs, all 960 decisions."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.context import contradictions
from kit.judge import fits, judge
from kit.policy import load
from kit.ruling import rule
from kit.ruling.flips import apply_change
from kit.terms import FACT_VALUES, FACTS, FIELDS

PACKS = ("leicestershire", "lancashire", "opcc")
DECISIONS = [dict(zip(FIELDS, values, strict=True)) for values in itertools.product(*FIELDS.values())]
STAGES = {
    "none": (False, "none", "none"),
    "arrested": (True, "arrested", "not_known"),
    "charged": (True, "charged", "jury"),
    "trial": (True, "charged", "summary"),
    "convicted_awaiting_sentence": (True, "charged", "jury"),
    "sentenced": (False, "none", "none"),
    "identity_appeal": (False, "none", "none"),
}


@st.composite
def cases(draw):
    """Draw a possible case: a handful of facts, a moment, an author."""
    names = draw(st.lists(st.sampled_from(sorted(FACTS)), max_size=6, unique=True))
    facts = {
        name: draw(st.sampled_from(FACT_VALUES[name])) if name in FACT_VALUES else draw(st.booleans()) for name in names
    }
    stage = draw(st.sampled_from(sorted(STAGES)))
    active, trigger, mode = STAGES[stage]
    case = {
        "id": "drawn",
        "policy": "drawn",
        "platform": draw(st.sampled_from(["facebook", "x", "instagram", "youtube", "whatsapp"])),
        "account_kind": draw(st.sampled_from(["main", "neighbourhood", "corporate", "community_group"])),
        "context": {
            "proceedings_active": active,
            "proceedings_trigger": trigger,
            "proceedings_stage": stage,
            "trial_mode": mode,
            "pre_election": draw(st.booleans()),
            "removals_this_thread": draw(st.sampled_from([0, 25])),
            "other_copies_standing": 0 if facts.get("last_copy") else draw(st.sampled_from([0, 1])),
        },
        "author_history": {
            "prior_violations": draw(st.integers(0, 6)),
            "warned_before": draw(st.booleans()),
            "engaged_before": draw(st.booleans()),
            "inappropriate_contacts_last_month": draw(st.sampled_from([0, 1, 4, 6])),
            "repeat_caller_advised": draw(st.booleans()),
        },
        "comment": "drawn",
        "facts": facts,
    }
    return case if not contradictions(case) else {**case, "facts": {}}


@pytest.mark.parametrize("name", PACKS)
@settings(max_examples=250, deadline=None)
@given(case=cases())
def test_best_is_right_and_nothing_is_both_accepted_and_rejected(name, case):
    """The best decision fits an accepting pattern and no rejecting one; no decision fits both."""
    ruling = rule(load(name), case, flips=False)
    assert judge(ruling, {"decision": ruling["best"]})["verdict"] == "right"
    for decision in DECISIONS:
        accepted = any(fits(decision, pattern) for pattern in ruling["accept"])
        rejected = any(fits(decision, pattern["match"]) for pattern in ruling["reject"])
        assert not (accepted and rejected), decision


@pytest.mark.parametrize("name", PACKS)
@settings(max_examples=150, deadline=None)
@given(case=cases())
def test_every_ruling_cites_clauses_of_its_pack_and_gives_a_reason(name, case):
    """Grounds are never empty, every clause named is the pack's, every reason is a sentence."""
    pack = load(name)
    ruling = rule(pack, case)
    cited = [*ruling["grounds"], *ruling["near_miss_of"]]
    cited += [clause for row in (*ruling["reject"], *ruling["flips"]) for clause in row["clauses"]]
    assert ruling["grounds"]
    assert set(cited) <= set(pack.clauses)
    assert not set(ruling["grounds"]) & set(ruling["near_miss_of"])
    assert ruling["why"].endswith(".")
    assert all(row["reason"].endswith(".") for row in ruling["reject"])


@pytest.mark.parametrize("name", PACKS)
@settings(max_examples=150, deadline=None)
@given(case=cases())
def test_an_explicit_false_changes_no_decision(name, case):
    """A fact looked for and not there decides as a fact not named."""
    bare = {**case, "facts": {fact: value for fact, value in case["facts"].items() if value is not False}}
    full, less = rule(load(name), case, flips=False), rule(load(name), bare, flips=False)
    for key in ("best", "accept", "reject", "duties", "conditional_duties", "grounds"):
        assert full[key] == less[key]


@pytest.mark.parametrize("name", PACKS)
@settings(max_examples=100, deadline=None)
@given(case=cases())
def test_every_flip_does_what_it_says_in_a_possible_world(name, case):
    """Laid over the case, the change gives the best decision it promises, and another one than before."""
    pack = load(name)
    ruling = rule(pack, case)
    for flip in ruling["flips"]:
        changed = apply_change(case, flip["change"])
        assert not contradictions(changed)
        assert rule(pack, changed, flips=False)["best"] == flip["best"] != ruling["best"]


@pytest.mark.parametrize("name", PACKS)
@settings(max_examples=100, deadline=None)
@given(case=cases(), other=st.text(max_size=40))
def test_words_and_ids_are_never_read(name, case, other):
    """The same facts under other words and another id are ruled the same."""
    changed = {**case, "comment": other, "id": other}
    assert {**rule(load(name), changed), "id": None} == {**rule(load(name), case), "id": None}
