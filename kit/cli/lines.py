"""Read and write one JSON object a line; every fault of a file is named before anything is printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kit.errors import BadInput, Fault, Faults

Check = Callable[[dict[str, Any], str], list[Fault]]


def read_lines(path: str, check: Check) -> list[dict[str, Any]]:
    """Return the objects of a file (``-`` for standard input), each checked.

    Raises BadInput when the file cannot be read and Faults naming line and field of all that is wrong.
    """
    try:
        text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = (
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}; give a file of one JSON object a line"
        )
        raise BadInput(message) from None
    objects, faults = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            value = json.loads(line)
        except ValueError as error:
            faults.append(Fault(where=where, what="this line is not JSON", found=str(error)))
            continue
        if not isinstance(value, dict):
            faults.append(Fault(where=where, what="not an object", found=type(value).__name__, expected="{...}"))
            continue
        faults += check(value, where)
        objects.append(value)
    if faults:
        raise Faults(faults)
    return objects


def told_compiled(write: Callable[[], list[Path]]) -> str:
    """Write a compiled form and say where it is, or why there is none: it only saves time, so nothing fails without it."""
    try:
        return "compiled: " + ", ".join(str(path) for path in write())
    except OSError as error:
        return f"not compiled: {error.filename} cannot be written ({error.strerror}); the YAML is read instead"


def write_lines(objects: Iterable[Any]) -> None:
    """Print one JSON object a line."""
    for value in objects:
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
