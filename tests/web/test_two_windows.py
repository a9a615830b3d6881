"""Two windows, a stale tab, a page out of step, a kernel begun anew: real sittings over one record, in Chromium.

Each is told in one sentence with what to do, and nothing is lost or counted twice.
"""

import re

import pytest
from playwright.sync_api import expect

from kit.items import paper_from_thread
from kit.policy import load
from kit.records import Records, verify
from kit.sitting import Sitting
from scenarios import generate
from tests.sitting.made import NOON
from tests.web.conftest import show
from tests.web.hands import press

PACK = "leicestershire"
NAME = "Quiet Heron 27"
LEAVE = {"comment_action": "leave", "account_action": "none", "report": "none", "respond": "none", "escalate": "none"}


@pytest.fixture(scope="module")
def paper():
    """The first exercise."""
    (thread,) = generate("burglary-appeal", seed=28, as_of="2026-09-01")
    return paper_from_thread(thread, load(PACK))


@pytest.fixture
def record(tmp_path):
    """A record in a file, as two kernels would share it."""
    return str(tmp_path / "record.sqlite")


@pytest.fixture
def window(browser, address, paper, record):
    """Opens windows, each a page with a sitting of its own over the one record; faults in a page fail the test."""
    pages, faults = [], []

    def open_window():
        seat = Sitting(paper, load(PACK), Records(record), now=lambda: NOON, trainee=NAME)
        page = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(5000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.expose_function("pythonHandle", seat.handle)
        page.expose_function("pythonState", seat.state)
        show(page, address, "live")
        pages.append(page)
        return page

    yield open_window
    for page in pages:
        page.context.close()
    assert faults == []


def begin(page):
    """Start, and wait for the first comment."""
    page.get_by_role("button", name="Start").click()
    page.locator(".hr-decision").wait_for()


def commit(page, choice="Leave it up"):
    """Decide the comment in hand."""
    page.get_by_role("radio", name=choice, exact=True).check()
    page.get_by_role("button", name="Commit").click()


def first_decided_in_one_of_two(window):
    """Two windows on one record: the one has decided the first comment, the other does not know it."""
    one = window()
    begin(one)
    other = window()
    expect(other.get_by_role("heading", name="Comment 1 of")).to_be_visible()
    commit(one)
    one.locator(".hr-headline").wait_for()
    return one, other


def committed(record):
    """The items decided in the record, as often as they stand there."""
    with Records(record) as records:
        assert verify(records).ok
        with records.reading() as log:
            return [event.item for event in log.events() if event.kind == "commit"]


def test_a_notebook_opened_twice_decides_a_comment_once_and_says_so(window, record):
    """The second window is told in one sentence, and shows what the first decided."""
    _one, other = first_decided_in_one_of_two(window)
    commit(other, "Delete")
    expect(other.get_by_role("alert")).to_have_text(
        "This comment is already decided, and it counts once. Here is what was decided."
    )
    expect(other.locator(".hr-headline")).to_be_focused()
    expect(other.locator(".hr-table tbody tr").first).to_contain_text("Leave it up")
    assert len(committed(record)) == 1


def test_a_stale_tab_catches_up_when_it_is_looked_at_again_and_says_so(window, record):
    """In one sentence; a draft begun in it is where it was, and work goes on."""
    _one, other = first_decided_in_one_of_two(window)
    expect(other.get_by_text(re.compile(r"^0 of \d+ decided$"))).to_be_visible()
    other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(other.get_by_role("alert")).to_contain_text("Another window has gone on with this exercise")
    expect(other.get_by_text(re.compile(r"^1 of \d+ decided$"))).to_be_visible()
    other.get_by_role("button", name="Next comment").click()
    commit(other)
    other.locator(".hr-headline").wait_for()
    expect(other.locator(".hr-trouble")).to_be_hidden()
    assert len(set(committed(record))) == 2


def test_a_page_of_an_earlier_go_is_told_to_reload_and_changes_nothing(window, record, paper):
    """The exercise was finished elsewhere and begun again under the same name."""
    page = window()
    begin(page)
    page.evaluate(
        "() => { const state = { ...harness.model.get('state'), session: 's-gone' }; harness.model.push({ seq: 0, ok: true, state }); }"
    )
    commit(page)
    expect(page.get_by_role("alert")).to_contain_text("This page shows an earlier go at the exercise. Reload it")
    assert committed(record) == []


def test_a_finished_exercise_shows_its_results_in_every_window_and_takes_no_more(window, record):
    """Another window finished it: the next step here is refused in a sentence and the results stand there."""
    one, other = first_decided_in_one_of_two(window)
    one.evaluate("harness.model.send({ seq: 1, type: 'finish' })")
    one.get_by_role("heading", name="Not passed").wait_for()
    other.get_by_role("radio", name="Leave it up", exact=True).check()
    other.get_by_role("button", name="Commit").click()
    expect(other.get_by_role("heading", name="Not passed")).to_be_focused()
    expect(other.get_by_role("alert")).to_be_visible()
    assert len(committed(record)) == 1


def test_a_state_that_comes_late_does_not_take_the_page_back(window, record):
    """A model out of step: an older state of the same session is not shown."""
    page = window()
    begin(page)
    page.evaluate("window.before = structuredClone(harness.model.get('state'))")
    commit(page)
    page.locator(".hr-headline").wait_for()
    page.evaluate("harness.model.push({ seq: 0, ok: true, state: window.before })")
    expect(page.locator(".hr-headline")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^1 of \d+ decided$"))).to_be_visible()


def test_an_answer_that_is_lost_on_the_way_is_told_and_committing_again_counts_once(window, record):
    """The decision is on disk though its answer never came; the page says what to do, and doing it counts nothing twice."""
    page = window()
    begin(page)
    page.clock.install()
    page.evaluate("harness.model.holding = true")
    commit(page)
    page.clock.run_for(9000)
    expect(page.get_by_role("alert")).to_contain_text("Press Commit again: it is counted once only")
    page.evaluate("harness.model.holding = false")
    page.get_by_role("button", name="Commit").click()
    page.clock.run_for(500)
    expect(page.get_by_role("alert")).to_contain_text("already decided, and it counts once")
    expect(page.locator(".hr-headline")).to_be_visible()
    assert len(committed(record)) == 1


def test_settings_and_what_was_opened_are_there_again_in_a_new_kernel(window):
    """The queue, a key of one's own, and the comments read."""
    page = window()
    begin(page)
    page.locator("summary", has_text="Thread · All comments").click()
    page.get_by_role("combobox", name="View").select_option("queue")
    page.get_by_role("button", name="Comment 4", exact=True).click()
    page.get_by_role("heading", name="Comment 4 of").wait_for()
    press(page, "i")
    page.get_by_text("Earlier breaches").wait_for()
    again = window()
    expect(again.locator(".hr-ways > summary")).to_contain_text("Queue · Oldest first")
    said = again.locator(".hr-row .hr-status").all_inner_texts()
    assert [text.strip() for text in said][:5] == ["Read", "Unread", "Unread", "Open now", "Unread"]


def test_a_message_the_kernel_refuses_is_told_beside_the_decision_and_nothing_is_lost(window, record, paper):
    """The guard's sentence; the words stay in the field, and once mended the decision is taken."""
    page = window()
    begin(page)
    page.get_by_role("radio", name="Delete", exact=True).check()
    page.locator("summary", has_text="Author, report, answer").click()
    page.get_by_role("radio", name="Send a warning message").check()
    page.locator("summary", has_text="The message to the author").click()
    words = page.get_by_role("textbox", name="Your words (optional)")
    words.fill("On [date] you wrote")
    page.get_by_role("button", name="Commit").click()
    expect(page.get_by_role("alert")).to_contain_text("Your message still has a gap: [date].")
    expect(words).to_have_value("On [date] you wrote")
    words.fill("Yesterday you wrote something we could not leave up.")
    page.get_by_role("button", name="Commit").click()
    page.locator(".hr-headline").wait_for()
    assert len(committed(record)) == 1


def test_the_other_policies_come_from_the_packs_themselves(window):
    """Through a real sitting: both other forces answer for the first comment."""
    page = window()
    begin(page)
    commit(page)
    page.locator("summary", has_text="The same comment under other policies").click()
    panel = page.locator("details", has_text="The same comment under other policies")
    expect(panel.locator(".hr-author")).to_have_count(2)
    expect(panel).to_contain_text("Lancashire")
