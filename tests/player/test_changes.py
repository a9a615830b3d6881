"""A page that is told only what changed shows the same as one that is told everything."""

import json
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.player import Player, play
from kit.player.changes import VERSION, changes
from tests.system import ROOT, node

MERGE = """
import { mergeChanges } from "./kit/web/state.js";
let given = "";
for await (const part of process.stdin) given += part;
console.log(JSON.stringify(JSON.parse(given).map(([state, found]) => mergeChanges(state, found))));
"""
ITEM = st.fixed_dictionaries({"item": st.sampled_from("abc"), "status": st.sampled_from(["undecided", "decided"])})
STATE = st.fixed_dictionaries(
    {
        VERSION: st.integers(0, 9),
        "phase": st.sampled_from(["welcome", "working"]),
        "progress": st.dictionaries(st.sampled_from(["decided", "total"]), st.integers(0, 3)),
        "items": st.lists(ITEM, max_size=3),
    }
)


def merged(pairs: list) -> list:
    """Return what the page's own module makes of each state and its changes."""
    run = subprocess.run(
        [node(), "--input-type=module", "-e", MERGE],
        cwd=ROOT,
        input=json.dumps(pairs),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def test_a_page_makes_the_new_state_of_the_old_one_and_what_changed() -> None:
    """Two hundred pairs of states, whatever differs in them, through the page's own module."""
    pairs: list = []

    @given(STATE, STATE)
    def gather(old: dict, new: dict) -> None:
        pairs.append((old, new))

    gather()
    assert merged([[old, changes(old, new)] for old, new in pairs]) == [new for _, new in pairs]


def test_only_what_differs_is_told() -> None:
    old = {VERSION: 1, "grounds": ["long"] * 9, "items": [{"item": "a", "text": "Hello", "status": "undecided"}]}
    new = {**old, VERSION: 2, "items": [{**old["items"][0], "status": "decided"}]}
    assert changes(old, new) == {"since": 1, "fields": {VERSION: 2}, "items": {"0": {"status": "decided"}}}


@pytest.fixture
def told(tmp_path, monkeypatch) -> tuple[Player, list, list]:
    """A player, what was sent as messages, and the names of the values that were sent whole."""
    player = play(record=str(tmp_path / "record.sqlite"))
    sent: list = []
    whole: list = []
    monkeypatch.setattr(Player, "send", lambda _self, message: sent.append(message))
    monkeypatch.setattr("ipywidgets.Widget.send_state", lambda _self, key=None: whole.append(key))
    return player, sent, whole


def test_a_page_in_step_is_told_what_changed_and_any_other_the_whole_first(told) -> None:
    player, sent, whole = told
    player.answer({"seq": 1, "type": "register", "pseudonym": "Calm Curlew 11", "has": 0})
    assert whole == []
    assert (sent[0]["changes"]["since"], sent[0]["changes"]["fields"]["phase"]) == (0, "working")
    player.answer({"seq": 2, "type": "refresh", "has": 0})
    assert whole == ["state"]
    assert "changes" not in sent[1]
    player.answer({"seq": 3, "type": "refresh"})
    assert whole == ["state", "state"]


def test_a_page_that_comes_new_finds_the_latest_state(told) -> None:
    """JupyterLab asks for it when a page is loaded again."""
    player, _sent, _whole = told
    player.answer({"seq": 1, "type": "register", "pseudonym": "Calm Curlew 11", "has": 0})
    assert player.get_state("state")["state"]["phase"] == "working"
