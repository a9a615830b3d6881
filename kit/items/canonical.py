"""One way of writing data as text, so that equal data has equal bytes and one hash."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from kit.errors import BadInput


def canonical(value: Any) -> str:
    """Return data as JSON with sorted keys, no spaces and plain Unicode.

    Raises BadInput for what JSON cannot hold the same way everywhere (NaN, infinity, objects).
    """
    try:
        return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        msg = f"this cannot be written as JSON: {error}; use text, whole numbers, lists and mappings"
        raise BadInput(msg) from None


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical text of a value, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value).encode("utf-8", "surrogatepass")).hexdigest()
