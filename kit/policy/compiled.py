"""The compiled form of a pack: its raw data as JSON, read only while the YAML is what it was made from."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

NAME = "compiled.json"
FORMAT = 1


def fingerprint(folder: Path) -> str:
    """Return a hash over the names and bytes of every YAML file of a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def write_compiled(folder: Path, parts: dict[str, Any]) -> Path:
    """Write the compiled form of one folder beside its YAML, whole or not at all."""
    path = folder / NAME
    text = json.dumps({"format": FORMAT, "made_from": fingerprint(folder), "parts": parts}, ensure_ascii=False)
    fresh = path.with_suffix(f".{os.getpid()}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
    return path


def read_compiled(folder: Path) -> dict[str, Any] | None:
    """Return the compiled data of a folder, or None when there is none or the YAML has changed since."""
    try:
        data = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if data.get("format") != FORMAT or data.get("made_from") != fingerprint(folder):
        return None
    parts: dict[str, Any] = data["parts"]
    return parts
