"""Conditions handed to an engine that nobody here wrote: CEL, the Common Expression Language, in Google's C++ runtime.

CEL was chosen because it decides nothing silently. Every name has a type when a condition is compiled, so a word where
a yes or no belongs is refused; a name without a value makes an answer UNKNOWN, neither true nor false; there is no null.
What a missing fact means must therefore be said here, and is: see ``world``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cel_expr_python import cel

from kit.terms import FACTS
from tests.second_opinion.book import TABLES, Book
from tests.second_opinion.language import Atom, Node

WORDS = ("characteristic", "swearing")
"""The facts that hold a word; all others are yes or no."""
USUAL: dict[str, Any] = {
    "platform": "facebook", "account_kind": "main",
    "proceedings_active": False, "proceedings_stage": "none", "trial_mode": "none", "anonymity": "none",
    "pre_election": False, "other_copies_standing": 0, "removals_this_thread": 0,
    "prior_violations": 0, "warned_before": False, "engaged_before": False, "inappropriate_contacts_last_month": 0,
    "contacts_last_month": 0, "repeat_caller_advised": False, "account_type": "member_of_public",
}  # fmt: skip
"""What stands for a context or history value that a case does not give (exchange format of a case)."""
EMPTY = {name: "" if name in WORDS else False for name in FACTS} | USUAL
TYPES = {bool: cel.Type.BOOL, int: cel.Type.INT, str: cel.Type.STRING}


def world(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for every name: what a case does not say is false, no word, or as usual."""
    given = {name: value for part in ("facts", "context", "author_history") for name, value in case[part].items()}
    said = {name: value for name, value in given.items() if value is not None and name in EMPTY}
    said = {name: EMPTY[name] if value is False else value for name, value in said.items()}
    return EMPTY | said | {"platform": case["platform"], "account_kind": case["account_kind"]}


def text_of(node: Node, settings: Mapping[str, int]) -> str:
    """Return a tree in CEL's own words; a setting is written as its number."""
    if not isinstance(node, Atom):
        parts = [text_of(part, settings) for part in node.parts]
        if node.kind == "not":
            return f"!({parts[0]})"
        return "(" + {"and": " && ", "or": " || "}[node.kind].join(parts) + ")"
    if node.sign == "is":
        return "true" if node.name == "always" else node.name
    values = [str(settings.get(str(value), value)) for value in node.values]
    values = [value if value.isdigit() or value in ("true", "false") else f"'{value}'" for value in values]
    if node.sign.endswith("in"):
        return f"{'!' * (node.sign != 'in')}({node.name} in [{', '.join(values)}])"
    return f"({node.name} {node.sign} {values[0]})"


class SecondOpinion:
    """Every row of a pack in CEL, one program a table, with all definitions written out."""

    def __init__(self, book: Book) -> None:
        self.env = cel.NewEnv(variables={name: TYPES[type(value)] for name, value in EMPTY.items()})
        self.programs = {}
        for table in TABLES:
            texts = [text_of(book.expand(row.when), book.settings) for row in book.rows[table]]
            self.programs[table] = self.env.compile(f"[{', '.join(texts)}]")

    def answers(self, case: Mapping[str, Any]) -> dict[str, list[int]]:
        """Return table -> the positions of its rows that hold."""
        values = self.env.Activation(world(case))
        found = {}
        for table, program in self.programs.items():
            truths = program.eval(values).plain_value()
            assert all(type(truth) is bool for truth in truths), table
            found[table] = [number for number, truth in enumerate(truths) if truth]
        return found
