"""The chain: what an event is, how it is hashed, how free text is committed to. Pure.

The hash of an event covers the hash before it and everything the event says, with each free text
standing as its commitment: a keyed hash under a random salt. Text and salt are kept apart; once
both are gone the commitment says nothing any more, and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kit.items import canonical

GENESIS = "0" * 64
"""What stands as the previous hash of the first event."""

COMMITTED = "committed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the log.

    ``body`` is what the chain holds; ``private`` holds the free texts that are still kept, by name
    (a name in the body and not here has been erased).
    """

    seq: int
    kind: str
    session: str | None
    item: str | None
    at: str
    body: Mapping[str, Any]
    previous: str
    hash: str
    private: Mapping[str, str] = field(default_factory=dict)


def event_hash(previous: str, event: Mapping[str, Any]) -> str:
    """Return the hash of an event (seq, kind, session, item, at, body) that follows ``previous``."""
    text = previous + canonical({name: event[name] for name in ("seq", "kind", "session", "item", "at", "body")})
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def commitment(salt: str, text: str) -> str:
    """Return the commitment to a text under a salt (both given as text, the salt hexadecimal)."""
    return hmac.new(bytes.fromhex(salt), text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def commitments(body: Mapping[str, Any]) -> dict[str, str]:
    """Return the commitments a body holds, by the name of the text."""
    return {
        name: value[COMMITTED]
        for name, value in body.items()
        if isinstance(value, Mapping) and set(value) == {COMMITTED}
    }
