"""Tests of going on: after a crash at any moment, in a second window, after the whole computer died."""

import string
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.records import Records, verify
from kit.sitting import Sitting, paper_to_sit
from kit.terms import FIELDS
from tests.sitting.made import BEST, KEYS, PAPER, attempt, pack, paper, sitting

NAME = "Amber Heron"
NAMES = (f"Trainee {letter}{other}" for letter in string.ascii_lowercase for other in string.ascii_lowercase)
STEADY, SHAKEN, SHARED = (Records("sqlite://") for _ in range(3))
"""Records that many examples use, each with a trainee of its own: opening one takes longer than an example."""

keys = st.sampled_from([*KEYS, "i0"])
decisions = st.fixed_dictionaries({field: st.sampled_from(values) for field, values in FIELDS.items()})
attempts = st.builds(
    attempt, decisions, log=st.sampled_from(["", "Because."]), grounds=st.sampled_from([[], ["C-FAIR"]])
)
drafts = st.fixed_dictionaries(
    {}, optional={"decision": decisions, "log": st.text(max_size=5), "done": st.just(["record_crime"])}
)


def message(kind: str, **fields: st.SearchStrategy) -> st.SearchStrategy:
    """Messages of one kind."""
    return st.fixed_dictionaries({"seq": st.just(1), "type": st.just(kind), **fields})


MESSAGES = st.lists(
    st.one_of(
        message("commit", item=keys, attempt=attempts),
        message("commit", item=keys, attempt=attempts),
        message("draft", item=keys, draft=drafts),
        message("skip", item=keys),
        message("go", item=keys),
        message("look", item=keys, what=st.sampled_from(["history", "post"])),
        message("dispute", item=keys, text=st.sampled_from(["No.", ""])),
        message("register"),
        message("refresh"),
        message(
            "settings", settings=st.fixed_dictionaries({"ceiling": st.sampled_from([1, 3, 4]), "mask": st.booleans()})
        ),
        message("explode"),
    ),
    max_size=14,
)
ENDINGS = st.sampled_from(
    [[], [{"seq": 9, "type": "finish"}], [{"seq": 9, "type": "finish"}, {"seq": 9, "type": "go", "item": KEYS[1]}]]
)


def begun(records: Records, name: str = NAME) -> Sitting:
    """A sitting whose trainee is registered."""
    seat = sitting(records, trainee=name)
    seat.handle({"seq": 1, "type": "register"})
    return seat


def told(state: dict) -> dict:
    """A state without the random id of its session, the list of others, the number of events, and the place on the page."""
    return {name: value for name, value in state.items() if name not in ("session", "known", "current", "step")}


def committed(records: Records, seat: Sitting) -> list[str]:
    """The items of the commits of a session in the record, as often as they stand there."""
    with records.reading() as log:
        return [event.item for event in log.events(seat.state()["session"]) if event.kind == "commit"]


@settings(max_examples=50)
@given(MESSAGES, ENDINGS)
def test_a_crash_after_every_message_changes_nothing(messages, ending):
    """The same messages end in the same state, whether one sitting took them all or each a new one."""
    name = next(NAMES)
    whole, other = begun(STEADY, name), begun(SHAKEN, name)
    for each in messages + ending:
        reply, shaken = whole.handle(each), sitting(SHAKEN, trainee=name).handle(each)
        assert told(reply["state"]) == told(shaken["state"])
        assert (reply["ok"], reply.get("error")) == (shaken["ok"], shaken.get("error"))
    assert committed(STEADY, whole) == committed(SHAKEN, other)


@settings(max_examples=50)
@given(MESSAGES, st.lists(st.booleans(), min_size=14, max_size=14), ENDINGS)
def test_two_windows_count_nothing_twice_and_lose_nothing(messages, windows, ending):
    """Whichever window a message goes to, what was acknowledged stands in both, once."""
    name = next(NAMES)
    seats = [begun(SHARED, name), sitting(SHARED, trainee=name)]
    acknowledged = {}
    for each, window in zip(messages, windows, strict=False):
        reply = seats[window].handle(each)
        if each["type"] == "commit" and reply["ok"]:
            assert each["item"] not in acknowledged
            acknowledged[each["item"]] = each["attempt"]["decision"]
    for each in ending:
        seats[0].handle(each)
    states = [seat.handle({"seq": 2, "type": "go", "item": KEYS[0]})["state"] for seat in seats]
    assert told(states[0]) == told(states[1]) == told(sitting(SHARED, trainee=name).state())
    shown = {item["item"]: item["feedback"]["verdict"]["decision"] for item in states[0]["items"] if item["feedback"]}
    assert shown == acknowledged
    assert sorted(committed(SHARED, seats[0])) == sorted(acknowledged)


