"""``kit start``: open JupyterLab on the first notebook."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from kit.errors import BadInput

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

    sys.argv = ["jupyter-lab", str(FIRST)]
    main()
    return 0
