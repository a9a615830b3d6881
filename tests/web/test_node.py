"""The tests of the player's pure modules, run by Node's own runner."""

import subprocess
from pathlib import Path

import pytest

from tests.system import node

FILES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_modules_hold_what_their_node_tests_say(file):
    run = subprocess.run(
        [node(), "--test", "--test-reporter=spec", str(file)], capture_output=True, check=False, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_there_are_node_tests_to_run():
    assert len(FILES) >= 4
