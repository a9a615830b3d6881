"""Contrasts: two comments that differ as little as can be and deserve different decisions.

``contrasts/*.yaml`` under every root holds the pairs; ``data/contrasts.yaml`` the kinds of change and the
functions of language that must be covered. A pair's words, and those of its post, are written once: ``{this|that}``
is what the first side says and what the second does. Either the words differ, by at most ``MOST_TOKENS``, or exactly one field
of the page, the moment or the author does; the facts follow from what differs. What the sides deserve is for
the floors above to rule.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from kit.context import check_case
from kit.errors import Fault, Faults
from kit.policy import load, names
from kit.policy.cases import as_given
from kit.policy.strict import read, without_lines
from kit.terms import ACCOUNT_KINDS, PLATFORMS
from kit.thread.moment import history_faults
from scenarios import truth
from scenarios.intake import REQUIRED, Intake
from scenarios.lines import seeded
from scenarios.load import SHIPPED, library, roots
from scenarios.text import Choice, Parts, Slot, TextError, parse, settle, slots

MOST_TOKENS = 3
"""How many words may be put in, taken out or exchanged between the sides of a pair."""
FIRST, SECOND = 0.0, 0.5
"""Draws that take the first and the second of two choices."""
FIELDS = {"platform": PLATFORMS, "account_kind": ACCOUNT_KINDS}
ALIKE = {"platform": "facebook", "account_kind": "main"}
"""Where a pair stands unless its file or itself says otherwise."""
TABLES = ("context", "author_history", "facts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two cases a small step apart.

    ``change`` is the kind of change in the words, or the one field that differs. ``clauses`` are those that
    decide one side and not the other; ``functions`` the functions of language that the pair tries.
    """

    id: str
    pack: str
    change: str
    clauses: tuple[str, ...]
    functions: tuple[str, ...]
    cases: tuple[Mapping[str, Any], Mapping[str, Any]]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrasts:
    """Every pair, the words the pairs are tagged with, the clauses excused, and every fault found."""

    pairs: tuple[Pair, ...]
    changes: Mapping[str, str]
    functions: Mapping[str, str]
    exempt: Mapping[str, str]
    faults: tuple[Fault, ...]


@functools.lru_cache(maxsize=1)
def contrasts() -> Contrasts:
    """Return the shipped pairs with those of every other root; raises Faults with everything wrong in any file."""
    found = read_contrasts(roots())
    if found.faults:
        raise Faults(list(found.faults))
    return found


def read_contrasts(where: Sequence[Path], data: Path = SHIPPED / "data") -> Contrasts:
    """Return the pairs under these roots; ``faults`` holds everything wrong in any file."""
    faults: list[Fault] = []
    words = Intake(_taken(data / "contrasts.yaml", faults), "data/contrasts.yaml", faults)
    changes, functions = words.table("changes"), words.table("functions")
    exempt, moments = words.table("exempt", {}), words.table("moments", {})
    words.close()
    reader = _Reader(changes, functions, moments, faults)
    pairs: list[Pair] = []
    for root in where:
        for path in sorted((root / "contrasts").glob("*.yaml"), key=lambda path: path.name):
            pairs += reader.file(_taken(path, faults), f"contrasts/{path.name}")
    for before, after in pairwise(sorted(pairs, key=lambda pair: pair.id)):
        if before.id == after.id:
            faults.append(Fault(where=after.where, what=f"the id {after.id!r} stands at {before.where} too"))
    return Contrasts(
        pairs=tuple(pairs), changes=changes, functions=functions, exempt=exempt, faults=tuple(faults)
    )  # fmt: skip


