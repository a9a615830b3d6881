"""Small files, small functions, and a docstring on every public name."""

import ast
from pathlib import Path

import pytest

from tests.repository.files import name, under

MOST_FILE = 250
MOST_FUNCTION = 40

LONGER = {
    "kit/web/player.css": "every home hands over one stylesheet",
    "benchmarks/hand_written.py": "one function a rule, which is the point of it",
}
"""Files that may be longer, each with the reason in half a line."""

PYTHON = under("kit", "scenarios", "solutions", "tests", "benchmarks", ends=".py")
PRODUCT = under("kit", "scenarios", ends=".py")
SOURCES = [*PYTHON, *(path for end in (".js", ".mjs", ".css") for path in under("kit", "tests", ends=end))]


def test_a_file_has_at_most_250_lines() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {each: count for each, count in lines.items() if count > MOST_FILE and each not in LONGER} == {}


def test_a_function_has_at_most_40_lines() -> None:
    assert [fault for path in PRODUCT for fault in _long_functions(path)] == []


def _long_functions(path: Path) -> list[str]:
    """Return the functions of a file that are too long, with their length."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {f"{name(path)}: {each.name}": (each.end_lineno or 0) - each.lineno + 1 for each in functions}
    return [f"{each} has {length} lines" for each, length in lengths.items() if length > MOST_FUNCTION]


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_every_public_name_says_what_it_is_for(path: Path) -> None:
    assert _unexplained(ast.parse(path.read_text(encoding="utf-8"))) == []


def _unexplained(tree: ast.Module) -> list[str]:
    """Return the public classes, functions and methods of a module that have no docstring."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = [] if ast.get_docstring(tree) or not tree.body else ["the module"]
    holders = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
    for node in (each for holder in holders for each in holder.body if isinstance(each, kinds)):
        if not node.name.startswith("_") and not ast.get_docstring(node):
            found.append(f"{node.name}, line {node.lineno}")
    return found
