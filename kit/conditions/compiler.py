"""Many conditions in one Python function: every name is fetched once, nothing is looked up twice.

The compiled functions take a case apart as ``(facts, context, history, top, extra)``, five plain
mappings; ``where`` says in which of them each name lives and what stands when it is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kit.conditions.parser import Condition

Where = Mapping[str, tuple[str, object]]
"""name -> (which mapping, default). The mapping is one of ARGUMENTS."""

ARGUMENTS = ("facts", "context", "history", "top", "extra")


def compile_matches(
    conditions: Sequence[Condition], where: Where, definitions: Mapping[str, Condition]
) -> Callable[..., list[int]]:
    """Return a function giving the positions of all conditions that hold, in order."""
    run = compile_tables([("all", conditions)], where, definitions)
    return lambda *arguments: run(*arguments)[0]


def compile_first(
    conditions: Sequence[Condition], where: Where, definitions: Mapping[str, Condition]
) -> Callable[..., int]:
    """Return a function giving the position of the first condition that holds, or -1."""
    run = compile_tables([("first", conditions)], where, definitions)
    return lambda *arguments: run(*arguments)[0]


def compile_tables(
    tables: Sequence[tuple[str, Sequence[Condition]]], where: Where, definitions: Mapping[str, Condition]
) -> Callable[..., tuple[Any, ...]]:
    """Return one function that reads several tables at once and gives one answer for each.

    A table is ``("all", conditions)``, answered by the positions of those that hold, or
    ``("first", conditions)``, answered by the position of the first that holds, or -1.
    """
    body, answers = [], []
    for position, (kind, conditions) in enumerate(tables):
        answer = f"answer_{position}"
        answers.append(answer)
        body.append(f"    {answer} = {'[]' if kind == 'all' else '-1'}")
        for number, condition in enumerate(conditions):
            word = "if" if kind == "all" or number == 0 else "elif"
            step = f"{answer}.append({number})" if kind == "all" else f"{answer} = {number}"
            body.append(f"    {word} {condition.source}: {step}")
    body.append(f"    return ({', '.join(answers)},)")
    return _function([condition for _, conditions in tables for condition in conditions], where, definitions, body)


def needed(conditions: Sequence[Condition], definitions: Mapping[str, Condition]) -> tuple[set[str], list[str]]:
    """Return the plain names the conditions rest on and the definitions they use, in order."""
    plain: set[str] = set()
    order: list[str] = []

    def visit(names: frozenset[str]) -> None:
        for name in sorted(names):
            if name not in definitions:
                plain.add(name)
            elif name not in order:
                visit(definitions[name].names)
                order.append(name)

    for condition in conditions:
        visit(condition.names)
    return plain, order


def _function(
    conditions: Sequence[Condition], where: Where, definitions: Mapping[str, Condition], body: list[str]
) -> Callable[..., Any]:
    plain, order = needed(conditions, definitions)
    lines = [f"def compiled({', '.join(ARGUMENTS)}):"]
    namespace: dict[str, Any] = {}
    for name in sorted(plain):
        mapping, default = where[name]
        if mapping == "constant":
            namespace[name] = default
        else:
            tail = "" if default is None or default is False else f", {default!r}"
            lines.append(f"    {name} = {mapping}.get({name!r}{tail})")
    lines += [f"    {name} = {definitions[name].source}" for name in order]
    exec("\n".join(lines + body), namespace)  # noqa: S102 - only source built by the parser above
    compiled: Callable[..., Any] = namespace["compiled"]
    return compiled
