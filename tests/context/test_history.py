"""What is known of an author at a moment, counted from what happened."""

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from kit.context import history_at
from kit.context.history import EVENTS
from kit.context.moments import month_before
from kit.terms import HISTORY
from tests.context.lines import events, faults_of

NOW = "2026-03-31T12:00"

TABLE = {
    "nothing known": ([], {}),
    "breaches are counted for all time": (["2019-01-01 breach", "2026-03-30 breach"], {"prior_violations": 2}),
    "a warning": (["2026-03-01 warned"], {"warned_before": True}),
    "somebody talked with them": (["2020-03-01 engaged"], {"engaged_before": True}),
    "advice for a repeat caller": (["2026-03-01 caller_advised"], {"repeat_caller_advised": True}),
    "a warning is no talk and no advice": (
        ["2026-03-01 warned"], {"warned_before": True, "engaged_before": False, "repeat_caller_advised": False},
    ),
    "a contact": (["2026-03-15 contact"], {"contacts_last_month": 1}),
    "an inappropriate contact is a contact": (
        ["2026-03-15 inappropriate_contact"], {"contacts_last_month": 1, "inappropriate_contacts_last_month": 1},
    ),
    "five of them, two long ago": (
        [f"2026-{day} inappropriate_contact" for day in ("01-02", "02-27", "03-02", "03-20", "03-31T11:59")],
        {"contacts_last_month": 3, "inappropriate_contacts_last_month": 3},
    ),
    "what comes later is not known yet": (["2026-04-01 breach", "2026-04-01 warned"], {}),
    "what is known at the moment counts": ([f"{NOW} breach"], {"prior_violations": 1}),
    "a first message": ([f"{NOW} message text_key=a"], {"same_message_count": 1}),
    "the third of the same": (
        ["2026-03-30 message text_key=a", "2026-03-31 message text_key=a", f"{NOW} message text_key=a"],
        {"same_message_count": 3},
    ),
    "another message in between": (
        ["2026-03-30 message text_key=a", "2026-03-31 message text_key=b", f"{NOW} message text_key=a"],
        {"same_message_count": 2},
    ),
    "copies to come are not counted": (
        [f"{NOW} message text_key=a", "2026-04-01 message text_key=a"], {"same_message_count": 1},
    ),
    "the same message twice in one minute": (
        [f"{NOW} message text_key=a", f"{NOW} message text_key=a"], {"same_message_count": 2},
    ),
    "a message is no contact": ([f"{NOW} message text_key=a"], {"contacts_last_month": 0}),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "differs"), TABLE.values(), ids=TABLE)
def test_what_is_known(lines, differs):
    """Every field of a history, those not named as nothing known."""
    assert history_at(events(*lines), NOW) == {**HISTORY, **differs}


MONTHS = {
    "the same hour a month before is out": ("2026-03-15T12:00", "2026-02-15T12:00", 0),
    "a minute later is in": ("2026-03-15T12:00", "2026-02-15T12:01", 1),
    "the moment itself is in": ("2026-03-15T12:00", "2026-03-15T12:00", 1),
    "a minute after it is out": ("2026-03-15T12:00", "2026-03-15T12:01", 0),
    "from 31 March back to the end of February": ("2026-03-31T12:00", "2026-02-28T12:01", 1),
    "the last hour of February before that is out": ("2026-03-31T12:00", "2026-02-28T12:00", 0),
    "from 30 March back to the end of February": ("2026-03-30T12:00", "2026-02-28T12:01", 1),
    "in a leap year back to 29 February": ("2028-03-31T12:00", "2028-02-29T12:01", 1),
    "in a leap year 28 February is out": ("2028-03-31T12:00", "2028-02-28T23:59", 0),
    "from 29 February back to 29 January": ("2028-02-29T12:00", "2028-01-29T12:01", 1),
    "from 31 May back to 30 April": ("2026-05-31T00:00", "2026-04-30T00:01", 1),
    "from 31 August back to 31 July": ("2026-08-31T00:00", "2026-07-31T00:00", 0),
    "from January back to December": ("2026-01-10T09:00", "2025-12-10T09:01", 1),
}


