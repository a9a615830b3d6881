"""With the extension the server sends a kernel's answers at once, and it is switched on by what the kit installs."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.system import ROOT

SHIPPED = ROOT / "kit" / "server" / "server_config.json"


@pytest.mark.parametrize("switched_on", [True, False])
def test_a_kernels_socket_sends_at_once_where_the_extension_is_on(tmp_path, switched_on):
    """A real server, a real kernel and a real socket; without the extension the server's own default stands."""
    config = tmp_path / "config"
    (config / "jupyter_server_config.d").mkdir(parents=True)
    settings = config / "jupyter_server_config.d" / "house-rules.json"
    shutil.copy(SHIPPED, settings)
    if not switched_on:
        settings.write_text(settings.read_text("utf-8").replace("true", "false"), "utf-8")
    folders = {
        "JUPYTER_CONFIG_DIR": config,
        "JUPYTER_DATA_DIR": tmp_path / "data",
        "JUPYTER_RUNTIME_DIR": tmp_path / "run",
        "JUPYTER_CONFIG_PATH": config,  # read before what is installed beside Python, where the kit's own settings may be
    }
    run = subprocess.run(
        [sys.executable, "-m", "tests.server.served", str(tmp_path / "work")],
        cwd=ROOT,
        env=os.environ | {name: str(path) for name, path in folders.items()},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.splitlines()[-1]) == {"loaded": switched_on, "at once": switched_on}
