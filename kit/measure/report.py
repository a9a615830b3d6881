"""Everything that is measured of a sample, as one piece of data, with what is held to a bound."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kit.errors import BadInput, Fault, Faults
from kit.measure.duplicates import repetition
from kit.measure.leak import leak
from kit.measure.profile import bands, profile, published
from kit.measure.rulings import coverage, decisions, own, rulings
from kit.measure.safety import safety
from kit.measure.sample import draw
from kit.measure.separability import cut, separability
from scenarios import generator

LEAST_REAL = 50
BARS: Mapping[str, tuple[float | None, float | None]] = {
    "distinct pairs in 20,000 words": (0.70, None),
    "near-duplicates outside spam, %": (None, 3.0),
    "most used pattern, %": (None, 1.0),
    "leave or act by words alone": (None, 0.70),
    "leave or act by words, worst family of facts": (None, 0.85),
    "told from the nearest real set by style": (None, 0.86),
    "told from the nearest real set by grammar": (None, 0.85),
    "unsafe numbers, domains, handles, names": (None, 0.0),
}
"""What a figure may be: at least, at most."""


def report(n: int, seed: int, real: Path | None = None) -> dict[str, Any]:
    """Return all measures of ``n`` comments drawn by a seed; ``real`` is a folder of real sets to compare with.

    Raises BadInput for an ``n`` too small or a folder that cannot be used, Faults for lines that cannot be read.
    """
    sets = {} if real is None else read_real(real)
    rows = draw(n, seed)
    ruled = rulings(rows)
    texts = [row.text for row in rows]
    random.Random(seed).shuffle(texts)
    figures = published()
    found: dict[str, Any] = {
        "sample": {
            "comments": len(rows),
            "seed": seed,
            "generator": generator(),
            "scenarios": len({row.scenario for row in rows}),
            "replies": 100 * sum(row.parent is not None for row in rows) / len(rows),
        },
        "decisions": decisions(ruled),
        "clauses": coverage(rows, ruled),
        "profile": _profile(figures, texts, sets),
        "separability": separability(texts, sets) if sets else None,
        "repetition": repetition(rows),
        "leak": leak(rows, own(rows, ruled)),
        "safety": safety(texts),
    }
    return {**found, "bars": _bars(found)}


def read_real(folder: Path) -> dict[str, list[str]]:
    """Return the comments of every ``*.jsonl`` of a folder, one ``{"text": ...}`` a line, by file name.

    Raises BadInput where there is no such folder or file, Faults naming every line that is no comment.
    """
    paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    if not paths:
        message = f'--real {folder}: found no *.jsonl there; expected a folder of files with one {{"text": ...}} a line'
        raise BadInput(message)
    faults: list[Fault] = []
    sets = {path.stem: _read(path, faults) for path in paths}
    for name, texts in sets.items():
        if not faults and len(cut(texts)) < LEAST_REAL:
            faults.append(
                Fault(
                    where=name,
                    what="too few comments of 3 to 40 words",
                    found=str(len(cut(texts))),
                    expected=f"{LEAST_REAL} or more",
                )
            )
    if faults:
        raise Faults(faults)
    return sets


def _read(path: Path, faults: list[Fault]) -> list[str]:
    texts = []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        try:
            value = json.loads(line) if line.strip() else None
        except ValueError:
            value = line
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            texts.append(value["text"])
        elif value is not None:
            faults.append(
                Fault(where=f"{path.name}:{number}", what="no comment", found=line[:40], expected='{"text": "..."}')
            )
    return texts


def _profile(figures: dict[str, Any], texts: Sequence[str], sets: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    ours, allowed = profile(texts), bands(figures)
    return {
        "columns": [
            {
                "column": name,
                "words": words,
                "ours": ours[name],
                "low": allowed[name][0],
                "high": allowed[name][1],
                "within": allowed[name][0] <= ours[name] <= allowed[name][1],
                "published": {key: row["figures"][name] for key, row in figures["sets"].items()},
            }
            for name, words in figures["columns"].items()
        ],
        "sets": {key: row["title"] for key, row in figures["sets"].items()},
        "real": {name: profile(real) for name, real in sets.items()},
    }


def _bars(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return every figure that is held to a bound, and whether it is kept; None where it was not measured."""
    columns = found["profile"]["columns"]
    families = [row["words"] for row in found["leak"]["families"].values() if row["words"] is not None]
    nearest = (found["separability"] or {"nearest": {}})["nearest"]
    values = {
        "distinct pairs in 20,000 words": next(row["ours"] for row in columns if row["column"] == "d2"),
        "near-duplicates outside spam, %": found["repetition"]["near_duplicates"],
        "most used pattern, %": found["repetition"]["most_used"][0][1],
        "leave or act by words alone": found["leak"]["words"],
        "leave or act by words, worst family of facts": max(families, default=None),
        "told from the nearest real set by style": nearest.get("style"),
        "told from the nearest real set by grammar": nearest.get("grammar"),
        "unsafe numbers, domains, handles, names": float(sum(len(row["unsafe"]) for row in found["safety"].values())),
    }
    outside = [row["words"] for row in columns if not row["within"]]
    rows = [
        {"bar": name, "value": values[name], "least": low, "most": high, "kept": _kept(values[name], low, high)}
        for name, (low, high) in BARS.items()
    ]
    return [
        {
            "bar": "columns of the profile outside their band",
            "value": float(len(outside)),
            "least": None,
            "most": 0.0,
            "kept": not outside,
        },
        *rows,
    ]


def _kept(value: float | None, low: float | None, high: float | None) -> bool | None:
    if value is None:
        return None
    return (low is None or value >= low) and (high is None or value <= high)


def shown(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the bars as lines for a terminal."""
    words = {True: "kept", False: "NOT KEPT", None: "not measured"}
    return [
        f"{words[row['kept']]:<13}{row['bar']}: {'-' if row['value'] is None else format(row['value'], '.3g')}"
        f" (bound: {'at least ' + format(row['least'], 'g') if row['least'] is not None else 'at most ' + format(row['most'], 'g')})"
        for row in rows
    ]
