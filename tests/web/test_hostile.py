"""Hostile words in every field of a thread run nothing, stay what they are, and break no layout."""

import datetime as dt
import itertools
import json

import pytest

from kit.items import paper_from_thread
from kit.policy import load
from kit.records import Records
from kit.sitting import Sitting
from scenarios import generate
from tests.hostile import all_of_them, awkward, naughty, scripts

NAME = "hostile"
AT_A_TIME = 60
WORKED = "remove"
"""What is done with every second comment, so that there is feedback to look at."""

KEPT = {
    "protocol", "phase", "session", "mode", "platform", "kind", "item", "status", "when", "date", "id", "field",
    "verdict", "fields", "errors", "error", "chosen", "best", "direction", "topic", "looked", "current",
    "grounds_verdict", "duties_verdict", "decision", "attempt", "settings", "offered", "about", "log_on", "for",
}  # fmt: skip
"""Fields of a state whose values the kit chooses from closed sets: nobody can write into them."""

ARM = "window.hits = []; window.hit = (...all) => { hits.push(all); }; window.parent.hit = window.hit;"
TAGS = "[...new Set([...document.querySelectorAll('.hr-player *')].map((one) => one.localName))]"
HANDLERS = """[...document.querySelectorAll('.hr-player *')].flatMap((one) => [...one.attributes]
    .filter(({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\\s*(javascript|data):/i.test(value))
    .map(({ name, value }) => `${one.localName} ${name}=${value}`))"""
WORDS = "[...document.querySelectorAll('.hr-row')].map((row) => row.querySelector('.hr-words').textContent)"
NAMES = "[...document.querySelectorAll('.hr-row')].map((row) => row.querySelector('.hr-author').textContent)"
STRAYS = """(() => {
  const wide = document.documentElement.clientWidth;
  const clipped = (one) => { for (let at = one.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true; } return false; };
  return [...document.querySelectorAll('.hr-player *')]
    .filter((one) => one.checkVisibility() && !clipped(one))
    .filter((one) => { const { left, right } = one.getBoundingClientRect(); return left < -1 || right > wide + 1; })
    .map((one) => `${one.localName}.${one.className}`);
})()"""
PUT = "(state) => harness.model.push(state, { seq: 0, ok: true })"
SHOW = """(current) => {
  harness.model.push({ ...harness.model.get('state'), current }, { seq: 0, ok: true });
  document.querySelectorAll('.hr-player details').forEach((one) => { one.open = true; });
}"""
OVERLAP = """(() => {
  const [one, two] = ['.hr-left', '.hr-desk'].map((name) => document.querySelector(name).getBoundingClientRect());
  return one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 1 && two.top < one.bottom - 1;
})()"""


def laid(value, texts, key=""):
    """Return a state with every free text in it replaced by the next of `texts`."""
    if isinstance(value, dict):
        return {name: inner if name in KEPT else laid(inner, texts, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [laid(inner, texts, key) for inner in value]
    return next(texts) if isinstance(value, str) and value else value


def everywhere(state, texts):
    """Return a state with hostile words in every text, but for those that a comment or a choice is known by."""
    hostile = laid(state, itertools.cycle(texts))
    for now, before in zip(hostile["items"], state["items"], strict=True):
        now |= {"text": before["text"], "author": {**now["author"], "name": before["author"]["name"]}}
    for field, rows in hostile["choices"].items():
        for now, before in zip(rows, state["choices"][field], strict=True):
            now["value"] = before["value"]
    return hostile


def sat(texts):
    """Return a thread with a comment for each text, and its sitting's state with every second one decided."""
    (thread,) = generate("burglary-appeal", seed=28, as_of="2026-09-01")
    model = thread["comments"][0]
    after = itertools.cycle(texts[1:] + texts[:1])
    thread["comments"] = [
        {**model, "id": f"c{number}", "text": text, "author": next(after), "in_reply_to": None}
        for number, text in enumerate(texts)
    ]
    thread["post"] = {**thread["post"], "text": texts[0], "author": texts[-1]}
    thread["context"] = {**thread["context"], "note": texts[1], "post_topic": texts[2], "proceedings_note": texts[3]}
    pack = load("leicestershire")
    paper = paper_from_thread(thread, pack)
    moment = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)
    sitting = Sitting(paper, pack, Records("sqlite://"), now=lambda: moment, trainee="Quiet Heron 27")
    messages = [{"type": "register"}]
    for entry in paper.entries[1::2]:
        decision = {**entry.ruling["best"], "comment_action": WORKED}
        attempt = {"decision": decision, "grounds": [], "done": [], "log": texts[4], "confidence": None}
        messages.append({"type": "commit", "item": entry.key, "attempt": attempt})
        messages.append({"type": "dispute", "item": entry.key, "text": texts[5]})
    for number, message in enumerate(messages, start=1):
        reply = sitting.handle({"seq": number, **message})
        assert reply["ok"], reply["error"]
    return thread, sitting.state()


@pytest.fixture
def look(opened):
    """Opens one state in the player, with nothing but the player's own care between the words and the browser."""

    def put(state, **settings):
        with opened("base", bypass_csp=True, **settings) as page:
            body = json.dumps({"state": state})
            page.route(
                f"**/examples/{NAME}.json", lambda route: route.fulfill(body=body, content_type="application/json")
            )
            page.add_init_script(ARM)
            page.goto(page.url.replace("example=base", f"example={NAME}"))
            page.locator("body[data-ready]").wait_for()
            yield page

    return put


def faults_of(page, allowed):
    """Return what is wrong with the page as it stands: scripts run, elements made, attributes set, layout broken."""
    found = [f"ran: {page.evaluate('hits')}"] if page.evaluate("hits.length") else []
    found += [f"made an element: {tag}" for tag in page.evaluate(TAGS) if tag not in allowed]
    found += page.evaluate(HANDLERS)
    found += [f"outside the page: {one}" for one in page.evaluate(STRAYS)]
    return [*found, "the thread lies over the desk"] if page.evaluate(OVERLAP) else found


def batches(texts):
    return [texts[at : at + AT_A_TIME] for at in range(0, len(texts), AT_A_TIME)]


FEW = [*scripts()[::30], *naughty()[::50], *awkward()]
ALL = [
    pytest.param(batch, marks=pytest.mark.long, id=f"batch {number}")
    for number, batch in enumerate(batches(all_of_them()))
]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("texts", [pytest.param(FEW, id="a few of each kind"), *ALL])
def test_hostile_words_run_nothing_stay_as_they_are_and_break_no_layout(look, texts, width):
    """Every comment is opened, undecided or with its feedback, with hostile words in every text of the state."""
    thread, state = sat(texts)
    hostile = everywhere(state, texts)
    for page in look(state, width=width):
        allowed = set()
        for number in (0, 1):
            page.evaluate(SHOW, number)
            allowed.update(page.evaluate(TAGS))
        page.evaluate(PUT, hostile)
        assert page.evaluate(WORDS) == [comment["text"] for comment in thread["comments"]]
        assert page.evaluate(NAMES) == [comment["author"] for comment in thread["comments"]]
        for number, text in enumerate(texts):
            page.evaluate(SHOW, number)
            assert faults_of(page, allowed) == [], text
