"""Every notebook runs from top to bottom, and every solution gives what it has stored."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system import ROOT

WAYS = {"notebooks": "--nbval-lax", "solutions": "--nbval"}


@pytest.mark.parametrize(("folder", "way"), WAYS.items(), ids=WAYS)
def test_the_notebooks_run(tmp_path: Path, folder: str, way: str) -> None:
    assert list((ROOT / folder).glob("*.ipynb")), f"{folder} holds no notebook"
    place = {"HOUSE_RULES_RECORDS": str(tmp_path / "records.sqlite"), "IPYTHONDIR": str(tmp_path), "PYTEST_ADDOPTS": ""}
    place["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "pytest", way, "-q", "-p", "no:cacheprovider", "-p", "no:xdist", folder]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **place}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
