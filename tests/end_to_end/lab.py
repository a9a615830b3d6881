"""A JupyterLab of the test's own: its own port, home, settings and record, ended with everything it started."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.error import URLError

import psutil

from tests.system import ROOT

TOKEN = "of-this-test-alone"
EXTENSION = "house-rules-open"
START_SECONDS = 60


@dataclass(slots=True, kw_only=True)
class Lab:
    """A running JupyterLab.

    `folder` holds all it writes; `notebooks` is what it serves; `by_itself` says whether the extension that
    opens an exercise without a key is there, and `prompt` whether the kit's server extension is.
    """

    folder: Path
    notebooks: Path
    by_itself: bool = False
    prompt: bool = True
    port: int = 0
    process: subprocess.Popen[bytes] = field(init=False)

    @property
    def record(self) -> Path:
        """The file where this lab's kernels keep the record."""
        return self.folder / "records" / "house-rules.sqlite"

    def address(self, notebook: str) -> str:
        """Return where the browser finds `notebook`."""
        return f"http://127.0.0.1:{self.port}/lab/tree/{notebook}?token={TOKEN}"

    def __enter__(self) -> Self:
        self.port = self.port or _free_port()
        self._lay_out()
        command = [
            sys.executable,
            "-m",
            "jupyterlab",
            "--no-browser",
            "--allow-root",
            f"--port={self.port}",
        ]
        command += [
            "--ServerApp.port_retries=0",
            # A test kills kernels faster than crashes come; the server would give up after five in a row.
            "--KernelRestarter.restart_limit=1000",
            f"--IdentityProvider.token={TOKEN}",
            f"--notebook-dir={self.notebooks}",
        ]
        with (self.folder / "lab.log").open("wb") as out:
            self.process = subprocess.Popen(
                command,
                env=self._environment(),
                stdout=out,
                stderr=out,
                cwd=self.folder,
            )
        self._wait_until_up()
        return self

    def __exit__(self, *_: object) -> None:
        started = [self.process, *self._children()]
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
        for child in started[1:]:
            if child.is_running():
                child.kill()

    def kernels(self) -> list[psutil.Process]:
        """Return the running kernel processes of this lab."""
        return [child for child in self._children() if "ipykernel_launcher" in " ".join(_words(child))]

    def kill_kernel(self) -> int:
        """Kill the one running kernel as a crash would, and return its process id."""
        (kernel,) = self.kernels()
        kernel.kill()
        return kernel.pid

    def set_theme(self, name: str) -> None:
        """Have pages that are opened from now on use a theme of JupyterLab's."""
        kept = self.folder / "config" / "lab" / "user-settings" / "@jupyterlab" / "apputils-extension"
        kept.mkdir(parents=True)
        (kept / "themes.jupyterlab-settings").write_text(json.dumps({"theme": name}), encoding="utf-8")

    def log(self) -> str:
        """Return what the server has written so far."""
        return (self.folder / "lab.log").read_text(encoding="utf-8", errors="replace")

    def _children(self) -> list[psutil.Process]:
        try:
            return psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []

    def _lay_out(self) -> None:
        """Make the folders, and put the extension in or switch an installed one off."""
        extensions = self.folder / "data" / "labextensions"
        settings = self.folder / "config" / "labconfig"
        for made in (extensions, settings, self.folder / "home"):
            made.mkdir(parents=True, exist_ok=True)
        link = extensions / EXTENSION
        if not link.exists():
            link.symlink_to(ROOT / "kit" / "player" / "labextension", target_is_directory=True)
        off = {
            EXTENSION: not self.by_itself,
            "@jupyterlab/apputils-extension:announcements": True,
        }
        (settings / "page_config.json").write_text(json.dumps({"disabledExtensions": off}), encoding="utf-8")
        overrides = settings / "default_setting_overrides.d"
        overrides.mkdir(exist_ok=True)
        shutil.copy(ROOT / "kit" / "player" / "lab_settings.json", overrides / "house-rules.json")
        server = self.folder / "config" / "jupyter_server_config.d"
        server.mkdir(exist_ok=True)
        on = json.dumps({"ServerApp": {"jpserver_extensions": {"kit.server": self.prompt}}})
        (server / "house-rules.json").write_text(on, encoding="utf-8")

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "HOUSE_RULES"))}
        return kept | {
            "HOME": str(self.folder / "home"),
            "JUPYTER_CONFIG_DIR": str(self.folder / "config"),
            "JUPYTER_DATA_DIR": str(self.folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.folder / "runtime"),
            "HOUSE_RULES_RECORDS": str(self.record),
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep),
        }

    def _wait_until_up(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api?token={TOKEN}", timeout=5).close()
            except (URLError, OSError):
                time.sleep(0.1)
            else:
                return
        raise RuntimeError(f"JupyterLab did not start within {START_SECONDS} s; it wrote:\n{self.log()}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _words(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []
