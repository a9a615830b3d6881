"""What a trainee can do from the first screen to a decision, in Chromium, over a transport that answers as a sitting would."""

import re

from playwright.sync_api import expect

from tests.web.hands import FOCUS, press, radio, sent, start_on

# The journey


def test_a_trainee_gets_from_the_first_screen_to_the_results_by_keyboard_alone(opened):
    with opened("welcome") as page:
        page.keyboard.press("Tab")
        while page.evaluate(FOCUS) != "Start":
            page.keyboard.press("Tab")
        press(page, "Enter")
        expect(page.locator(".hr-desk .hr-heading")).to_be_focused()
        for number in range(12):
            press(page, "r", "Control+Enter")
            expect(page.locator(".hr-headline")).to_be_focused()
            expect(page.get_by_text(f"{number + 1} of 12 decided", exact=True)).to_be_visible()
            press(page, "n")
            expect(page.locator(".hr-headline")).not_to_be_focused()
        expect(page.get_by_role("heading", name="You passed")).to_be_focused()
        assert len(sent(page, "commit")) == 12
        assert len(sent(page, "finish")) == 1


def test_the_name_that_is_sent_is_the_one_in_the_field_and_never_empty(opened):
    with opened("welcome") as page:
        field = page.get_by_label("What shall the record call you?")
        expect(field).to_have_value(re.compile(r"^[A-Z]\w+ [A-Z]\w+ \d\d$"))
        field.fill("   ")
        page.get_by_role("button", name="Start").click()
        expect(page.get_by_text("Error: Enter a name")).to_be_visible()
        expect(field).to_be_focused()
        assert sent(page, "register") == []
        field.fill("  Tidy Wren 12 ")
        press(page, "Enter")
        expect(page.locator(".hr-desk")).to_be_visible()
        assert sent(page, "register")[0]["pseudonym"] == "Tidy Wren 12"


def test_a_name_the_record_knows_is_not_asked_again_but_can_be_refused(opened):
    with opened("welcome-known") as page:
        expect(page.get_by_text("The record knows you as Quiet Heron 27.")).to_be_visible()
        page.get_by_role("button", name="That is not me").click()
        expect(page.get_by_label("What shall the record call you?")).to_be_focused()
    with opened("welcome-known") as page:
        page.get_by_role("button", name="Start").click()
        expect(page.locator(".hr-desk")).to_be_visible()
        assert "pseudonym" not in sent(page, "register")[0]


def test_the_thread_stands_beside_the_first_screen_and_cannot_be_worked_on_yet(opened):
    with opened("welcome") as page:
        expect(page.locator(".hr-row")).to_have_count(12)
        expect(page.get_by_text("that road has been a worry")).to_be_visible()
        expect(page.get_by_role("button", name="Comment 3")).to_have_count(0)


# The decision


def test_what_is_committed_is_what_was_chosen(opened):
    with opened("undecided") as page:
        radio(page, "Delete").check()
        page.locator("summary", has_text="Author, report, answer").click()
        radio(page, "Warn privately").check()
        radio(page, "Report as a crime").check()
        page.get_by_role("searchbox").fill("suspect")
        page.get_by_role("checkbox", name="Lets people work out who a suspect is").check()
        page.get_by_text("What else have you done?").click()
        page.get_by_role("checkbox", name="Made a crime record").check()
        page.get_by_label("Log entry: why?").fill("Names the cousin.")
        radio(page, "Fairly sure").check()
        page.get_by_role("button", name="Commit").click()
        expect(page.get_by_role("heading", name="Right")).to_be_focused()
        message = sent(page, "commit")[0]
    assert message["item"] == "item-03"
    assert message["session"] == "s-1"
    assert message["attempt"] == {
        "decision": {
            "comment_action": "remove",
            "account_action": "warn",
            "report": "crime",
            "respond": "none",
            "escalate": "none",
        },
        "grounds": ["LP-G-IDENT-02"],
        "done": ["record_crime"],
        "log": "Names the cousin.",
        "messages": {},
        "confidence": "fairly",
    }


def test_nothing_is_chosen_for_the_comment_beforehand_and_none_for_the_rest(opened):
    with opened("undecided") as page:
        for name in ("Leave it", "Hide comment", "Delete"):
            expect(radio(page, name)).not_to_be_checked()
        expect(
            page.get_by_text("Author: Nothing · Report: Do not report · Answer: No answer · Pass on: Nobody")
        ).to_be_visible()
        page.locator("summary", has_text="Author, report, answer").click()
        for name in ("Nothing", "Do not report", "No answer", "Nobody"):
            expect(radio(page, name)).to_be_checked()


