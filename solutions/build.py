"""Makes `notebooks/` out of `solutions/`, so that the exercise and its worked twin cannot drift apart.

A solution is the source; that of a unit is itself written from the unit's definition (solutions/units.py), its outputs
kept. The notebook is the solution without the cells tagged `solution`, without outputs, and with its code folded away. The list of what ships, by which the player knows what it may run by itself, is
written in the same go.

    python solutions/build.py            write the notebooks
    python solutions/build.py --check    say what differs and end with 1
    python solutions/build.py --run      execute the solutions and store their outputs, then write
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from solutions.units import renew, same, sources

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = ROOT / "solutions"
NOTEBOOKS = ROOT / "notebooks"
SHIPPED = ROOT / "kit" / "player" / "labextension" / "static" / "shipped.json"
MOST_CELLS = 25


def exercise(solution: NotebookNode) -> NotebookNode:
    """Return the notebook a trainee opens, made from its worked twin."""
    made = copy.deepcopy(solution)
    made.cells = [_blank(cell) for cell in made.cells if "solution" not in _tags(cell)]
    made.metadata.pop("widgets", None)
    return made


def fingerprint(notebook: NotebookNode) -> str:
    """Return the hash of a notebook's code cells, the same that the browser works out before it runs them."""
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    text = json.dumps(code, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def files() -> dict[Path, str]:
    """Return every file this builds, with the text it ought to have.

    Raises ValueError when a notebook would have more cells than a trainee can be asked to scroll through.
    """
    built, shipped = {}, {}
    for path in sorted(SOLUTIONS.glob("*.ipynb")):
        notebook = exercise(nbformat.read(path, as_version=4))
        if len(notebook.cells) > MOST_CELLS:
            raise ValueError(
                f"{path.name}: {len(notebook.cells)} cells; expected at most {MOST_CELLS}; join or drop some"
            )
        built[NOTEBOOKS / path.name] = nbformat.writes(notebook) + "\n"
        shipped[path.name] = fingerprint(notebook)
    built[SHIPPED] = json.dumps(shipped, indent=2) + "\n"
    return built


def stale() -> list[Path]:
    """Return the built files that are missing or no longer what the solutions make, and those with no source."""
    built = files()
    wrong = [path for path, text in built.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    return wrong + [path for path in sorted(NOTEBOOKS.glob("*.ipynb")) if path not in built]


def stale_solutions() -> list[Path]:
    """Return the solutions whose cells are not what their unit makes."""
    held = {name: SOLUTIONS / name for name in sources()}
    return [
        path for name, path in held.items() if not path.is_file() or not same(nbformat.read(path, 4), sources()[name])
    ]


def write() -> None:
    """Write every built file."""
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def run(path: Path) -> None:
    """Execute one solution and store its outputs, without the widget state, which is different every time."""
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(SOLUTIONS)}}).execute()
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if "nbval-ignore-output" in _tags(cell):
            cell.outputs = []
    nbformat.write(notebook, path)


def _tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def _blank(cell: NotebookNode) -> NotebookNode:
    """Return a cell as it ships: no outputs, code folded away."""
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
        cell.metadata.setdefault("jupyter", {})["source_hidden"] = True
        cell.metadata["tags"] = sorted({*_tags(cell), "hide-input"})
    return cell


def main(words: list[str] | None = None) -> int:
    """Run the command line; return 1 when `--check` finds something stale."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--check",
        action="store_true",
        help="change nothing; end with 1 if anything is stale",
    )
    parser.add_argument(
        "--run",
        action="store_true",
        help="execute the solutions and store their outputs first",
    )
    asked = parser.parse_args(words)
    if asked.check:
        for path in (wrong := [*stale_solutions(), *stale()]):
            print(f"{path.relative_to(ROOT)}: not what it is made from; run python solutions/build.py")
        return 1 if wrong else 0
    renew(SOLUTIONS)
    for path in sorted(SOLUTIONS.glob("*.ipynb")) if asked.run else []:
        run(path)
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
