"""``kit start``: open JupyterLab on the first notebook."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from kit.errors import BadInput

AS_ROOT = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
"""JupyterLab refuses to start for root, as in a container, unless it is told to."""
FIRST = Path("notebooks") / "00-start-here.ipynb"


def add_parser(verbs: Any) -> None:
    """Add the verb to the command line."""
    parser = verbs.add_parser("start", help="open JupyterLab on the first notebook")
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Start JupyterLab in this process and stay until it is closed."""
    if not FIRST.exists():
        message = f"{FIRST} is not here; run this in the folder that holds the notebooks folder"
        raise BadInput(message)
    from jupyterlab.labapp import main

    sys.argv = ["jupyter-lab", str(FIRST), *AS_ROOT]
    main()
    return 0