@settings(max_examples=40)
@given(MESSAGES)
def test_after_a_break_work_goes_on_where_something_is_undecided(messages):
    """Nothing decided is asked again while something is left; skipped comments come last."""
    name = next(NAMES)
    seat = begun(SHARED, name)
    for each in messages:
        seat.handle(each)
    state = sitting(SHARED, trainee=name).state()
    left = {item["status"] for item in state["items"]} - {"decided"}
    expected = "undecided" if "undecided" in left else "skipped" if left else "decided"
    assert state["items"][state["current"]]["status"] == expected


def test_after_all_that_every_chain_verifies():
    """No sequence of messages, crash or second window has left a fault in a record."""
    assert [verify(records).faults for records in (STEADY, SHAKEN, SHARED)] == [(), (), ()]


def test_on_a_shared_machine_nobody_is_taken_for_another():
    """With one trainee in the record, that one is back; with two, the sitting asks."""
    with Records("sqlite://") as records:
        begun(records).handle({"seq": 1, "type": "commit", "item": KEYS[0], "attempt": attempt(BEST[0])})
        back = sitting(records)
        assert (back.state()["phase"], back.state()["trainee"]) == ("working", NAME)
        reply = back.handle({"seq": 1, "type": "register", "pseudonym": "Calm Otter"})
        assert (reply["state"]["trainee"], reply["state"]["progress"]["decided"]) == ("Calm Otter", 0)
        asked = sitting(records)
        assert (asked.state()["phase"], asked.state()["trainee"]) == ("welcome", None)
        assert asked.state()["known"] == [{"pseudonym": NAME}, {"pseudonym": "Calm Otter"}]
        reply = asked.handle({"seq": 1, "type": "register", "pseudonym": "amber heron"})
        assert (reply["state"]["trainee"], reply["state"]["progress"]["decided"]) == (NAME, 1)


def test_a_trainee_the_caller_knows_is_asked_no_name():
    """A new one is welcomed by it; one with an open session goes on at once."""
    with Records("sqlite://") as records:
        seat = sitting(records, trainee=NAME)
        assert (seat.state()["phase"], seat.state()["trainee"]) == ("welcome", NAME)
        assert seat.handle({"seq": 1, "type": "register"})["state"]["phase"] == "working"
        begun_by_another = sitting(records, trainee="Calm Otter")
        assert begun_by_another.state()["phase"] == "welcome"
        assert sitting(records, trainee=NAME).state()["phase"] == "working"


def test_after_the_end_the_results_stay_until_a_new_go_is_asked_for():
    """Opening the notebook again shows the results; registering again starts anew and keeps the old session."""
    with Records("sqlite://") as records:
        seat = begun(records)
        seat.handle({"seq": 1, "type": "commit", "item": KEYS[0], "attempt": attempt(BEST[0])})
        seat.handle({"seq": 1, "type": "finish"})
        back = sitting(records)
        assert (back.state()["phase"], back.state()["summary"]["decided"]) == ("summary", 1)
        again = back.handle({"seq": 1, "type": "register"})["state"]
        assert (again["phase"], again["trainee"], again["progress"]["decided"]) == ("working", NAME, 0)
        with records.reading() as log:
            assert [session.finished for session in log.sessions()] == [True, False]


def test_another_paper_starts_at_its_beginning():
    """Sessions belong to a paper; the trainee is still known."""
    with Records("sqlite://") as records:
        begun(records).handle({"seq": 1, "type": "commit", "item": KEYS[0], "attempt": attempt(BEST[0])})
        other = replace(PAPER, title="Another")
        state = sitting(records, paper=other).state()
        assert (state["phase"], state["trainee"], state["progress"]["decided"]) == ("welcome", NAME, 0)


def test_a_new_version_of_the_policy_does_not_interrupt_a_session():
    """Whoever is in the middle goes on with the paper begun, and is told; the next go is at the new one."""
    later = paper(of=pack(hash="b" * 64))
    with Records("sqlite://") as records:
        assert paper_to_sit(records, later) is later
        begun(records).handle({"seq": 1, "type": "commit", "item": KEYS[0], "attempt": attempt(BEST[0])})
        found = paper_to_sit(records, later)
        assert found == PAPER
        seat = sitting(records, paper=found, pack=pack(hash="b" * 64))
        assert seat.state()["progress"]["decided"] == 1
        assert "policy has changed" in seat.state()["pack"]["changed"]
        seat.handle({"seq": 2, "type": "finish"})
        assert paper_to_sit(records, later) is later
