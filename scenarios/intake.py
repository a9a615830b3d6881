"""Take one authored mapping apart, field by field, gathering every fault with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kit.errors import Fault, did_you_mean
from kit.policy.strict import LINE

REQUIRED = object()
"""Marks a field that has no default."""

KINDS: dict[str, tuple[type, ...]] = {
    "words": (str,),
    "a whole number": (int,),
    "a number": (int, float),
    "true or false": (bool,),
    "a list": (list,),
    "a mapping": (dict,),
}


class Intake:
    """One mapping of an authored file while it is read: ask for its fields, then call ``close``."""

    def __init__(self, data: Any, file: str, faults: list[Fault], *, line: int = 1) -> None:
        self.file, self.faults = file, faults
        self.whole = isinstance(data, Mapping)
        self.data: Mapping[str, Any] = data if self.whole else {}
        self.where = f"{file}:{self.data.get(LINE, line)}"
        self.asked: set[str] = set()
        if not self.whole:
            self.fault("this is not a mapping", found=repr(data)[:40])

    def fault(self, what: str, *, found: str = "", expected: str = "", todo: str = "") -> None:
        """Note one fault at this mapping's place."""
        self.faults.append(Fault(where=self.where, what=what, found=found, expected=expected, todo=todo))

    def take(self, name: str, kind: str, default: Any = REQUIRED) -> Any:
        """Return a field of a kind named in ``KINDS``; a fault and the kind's empty value where it is wrong."""
        self.asked.add(name)
        value = self.data.get(name, default)
        if value is REQUIRED:
            if self.whole:
                self.fault(f"{name} is missing", expected=kind)
            return _empty(kind)
        if value is default and name not in self.data:
            return value
        if not isinstance(value, KINDS[kind]) or (isinstance(value, bool) and kind != "true or false"):
            self.fault(f"{name} is wrong", found=repr(value)[:40], expected=kind)
            return _empty(kind)
        return value

    def word(self, name: str, known: Iterable[str], default: Any = REQUIRED) -> str:
        """Return a field that holds one word of a closed list."""
        value = self.take(name, "words", default)
        if value and value not in tuple(known):
            self.unknown(name, value, known)
        return str(value)

    def words(self, name: str, known: Iterable[str] | None = None, default: Any = ()) -> tuple[str, ...]:
        """Return a field that holds a list of words, each of a closed list where one is given."""
        value = self.take(name, "a list", default)
        for one in value:
            if not isinstance(one, str):
                self.fault(f"{name} holds something that is not a word", found=repr(one)[:40])
            elif known is not None and one not in known:
                self.unknown(name, one, known)
        return tuple(str(one) for one in value)

    def table(self, name: str, default: Any = REQUIRED) -> dict[str, Any]:
        """Return a field that holds a mapping, without its kept line."""
        value = self.take(name, "a mapping", default)
        return {str(key): inner for key, inner in (value or {}).items() if key != LINE}

    def shares(self, name: str, known: Iterable[str] | None = None) -> dict[str, float]:
        """Return a mapping of words to shares that must add up to 100."""
        table = self.table(name)
        for key, share in table.items():
            if isinstance(share, bool) or not isinstance(share, (int, float)) or share < 0:
                self.fault(f"{name}: the share of {key!r} is wrong", found=repr(share), expected="a number, 0 or more")
            if known is not None and key not in known:
                self.unknown(name, key, known)
        good = {key: float(share) for key, share in table.items() if isinstance(share, (int, float))}
        if table and abs(sum(good.values()) - 100) > 1e-6:  # noqa: PLR2004  shares are of a hundred
            self.fault(f"{name} does not add up", found=f"{sum(good.values()):g}", expected="100")
        return good

    def close(self) -> None:
        """Note every field that nobody asked for."""
        for name in self.data:
            if name not in self.asked and name != LINE:
                self.fault(f"unknown field {name!r}", todo=did_you_mean(str(name), self.asked))

    def unknown(self, name: str, value: str, known: Iterable[str]) -> None:
        """Note a word that is not of its closed list, with the nearest that is."""
        self.fault(f"{name}: unknown word {value!r}", todo=did_you_mean(value, known) or f"known: {', '.join(known)}")


def _empty(kind: str) -> Any:
    return {"words": "", "a list": [], "a mapping": {}, "true or false": False}.get(kind, 0)
