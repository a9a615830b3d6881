"""Read a condition into a checked tree; say exactly what is wrong with one that is not."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from kit.errors import HouseRulesError, did_you_mean

BOOL, NUMBER, TEXT = "yes or no", "a number", "text"
Kind = str | tuple[str, ...]
"""What a name holds: BOOL, NUMBER, TEXT, or the tuple of words of a closed list."""

SIGNS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
LITERALS = {"true": True, "false": False}


class ConditionError(HouseRulesError):
    """A condition that cannot be read; the message draws a caret under the place."""

    def __init__(self, text: str, column: int, problem: str, hint: str = "") -> None:
        self.text, self.column, self.problem, self.hint = text, column, problem, hint
        tail = f"; {hint}" if hint else ""
        super().__init__(f"{problem}{tail}\n  {text}\n  {' ' * column}^")


@dataclass(frozen=True, slots=True)
class Condition:
    """A checked condition: its words, its Python expression over local names, the names it uses."""

    text: str
    source: str
    names: frozenset[str]


def parse(text: str, kinds: Mapping[str, Kind]) -> Condition:
    """Check one condition against the names it may use and return it ready to compile.

    Raises ConditionError for anything outside the grammar or the vocabulary.
    """
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        column = max((error.offset or 1) - 1, 0)
        raise ConditionError(text, column, "this is not a condition", "use names with and, or, not") from None
    reader = _Reader(text, kinds)
    source = reader.truth(tree)
    return Condition(text, source, frozenset(reader.names))


class _Reader:
    """Turn a syntax tree into Python source, refusing what the grammar does not have."""

    def __init__(self, text: str, kinds: Mapping[str, Kind]) -> None:
        self.text, self.kinds, self.names = text, kinds, set[str]()

    def truth(self, node: ast.expr) -> str:
        """Return source that is true or false."""
        if isinstance(node, ast.BoolOp):
            word = " and " if isinstance(node.op, ast.And) else " or "
            return "(" + word.join(self.truth(value) for value in node.values) + ")"
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return f"(not {self.truth(node.operand)})"
        if isinstance(node, ast.Compare):
            return self.comparison(node)
        if isinstance(node, ast.Name):
            return self.flag(node)
        raise self.refuse(node, "only names, and, or, not and comparisons are allowed here")

    def flag(self, node: ast.Name) -> str:
        """Return source for a name used by itself."""
        if node.id == "always":
            return "True"
        kind = self.kind(node)
        if kind != BOOL:
            expected = ", ".join(kind) if isinstance(kind, tuple) else kind
            raise self.refuse(node, f"{node.id!r} is not a yes-or-no name; compare it (it holds {expected})")
        return node.id

    def comparison(self, node: ast.Compare) -> str:
        """Return source for ``name sign value`` or ``name in (words)``."""
        if len(node.ops) != 1 or not isinstance(node.left, ast.Name):
            raise self.refuse(node, "compare one name with one value")
        kind, sign, right = self.kind(node.left), node.ops[0], node.comparators[0]
        name = node.left.id
        if isinstance(sign, (ast.In, ast.NotIn)):
            if not isinstance(right, (ast.Tuple, ast.List)):
                raise self.refuse(right, "write the words in brackets, such as (race, religion)")
            values = tuple(self.value(item, kind, name) for item in right.elts)
            return f"({name} {'in' if isinstance(sign, ast.In) else 'not in'} ({', '.join(values)},))"
        if type(sign) not in SIGNS:
            raise self.refuse(node, "use ==, !=, <, <=, > or >=")
        if kind != NUMBER and not isinstance(sign, (ast.Eq, ast.NotEq)):
            raise self.refuse(node, f"{name!r} is not a number; use == or !=")
        return f"({name} {SIGNS[type(sign)]} {self.value(right, kind, name)})"

    def value(self, node: ast.expr, kind: Kind, name: str) -> str:
        """Return source for the right-hand side of a comparison, checked against the left."""
        if kind == NUMBER and isinstance(node, ast.Name) and self.kinds.get(node.id) == NUMBER:
            self.names.add(node.id)
            return node.id
        if kind == NUMBER and isinstance(node, ast.Constant) and type(node.value) is int:
            return repr(node.value)
        if kind == BOOL and isinstance(node, ast.Name) and node.id in LITERALS:
            return repr(LITERALS[node.id])
        word = node.id if isinstance(node, ast.Name) else node.value if isinstance(node, ast.Constant) else None
        if kind == TEXT and isinstance(word, str):
            return repr(word)
        if isinstance(kind, tuple) and isinstance(word, str):
            if word in kind:
                return repr(word)
            raise self.refuse(node, f"{name!r} is never {word!r}", did_you_mean(word, kind) or f"one of {kind}")
        expected = ", ".join(kind) if isinstance(kind, tuple) else kind
        raise self.refuse(node, f"this cannot be compared with {name!r}, which holds {expected}")

    def kind(self, node: ast.Name) -> Kind:
        """Return what a name holds, or refuse an unknown name."""
        if node.id not in self.kinds:
            raise self.refuse(node, f"unknown name {node.id!r}", did_you_mean(node.id, self.kinds))
        self.names.add(node.id)
        return self.kinds[node.id]

    def refuse(self, node: ast.AST, problem: str, hint: str = "") -> ConditionError:
        """Return the error for one place in the text."""
        return ConditionError(self.text, getattr(node, "col_offset", 0), problem, hint)
