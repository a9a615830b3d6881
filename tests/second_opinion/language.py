"""The condition language read a second time, from its grammar alone and without the kit's parser.

condition = part {"or" part};  part = term {"and" term};  term = "not" term | "(" condition ")" | atom
atom = name | name sign value | name ["not"] "in" "(" value {"," value} ")"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(r"\s*(?:(?P<word>[A-Za-z_]\w*)|(?P<number>\d+)|(?P<sign>==|!=|<=|>=|<|>)|(?P<mark>[(),]))")
OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in"}


@dataclass(frozen=True, slots=True)
class Atom:
    """One test: a name by itself (sign "is"), or a name held against values."""

    name: str
    sign: str = "is"
    values: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        if self.sign == "is":
            return self.name
        if self.sign.endswith("in"):
            words = ", ".join(map(str, self.values))
            return f"{self.name} {self.sign} ({words}{',' * (len(self.values) == 1)})"
        return f"{self.name} {self.sign} {self.values[0]}"


@dataclass(frozen=True, slots=True)
class Op:
    """Parts joined by "and" or "or", or the one part that "not" turns round."""

    kind: str
    parts: tuple[Node, ...]
    known: int = field(init=False, compare=False, repr=False)
    """The hash, worked out once: trees are large and are looked up often."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", hash((self.kind, self.parts)))

    def __hash__(self) -> int:
        return self.known

    def __str__(self) -> str:
        if self.kind == "not":
            return f"not {_bracketed(self.parts[0])}"
        return f" {self.kind} ".join(map(_bracketed, self.parts)) or ("always" if self.kind == "and" else "not always")


Node = Atom | Op
ALWAYS = Atom("always")


def _bracketed(node: Node) -> str:
    return f"({node})" if isinstance(node, Op) and node.kind != "not" else str(node)


def both(*parts: Node) -> Node:
    """Return the node that holds when all parts do."""
    return Op("and", parts)


def either(*parts: Node) -> Node:
    """Return the node that holds when any part does."""
    return Op("or", parts)


def no(part: Node) -> Node:
    """Return the node that holds when the part does not."""
    return Op("not", (part,))


def names(node: Node) -> Iterator[str]:
    """Yield every name on the left of a test."""
    if isinstance(node, Atom):
        yield node.name
    else:
        for part in node.parts:
            yield from names(part)


def read(text: str) -> Node:
    """Return the tree of one condition; ValueError says where the grammar ends."""
    reader = _Reader(text)
    node = reader.condition()
    if reader.tokens:
        raise ValueError(f"{text!r}: nothing is expected at {reader.tokens[0]!r}")
    return node


class _Reader:
    """Recursive descent over a list of tokens."""

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = []
        place, text = 0, text.rstrip()
        while place < len(text):
            match = TOKEN.match(text, place)
            if match is None:
                raise ValueError(f"{text!r}: no word at {text[place:]!r}")
            self.tokens.append(match[match.lastgroup or 0])
            place = match.end()

    def take(self, *expected: str) -> bool:
        """Take the next token if it is one of those expected."""
        if self.tokens and self.tokens[0] in expected:
            self.tokens.pop(0)
            return True
        return False

    def condition(self) -> Node:
        return self.joined("or", lambda: self.joined("and", self.term))

    def joined(self, word: str, inner) -> Node:
        parts = [inner()]
        while self.take(word):
            parts.append(inner())
        return parts[0] if len(parts) == 1 else Op(word, tuple(parts))

    def term(self) -> Node:
        if self.take("not"):
            return Op("not", (self.term(),))
        if self.take("("):
            node = self.condition()
            assert self.take(")"), self.tokens
            return node
        return self.atom()

    def atom(self) -> Atom:
        name, sign = self.tokens.pop(0), self.tokens[0] if self.tokens else ""
        if sign in OPPOSITE and self.take(*OPPOSITE) and sign != "in":
            return Atom(name, sign, (self.value(),))
        if sign == "not":
            self.tokens.pop(0)
            self.tokens.pop(0)
        if sign not in ("in", "not"):
            return Atom(name)
        values = []
        while self.take("(", ","):
            if self.tokens[0] != ")":
                values.append(self.value())
        assert self.take(")"), self.tokens
        return Atom(name, "not in" if sign == "not" else "in", tuple(values))

    def value(self) -> str | int:
        word = self.tokens.pop(0)
        return int(word) if word.isdigit() else word
