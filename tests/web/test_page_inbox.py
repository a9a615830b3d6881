"""The inbox, the messages and the three modes, in Chromium, over a transport that answers as a sitting would."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.conftest import take_steps
from tests.web.hands import press, radio, sent, start_on

LIVE = ".hr-unseen[role=status]"


def numbers(page):
    """The numbers of the comments in the list, from the top."""
    return [int(text.split()[1]) for text in page.locator(".hr-row .hr-open:visible").all_inner_texts()]


def test_the_inbox_says_how_every_comment_stands(opened):
    """Unread, read, draft, skipped, actioned, resolved, set aside, and the one in hand."""
    with opened("queue") as page:
        take_steps(page)
        said = [text.strip() for text in page.locator(".hr-row .hr-status").all_inner_texts()]
        for words in ("Unread", "Read", "Draft", "Skipped", "Actioned: not right", "Resolved: right", "Set aside", "Open now"):  # fmt: skip
            assert words in said


def test_the_thread_becomes_a_queue_in_the_order_chosen_and_it_is_kept(opened):
    """View, order and filter go to the record; the letters walk the list as it is shown."""
    with opened("queue") as page:
        assert numbers(page)[:4] == [3, 4, 6, 1]
        page.locator("summary", has_text="Queue · Most replies first").click()
        page.get_by_role("combobox", name="Sort").select_option("newest")
        assert numbers(page)[:2] == [12, 11]
        assert sent(page, "settings")[-1]["settings"] == {"sort": "newest"}
        page.get_by_role("combobox", name="Show").select_option("unread")
        expect(page.locator(LIVE)).to_have_text(re.compile("comments shown"))
        page.get_by_role("combobox", name="View").select_option("thread")
        expect(page.get_by_role("combobox", name="Sort")).to_be_hidden()
        expect(page.locator(".hr-ways > summary")).to_have_text("Thread · Unread")
    with opened("queue") as page:
        start_on(page)
        press(page, "j")
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_focused()
        press(page, "j")
        expect(page.get_by_role("heading", name="Comment 6 of 12")).to_be_focused()


def test_a_comment_is_said_to_be_opened_once_when_it_comes_into_hand(opened):
    """The record says when; nobody presses anything for it."""
    with opened("undecided") as page:
        assert sent(page, "go") == []
        page.evaluate("""() => { const state = structuredClone(harness.model.values.state);
          state.items[2].opened = false; state.step = 2; harness.model.push(state, {seq: 1, ok: true}); }""")
        page.get_by_role("button", name="Comment 4", exact=True).click()
        page.get_by_role("button", name="Comment 3", exact=True).click()
        page.get_by_role("heading", name="Comment 3 of 12").wait_for()
        assert [message["item"] for message in sent(page, "go")] == ["item-04", "item-03"]


@pytest.mark.parametrize(
    ("key", "what", "words"),
    [("i", "history", "yes, by private message"), ("p", "page", "Watched now, until"), ("c", "proceedings", "charged on 4 March")],
)  # fmt: skip
def test_looking_closer_is_one_key_each_and_told_to_the_record(opened, key, what, words):
    """Folded until asked for; a second look is not told again."""
    with opened("undecided") as page:
        closer = page.get_by_role("region", name="Look closer")
        expect(closer.get_by_text(words)).to_be_hidden()
        start_on(page)
        press(page, key)
        expect(closer.get_by_text(words)).to_be_visible()
        press(page, key, key)
        page.wait_for_timeout(50)
        assert [message["what"] for message in sent(page, "look")] == [what]


def test_what_differs_for_a_comment_is_told_on_the_fold(opened):
    """So that nobody has to open three folds to learn that nothing changed."""
    with opened("undecided") as page:
        page.get_by_role("button", name="Comment 10").click()
        expect(page.locator("summary", has_text="The page at that moment")).to_contain_text(
            "different for this comment"
        )
        expect(page.locator("summary", has_text="Court case").get_by_text("different")).to_be_hidden()


def test_masked_words_are_one_key_from_being_read_and_the_state_is_said(opened):
    """Masked on arrival and said so; shown for this comment alone."""
    with opened("masked") as page:
        expect(page.get_by_text("Strong words are masked.")).to_be_visible()
        start_on(page)
        press(page, "v")
        expect(page.locator(".hr-in-hand")).to_contain_text("what the fuck is this")
        expect(page.get_by_role("button", name="Show the masked words")).to_be_hidden()
        expect(page.get_by_role("heading", name="Comment 3 of 12")).to_be_focused()
        assert sent(page, "look")[0]["what"] == "words"


# Messages


def test_a_message_is_offered_with_the_choices_it_goes_with_and_sent_with_the_decision(opened):
    """Folded until a warning or an answer is chosen; a start can be taken; gaps and names are told while writing."""
    with opened("undecided") as page:
        box = page.locator("summary", has_text="The message to the author")
        expect(box).to_be_hidden()
        radio(page, "Delete").check()
        page.locator("summary", has_text="Author, report, answer").click()
        radio(page, "Warn privately").check()
        start_on(page)
        press(page, "m")
        words = page.get_by_role("textbox", name="Your words (optional)")
        expect(words).to_be_focused()
        page.get_by_role("combobox", name="Start from").select_option(label="A warning before anything stronger")
        expect(words).to_have_value(re.compile(r"^Hello\. On \[date\]"))
        expect(words).to_have_accessible_description(re.compile("A gap is still open: \\[date\\]"))
        words.fill("Please leave Marguerite Sallow alone.")
        expect(page.get_by_text("This names someone or gives details: Marguerite Sallow.")).to_be_visible()
        words.fill("Hello Corey, please keep to the page rules.")
        expect(words).to_have_accessible_description(re.compile("Name nobody, and fill in every gap"))
        page.get_by_role("button", name="Commit").click()
        page.get_by_role("heading", name="Right").wait_for()
        assert sent(page, "commit")[0]["attempt"]["messages"] == {
            "private": "Hello Corey, please keep to the page rules."
        }


def test_a_message_for_a_choice_that_was_taken_back_is_not_sent(opened):
    """Its words stay in the field, in case the choice comes back."""
    with opened("message") as page:
        radio(page, "Nothing").check()
        radio(page, "No answer").check()
        expect(page.locator("summary", has_text="The message to the author")).to_be_hidden()
        page.get_by_role("button", name="Commit").click()
        page.get_by_role("heading", name="Right").wait_for()
        assert sent(page, "commit")[0]["attempt"]["messages"] == {}


def test_a_log_entry_is_asked_for_where_the_policy_owes_one_on_the_choice(opened):
    """Whatever the comment says, so that it gives no answer away."""
    with opened("undecided") as page:
        page.locator("summary", has_text="Author, report, answer").click()
        expect(page.get_by_label("Log entry: why? (optional)")).to_be_visible()
        radio(page, "Ban from page").check()
        expect(page.get_by_label("Log entry: why? (owed with this choice)")).to_be_visible()


# Modes


def test_a_self_assessment_keeps_a_decision_and_says_no_more(opened):
    """Kept, announced as kept, and on to the next by the same key as ever."""
    with opened("self-assessment") as page:
        page.get_by_role("button", name="Next comment").click()
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_focused()
        radio(page, "Delete").check()
        press(page, "Control+Enter")
        expect(page.get_by_text("Your decision is kept. You are told how you did at the end.")).to_be_visible()
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_focused()
        expect(page.locator(LIVE)).to_have_text("Comment 4: kept. 2 of 12 decided.")
        expect(page.locator(".hr-feedback")).to_be_hidden()
        press(page, "n")
        expect(page.get_by_role("heading", name="Comment 5 of 12")).to_be_focused()


def test_a_worked_example_is_shown_when_asked_for_and_leads_on(opened):
    """By keyboard: look, think, Ctrl+Enter, read, N."""
    with opened("worked") as page:
        expect(page.locator(".hr-decision")).to_be_hidden()
        start_on(page)
        press(page, "i", "Control+Enter")
        expect(page.get_by_role("heading", name="How it is decided")).to_be_focused()
        expect(page.get_by_role("columnheader", name="You chose")).to_have_count(0)
        expect(page.get_by_text("1 of 12 read", exact=True)).to_be_visible()
        press(page, "n")
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_focused()
        assert sent(page, "commit") == []


def test_worked_examples_end_without_a_score(opened):
    """Nothing was decided, so nothing is marked."""
    with opened("summary-worked") as page:
        expect(page.get_by_role("heading", name="You have read 12 worked examples")).to_be_visible()
        expect(page.locator(".hr-marks")).to_be_hidden()
        page.get_by_role("button", name="Go back over the thread").click()
        expect(page.get_by_role("heading", name="Comment 3 of 12")).to_be_focused()


# More feedback


def test_the_same_comment_under_other_policies_is_shown_on_request(opened):
    """Asked for once; a policy that does not speak of it says why."""
    with opened("elsewhere") as page:
        take_steps(page)
        panel = page.locator("details", has_text="The same comment under other policies")
        for text in ("Lancashire Constabulary", "Leave it up.", "LANCS-RULE-4a", "has no page like this one"):
            expect(panel).to_contain_text(text)
        panel.locator("summary").click()
        panel.locator("summary").click()
        assert [message["what"] for message in sent(page, "look")] == ["elsewhere"]


def test_what_is_our_own_addition_is_marked_as_such(opened):
    """Good practice stands apart from what the policy says and from what is owed."""
    with opened("feedback-wrong") as page:
        part = page.locator(".hr-ours")
        expect(part).to_contain_text("our addition, no policy document asks for it")
        expect(part).to_contain_text("Save a copy before it goes")
        expect(page.get_by_text("Before you decided, you looked at the author's history.")).to_be_visible()
