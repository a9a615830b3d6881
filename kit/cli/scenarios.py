"""``kit scenarios ...``: what there is, whether it is sound, how it measures, and sheets for a careful reader."""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kit import review
from kit.cli.contrasts import add_contrasts
from kit.cli.generate import whole
from kit.cli.lines import told_compiled
from kit.errors import BadInput, Faults, did_you_mean
from scenarios import faults, library
from scenarios.load import Reading, read_library, roots


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser(
        "scenarios", help="list the scenarios, read a facilitator's note, check banks and recipes"
    )
    doings = parser.add_subparsers(
        dest="doing", required=True, metavar="list|note|check|words|contrasts|report|sheet|score-sheet"
    )
    doings.add_parser("list", help="one a line, name first").set_defaults(run=list_)
    note = doings.add_parser("note", help="the facilitator's note of one scenario")
    note.add_argument("name")
    note.set_defaults(run=note_)
    words = "every fault of every bank and recipe; writes the compiled form when there is none"
    doings.add_parser("check", help=words).set_defaults(run=check)
    words = "for every fact, how many patterns carry it and how many nearly do; how many are harmless"
    doings.add_parser("words", help=words).set_defaults(run=words_)
    add_contrasts(doings)
    _add_measures(doings)


def words_(_: argparse.Namespace) -> int:
    """Print a line for every fact, then the number of harmless patterns; alike patterns count as one."""
    print(f"{'fact':<32} carry  nearly")
    for row in review.words(library()):
        print(f"{row['fact']:<32} {row['carry']:>5}  {row['nearly']:>6}")
    print(f"{'harmless':<32} {review.harmless(library()):>5}")
    return 0


def _add_measures(doings: Any) -> None:
    asked = doings.add_parser("report", help="how the generated threads measure: a page and its data")
    asked.add_argument(
        "--real", metavar="DIR", help='a folder of real comments to compare with: *.jsonl, {"text": ...} a line'
    )
    asked.add_argument(
        "--out", metavar="FOLDER", default="report", help="where report.html and report.json go (report)"
    )
    asked.set_defaults(run=report_)
    sheet = doings.add_parser("sheet", help="comments for a reader to decide, without facts or answers (CSV)")
    sheet.add_argument("--out", metavar="FILE", required=True, help="the file to write")
    sheet.set_defaults(run=sheet_)
    for parser, many in ((asked, "2000"), (sheet, "300")):
        parser.add_argument("--n", metavar="N", default=many, help=f"how many comments ({many})")
        parser.add_argument(
            "--seed", metavar="N", default="1", help="a whole number; the same number, the same comments"
        )
    score = doings.add_parser("score-sheet", help="hold a filled sheet against the truth")
    score.add_argument("file")
    score.set_defaults(run=score_)


def list_(_: argparse.Namespace) -> int:
    """Print every scenario: name, then platform, pack, difficulty and title."""
    recipes = library().recipes
    width = max((len(name) for name in recipes), default=0)
    for name, recipe in sorted(recipes.items()):
        print(f"{name:<{width}}  {recipe.platform:<9} {recipe.pack:<14} {recipe.difficulty}  {recipe.title}")
    return 0


def note_(args: argparse.Namespace) -> int:
    """Print the facilitator's note of one scenario."""
    notes = library().notes
    if args.name not in notes:
        hint = did_you_mean(args.name, notes) or f"known scenarios: {', '.join(sorted(notes))}"
        message = f"there is no scenario {args.name!r}; {hint}"
        raise BadInput(message)
    print(notes[args.name].rstrip())
    return 0


def check(_: argparse.Namespace) -> int:
    """Check everything authored; print what there is and write its compiled form, or raise all faults together."""
    reading = Reading()
    all_of_it = read_library(roots(), reading=reading)
    found = faults(all_of_it)
    if found:
        raise Faults(found)
    counts = f"{len(all_of_it.recipes)} scenarios, {len(all_of_it.patterns)} patterns, {len(all_of_it.voices)} voices"
    print(f"{counts}: no fault")
    print(told_compiled(reading.write))
    return 0


def report_(args: argparse.Namespace) -> int:
    """Write the report and print what is held to a bound."""
    measure = _measure()
    found = measure.report(whole("--n", args.n), whole("--seed", args.seed), Path(args.real) if args.real else None)
    folder = Path(args.out)
    write(folder / "report.json", json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    write(folder / "report.html", measure.page(found))
    print("\n".join(measure.shown(found["bars"])))
    return 0


def sheet_(args: argparse.Namespace) -> int:
    """Write a sheet for a reader."""
    text = _measure().write_sheet(whole("--n", args.n), whole("--seed", args.seed))
    write(Path(args.out), text)
    return 0


def score_(args: argparse.Namespace) -> int:
    """Print how a filled sheet compares with the truth, every disagreement with it, as JSON."""
    measure = _measure()
    try:
        text = Path(args.file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{args.file} cannot be read: {getattr(error, 'strerror', None) or error}; give a filled sheet"
        raise BadInput(message) from None
    print(json.dumps(measure.score_sheet(text, args.file), indent=1, ensure_ascii=False))
    return 0


def _measure() -> Any:
    """Return the measures; raises BadInput where the packages they need are not installed."""
    for package in ("sklearn", "wordfreq"):
        if find_spec(package) is None:
            message = (
                f"the package {package} is not installed; the measures need the extra: pip install house-rules[measure]"
            )
            raise BadInput(message)
    from kit import measure

    return measure


def write(path: Path, text: str) -> None:
    """Write a whole file, its folder made first; raises BadInput where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise BadInput(message) from None
