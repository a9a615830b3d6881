"""The compiled form of banks, recipes and data: the same library, and refused as soon as the YAML is another."""

import os
import shutil
import subprocess
import sys

import pytest

from scenarios import read_library
from scenarios.load import SHIPPED, Reading
from tests.system import ROOT

PARTS = ("banks", "recipes", "data")
WITHOUT_YAML = """
import sys
sys.modules["yaml"] = None
from pathlib import Path
from scenarios import read_library
place = Path(sys.argv[1])
print(*read_library([place], place / "data").faults, sep="\\n")
"""


@pytest.fixture
def place(tmp_path):
    for part in PARTS:
        shutil.copytree(SHIPPED / part, tmp_path / part, ignore=shutil.ignore_patterns("compiled.json"))
    return tmp_path


def compiled(place):
    reading = Reading()
    read_library([place], place / "data", reading=reading)
    return reading.write()


def faults_without_yaml(place):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WITHOUT_YAML, str(place)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]


def test_the_compiled_form_is_the_same_library(place):
    plain = read_library([place], place / "data")
    written = compiled(place)
    assert sorted(path.parent.name for path in written) == sorted(PARTS)
    ready = read_library([place], place / "data")
    for part in (
        "lists",
        "habits",
        "voices",
        "records",
        "arrivals",
        "patterns",
        "recipes",
        "notes",
        "faults",
        "digest",
    ):
        assert getattr(ready, part) == getattr(plain, part), part


def test_a_change_of_the_yaml_is_seen_although_there_is_a_compiled_form(place):
    compiled(place)
    recipe = place / "recipes" / "flood-night.yaml"
    recipe.write_text(recipe.read_text(encoding="utf-8").replace("title: ", "title: Another "), encoding="utf-8")
    assert read_library([place], place / "data").recipes["flood-night"].title.startswith("Another ")


def test_without_pyyaml_the_compiled_form_is_enough_and_a_changed_file_is_named_with_what_to_do(place):
    compiled(place)
    assert faults_without_yaml(place) == [""]
    with (place / "recipes" / "flood-night.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    found = "\n".join(faults_without_yaml(place))
    assert "flood-night.yaml: not compiled since it changed, and no PyYAML here" in found
    assert "kit scenarios check" in found
    assert len(found.splitlines()) == len(list((place / "recipes").glob("*.yaml")))
