"""The small language of a pattern's words: slots, alternatives, and nothing else.

``{town}`` is a slot: one value of a pool, or of the thread's cast where the recipe names one so.
``{town#2}`` is another value of the same pool. ``{well|really well}`` is a choice of words, made
once when the pattern is made ready; choices may hold slots and choices, and ``{|, mate}`` is one
that may be empty. Braces have no other use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Random = Callable[[], float]
"""A random source: every call gives a number from 0 up to 1."""

MARK = re.compile(r"[{}|]")
SLOT = re.compile(r"[a-z][a-z_]*(#[2-9])?")


class TextError(ValueError):
    """The words of a pattern cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap in the words; ``key`` tells two gaps of one pool apart, ``pool`` is where its value comes from."""

    key: str

    @property
    def pool(self) -> str:
        """The pool's name, without the number."""
        return self.key.split("#")[0]


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives, each a sequence of parts."""

    options: tuple[Parts, ...]


Parts = tuple["str | Slot | Choice", ...]
"""What words are made of."""


def parse(text: str) -> Parts:
    """Return the parts of a pattern's words; raises TextError."""
    parts, place = _sequence(text, 0, inside=False)
    if place < len(text):
        raise TextError(f"a closing brace without an opening one at character {place + 1}")
    return parts


def slots(parts: Parts) -> set[Slot]:
    """Return every slot, those inside choices too."""
    found: set[Slot] = set()
    for part in parts:
        if isinstance(part, Slot):
            found.add(part)
        elif isinstance(part, Choice):
            for option in part.options:
                found |= slots(option)
    return found


def settle(parts: Parts, random: Random) -> list[str | Slot]:
    """Return the parts with every choice made: literal words and slots, neighbouring words joined."""
    if not any(type(part) is Choice for part in parts):
        return list(parts)  # type: ignore[arg-type]
    flat: list[str | Slot] = []
    for part in _settled(parts, random):
        if isinstance(part, str) and flat and isinstance(flat[-1], str):
            flat[-1] += part
        else:
            flat.append(part)
    return flat


def sample(parts: Parts) -> str:
    """Return the words with first choices taken and slots shown as ``{slot}``, for checks and lists."""
    return "".join(part if isinstance(part, str) else f"{{{part.key}}}" for part in settle(parts, lambda: 0.0))


def every(parts: Parts) -> str:
    """Return all the words of all choices, run together: what a check of words may look through."""
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, Slot):
            out.append(f"{{{part.key}}}")
        else:
            out.append(" ".join(every(option) for option in part.options))
    return "".join(out)


def _settled(parts: Parts, random: Random) -> Iterator[str | Slot]:
    for part in parts:
        if isinstance(part, Choice):
            yield from _settled(part.options[int(random() * len(part.options))], random)
        else:
            yield part


def _sequence(text: str, place: int, *, inside: bool) -> tuple[Parts, int]:
    """Read parts from ``place`` on; inside braces, stop before ``|`` or ``}``."""
    parts: list[str | Slot | Choice] = []
    start = place
    while place < len(text):
        hit = MARK.search(text, place)
        place = hit.start() if hit else len(text)
        if text[place : place + 1] == "{":
            if place > start:
                parts.append(text[start:place])
            part, place = _braces(text, place + 1)
            parts.append(part)
            start = place
        elif text[place : place + 1] == "|" and not inside:
            place += 1
        else:
            break
    if place > start:
        parts.append(text[start:place])
    return tuple(parts), place


def _braces(text: str, place: int) -> tuple[Slot | Choice, int]:
    opened, options = place, []
    while True:
        option, place = _sequence(text, place, inside=True)
        options.append(option)
        if place >= len(text):
            raise TextError(f"the brace at character {opened} is never closed")
        place += 1
        if text[place - 1] == "}":
            break
    if len(options) > 1:
        return Choice(tuple(options)), place
    name = text[opened : place - 1]
    if not SLOT.fullmatch(name):
        raise TextError(f"{{{name}}} is neither a slot nor a choice")
    return Slot(name), place
