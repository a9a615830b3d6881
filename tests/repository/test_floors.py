"""Imports point down only, neighbours do not import each other, and every floor keeps to its packages."""

import ast
import sys
from pathlib import Path

import pytest

from tests.repository.files import name, under
from tests.repository.floors import (
    BESIDE,
    DATA_ONLY,
    EVERYWHERE,
    FLOORS,
    HIGHEST,
    IMPURE,
    OUTSIDE,
    PURE_UP_TO,
    WINDOW,
    WINDOW_SHOWS,
)
from tests.system import ROOT

LEVEL = {unit: level for level, (_, units) in enumerate(FLOORS) for unit in units}
NAMED = {floor: level for level, (floor, _) in enumerate(FLOORS)}
OURS = ("kit", "scenarios")
MODULES = under(*OURS, ends=".py")


def module_of(path: Path) -> str:
    """Return the dotted name of a file's module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def unit_of(module: str) -> str:
    """Return the unit of the table a module belongs to."""
    top, _, rest = module.partition(".")
    return f"{top}.{rest.split('.')[0]}" if top == WINDOW and rest else top


def is_ours(module: str) -> bool:
    """Say whether a dotted name is a module or package of the project."""
    place = ROOT.joinpath(*module.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def imported(tree: ast.AST, module: str, *, package: bool) -> set[str]:
    """Return every module that a tree imports, wherever in it, with relative imports spelled out."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = module.split(".")
                kept = parts[: len(parts) - node.level + package]
                base = ".".join([*kept, *([node.module] if node.module else [])])
            whole = {f"{base}.{alias.name}" for alias in node.names}
            inner = {each for each in whole if base.split(".")[0] in OURS and is_ours(each)}
            found |= inner if inner == whole else inner | {base}
    return found


def faults(source: str, module: str, *, package: bool = False) -> list[str]:
    """Return what a module imports that its floor may not."""
    unit = unit_of(module)
    if unit not in LEVEL and unit != WINDOW:
        return [f"{module}: has no floor; give it one in tests/repository/floors.py"]
    found = []
    for other in sorted(imported(ast.parse(source), module, package=package)):
        top = other.split(".")[0]
        if top in OURS:
            found += _inside(unit, unit_of(other))
        elif top not in sys.stdlib_module_names and top not in EVERYWHERE | OUTSIDE.get(unit, set()):
            found.append(f"{unit} may not import {top}")
    return [f"{module}: {fault}" for fault in found]


def _inside(unit: str, other: str) -> list[str]:
    """Return the fault of one unit importing another of ours, if it is one."""
    if other == unit or other in BESIDE.get(unit, set()):
        return []
    if other == WINDOW:
        return [f"{unit} imports the shop window `kit`; import the module that has the name"]
    if other not in LEVEL:
        return [f"{unit} imports {other}, which has no floor"]
    if unit == WINDOW:
        ceiling = NAMED[WINDOW_SHOWS] + 1
    else:
        ceiling = NAMED[HIGHEST[unit]] + 1 if unit in HIGHEST else LEVEL[unit]
    if LEVEL[other] < ceiling:
        return []
    return [f"{unit} imports {other}, which is not on a floor below it"]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_only_from_below_and_only_what_its_floor_may(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8"), module_of(path), package=path.name == "__init__.py") == []


@pytest.mark.parametrize("folder", DATA_ONLY)
def test_a_folder_of_data_holds_no_python(folder: str) -> None:
    assert [name(path) for path in under(folder, ends=".py")] == []


def impurities(source: str) -> list[str]:
    """Return where a source reads the clock, the environment or a global random source."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            whole = ast.unparse(node)
            names = {whole, whole.removeprefix("datetime.")}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
        else:
            continue
        found += [f"line {node.lineno}: {each}" for each in names if each in IMPURE]
    return found


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in MODULES
        if LEVEL.get(unit_of(module_of(path)), 99) <= NAMED[PURE_UP_TO] or "scenarios" in path.parts
    ],
    ids=name,
)
def test_the_middle_reads_no_clock_no_environment_and_no_global_random_source(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        pytest.param("kit.ruling.engine", "from kit.judge import judge", "not on a floor below", id="upwards"),
        pytest.param("kit.policy.load", "from kit import thread", "not on a floor below", id="a neighbour"),
        pytest.param(
            "kit.policy.load", "from ..context import clock", "not on a floor below", id="a neighbour, relatively"
        ),
        pytest.param("scenarios.make", "import kit.ruling", "not on a floor below", id="generators know no ruling"),
        pytest.param("kit.items.paper", "from kit import Pack", "shop window", id="the shop window from inside"),
        pytest.param(
            "kit.items.paper", "def f():\n    import pandas", "may not import pandas", id="a package, however late"
        ),
        pytest.param("kit.judge", "import faker", "may not import faker", id="Faker outside the generators"),
        pytest.param(
            "kit.sitting", "import sqlalchemy", "may not import sqlalchemy", id="SQLAlchemy outside the record"
        ),
        pytest.param(
            "kit.course.build",
            "from anywidget import AnyWidget",
            "may not import anywidget",
            id="anywidget in a course",
        ),
        pytest.param("kit.attic", "import os", "has no floor", id="a unit the table does not know"),
        pytest.param(
            "kit", "from kit.records import Records", "not on a floor below", id="the window shows nothing heavy"
        ),
    ],
)
def test_a_breach_of_the_floors_is_found(module: str, source: str, fault: str) -> None:
    assert [fault in found for found in faults(source, module)] == [True]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        (
            "kit.items.paper",
            "from __future__ import annotations\nimport json\nfrom kit.judge import judge\nimport yaml",
        ),
        ("kit.policy.load", "from kit.policy import model\nfrom .model import Pack\nfrom kit.errors import BadInput"),
        ("kit.__main__", "from kit.cli import verbs"),
        ("scenarios.pools.names", "from faker import Faker\nfrom kit.policy import load"),
        ("kit.records.log", "from sqlalchemy.engine import Engine"),
    ],
)
def test_what_the_floors_allow_is_let_be(module: str, source: str) -> None:
    assert faults(source, module) == []


def test_reading_the_clock_is_found_and_a_seeded_random_is_let_be() -> None:
    source = """
import datetime, random
from os import environ
now = datetime.datetime.now()
rng = random.Random(7)
rng.choice([1]), self.random.random()
random.choice([1])"""
    assert sorted(impurities(source)) == ["line 3: os.environ", "line 4: datetime.now", "line 7: random.choice"]
