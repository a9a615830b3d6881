"""Where the record lies unless somebody says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "HOUSE_RULES_RECORDS"
"""The environment variable that names another place: a path, or a database URL."""

MARKS = ("pyproject.toml", "environment.yml", "notebooks")
NAME = Path("records") / "house-rules.sqlite"


def default_place(environ: Mapping[str, str], folder: Path) -> str:
    """Return the place of the record for someone working in ``folder``.

    The variable decides if it is set; else the record stands in ``records`` beside the notebooks:
    in the nearest folder upwards that looks like the project, or in ``folder`` itself. The caller
    hands over the environment, so that it is read at the edge only.
    """
    named = environ.get(VARIABLE, "").strip()
    if named:
        return named
    root = next((place for place in (folder, *folder.parents) if _is_project(place)), folder)
    return str(root / NAME)


def _is_project(place: Path) -> bool:
    return any((place / mark).exists() for mark in MARKS)
