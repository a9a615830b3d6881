"""Whether a condition can hold at all, and whether a row of a first-match table can ever be the first.

A small search over the names of a condition, three-valued: true, false or not yet known. It is
complete: when it finds nothing, nothing is there. What the findings came to (clear, breach ...) is
taken as free, so a row called reachable here may still be held back by the findings.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit.conditions import Condition
from kit.policy.model import Pack, Row
from kit.policy.names import kinds
from kit.ruling.engine import FIRSTS

UNKNOWN = None
OTHER = "\0 none of the words"
LIMIT = 200_000
"""Steps after which the search gives up and says that it does not know."""


class Search:
    """Look for a world in which some expressions hold and others do not."""

    def __init__(self, pack: Pack) -> None:
        self.kinds = kinds(pack.settings)
        self.settings = dict(pack.settings)
        self.trees = {name: _tree(condition) for name, condition in pack.definitions.items()}
        self.steps = 0

    def possible(self, wanted: Sequence[Condition], unwanted: Sequence[Condition]) -> bool | None:
        """Return whether all of ``wanted`` can hold with none of ``unwanted``; None when the search gave up."""
        self.steps = 0
        trees = [(_tree(condition), True) for condition in wanted]
        trees += [(_tree(condition), False) for condition in unwanted]
        values = {name: sorted(found, key=str) for name, found in self._values(trees).items()}
        try:
            return self._search(trees, values, {})
        except RecursionError:
            return None

    def _search(self, trees: Any, values: Mapping[str, list[Any]], world: dict[str, Any]) -> bool | None:
        self.steps += 1
        if self.steps > LIMIT:
            return None
        open_name = None
        for tree, hoped in trees:
            found, name = self._truth(tree, world)
            if found is not UNKNOWN and bool(found) is not hoped:
                return False
            if found is UNKNOWN and open_name is None:
                open_name = name
        if open_name is None:
            return True
        gave_up = False
        for value in values[open_name]:
            result = self._search(trees, values, {**world, open_name: value})
            if result:
                return True
            gave_up = gave_up or result is None
        return None if gave_up else False

    def _truth(self, node: ast.expr, world: Mapping[str, Any]) -> tuple[Any, str | None]:  # noqa: PLR0911 - one return a kind of node
        """Return (truth or UNKNOWN, a name that would help to decide it)."""
        if isinstance(node, ast.BoolOp):
            return self._both(node, world)
        if isinstance(node, ast.UnaryOp):
            found, name = self._truth(node.operand, world)
            return (UNKNOWN if found is UNKNOWN else not found), name
        if isinstance(node, ast.Constant):
            return node.value, None
        if isinstance(node, ast.Name):
            if node.id in self.trees:
                return self._truth(self.trees[node.id], world)
            return (world[node.id], None) if node.id in world else (UNKNOWN, node.id)
        assert isinstance(node, ast.Compare)  # noqa: S101 - the parser writes nothing else
        left = node.left
        assert isinstance(left, ast.Name)  # noqa: S101
        if left.id not in world:
            return UNKNOWN, left.id
        return _compare(world[left.id], node.ops[0], _value(node.comparators[0], self.settings)), None

    def _both(self, node: ast.BoolOp, world: Mapping[str, Any]) -> tuple[Any, str | None]:
        stop = isinstance(node.op, ast.Or)
        helper = None
        for part in node.values:
            found, name = self._truth(part, world)
            if found is UNKNOWN:
                helper = helper or name
            elif bool(found) is stop:
                return stop, None
        return (not stop, None) if helper is None else (UNKNOWN, helper)

    def _values(self, trees: Any) -> dict[str, set[Any]]:
        """Return name -> the values worth trying: both truths, or each word and number compared and its neighbours."""
        values: dict[str, set[Any]] = {}
        for node in (node for tree, _ in trees for node in self._nodes(tree)):
            if isinstance(node, ast.Name) and node.id not in self.settings:
                values.setdefault(node.id, set())
            if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name):
                found = _value(node.comparators[0], self.settings)
                several = found if isinstance(found, tuple) else (found,)
                numbers = isinstance(several[0], int) and not isinstance(several[0], bool)
                more = {step for value in several for step in (value - 1, value + 1)} if numbers else {OTHER}
                values.setdefault(node.left.id, set()).update(several, more)
        return {name: found or {True, False} for name, found in values.items()}

    def _nodes(self, tree: ast.expr) -> Iterator[ast.AST]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id in self.trees:
                yield from self._nodes(self.trees[node.id])
            else:
                yield node


def unreachable(pack: Pack) -> list[Row]:
    """Return the rows that can never hold or, in a first-match table, can never be the first."""
    search, found = Search(pack), []
    for table, rows in pack.tables.items():
        for number, row in enumerate(rows):
            before = [earlier.when for earlier in rows[:number]] if table in FIRSTS else []
            if search.possible([row.when], before) is False:
                found.append(row)
    return found


def _tree(condition: Condition) -> ast.expr:
    return ast.parse(condition.source, mode="eval").body


def _value(node: ast.expr, settings: Mapping[str, int]) -> Any:
    if isinstance(node, ast.Name):
        return settings[node.id]
    return ast.literal_eval(node)


def _compare(left: Any, sign: ast.cmpop, right: Any) -> bool:
    if isinstance(sign, ast.In):
        return left in right
    if isinstance(sign, ast.NotIn):
        return left not in right
    if isinstance(sign, ast.Eq):
        return bool(left == right)
    if isinstance(sign, ast.NotEq):
        return bool(left != right)
    tests = {ast.Lt: left < right, ast.LtE: left <= right, ast.Gt: left > right, ast.GtE: left >= right}
    return bool(tests[type(sign)])
