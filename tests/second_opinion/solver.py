"""What can be true at once in a pack, answered for all worlds by an SMT solver (z3) and not by trying cases."""

from __future__ import annotations

import functools
from typing import Any

import yaml
import z3

from kit.terms import FACTS
from tests.second_opinion.book import FOLDER, Book
from tests.second_opinion.common_expression import EMPTY
from tests.second_opinion.drawing import POSSIBLE, choices
from tests.second_opinion.language import ALWAYS, Atom, Node, either, no

LARGEST = 60
"""Counts are whole numbers from nothing to this, well above every threshold."""


class Worlds:
    """All worlds that a pack can meet; ``can`` says whether conditions hold together in one of them.

    ``sensible`` leaves out the worlds in which a fact stands alone that means something only beside another
    (``common/flips.yaml``, needs). What must never happen is looked for in all possible worlds, sensible or not.
    """

    def __init__(self, book: Book, *, sensible: bool = False) -> None:
        self.book = book
        self.made: dict[Node, Any] = {}
        self.names = {name: _variable(name, value) for name, value in EMPTY.items()}
        self.solver = z3.SolverFor("QF_FD")
        for name, value in EMPTY.items():
            if isinstance(value, int) and not isinstance(value, bool):
                self.solver.add(z3.ULE(self.names[name], LARGEST))
            elif isinstance(value, str):
                self.solver.add(z3.ULT(self.names[name], len(choices(name))))
        self.solver.add(self.formula(POSSIBLE))
        for node in sensible_only() if sensible else ():
            self.solver.add(self.formula(node))
        self.named: dict[Node, Any] = {}

    def can(self, *nodes: Node) -> bool:
        """Return whether all conditions, with definitions written out, hold together in some world."""
        return self.solver.check(*map(self.holds, nodes)) == z3.sat

    def can_once(self, *nodes: Node) -> bool:
        """Return the same as ``can`` and let the solver forget the conditions, which will not be asked again."""
        self.solver.push()
        self.solver.add(*(self.formula(self.book.expand(node)) for node in nodes))
        found = self.solver.check()
        self.solver.pop()
        return found == z3.sat

    def example(self, *nodes: Node) -> dict[str, Any] | None:
        """Return the values of a world in which all conditions hold, or None."""
        if not self.can(*nodes):
            return None
        return self.values(self.solver.model())

    def values(self, model: Any) -> dict[str, Any]:
        """Return the value of every name in a model."""
        return {name: _value(name, model.eval(each, model_completion=True)) for name, each in self.names.items()}

    def holds(self, node: Node) -> Any:
        """Return a name that stands for the condition in the solver; asking twice costs nothing."""
        if node not in self.named:
            self.named[node] = z3.Bool(f"condition {len(self.named)}")
            self.solver.add(self.named[node] == self.formula(self.book.expand(node)))
        return self.named[node]

    def formula(self, node: Node) -> Any:
        """Return a tree without definitions as the solver writes it."""
        if node not in self.made:
            self.made[node] = self._formula(node)
        return self.made[node]

    def _formula(self, node: Node) -> Any:
        if isinstance(node, Atom):
            return z3.BoolVal(True) if node == ALWAYS else self._atom(node)
        parts = [self.formula(part) for part in node.parts]
        return z3.Not(parts[0]) if node.kind == "not" else (z3.And if node.kind == "and" else z3.Or)(parts)

    def _atom(self, atom: Atom) -> Any:
        left = self.names[atom.name]
        if atom.sign == "is":
            return left
        values = [self.book.settings.get(str(each), each) for each in atom.values]
        if isinstance(EMPTY[atom.name], str):
            values = [choices(atom.name).index(each) for each in values]
        same = z3.Or([left == value for value in values])
        signs = {"<": z3.ULT, "<=": z3.ULE, ">": z3.UGT, ">=": z3.UGE}
        if atom.sign in signs:
            return signs[atom.sign](left, values[0])
        return same if atom.sign in ("==", "in") else z3.Not(same)


def _variable(name: str, usual: object) -> Any:
    return z3.Bool(name) if isinstance(usual, bool) else z3.BitVec(name, 8)


def _value(name: str, found: Any) -> Any:
    if isinstance(EMPTY[name], bool):
        return z3.is_true(found)
    return choices(name)[found.as_long()] if isinstance(EMPTY[name], str) else found.as_long()


@functools.cache
def sensible_only() -> tuple[Node, ...]:
    """Return the conditions that a fact does not stand alone where it means something only beside another."""
    data = yaml.safe_load((FOLDER / "common" / "flips.yaml").read_text(encoding="utf-8"))["needs"]
    stands = {name: Atom(name) if not isinstance(EMPTY[name], str) else no(Atom(name, "==", ("",))) for name in FACTS}
    return tuple(either(no(stands[fact]), *(stands[each] for each in beside)) for fact, beside in data.items())