@pytest.mark.parametrize(("moment", "at", "count"), MONTHS.values(), ids=MONTHS)
def test_the_last_month_is_one_calendar_month_up_to_the_moment(moment, at, count):
    """Clipped where the month before is shorter; its first minute out, the moment in."""
    history = history_at(events(f"{at} inappropriate_contact"), moment)
    assert history["inappropriate_contacts_last_month"] == history["contacts_last_month"] == count


MOMENTS = st.datetimes(dt.datetime(2023, 11, 1), dt.datetime(2028, 6, 30)).map(  # noqa: DTZ001 - local time on purpose
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(MOMENTS)
def test_a_month_back_is_what_a_library_of_dates_says(moment):
    """The same for every minute of five years, two leap days among them."""
    assert month_before(moment) == moment - relativedelta(months=1)


@given(MOMENTS, MOMENTS)
def test_a_later_moment_never_reaches_further_back(one, other):
    """The start of the month only moves on."""
    assert month_before(min(one, other)) <= month_before(max(one, other))


NAMES = [name for name in EVENTS if name != "message"]
LISTS = st.lists(st.tuples(MOMENTS, st.sampled_from(NAMES)), max_size=12)


def written(found):
    """Return events from moments and names."""
    return [{"at": at.isoformat(timespec="minutes"), "event": name} for at, name in found]


@given(LISTS, MOMENTS, st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter(found, moment, chance):
    """Counts are counts."""
    now = moment.isoformat(timespec="minutes")
    assert history_at(written(chance.sample(found, len(found))), now) == history_at(written(found), now)


@given(LISTS, MOMENTS)
def test_every_count_is_what_counting_by_hand_gives(found, moment):
    """Each field from its own events, and inappropriate contacts never more than contacts."""
    past = [(at, name) for at, name in found if at <= moment]
    lately = [name for at, name in past if at > moment - relativedelta(months=1)]
    history = history_at(written(found), moment.isoformat(timespec="minutes"))
    assert history["prior_violations"] == len([name for _, name in past if name == "breach"])
    assert history["inappropriate_contacts_last_month"] == lately.count("inappropriate_contact")
    assert history["contacts_last_month"] == len([name for name in lately if "contact" in name])
    for event, name in (
        ("warned", "warned_before"),
        ("engaged", "engaged_before"),
        ("caller_advised", "repeat_caller_advised"),
    ):
        assert history[name] == any(each == event for _, each in past)
    assert history["inappropriate_contacts_last_month"] <= history["contacts_last_month"]


def test_who_the_author_is_is_handed_in():
    """No event tells it."""
    assert history_at([], NOW, account_type="business")["account_type"] == "business"


def test_several_messages_in_one_minute_need_a_word_on_which_is_meant():
    """With it, each is counted by itself."""
    twice = events(f"{NOW} message text_key=a", f"{NOW} message text_key=b", "2026-03-01 message text_key=b")
    assert history_at(twice, NOW, text_key="b")["same_message_count"] == 2
    assert faults_of(history_at, twice, NOW) == [
        f"text_key: several messages at {NOW}; found a, b; expected text_key, to say which of them this comment is"
    ]


def test_faults_of_a_history_are_told_all_at_once():
    """Each with what was found and what was expected."""
    wrong = [
        {"at": "2026-03-01", "event": "warnd"},
        {"at": "last week", "event": "breach"},
        {"at": "2026-03-01", "event": "message"},
        {"at": "2026-03-01", "event": "breach", "text_key": "a"},
        {"at": "2026-03-01", "event": "message", "text_key": 7},
    ]
    assert faults_of(history_at, wrong, "now", account_type="bot") == [
        (
            "moment: not a date; found 'now'; expected a date or a date and time with no zone, such as 2026-03-31 or "
            "2026-03-31T09:30"
        ),
        "events[0] event: unknown event; found 'warnd'; did you mean 'warned'?",
        (
            "events[1] at: not a date; found 'last week'; expected a date or a date and time with no zone, such as "
            "2026-03-31 or 2026-03-31T09:30"
        ),
        "events[2] text_key: a message without its text_key; found nothing; expected a text that is the same for copies",
        "events[3] text_key: text_key says nothing of 'breach'; leave it out",
        "events[4] text_key: a message without its text_key; found 7; expected a text that is the same for copies",
        (
            "account_type: unknown word; found 'bot'; one of member_of_public, business, unknown, staff_personal, "
            "staff_recognised"
        ),
    ]
