"""What must hold of every timeline: when a case is active, that order within a minute is nothing, that time only adds."""

import datetime as dt

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from kit.context import contradictions, law_timeline, proceedings_at
from kit.errors import Faults
from kit.terms import CLOSED
from tests.context.lines import LAW, PROCEEDINGS

RULES = LAW["clock"]["events"]
WRITTEN = [name for name, rule in RULES.items() if "of" not in rule]
START = dt.datetime(2024, 1, 31)  # noqa: DTZ001 - local time on purpose
HALF_DAYS = st.integers(min_value=0, max_value=2 * 900)


def at(half_days):
    """Return a moment so many half days from the start, as a case writes it."""
    return (START + dt.timedelta(hours=12 * half_days)).isoformat(timespec="minutes")


def refused(steps):
    """Say whether a timeline is refused."""
    try:
        proceedings_at(steps, at(0), LAW)
    except Faults:
        return True
    return False


@st.composite
def timelines(draw):
    """Return a timeline that can be: events at random, those refused left out as they come."""
    steps = []
    for when in sorted(draw(st.lists(HALF_DAYS, max_size=7))):
        event = {"at": at(when), "event": draw(st.sampled_from(WRITTEN))}
        if not refused([*steps, event]):
            steps.append(event)
    return steps


def lapse(warrant):
    """Return when a warrant lapses, worked out in another way than the kit does."""
    day = dt.datetime.fromisoformat(warrant["at"]).replace(hour=0)
    year_on = day + relativedelta(years=1)
    return year_on + relativedelta(days=year_on.day != day.day)


def active_by_hand(steps, moment):
    """Say whether a case is active: a step made it so, no end since, and not by a warrant alone that has lapsed."""
    now = dt.datetime.fromisoformat(moment)
    past = [step for step in steps if dt.datetime.fromisoformat(step["at"]) <= now]
    last_end = max((step["at"] for step in past if RULES[step["event"]].get("ends")), default="")
    live = [step for step in past if RULES[step["event"]]["active"] and step["at"] > last_end]
    warrants = [step for step in live if step["event"] == "warrant"]
    return len(live) > len(warrants) or any(now < lapse(warrant) for warrant in warrants)


@given(timelines(), HALF_DAYS)
def test_a_case_is_active_from_its_first_active_step_until_an_end(steps, when):
    """At the step itself it is, at the end itself it is not."""
    found = proceedings_at(steps, at(when), LAW)
    assert found["proceedings_active"] == active_by_hand(steps, at(when))


@given(timelines(), HALF_DAYS)
def test_the_fields_fit_together_and_hold_only_words_of_the_closed_lists(steps, when):
    """No answer is a world that cannot be; an active case has its trigger, mode, law and note."""
    found = proceedings_at(steps, at(when), LAW)
    assert contradictions({"facts": {}, "context": found}) == []
    assert all(found[name] in CLOSED[name] for name in PROCEEDINGS[1:])
    active = found["proceedings_active"]
    assert active == (found["proceedings_trigger"] != "none") == (found["trial_mode"] != "none")
    assert LAW["clock"]["stages"][found["proceedings_stage"]] == active
    assert bool(found["because"]["law"]) == (found["proceedings_note"] is not None)


@given(timelines(), HALF_DAYS, st.randoms(use_true_random=False))
def test_the_order_of_events_at_one_moment_does_not_matter(steps, when, chance):
    """Shuffled within each moment, the timeline gives the same answer."""
    shuffled = sorted(chance.sample(steps, len(steps)), key=lambda step: step["at"])
    assert proceedings_at(shuffled, at(when), LAW) == proceedings_at(steps, at(when), LAW)


@given(timelines(), HALF_DAYS)
def test_what_comes_later_changes_nothing_now(steps, when):
    """The answer at a moment is the same with the events after it left out."""
    past = [step for step in steps if step["at"] <= at(when)]
    assert proceedings_at(past, at(when), LAW) == proceedings_at(steps, at(when), LAW)


@given(timelines(), HALF_DAYS)
def test_the_timeline_of_a_thread_gives_at_every_moment_what_the_clock_says(steps, when):
    """Laying the changes over one another up to a moment is asking the clock at that moment."""
    said = dict.fromkeys(PROCEEDINGS, "none") | {"proceedings_active": False, "proceedings_note": None}
    for change in law_timeline(steps, LAW):
        if change["at"] <= at(when):
            said |= change["set"]
    found = proceedings_at(steps, at(when), LAW)
    assert said == {name: found[name] for name in said}
