"""The smallest single change of fact or context that would change the best decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.ruling.engine import Engine, View


def flips_of(engine: Engine, view: View, best: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the flips of a case (see the module)."""
    return []
