"""Tests of care: what a trainee sets for themselves, what is set aside, what is masked, and who can be talked to."""

import pytest

from kit.errors import BadInput
from kit.records import Records, verify
from kit.sitting.settings import DEFAULTS
from tests.sitting.made import COMMENTS, KEYS, LEAVE, attempt, pack, paper, sitting

NAME = "Amber Heron"


@pytest.fixture
def seat(records: Records):
    """A sitting whose trainee is registered."""
    return begun(records)


def begun(records, **more):
    """A sitting whose trainee is registered."""
    made = sitting(records, **more)
    made.handle({"seq": 1, "type": "register", "pseudonym": NAME})
    return made


def send(seat, kind, **fields):
    """The reply to one message."""
    return seat.handle({"seq": 5, "type": kind, **fields})


def test_settings_start_as_usual_and_are_kept_for_the_trainee_not_for_the_paper(seat, records):
    """Another paper of the same trainee has them; another trainee does not."""
    assert seat.state()["settings"] == DEFAULTS
    reply = send(seat, "settings", settings={"break_minutes": 45, "keys": {"leave": "x"}})
    assert reply["ok"]
    other = sitting(records, paper=paper(COMMENTS[:2]))
    assert other.state()["settings"] == {**DEFAULTS, "break_minutes": 45, "keys": {"leave": "x"}}
    someone_else = other.handle({"seq": 1, "type": "register", "pseudonym": "Calm Otter"})["state"]
    assert someone_else["settings"] == DEFAULTS


def test_settings_chosen_before_a_name_is_given_are_kept_with_it(records):
    """They wait until there is somebody to keep them for, and hold on the first screen at once."""
    made = sitting(records)
    state = send(made, "settings", settings={"ceiling": 3})["state"]
    assert (state["phase"], state["items"][2]["set_aside"]) == ("welcome", True)
    made.handle({"seq": 1, "type": "register", "pseudonym": NAME})
    assert sitting(records).state()["settings"]["ceiling"] == 3


def test_the_record_says_the_ceiling_and_keeps_the_rest_where_it_can_be_erased(seat, records):
    """What a score is of must be known later; how somebody likes their screen need not be."""
    send(seat, "settings", settings={"ceiling": 2, "timer_minutes": 3})
    with records.reading() as log:
        event = log.events()[-1]
        (trainee,) = log.trainees()
    assert {name: value for name, value in event.body.items() if name != "settings"} == {"ceiling": 2}
    records.erase(trainee, at="", why="asked")
    assert verify(records).ok
    with records.reading() as log:
        assert log.latest("settings", trainee).private == {}


@pytest.mark.parametrize(
    "settings",
    [None, [], {"ceiling": 0}, {"ceiling": True}, {"colour": "red"}, {"keys": {"leave": "xx"}}, {"keys": {"leave": " "}},
     {"keys": {"<b>": "x"}}, {"keys": []}, {"mask": 1}],
)  # fmt: skip
def test_what_is_no_setting_is_refused_and_changes_nothing(seat, settings):
    """In one sentence."""
    reply = send(seat, "settings", settings=settings)
    assert (reply["ok"], reply["error"]["code"], reply["state"]["settings"]) == (False, "bad_message", DEFAULTS)


def test_comments_above_the_ceiling_are_set_aside_not_counted_and_come_back(seat):
    """Their words do not leave the kernel, nothing can be done to them, and lifting the ceiling undoes it all."""
    state = send(seat, "settings", settings={"ceiling": 3})["state"]
    assert [item["set_aside"] for item in state["items"]] == [False, False, True, False]
    assert "at my door" not in str(state)
    assert (state["progress"]["total"], state["care"]["aside"]) == (3, 1)
    for kind in ("go", "skip", "look", "commit"):
        reply = send(seat, kind, item=KEYS[2], what="history", attempt=attempt(LEAVE))
        assert (reply["ok"], reply["error"]["code"]) == (False, "set_aside")
    send(seat, "skip", item=KEYS[1])
    assert seat.state()["current"] == 3
    assert send(seat, "settings", settings={"ceiling": 4})["state"]["items"][2]["text"] == "He is at my door now!"


def test_a_comment_in_hand_that_is_set_aside_makes_room_for_the_next(seat):
    """Nobody is left looking at what they asked not to see."""
    send(seat, "go", item=KEYS[2])
    assert send(seat, "settings", settings={"ceiling": 1})["state"]["current"] == 3


def test_a_facilitators_ceiling_cannot_be_lifted(records):
    """It is the lower of the two that holds."""
    made = begun(records, ceiling=1)
    state = send(made, "settings", settings={"ceiling": 4})["state"]
    assert [item["set_aside"] for item in state["items"]] == [False, True, True, False]
    with pytest.raises(BadInput, match="expected a gravity"):
        sitting(records, ceiling=9)


def test_a_pass_is_not_given_on_the_quiet_half_alone(seat):
    """Whoever sets every hard comment aside has practised, and has not shown what a pass says."""
    send(seat, "settings", settings={"ceiling": 1})
    for key in (KEYS[0], KEYS[3]):
        send(seat, "commit", item=key, attempt=attempt(LEAVE))
    summary = send(seat, "finish")["state"]["summary"]
    assert (summary["score"], summary["passed"], summary["decided"]) == (100, False, 2)


SWEARING = (("What the [f-word] are they [f-word]ing about? [slur]", {"profanity_open": True}, COMMENTS[0][2]),)


def masked(records):
    """A sitting of one comment with strong words in it."""
    reference = {**pack().reference, "masks": {"[f-word]": "fuck"}}
    return begun(records, paper=paper(SWEARING, pack(reference=reference)))


def test_strong_words_are_masked_until_the_trainee_asks_comment_by_comment(records):
    """The words are not in the page before; a slur is never written out; that somebody looked is on record."""
    made = masked(records)
    item = made.state()["items"][0]
    assert (item["masked"], "fuck" in str(made.state())) == (True, False)
    item = send(made, "look", item=item["item"], what="words")["state"]["items"][0]
    assert (item["text"], item["masked"]) == ("What the fuck are they fucking about? [slur]", False)
    assert "words" in item["looked"]


def test_masks_can_be_switched_off_and_on(records):
    """A setting, on as shipped."""
    made = masked(records)
    assert send(made, "settings", settings={"mask": False})["state"]["items"][0]["masked"] is False
    assert send(made, "settings", settings={"mask": True})["state"]["items"][0]["masked"] is True


def test_hard_comments_are_counted_once_they_are_decided(seat):
    """The count drives a break; before the decision it would give an answer away."""
    send(seat, "go", item=KEYS[2])
    assert seat.state()["care"]["grave"] == 0
    send(seat, "commit", item=KEYS[2], attempt=attempt(LEAVE))
    assert seat.state()["care"]["grave"] == 1


def test_whom_to_talk_to_is_the_forces_own_and_blank_as_shipped(records):
    """A blank contact is said to be blank, not hidden."""
    contact = {"name": "welfare", "label": "Someone to talk to", "value": "", "clauses": []}
    for value in ("", "Room 4, any time"):
        made = sitting(records, pack=pack(data={"contacts": {"contacts": [{**contact, "value": value}]}}))
        shown = made.state()["welfare"]
        assert (shown["label"], shown["value"]) == ("Someone to talk to", value)
        assert "not filled in" in shown["blank"]
