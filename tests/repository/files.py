"""The files that make up the repository, for tests that read all of them."""

import subprocess
from functools import cache
from pathlib import Path

from tests.system import ROOT

NOT_OURS = {".git", ".venv", "node_modules", "__pycache__"}


@cache
def ours() -> tuple[Path, ...]:
    """Return every file of the project: what git knows or would add, or all of it where there is no git."""
    if not (ROOT / ".git").exists():
        found = [path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts)]
        return tuple(sorted(path for path in found if path.is_file()))
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return tuple(sorted(ROOT / name for name in set(listed) if name and (ROOT / name).is_file()))


def text_of(path: Path) -> str | None:
    """Return a file's text, or None if it holds something else."""
    data = path.read_bytes()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def under(*folders: str, ends: str) -> list[Path]:
    """Return our files in these folders of the top whose names end in `ends`."""
    roots = [ROOT / folder for folder in folders]
    return [path for path in ours() if path.name.endswith(ends) and any(path.is_relative_to(root) for root in roots)]


def name(path: Path) -> str:
    """Return a file's name from the top folder, with forward slashes."""
    return path.relative_to(ROOT).as_posix()
