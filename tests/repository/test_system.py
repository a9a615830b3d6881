"""A missing system package is skipped by name, and a skip is a failure where nothing may be skipped."""

import os
import subprocess
import sys
from pathlib import Path

from tests.system import NO_SKIP, ROOT, needs, node

MODULES = {
    "test_missing_program": """
from tests.system import needs
def test_it(): needs("no-such-program-anywhere", "some-debian-package")
""",
    "test_whole_module": "import pytest\npytest.skip('not today', allow_module_level=True)",
    "test_missing_import": "import pytest\npytest.importorskip('no_such_module')",
    "test_mark": "import pytest\n@pytest.mark.skip(reason='not today')\ndef test_it(): pass",
    "test_condition": "import pytest\n@pytest.mark.skipif(True, reason='not today')\ndef test_it(): pass",
    "test_expected_failure": "import pytest\n@pytest.mark.xfail(reason='known')\ndef test_it(): assert False",
    "test_that_passes": "def test_it(): pass",
}
"""Every way to skip, an expected failure, and a test that passes."""


def run(folder: Path, *, no_skip: bool) -> str:
    """Return what pytest says of those modules under our own conftest."""
    for module, source in MODULES.items():
        (folder / f"{module}.py").write_text(source, encoding="utf-8")
    hooks = "from tests.conftest import pytest_make_collect_report, pytest_runtest_makereport  # noqa: F401\n"
    (folder / "conftest.py").write_text(hooks, encoding="utf-8")
    settings = {
        "PYTHONPATH": str(ROOT),
        NO_SKIP: "1" if no_skip else "0",
        "PYTEST_ADDOPTS": "",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "--continue-on-collection-errors", "-p", "no:cacheprovider"]
    command += ["--rootdir", str(folder), str(folder)]
    return subprocess.run(
        command, env={**os.environ, **settings}, cwd=folder, capture_output=True, text=True, check=False
    ).stdout


def test_a_missing_program_is_skipped_by_the_name_of_its_debian_package(tmp_path) -> None:
    said = run(tmp_path, no_skip=False)
    assert "1 passed, 5 skipped, 1 xfailed" in said
    assert "needs the Debian package some-debian-package" in said


def test_where_nothing_may_be_skipped_no_kind_of_skip_gets_past(tmp_path) -> None:
    said = run(tmp_path, no_skip=True)
    assert "1 failed, 1 passed, 1 xfailed, 4 errors" in said
    assert "needs the Debian package some-debian-package" in said


def test_a_program_that_is_there_is_returned_with_its_path() -> None:
    assert os.access(needs("python3", "python3"), os.X_OK)


def test_node_is_the_one_the_lock_names() -> None:
    version = subprocess.run([node(), "--version"], capture_output=True, check=True, text=True).stdout
    assert int(version.removeprefix("v").split(".")[0]) >= 24
