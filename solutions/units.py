"""Writes the worked twin of every unit from its definition, so that no title, aim or minute is typed twice.

`solutions/build.py` calls this; what a solution has stored as outputs is kept for every cell whose source is unchanged.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kit.units import Unit, course

HERE = Path(__file__).resolve().parent
FOLDED = {"jupyter": {"source_hidden": True}}
NOTHING = "There is nothing here to read or to change."
HAND_WRITTEN = {"00-start-here"}
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
SAID = {"teaching": "reading", "worked": "examples", "practice": "practice", "check": "check"}
HELP = """## If something goes wrong

- **The page was closed, or the computer switched off.** Open this notebook again. You carry on at the next comment you have not decided; what you committed is kept.
- **A message says the kernel has died.** Press **Enter** to close it. If the exercise does not come back, choose **Run All Cells** in the **Run** menu.
- **A box with a message stands where the exercise should be.** Do what it says, then choose **Run All Cells** again.

Every person, place and event in the exercises is made up. Your decisions are kept on this computer, under the made-up name you chose."""
POSTS = """## Approve, mend or stop

These drafts are to go out on a page. For each one: may it go out as it is?"""
TWIN = """## The worked twin

From here on this is the worked twin for facilitators: what the policy says about every comment, and what three ways of working would score.
The notebook for trainees is made from this one by leaving this part out."""
WAYS = """{
    "follows the key": None,
    "does nothing": {"comment_action": "leave", "account_action": "none", "report": "none", "respond": "none", "escalate": "none"},
    "removes everything": {"comment_action": "remove"},
}"""


def sources() -> dict[str, NotebookNode]:
    """Return file name -> notebook for every unit."""
    made = {unit.notebook: _notebook(unit, _next(unit)) for unit in course().units if unit.id not in HAND_WRITTEN}
    by_hand = [unit.notebook for unit in course().units if unit.id in HAND_WRITTEN]
    return {**{name: first(nbformat.read(HERE / name, as_version=4)) for name in by_hand}, **made}


def first(held: NotebookNode) -> NotebookNode:
    """Return the first notebook, written by hand but for the way through the units."""
    made = copy.deepcopy(held)
    for cell in made.cells:
        if cell.id == "path":
            cell.source = _path()
    return made


def _path() -> str:
    whole = course()
    minutes, questions = sum(unit.total for unit in whole.core), whole.numbers["question_minutes"]
    rows = [f"| [{unit.number} {unit.title}]({unit.notebook}) | {unit.short} | {unit.total} |" for unit in whole.units]
    core, more = rows[: len(whole.core)], rows[len(whole.core) :]
    head = ["| unit | what it is about | minutes |", "|---|---|---|"]
    lines = [
        "## The way through the units",
        "",
        f"The core path takes {minutes} minutes, with {questions} more for questions.",
        "",
        *head,
        *core,
        "",
        "When you have time, or for a refresher:",
        "",
        *head,
        *more,
    ]
    return "\n".join(lines)


def renew(folder: Path) -> list[Path]:
    """Write every solution whose cells are not what its unit makes; return those written."""
    written = []
    for name, wanted in sources().items():
        path = folder / name
        held = nbformat.read(path, as_version=4) if path.is_file() else new_notebook()
        if same(held, wanted):
            continue
        _keep_outputs(held, wanted)
        nbformat.write(wanted, path)
        written.append(path)
    return written


def same(held: NotebookNode, wanted: NotebookNode) -> bool:
    """Say whether two notebooks have the same cells, outputs apart."""
    return [_face(cell) for cell in held.cells] == [_face(cell) for cell in wanted.cells]


def _face(cell: NotebookNode) -> tuple[object, ...]:
    return cell.id, cell.cell_type, cell.source, tuple(cell.metadata.get("tags", ()))


def _keep_outputs(held: NotebookNode, wanted: NotebookNode) -> None:
    before = {(cell.id, cell.source): cell for cell in held.cells if cell.cell_type == "code"}
    for cell in wanted.cells:
        old = before.get((cell.id, cell.source))
        if cell.cell_type == "code" and old is not None:
            cell.outputs, cell.execution_count = old.outputs, old.execution_count


def _next(unit: Unit) -> Unit | None:
    units = course().units
    place = units.index(unit)
    return units[place + 1] if place + 1 < len(units) else None


def _notebook(unit: Unit, after: Unit | None) -> NotebookNode:
    cells = [
        _words("first", _opening(unit)),
        *_learning(unit),
        *_sitting(unit),
        *_results(unit),
        *_closing(after),
        *_twin(unit),
    ]
    return new_notebook(cells=cells, metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})


def _opening(unit: Unit) -> str:
    parts = ", ".join(f"{SAID[part]} {minutes}" for part, minutes in unit.minutes.items())
    aims = "\n".join(f"- {aim}" for aim in unit.objectives)
    lines = [
        f"# {unit.title}",
        "",
        "**Everything below opens by itself.** If it has not after ten seconds, open the **Run** menu at the top and choose **Run All Cells**.",
        "With the keyboard: press **Ctrl + Shift + C**, type `run all cells`, press **Enter**.",
        "",
        f"About {unit.total} minutes ({parts}). By the end you can:",
        "",
        aims,
    ]
    return "\n".join(lines)


def _learning(unit: Unit) -> Iterator[NotebookNode]:
    if unit.say:
        yield _words("teaching-head", "## What to know first")
        yield _shown("teaching", f'from kit.player import teach\n\nteach("{unit.id}")')
    if unit.worked or unit.compare:
        title = "## The same comment under three policies" if unit.compare else "## Worked examples"
        yield _words("worked-head", title)
        yield _shown("worked", f'from kit.player import examples\n\nexamples("{unit.id}")')


def _sitting(unit: Unit) -> Iterator[NotebookNode]:
    heads = {
        "practice": ("Practice", "You are told after each comment how it is decided, and why."),
        "check": ("Check yourself", "You are told at the end how you did."),
    }
    for part, threads in unit.threads.items():
        if any(thread.posts for thread in threads):
            yield _words("posts-head", POSTS)
            yield _shown("posts", f'from kit.player import posts\n\ndrafts = posts("{unit.id}")\ndrafts')
            continue
        title, told = (
            ("The paper", "Work alone. You are told at the end how you did.") if unit.assessed else heads[part]
        )
        count = sum(thread.comments for thread in threads)
        split = f" in {len(threads)} threads" if len(threads) > 1 else ""
        yield _words(f"{part}-head", f"## {title}\n\n{count} comments{split}. {told}")
        for number, name in enumerate(_names(part, len(threads)), start=1):
            place = f", number={number}" if len(threads) > 1 else ""
            call = f'{name} = play(unit="{unit.id}", part="{part}"{place})\n{name}'
            yield _shown(name.replace("_", "-"), f"from kit.player import play\n\n{call}")


def _names(part: str, count: int) -> list[str]:
    return [part] if count == 1 else [f"{part}_{number}" for number in range(1, count + 1)]


def _sat(unit: Unit) -> list[str]:
    return [
        name
        for part, threads in unit.threads.items()
        if not any(thread.posts for thread in threads)
        for name in _names(part, len(threads))
    ]


def _results(unit: Unit) -> Iterator[NotebookNode]:
    sat = ", ".join(_sat(unit))
    if not sat:
        return
    yield _words("results-head", "## How you did\n\nThis fills itself in as you go.")
    yield _shown("results", f"from kit.player import results_of\n\nresults_of({sat})")
    if unit.assessed:
        yield _words("keep-head", "## One page to keep")
        yield _shown("keep", f"from kit.player import page_to_keep\n\npage_to_keep({sat})")


def _closing(after: Unit | None) -> Iterator[NotebookNode]:
    if after is not None:
        leads = "## Next" if after.core else "## More, when you have time"
        yield _words(
            "next",
            f"{leads}\n\n[{after.number} {after.title}]({after.notebook}), about {after.total} minutes: {after.short}.",
        )
    yield _words("help", HELP)


def _twin(unit: Unit) -> Iterator[NotebookNode]:
    sat = _sat(unit)
    if any(thread.posts for rows in unit.threads.values() for thread in rows):
        code = "from kit.player.worked import post_key\n\nprint(post_key(drafts.paper))"
        yield _words("twin", TWIN, "solution")
        yield new_code_cell(code, id="key-posts", metadata={"tags": ["solution"]})
    if not sat:
        return
    yield _words("twin", TWIN, "solution")
    for name in sat:
        yield new_code_cell(
            f"from kit.player.worked import key\n\nprint(key({name}.paper))",
            id=f"key-{name.replace('_', '-')}",
            metadata={"tags": ["solution"]},
        )
    papers = ", ".join(f'"{name}": {name}.paper' for name in sat)
    yield new_code_cell(
        f"import pandas as pd\n\nfrom kit.player.worked import sit\n\nways = {WAYS}\npapers = {{{papers}}}\n"
        "pd.DataFrame({(paper, way): sit(papers[paper], always) for paper in papers for way, always in ways.items()}).T",
        id="score",
        metadata={"tags": ["solution"]},
    )


def _words(name: str, text: str, *tags: str) -> NotebookNode:
    return new_markdown_cell(text, id=name, metadata={"tags": list(tags)} if tags else {})


def _shown(name: str, code: str) -> NotebookNode:
    metadata = {**FOLDED, "tags": ["hide-input", "nbval-ignore-output"]}
    return new_code_cell(f"# {NOTHING}\n{code}", id=name, metadata=metadata)