def distance(one: str, other: str) -> int:
    """Return how many words must be put in, taken out or exchanged to make one text the other; capitals are the same."""
    before, after = one.casefold().split(), other.casefold().split()
    row = list(range(len(after) + 1))
    for number, word in enumerate(before, start=1):
        row, above = [number], row
        for place, against in enumerate(after):
            row.append(min(above[place + 1] + 1, row[place] + 1, above[place] + (word != against)))
    return row[-1]


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the fields of page, moment and author in which two cases differ; the facts, which follow, are left out."""
    found = [name for name in FIELDS if one[name] != other[name]]
    for table in TABLES[:2]:
        found += [name for name, value in one[table].items() if value != other[table][name]]
    return found


def _taken(path: Path, faults: list[Fault]) -> Any:
    try:
        return read(path)
    except Faults as found:
        faults.extend(found.faults)
        return {}


class _Reader:
    """Reads files of pairs against the closed words, noting every fault."""

    def __init__(self, changes: Any, functions: Any, moments: Any, faults: list[Fault]) -> None:
        self.changes, self.functions, self.moments, self.faults = changes, functions, moments, faults
        self.values = library().pools("masked").values

    def file(self, data: Any, file: str) -> Iterator[Pair]:
        """Yield the pairs of one file."""
        head = Intake(data, file, self.faults)
        pack = head.word("pack", names())
        usual = {name: head.word(name, known, ALIKE[name]) for name, known in FIELDS.items()}
        head.take("about", "words", "")
        rows = head.take("pairs", "a list")
        head.close()
        graded = (
            [clause.id for clause in load(pack).clauses.values() if clause.kind == "graded"] if pack in names() else []
        )
        for row in rows:
            yield self.pair(Intake(row, file, self.faults), usual, pack, graded)

    def pair(self, one: Intake, usual: Mapping[str, str], pack: str, graded: Sequence[str]) -> Pair:
        """Return one pair, checked."""
        name, by = one.take("id", "words"), one.word("by", self.changes, "")
        text, post = self._parts(one, "text"), self._parts(one, "post", "")
        shared, sides, shown = self._said(one), [], []
        for label, draw in (("one", FIRST), ("other", SECOND)):
            own = Intake(one.table(label, {}), one.file, one.faults)
            said = self._said(own)
            own.close()
            flat, above = (settle(parts, lambda draw=draw: draw) for parts in (text, post))  # type: ignore[misc]
            shown.append("".join(f"{{{part.key}}}" if isinstance(part, Slot) else part for part in flat))
            case: dict[str, Any] = {**usual, "id": f"{name}.{label}", "comment": self._filled(name, flat)}
            case |= {field: said.get(field) or shared.get(field) or usual[field] for field in FIELDS}
            case |= {table: {**shared[table], **said[table]} for table in TABLES}
            case["context"].setdefault("post_topic", self._filled(name, above))
            sides.append(as_given(pack, case))
        pair = Pair(
            id=name,
            pack=pack,
            change=by or ", ".join(differing(*sides)),
            clauses=one.words("clauses", graded),
            functions=one.words("functions", tuple(self.functions), []),
            cases=(sides[0], sides[1]),
            where=one.where,
        )
        one.close()
        _check(one, pair, shown, worded=bool(by))
        return pair

    def _said(self, one: Intake) -> dict[str, Any]:
        """Return what one mapping says of page, moment, author and facts."""
        moment = one.word("moment", tuple(self.moments), "")
        said: dict[str, Any] = {name: one.word(name, known, "") for name, known in FIELDS.items()}
        said |= {name: one.table(name, {}) for name in TABLES}
        said["context"] = {**without_lines(self.moments.get(moment) or {}), **said["context"]}
        return said

    def _parts(self, one: Intake, field: str, default: Any = REQUIRED) -> Parts:
        text = one.take(field, "words", default)
        try:
            parts = parse(text)
        except TextError as error:
            one.fault(f"{field}: {error}", found=text[:60])
            return ()
        for count in {len(part.options) for part in parts if isinstance(part, Choice)} - {2}:
            one.fault(f"{field}: a choice has {count} words to choose from", expected="2, one for each side")
        for slot in sorted(slots(parts), key=lambda slot: slot.key):
            if slot.pool not in self.values:
                one.unknown(field, f"{{{slot.key}}}", sorted(f"{{{name}}}" for name in self.values))
        return parts

    def _filled(self, name: str, flat: Sequence[str | Slot]) -> str:
        """Return the words with every slot filled, the same for both sides of a pair and for its post."""
        return "".join(self._value(name, part) if isinstance(part, Slot) else part for part in flat)

    def _value(self, name: str, slot: Slot) -> str:
        values = self.values.get(slot.pool, ("",))
        step = int(slot.key.partition("#")[2] or 1)
        return values[(int(seeded(f"{name}|{slot.pool}")() * len(values)) + step) % len(values)]


def _check(one: Intake, pair: Pair, shown: Sequence[str], *, worded: bool) -> None:
    """Hold a pair's sides to the vocabulary, to their own words, and to being one small step apart."""
    for case, words in zip(pair.cases, shown, strict=True):
        one.faults.extend(check_case(case, f"{one.where} ({case['id']})"))
        one.faults.extend(history_faults(case["author_history"], one.where))
        for trouble in (*truth.disagreements(case["facts"]), *truth.unseen(case["facts"], words)):
            one.fault(trouble, found=words[:60])
    apart = distance(pair.cases[0]["comment"], pair.cases[1]["comment"])
    fields = differing(*pair.cases)
    if not pair.clauses:
        one.fault("clauses is empty", todo="name at least one that decides one side and not the other")
    if worded and not 0 < apart <= MOST_TOKENS:
        one.fault("the words are not a small step apart", found=f"{apart} words", expected=f"1 to {MOST_TOKENS}")
    if worded and fields:
        one.fault(
            "words and circumstances differ", found=", ".join(fields), expected="the same page, moment and author"
        )
    if not worded and (apart or len(fields) != 1):
        found = f"{apart} words, {', '.join(fields) or 'no field'}"
        one.fault("not one step apart", found=found, expected="the same words and one field, or a word after `by`")
