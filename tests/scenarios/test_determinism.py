"""The same bytes for the same scenario, seed and date, whoever asks and wherever."""

import datetime as dt
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import faker
import pytest

from scenarios import faults, generate, generator, names
from tests.scenarios.golden import GOLDEN, page, small
from tests.system import ROOT, needs_npm, node

HERE = Path(__file__).parent
AS_OF, DAYS = "2026-03-29", 200
COMPILE = """
from kit.policy.load import compile_pack
from scenarios.load import library
for name in ("leicestershire", "lancashire", "opcc"):
    compile_pack(name)
library()
"""


def digest(name: str, **others) -> str:
    rows = [json.dumps(thread, ensure_ascii=False) for thread in generate(name, as_of=AS_OF, **others)]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def told(command: list[str], place: Path = ROOT, **environment: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(place), **environment}
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=280)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.splitlines()


def python(*, threads: int, seeds: str, hash_seed: str, zone: str, days: int = 0) -> list[str]:
    """Return what another process makes; for one hash seed the scenarios are asked for the other way round."""
    order = names()[:: -1 if hash_seed == "1" else 1]
    command = [sys.executable, str(HERE / "child.py"), AS_OF, str(threads), seeds, str(days), *order]
    return told(command, PYTHONHASHSEED=hash_seed, TZ=zone)


def pyodide(tree: Path, *, threads: int, seeds: str) -> list[str]:
    packages = Path(faker.__file__).parents[1]
    program = [str(tree), str(packages), str(HERE / "child.py"), AS_OF, str(threads), seeds, "0", *names()]
    return told([node(), str(HERE / "second_python.mjs"), *program], TZ="Asia/Tokyo")


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy of the product with everything authored in its compiled form."""
    needs_npm("pyodide")
    place = tmp_path_factory.mktemp("tree")
    for folder in ("kit", "scenarios"):
        ignored = shutil.ignore_patterns("__pycache__", "compiled.json")
        shutil.copytree(ROOT / folder, place / folder, ignore=ignored)
    told([sys.executable, "-c", COMPILE], place)
    return place


@pytest.mark.parametrize(
    ("hash_seed", "zone", "days"),
    [("0", "UTC", 0), ("1", "Pacific/Kiritimati", DAYS), ("4242", "America/Los_Angeles", -DAYS)],
)
def test_another_process_hash_seed_time_zone_and_day_give_the_same_bytes(hash_seed, zone, days):
    """Nothing is shared between scenarios, and nobody asks what day it is."""
    about, *got = python(threads=6, seeds="11", hash_seed=hash_seed, zone=zone, days=days)
    moved = abs(dt.date.fromisoformat(about.split()[2]) - dt.datetime.now(dt.UTC).date())
    assert abs(moved.days - abs(days)) <= 1, "the clock was not moved"
    assert sorted(got) == [f"{name} 11 {digest(name, seed=11, threads=6)}" for name in names()]


def test_another_python_gives_the_same_bytes(tree):
    """Pyodide under Node: another version, no PyYAML, another day and time zone."""
    about, *got = pyodide(tree, threads=2, seeds="11")
    assert about.startswith("emscripten 3.")
    assert about.split()[3:] == ["False", generator()]
    assert about.split()[1] != sys.version.split()[0]
    assert got == [f"{name} 11 {digest(name, seed=11, threads=2)}" for name in names()]


@pytest.mark.long
def test_many_seeds_give_the_same_bytes_everywhere(tree):
    """Budget: two minutes."""
    asked = {"threads": 20, "seeds": "-5,0,1,2026,123456789012345678901234567890"}
    everywhere = [
        pyodide(tree, **asked),
        python(**asked, hash_seed="0", zone="UTC"),
        python(**asked, hash_seed="1", zone="Asia/Kathmandu", days=-DAYS),
    ]
    expected = sorted(everywhere[0][1:])
    assert len(expected) == 5 * len(names())
    assert [sorted(got[1:]) == expected for got in everywhere] == [True] * 3


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
