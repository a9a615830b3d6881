"""Every way to drop or turn round one test of a condition.

A mutant is the condition with one part of an "and" or "or" dropped, one atom turned round, one word of a list left
out, or a threshold moved by one. The pack's own cases must notice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.second_opinion.book import TABLES, Book
from tests.second_opinion.language import ALWAYS, OPPOSITE, Atom, Node, Op, no

SHARPER = {">=": ">", ">": ">=", "<=": "<", "<": "<="}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed condition: of a row (table and id) or of a definition (table "definitions" and its name)."""

    table: str
    id: str
    how: str
    when: Node

    def __str__(self) -> str:
        return f"{self.table} {self.id}: {self.how}"


def mutants(book: Book) -> Iterator[Mutant]:
    """Yield every mutant of every condition of a pack and of the definitions it uses."""
    used = _used(book)
    for name, node in book.definitions.items():
        if name in used:
            yield from _of("definitions", name, node)
    for table in TABLES:
        for row in book.rows[table]:
            yield from _of(table, row.id, row.when)


def _used(book: Book) -> set[str]:
    """Return the definitions that the pack's rows rest on."""
    used: set[str] = set()
    waiting = [row.when for rows in book.rows.values() for row in rows]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Op):
            waiting += node.parts
        elif node.name in book.definitions and node.name not in used:
            used.add(node.name)
            waiting.append(book.definitions[node.name])
    return used


def _of(table: str, name: str, node: Node) -> Iterator[Mutant]:
    if node == ALWAYS:
        return
    seen, hows = {str(node)}, Counter[str]()
    for how, changed in changes(node):
        if str(changed) not in seen:
            seen.add(str(changed))
            hows[how] += 1
            yield Mutant(table, name, how + f" (place {hows[how]})" * (hows[how] > 1), changed)


def changes(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield (what was done, the changed tree) for every single change of one tree."""
    if isinstance(node, Atom):
        yield from _atom(node)
        return
    for place, part in enumerate(node.parts):
        others = (*node.parts[:place], *node.parts[place + 1 :])
        if others:
            yield f"without [{part}]", others[0] if len(others) == 1 else Op(node.kind, others)
        for how, changed in changes(part):
            yield how, _simple(Op(node.kind, (*node.parts[:place], changed, *node.parts[place + 1 :])))


def _simple(node: Op) -> Node:
    """Return the same tree without "not not"."""
    part = node.parts[0]
    return part.parts[0] if node.kind == "not" and isinstance(part, Op) and part.kind == "not" else node


def _atom(atom: Atom) -> Iterator[tuple[str, Node]]:
    turned = no(atom) if atom.sign == "is" else Atom(atom.name, OPPOSITE[atom.sign], atom.values)
    yield f"[{atom}] turned round", turned
    if atom.sign in SHARPER:
        yield f"[{atom}] one off", Atom(atom.name, SHARPER[atom.sign], atom.values)
    if len(atom.values) > 1:
        for value in atom.values:
            rest = tuple(each for each in atom.values if each != value)
            yield f"[{atom}] without {value}", Atom(atom.name, atom.sign, rest)
