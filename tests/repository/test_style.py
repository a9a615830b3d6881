"""What pre-commit checks, the tests check: the commands are read from its file."""

import shlex
import subprocess
import sys

import pytest
import yaml

from tests.system import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
SLOW = {"mypy"}


@pytest.mark.parametrize(
    "command",
    [pytest.param(hook["entry"], id=hook["id"], marks=[pytest.mark.long] * (hook["id"] in SLOW)) for hook in HOOKS],
)
def test_the_code_passes(command: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "python"
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
