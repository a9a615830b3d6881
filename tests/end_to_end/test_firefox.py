"""One journey in Debian's Firefox, which Playwright cannot drive: puppeteer-core does, over WebDriver BiDi."""

import json
import os
import shutil
import subprocess

import pytest

from kit.player import make_paper
from kit.records import Records
from tests.end_to_end.lab import Lab
from tests.system import ROOT, needs, node, npm_file

NOTEBOOK = "00-start-here.ipynb"
SECONDS = 200


@pytest.mark.long
def test_a_trainee_works_through_a_thread_in_firefox_by_mouse(tmp_path):
    """Budget: 60 s. The whole thread is decided, the page reloaded in the middle, and every decision is in the record."""
    firefox = needs("firefox-esr", "firefox-esr")
    npm_file("puppeteer-core/package.json")
    served = tmp_path / "notebooks"
    served.mkdir()
    shutil.copy(ROOT / "notebooks" / NOTEBOOK, served)
    with Lab(folder=tmp_path / "lab", notebooks=served, by_itself=True) as lab:
        script = str(ROOT / "tests" / "end_to_end" / "firefox.mjs")
        run = subprocess.run(
            [node(), script, firefox, lab.address(NOTEBOOK), str(tmp_path / "firefox.png")],
            env=os.environ | {"HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        said = json.loads(run.stdout.splitlines()[-1])
        with Records(str(lab.record)).reading() as log:
            committed = [event.item for event in log.events() if event.kind == "commit"]
    expected = [entry.key for entry in make_paper().entries]
    assert said["wrong"] == []
    assert said["decided"] == len(expected)
    assert "pass" in said["heading"].lower(), said["heading"]
    assert committed == expected
