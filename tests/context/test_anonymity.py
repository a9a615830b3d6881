"""Who may not be named at a moment: for life, while young, until a court says otherwise."""

import pytest

from kit.context import anonymity_at, law_at, law_timeline
from kit.errors import BadInput
from tests.context.lines import LAW, events, law_with

LIFE, YOUTH, ORDER = (kind["words"] for kind in LAW["anonymity"]["kinds"].values())

TABLE = {
    "nobody": ([], "2026-03-01", "none"),
    "from the moment someone says they suffered a sexual offence": (["2026-03-01 sexual_offence_alleged"], "2026-03-01", LIFE),
    "not before": (["2026-03-01 sexual_offence_alleged"], "2026-02-28", "none"),
    "for life": (["2026-03-01 sexual_offence_alleged"], "2110-01-01", LIFE),
    "for life, whatever became of the case": (
        ["2026-03-01 sexual_offence_alleged", "2026-03-02 arrest", "2026-04-01 no_further_action"], "2027-01-01", LIFE,
    ),
    "a child before the youth court": (["2026-03-01 youth_in_court"], "2026-04-01", YOUTH),
    "until 18": (["2026-03-01 youth_in_court", "2026-09-14 youth_turns_18"], "2026-09-14", "none"),
    "the day before 18": (["2026-03-01 youth_in_court", "2026-09-14 youth_turns_18"], "2026-09-13T23:59", YOUTH),
    "an 18th birthday known beforehand": (["2026-03-01 youth_in_court until=2026-09-14"], "2026-09-14", "none"),
    "until the court allows the name": (["2026-03-01 youth_in_court", "2026-05-01 youth_anonymity_lifted"], "2026-05-02", "none"),
    "a court order": (["2026-03-01T15:00 order_made"], "2026-03-01T15:00", ORDER),
    "a court order until it is lifted": (["2026-03-01 order_made", "2026-05-01T10:30 order_lifted"], "2026-05-01T10:29", ORDER),
    "a court order that is lifted": (["2026-03-01 order_made", "2026-05-01T10:30 order_lifted"], "2026-05-01T10:30", "none"),
    "an order that runs out": (["2026-03-01 order_made until=2026-04-01"], "2026-04-01", "none"),
    "an order lifted before it runs out": (
        ["2026-03-01 order_made until=2026-06-01", "2026-04-01 order_lifted"], "2026-05-01", "none",
    ),
    "a second order outlives the first": (
        ["2026-03-01 order_made until=2026-04-01", "2026-03-20 order_made"], "2026-05-01", ORDER,
    ),
    "an order on one of two people is lifted": (
        ["2026-03-01 order_made who=boy", "2026-03-01 order_made who=girl", "2026-04-01 order_lifted who=boy"],
        "2026-05-01", ORDER,
    ),
    "several at once, in the order of the law": (
        ["2026-03-01 order_made", "2026-03-02 youth_in_court", "2026-03-03 sexual_offence_alleged"],
        "2026-04-01", f"{LIFE}; {YOUTH}; {ORDER}",
    ),
    "made and lifted in one minute, whichever is written first": (
        ["2026-03-01 order_lifted", "2026-03-01 order_made"], "2026-03-02", "none",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "moment", "words"), TABLE.values(), ids=TABLE)
def test_who_is_protected(lines, moment, words):
    """Each sequence gives the words a case holds."""
    assert anonymity_at(events(*lines), moment, LAW)["anonymity"] == words


@pytest.mark.parametrize("name", LAW["anonymity"]["kinds"])
def test_every_kind_has_a_start_its_law_and_an_end_unless_it_lasts_for_life(name):
    """The law's table is whole, and every row it names is there."""
    kind, rules = LAW["anonymity"]["kinds"][name], LAW["anonymity"]["events"].values()
    assert any(rule.get("starts") == name for rule in rules)
    assert any(rule.get("ends") == name for rule in rules) != kind["for_life"]
    assert kind["law"]
    assert set(kind["law"]) <= {row["id"] for row in LAW["law"]}


def test_the_answer_names_the_law_of_what_stands_and_of_nothing_else():
    """A protection that has ended is no reason any more."""
    steps = events("2026-03-01 order_made", "2026-03-02 youth_in_court", "2026-04-01 order_lifted")
    assert anonymity_at(steps, "2026-03-20", LAW)["because"]["law"] == ["anonymity_youth", "anonymity_order"]
    assert anonymity_at(steps, "2026-04-20", LAW)["because"] == {"law": ["anonymity_youth"], "kinds": ["youth"]}


def test_what_protects_is_data():
    """A law mapping with another kind protects by it, with no line of code."""
    law = law_with("anonymity", witness_order_made={"starts": "witness", "words": "A witness may not be named."})
    law["anonymity"]["kinds"]["witness"] = {"words": "witness anonymity", "for_life": False, "law": ["anonymity_order"]}
    assert anonymity_at(events("2026-03-01 witness_order_made"), "2026-04-01", law)["anonymity"] == "witness anonymity"
    with pytest.raises(BadInput, match="has no anonymity"):
        anonymity_at([], "2026-04-01", {"clock": law["clock"]})


def test_one_list_tells_of_the_case_and_of_who_is_protected():
    """All law fields of the context and all rows of the law in one go."""
    steps = events("2026-03-01 sexual_offence_alleged", "2026-03-02 arrest", "2026-03-03 charge trial_mode=jury")
    found = law_at(steps, "2026-04-01", LAW)
    assert found["anonymity"] == LIFE
    assert (found["proceedings_stage"], found["trial_mode"]) == ("charged", "jury")
    assert found["because"]["law"] == ["cca_start", "anonymity_sexual"]


def test_the_timeline_of_a_thread_names_only_what_changes():
    """Steps, protections, one that runs out by itself and a warrant that lapses, each at its moment."""
    steps = events("2026-03-01 warrant", "2026-03-01T10:00 order_made until=2026-03-20", "2026-03-04 identity_appeal")
    changes = law_timeline(steps, LAW)
    assert [(change["at"], min(change["set"])) for change in changes] == [
        ("2026-03-01T00:00", "proceedings_active"),
        ("2026-03-01T10:00", "anonymity"),
        ("2026-03-20T00:00", "anonymity"),
        ("2027-03-01T00:00", "proceedings_active"),
    ]
    assert changes[1]["set"] == {"anonymity": ORDER}
    assert changes[2]["set"] == {"anonymity": "none"}
