"""A notebook is its worked twin without the working: nothing else, and nothing stale."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from solutions import build

NOTEBOOKS = sorted(build.NOTEBOOKS.glob("*.ipynb"))


def test_the_notebooks_are_what_the_solutions_make() -> None:
    assert [path.relative_to(build.ROOT).as_posix() for path in build.stale()] == [], "run python solutions/build.py"


def test_an_exercise_leaves_out_the_working_and_what_came_of_it() -> None:
    shown = new_code_cell(
        "play()",
        outputs=[nbformat.v4.new_output("stream", text="x")],
        execution_count=3,
    )
    twin = new_notebook(
        cells=[
            new_markdown_cell("Hello"),
            shown,
            new_code_cell("key", metadata={"tags": ["solution"]}),
        ]
    )
    made = build.exercise(twin)
    assert [cell.source for cell in made.cells] == ["Hello", "play()"]
    assert (made.cells[1].outputs, made.cells[1].execution_count) == ([], None)
    assert made.cells[1].metadata["jupyter"]["source_hidden"]
    assert "hide-input" in made.cells[1].metadata["tags"]
    assert len(twin.cells) == 3, "the twin itself is left as it was"


def test_more_cells_than_a_trainee_can_be_asked_to_scroll_through_are_refused(tmp_path, monkeypatch) -> None:
    nbformat.write(new_notebook(cells=[new_markdown_cell("x") for _ in range(26)]), tmp_path / "long.ipynb")
    monkeypatch.setattr(build, "SOLUTIONS", tmp_path)
    with pytest.raises(ValueError, match=r"long\.ipynb: 26 cells; expected at most 25"):
        build.files()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_all_code_is_folded_away_and_the_first_lines_say_what_to_press(path) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.metadata["jupyter"]["source_hidden"] for cell in code)
    assert notebook.cells[0].cell_type == "markdown"
    assert "Run All Cells" in "\n".join(notebook.cells[0].source.splitlines()[:4])
