"""The same bytes for the same scenario, seed and date, whoever asks and wherever."""

import hashlib
import json
import os
import subprocess
import sys

import pytest

from scenarios import faults, generate, generator, names
from tests.scenarios.golden import GOLDEN, page, small

CHILD = """
import hashlib, json, sys
from scenarios import generate
for name in sys.argv[1:]:
    rows = [json.dumps(thread, ensure_ascii=False) for thread in generate(name, seed=11, as_of="2026-03-29", threads=6)]
    print(name, hashlib.sha256("\\n".join(rows).encode()).hexdigest())
"""


def digest(name: str, **others) -> str:
    rows = [json.dumps(thread, ensure_ascii=False) for thread in generate(name, as_of="2026-03-29", **others)]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


@pytest.mark.parametrize(
    ("hash_seed", "zone"), [("0", "UTC"), ("1", "Pacific/Kiritimati"), ("4242", "America/Los_Angeles")]
)
def test_another_process_hash_seed_and_time_zone_give_the_same_bytes(hash_seed, zone):
    """The order in which the scenarios are asked for is turned round too: nothing is shared between them."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone}
    order = names()[:: -1 if hash_seed == "1" else 1]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *order], env=environment, capture_output=True, text=True, check=True
    )
    got = dict(line.split() for line in done.stdout.splitlines())
    assert got == {name: digest(name, seed=11, threads=6) for name in names()}


def test_the_golden_threads_are_as_they_were():
    """When the machine was changed on purpose: python -m tests.scenarios.golden, and say why."""
    assert faults(small()) == []
    assert page() == GOLDEN.read_text(encoding="utf-8")


def test_a_thread_does_not_depend_on_how_many_are_asked_for():
    few = list(generate("flood-night", seed=3, as_of="2026-11-21", threads=2))
    many = list(generate("flood-night", seed=3, as_of="2026-11-21", threads=9))
    assert many[:2] == few


def test_a_thread_handed_out_can_be_changed_without_changing_the_next():
    """Facts, history and context of a comment belong to whoever asked."""
    first = next(iter(generate("repeat-caller", seed=5, as_of="2026-11-21")))
    before = json.dumps(first)
    for comment in first["comments"]:
        for part in ("facts", "author_history", "context"):
            comment[part].clear()
    first["context"].clear()
    assert json.dumps(next(iter(generate("repeat-caller", seed=5, as_of="2026-11-21")))) == before


def test_another_seed_date_or_number_gives_another_thread():
    assert len({digest("man-charged", seed=seed) for seed in range(20)}) == 20
    assert digest("man-charged", seed=-1) != digest("man-charged", seed=1)


def test_the_pack_changes_no_word():
    """So that two policies can be held to the same thread."""
    own = list(generate("hate-crime-week", seed=2, as_of="2026-11-21", threads=5))
    other = list(generate("hate-crime-week", seed=2, as_of="2026-11-21", threads=5, pack="lancashire"))
    texts = [[comment["text"] for comment in thread["comments"]] for thread in own]
    assert texts == [[comment["text"] for comment in thread["comments"]] for thread in other]


def test_the_version_names_the_words_as_well_as_the_machine():
    assert generator().count("+") == 1
    assert all(thread["generator"] == generator() for thread in generate("flood-night", seed=1, as_of="2026-11-21"))
