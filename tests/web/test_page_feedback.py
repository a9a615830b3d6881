"""Round the thread, feedback, results, and when things go wrong, in Chromium, over a transport that answers as a sitting would."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.conftest import take_steps
from tests.web.hands import press, radio, sent, start_on

# Round the thread


def test_skip_goes_on_to_the_next_comment_without_penalty(opened):
    with opened("undecided") as page:
        page.get_by_role("button", name="Skip").click()
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_focused()
        expect(page.get_by_text("0 of 12 decided, 1 skipped")).to_be_visible()
        expect(page.locator(".hr-quote")).to_contain_text("its his cousin")


def test_the_thread_can_be_narrowed_and_says_how_many_are_shown(opened):
    with opened("draft") as page:
        page.locator("summary", has_text="Thread · All comments").click()
        page.get_by_role("combobox", name="Show").select_option("actioned")
        expect(page.locator(".hr-row")).to_have_count(2)
        expect(page.get_by_role("status").filter(has_text="2 comments shown")).to_have_count(1)


def test_updates_leave_the_nodes_of_the_thread_in_place(opened):
    with opened("undecided") as page:
        page.evaluate("window.row = document.querySelectorAll('.hr-row')[6]")
        radio(page, "Delete").check()
        page.get_by_role("button", name="Commit").click()
        expect(page.get_by_role("heading", name="Right")).to_be_visible()
        assert page.evaluate("window.row === document.querySelectorAll('.hr-row')[6]")


def test_the_authors_history_is_one_key_away_and_looking_is_told(opened):
    with opened("undecided") as page:
        start_on(page)
        press(page, "i")
        expect(page.get_by_text("yes, by private message on 11 February")).to_be_visible()
        assert sent(page, "look")[0]["what"] == "history"


def test_what_differs_for_this_comment_is_marked(opened):
    with opened("undecided") as page:
        page.get_by_role("button", name="Comment 10").click()
        expect(page.locator(".hr-pair-changed")).to_have_text(re.compile("Not watched: nobody is on until 07:00"))


# Feedback and results


def test_feedback_says_verdict_why_fields_clauses_and_what_would_flip_it(opened):
    with opened("feedback-wrong") as page:
        panel = page.get_by_role("region", name="Feedback")
        for text in ("Not right", "under-moderation", "Enough is said here", "Blocking is a last resort", "LP-P-REMOVE-01",
                     "If the man had not been charged", "Hide it and ask the Digital Media Team", "Keep a note"):  # fmt: skip
            expect(panel).to_contain_text(text)
        row = page.get_by_role("row", name=re.compile("^Author"))
        expect(row).to_contain_text("Ban from page")
        expect(row).to_contain_text("Not right")


def test_the_verdict_and_the_next_comment_are_announced(opened):
    with opened("undecided") as page:
        live = page.locator(".hr-unseen[role=status]")
        radio(page, "Leave it").check()
        page.get_by_role("button", name="Commit").click()
        expect(live).to_have_text("Comment 3: not right. 1 of 12 decided.")
        page.get_by_role("button", name="Next comment").click()
        expect(live).to_have_text("Comment 4 of 12 by Bronagh Pell, in reply to comment 3.")


def test_a_trainee_can_say_that_a_verdict_is_wrong(opened):
    with opened("feedback-wrong") as page:
        page.get_by_text("I think this is wrong").click()
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text("Write a sentence first")).to_be_visible()
        page.get_by_label("What should it have said, and why?").fill("He has no cousin.")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text("Kept with your decision, for whoever")).to_be_visible()
        assert sent(page, "dispute")[0]["text"] == "He has no cousin."


def test_from_the_results_one_press_leads_to_a_comment_and_one_back(opened):
    with opened("summary-pass") as page:
        page.get_by_role("button", name="Comment 4: Who can be picked out").click()
        expect(page.get_by_role("heading", name="Not right")).to_be_focused()
        expect(page.get_by_role("heading", name="Comment 4 of 12")).to_be_visible()
        page.get_by_role("button", name="Back to your results").click()
        expect(page.get_by_role("heading", name="You passed")).to_be_focused()
        assert sent(page, "finish") == []


def test_the_last_feedback_leads_to_the_results(opened):
    with opened("feedback-last") as page:
        page.locator(".hr-feedback").get_by_role("button", name="See your results").click()
        expect(page.get_by_role("heading", name="You passed")).to_be_focused()


# When things go wrong


def test_a_decision_that_could_not_be_kept_stays_on_the_page_and_is_told(opened):
    with opened("error-commit") as page:
        take_steps(page)
        expect(page.get_by_role("alert")).to_contain_text("the disk is full")
        expect(radio(page, "Delete")).to_be_checked()
        page.evaluate("harness.model.page.trouble = null")
        page.get_by_role("button", name="Commit").click()
        expect(page.get_by_role("heading", name="Right")).to_be_focused()
        expect(page.locator(".hr-trouble")).to_be_hidden()


@pytest.mark.parametrize("way", ["silent", "broken"])
def test_a_lost_connection_is_told_and_committing_again_counts_once(opened, way):
    with opened("undecided") as page:
        page.clock.install()
        radio(page, "Delete").check()
        page.evaluate(f"harness.model.{way} = true")
        page.get_by_role("button", name="Commit").click()
        page.clock.run_for(9000)
        expect(page.get_by_role("alert")).to_contain_text("Run All Cells")
        page.evaluate(f"harness.model.{way} = false")
        page.get_by_role("button", name="Commit").click()
        page.clock.run_for(1000)
        expect(page.get_by_role("heading", name="Right")).to_be_focused()


def test_an_answer_that_was_lost_is_not_counted_twice(opened):
    with opened("undecided") as page:
        page.evaluate("""() => { const { model } = harness;
          const commit = (item) => model.act(model.values.state, { type: "commit", item, attempt: { decision: { comment_action: "remove" } } });
          document.querySelector("input[value=remove]").click();
          commit("item-03");
          document.querySelector(".hr-decision .hr-primary").click(); }""")
        expect(page.get_by_role("alert")).to_contain_text("already decided, and it counts once")
        expect(page.get_by_role("heading", name="Right")).to_be_focused()
        assert len(sent(page, "commit")) == 1


def test_focus_is_not_lost_when_another_window_decides_the_comment_in_hand(opened):
    with opened("undecided") as page:
        radio(page, "Delete").focus()
        page.evaluate("""() => { const state = structuredClone(harness.model.values.state);
          harness.model.act(state, {type: 'commit', item: 'item-03', attempt: {decision: {comment_action: 'hide'}}});
          harness.model.push(state, {seq: 1, ok: true}); }""")
        expect(page.get_by_role("heading", name="Defensible, not our first choice")).to_be_focused()


def test_a_page_whose_exercise_is_not_running_says_what_to_do(opened):
    with opened("not-running") as page:
        expect(page.get_by_role("heading", name="Run All Cells")).to_be_visible()


def test_clean_up_takes_everything_away(opened):
    with opened("undecided") as page:
        page.evaluate("harness.close()")
        expect(page.locator(".hr-player")).to_have_count(0)
        assert page.evaluate("Object.values(harness.model.heard).every((each) => each.size === 0)")
