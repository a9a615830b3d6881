"""A plan fits the time at hand, never goes beyond two hours with questions, and says what is wrong with what it is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.__main__ import main
from kit.errors import BadInput
from kit.units import course
from kit.units.plan import plan

ROLES = st.sampled_from([None, *course().roles])


@given(minutes=st.integers(20, 1000), role=ROLES, refresher=st.booleans())
def test_a_plan_never_goes_beyond_the_time_at_hand_or_two_hours(
    minutes: int, role: str | None, *, refresher: bool
) -> None:
    """Whole units, each once, in the order of the course; what is not done is named."""
    found = plan(minutes, role=role, refresher=refresher)
    assert found.total <= min(minutes, 120)
    assert found.questions * 3 >= found.work
    assert sorted([*found.units, *found.left_out], key=course().units.index) == list(course().units)
    assert list(found.units) == sorted(found.units, key=course().units.index)


def test_two_hours_hold_the_core_path_and_its_questions() -> None:
    """What the documents allow for a session is what the core path takes."""
    found = plan(120)
    assert (found.units, found.work, found.questions) == (course().core, 90, 30)


def test_a_role_and_a_refresher_take_up_what_matters_to_them_first() -> None:
    """An hour for somebody who runs a group, and an hour for somebody who has done the course."""
    assert "04-live-cases" in {unit.id for unit in plan(60, refresher=True).units}
    assert "11-groups-and-devices" in {unit.id for unit in plan(60, role="group", refresher=True).units}
    assert {unit.id for unit in plan(45, role="group").units} == {"03-identity-and-language", "05-ladder-crime-danger"}


@pytest.mark.parametrize(
    ("minutes", "role", "words"),
    [
        (0, None, "found 0; expected a whole number above 0"),
        (True, None, "found True; expected a whole number"),
        (5, None, "found 5; the shortest unit takes 14 with questions"),
        (60, "grup", "there is no role 'grup'; did you mean 'group'?"),
        (60, "qqq", "known roles: main-page"),
    ],
    ids=["nothing", "no number", "too few", "misspelt role", "strange role"],
)
def test_bad_input_is_named(minutes: int, role: str | None, words: str) -> None:
    """What was found and what is expected."""
    with pytest.raises(BadInput, match="(?s).*" + words.replace("?", r"\?")):
        plan(minutes, role=role)


def test_the_command_lists_units_and_plans_a_session(capsys: pytest.CaptureFixture[str]) -> None:
    """One unit a line, name first; a plan ends with its minutes; bad input ends with 2."""
    assert main(["course", "list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == [unit.id for unit in course().units]
    assert main(["course", "plan", "--minutes", "500"]) == 0
    planned = capsys.readouterr().out
    assert "120 min" in planned
    assert "A session takes 120 minutes at most" in planned
    assert main(["course", "plan", "--minutes", "3"]) == 2
    assert "the shortest unit takes" in capsys.readouterr().err
