"""What a trainee can set for themselves: care, breaks, the timer, keys, and how the inbox is shown.

Settings hold for the trainee and not for one sitting: the latest ones of a record count. The ceiling stands in the
chain, because it says which comments a score is of; everything else is a private text that erasing takes away.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kit.items import canonical
from kit.records import Event
from kit.sitting.errors import Refused
from kit.sitting.words import BAD_MESSAGE

KIND = "settings"
NO_CEILING = 4

CHOICES: Mapping[str, tuple[Any, ...]] = {
    "ceiling": (1, 2, 3, NO_CEILING),
    "mask": (True, False),
    "break_minutes": (0, 15, 20, 30, 45),
    "break_grave": (0, 3, 5, 10),
    "timer_minutes": (0, 1, 2, 3, 5),
    "letters": (True, False),
    "view": ("thread", "queue"),
    "sort": ("oldest", "newest", "replies", "author"),
    "show": ("all", "todo", "unread", "draft", "skipped", "actioned", "resolved"),
}
"""What each setting can be. Nought switches breaks or the timer off; a ceiling of 4 sets nothing aside."""

DEFAULTS: Mapping[str, Any] = {
    "ceiling": NO_CEILING,
    "mask": True,
    "break_minutes": 20,
    "break_grave": 5,
    "timer_minutes": 0,
    "letters": True,
    "view": "thread",
    "sort": "oldest",
    "show": "all",
    "keys": {},
}
MOST_KEYS = 40
LONGEST = 20


def settings_of(value: Any, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings before with those a page sent laid over them. Refuses what is no setting."""
    if not isinstance(value, Mapping):
        raise Refused("bad_message", BAD_MESSAGE)
    for name, one in value.items():
        good = _are_keys(one) if name == "keys" else _is_offered(name, one)
        if not good:
            raise Refused("bad_message", BAD_MESSAGE)
    return {**before, **value}


def stored(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as an event keeps them: the ceiling in its body, all of them as a private text."""
    return {"body": {"ceiling": settings["ceiling"]}, "private_texts": {KIND: canonical(settings)}}


def read_settings(event: Event | None) -> dict[str, Any]:
    """Return the settings of an event, or the usual ones where there is none or they were erased."""
    if event is None:
        return dict(DEFAULTS)
    kept = json.loads(event.private[KIND]) if KIND in event.private else event.body
    known = {name: one for name, one in kept.items() if name == "keys" or _is_offered(name, one)}
    return {**DEFAULTS, **known}


def _is_offered(name: Any, value: Any) -> bool:
    return any(type(value) is type(one) and value == one for one in CHOICES.get(name, ()))


def _are_keys(value: Any) -> bool:
    """Whether this maps shortcuts to single characters, or to nothing for a shortcut that is off."""
    return (
        isinstance(value, Mapping)
        and len(value) <= MOST_KEYS
        and all(isinstance(id_, str) and id_.isascii() and id_.isalpha() and len(id_) <= LONGEST for id_ in value)
        and all(isinstance(key, str) and len(key) <= 1 and (not key or key.isprintable()) for key in value.values())
        and not any(key.isspace() for key in value.values())
    )
