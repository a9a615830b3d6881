"""Start a pack: a folder with every file it needs, copied from a pack that is near, under a new name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kit.errors import BadInput, StorageError
from kit.policy.load import folder

NAME = re.compile(r"[a-z][a-z0-9-]*")


def new_pack(name: str, place: Path, like: str) -> Path:
    """Write the folder ``place/name`` as a copy of the pack ``like`` with its own name; return it.

    Raises BadInput for a name that is not lower-case words or a folder that is there already, and
    StorageError when it cannot be written; nothing half-written is left behind.
    """
    if not NAME.fullmatch(name):
        message = f"{name!r} cannot be a pack's name; use lower-case letters, digits and hyphens"
        raise BadInput(message)
    target = place / name
    if target.exists():
        message = f"{target} is there already; choose another name or place"
        raise BadInput(message)
    source = folder(like)
    fresh = place / f".{name}.new"
    try:
        shutil.copytree(source, fresh, ignore=shutil.ignore_patterns("compiled.json"))
        head = (fresh / "pack.yaml").read_text(encoding="utf-8")
        head = re.sub(r"^name: .*$", f"name: {name}", head, count=1, flags=re.MULTILINE)
        head = re.sub(r"^title: .*$", f'title: "{name} (to be filled in)"', head, count=1, flags=re.MULTILINE)
        (fresh / "pack.yaml").write_text(head, encoding="utf-8")
        fresh.rename(target)
    except OSError as error:
        shutil.rmtree(fresh, ignore_errors=True)
        message = f"{target} cannot be written: {error.strerror or error}; choose a folder you may write to"
        raise StorageError(message) from None
    return target