def test_commit_with_nothing_chosen_says_so_and_goes_there(opened):
    with opened("undecided") as page:
        page.get_by_role("button", name="Commit").click()
        expect(page.get_by_role("group", name="What do you do with the comment?")).to_have_accessible_description(
            "Error: Choose what to do with the comment: leave, hide or remove it."
        )
        expect(radio(page, "Leave it")).to_be_focused()
        assert sent(page, "commit") == []
        press(page, "Space")
        expect(page.get_by_text("Error: Choose")).to_be_hidden()


def test_pressing_commit_twice_sends_once_and_says_that_it_is_busy(opened):
    with opened("undecided") as page:
        page.evaluate("harness.model.slow = 400")
        radio(page, "Delete").check()
        page.get_by_role("button", name="Commit").dblclick()
        press(page, "Control+Enter", "s")
        expect(page.get_by_role("button", name="Committing…")).to_be_focused()
        expect(page.get_by_role("heading", name="Right")).to_be_focused()
        assert len(sent(page, "commit")) == 1
        assert sent(page, "skip") == []


def test_a_draft_is_sent_after_a_pause_and_at_once_when_the_panel_is_left(opened):
    with opened("undecided") as page:
        radio(page, "Hide comment").check()
        assert sent(page, "draft") == []
        expect(page.get_by_text("Draft kept")).to_be_visible()
        assert sent(page, "draft")[0]["draft"]["decision"]["comment_action"] == "hide"
        page.get_by_label("Log entry: why?").fill("x")
        page.get_by_role("button", name="Comment 4").focus()
        assert sent(page, "draft")[-1]["draft"]["log"] == "x"
        radio(page, "Delete").check()
        page.evaluate("window.dispatchEvent(new Event('pagehide'))")
        assert sent(page, "draft")[-1]["draft"]["decision"]["comment_action"] == "remove"


def test_a_draft_is_there_again_after_going_away_and_back(opened):
    with opened("draft") as page:
        expect(radio(page, "Hide comment")).to_be_checked()
        expect(radio(page, "Warn privately")).to_be_checked()
        expect(page.get_by_label("Log entry: why?")).to_have_value("Names the cousin by his work.")
        page.get_by_role("button", name="Comment 5").click()
        expect(radio(page, "Hide comment")).not_to_be_checked()
        page.get_by_role("button", name="Comment 3").click()
        expect(radio(page, "Hide comment")).to_be_checked()


def test_changes_can_be_taken_back_one_by_one_until_the_decision_is_committed(opened):
    with opened("draft") as page:
        undo = page.get_by_role("button", name="Undo")
        expect(undo).to_be_hidden()
        radio(page, "Delete").check()
        log = page.get_by_label("Log entry: why?")
        log.press_sequentially(" And more.")
        undo.click()
        expect(log).to_have_value("Names the cousin by his work.")
        expect(radio(page, "Delete")).to_be_checked()
        start_on(page)
        press(page, "z")
        expect(radio(page, "Hide comment")).to_be_checked()
        expect(page.locator(".hr-acts :focus")).to_have_count(1)
        expect(undo).to_be_hidden()
        expect(page.locator(".hr-unseen[role=status]")).to_have_text("Undone")


def test_grounds_are_found_by_search_and_walked_by_arrows(opened):
    with opened("undecided") as page:
        start_on(page)
        press(page, "g")
        search = page.get_by_role("searchbox")
        expect(search).to_be_focused()
        page.keyboard.type("live case")
        expect(page.get_by_text("1 of 18 grounds match.")).to_be_visible()
        press(page, "ArrowDown", "ArrowDown", "Space")
        found = page.get_by_role("checkbox", name="Says something about guilt or character in a live case")
        expect(found).to_be_checked()
        search.fill("")
        expect(found).to_be_visible()
        page.get_by_role("checkbox", name="No ground to act").check()
        expect(found).to_be_hidden()
        page.get_by_role("button", name="Show all").click()
        expect(page.get_by_role("checkbox")).to_have_count(19)
        expect(found).not_to_be_checked()
