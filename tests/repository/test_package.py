"""What is built holds everything that the kit reads when it runs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.repository.files import name, under
from tests.system import ROOT

LABEXTENSION = "data/share/jupyter/labextensions/house-rules-open/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built afresh."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("house_rules-*.whl"))


def test_the_wheel_has_every_file_of_kit_and_scenarios(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {name(path) for path in under("kit", "scenarios", ends="")}
    assert any(each.endswith(".yaml") for each in ours)
    assert ours - held == set()


def test_the_wheel_has_nothing_else_but_what_is_said_of_it_and_what_jupyterlab_reads(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    others = {each.split("/")[0] for each in held} - {"kit", "scenarios"}
    assert {each.partition("-0")[0] for each in others} == {"house_rules"}
    assert any(LABEXTENSION + "package.json" in each for each in held)
    assert any("data/etc/jupyter/labconfig/page_config.d/house-rules.json" in each for each in held)
    assert any("data/etc/jupyter/labconfig/default_setting_overrides.d/house-rules.json" in each for each in held)
    assert any("data/etc/jupyter/jupyter_server_config.d/house-rules.json" in each for each in held)


def test_the_wheel_has_the_kit_command_the_licence_and_its_needs(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    said = {each.split("/")[-1]: archive.read(each).decode() for each in archive.namelist() if ".dist-info/" in each}
    assert "kit = kit.__main__:main" in said["entry_points.txt"]
    assert said["LICENSE"].startswith("MIT License")
    assert "Requires-Dist: pyyaml" in said["METADATA"]
    assert "License-Expression: MIT" in said["METADATA"]
