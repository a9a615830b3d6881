"""All that a pack's rows come to, as conditions: what each choice stands as, every ground, near miss and duty.

Two packs of which every outcome is true in the same worlds rule alike. What is left out is what is only shown: the
words of a reason, the clauses beside it, and which of two duties is named first.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kit.terms import ERRORS, FIELDS
from tests.second_opinion.book import FIRST, SEVERITIES, Book, Row, summary
from tests.second_opinion.language import Atom, Node, both, either, no
from tests.second_opinion.mutants import Mutant
from tests.second_opinion.solver import Worlds

WORDS = (*ERRORS, "open", "accept")
"""What a value can stand as, the worst first."""
SHOWN = ("id", "when", "unless", "why", "why_from", "clauses")
TABLE_OF = {"account_action": "account", "respond": "respond", "escalate": "escalate"}


def same_everywhere(whole: Book, mutant: Mutant, worlds: Worlds) -> bool:
    """Return whether no sensible world tells a mutant apart by anything that its pack comes to."""
    other = changed(whole, mutant)
    pairs = zip(outcomes(whole).values(), outcomes(other).values(), strict=True)
    written = ((whole.expand(old), other.expand(new)) for old, new in pairs)
    unlike = [either(both(old, no(new)), both(no(old), new)) for old, new in written if old != new]
    return not unlike or not worlds.can_once(either(*unlike))


def same_condition(whole: Book, mutant: Mutant, worlds: Worlds) -> bool:
    """Return whether the changed condition itself is true in the same sensible worlds."""
    rows = () if mutant.table == "definitions" else whole.rows[mutant.table]
    old = next((row.when for row in rows if row.id == mutant.id), None) or whole.definitions[mutant.id]
    return not worlds.can_once(either(both(old, no(mutant.when)), both(no(old), mutant.when)))


def changed(whole: Book, mutant: Mutant) -> Book:
    """Return the second reading of a pack with one condition changed."""
    if mutant.table == "definitions":
        return dataclasses.replace(whole, definitions={**whole.definitions, mutant.id: mutant.when}, known={})
    fresh = tuple(
        dataclasses.replace(row, when=mutant.when) if row.id == mutant.id else row for row in whole.rows[mutant.table]
    )
    rows = {**whole.rows, mutant.table: fresh}
    return dataclasses.replace(whole, rows=rows, summary=summary(rows, whole.can), known={})


def outcomes(whole: Book) -> dict[str, Node]:
    """Return outcome -> when it comes about; the keys are the same for a pack and for each of its mutants."""
    standing = dict(_comment(whole)) | {
        (field, value, word): node for field, table in TABLE_OF.items() for value, word, node in _choice(whole, table)
    }
    found = {f"{field} {value} is {word}": node for (field, value, word), node in standing.items()}
    found |= {word: Atom(word) for word in (*SEVERITIES, "faulty")} | dict(_preferred(whole)) | dict(_decided(whole))
    found |= dict(_crime(whole)) | dict(_combined(whole, standing)) | dict(_owed(whole)) | dict(_grounds(whole))
    return found


def _any(rows: Sequence[Row]) -> Node:
    return either(*(row.when for row in rows))


def _last(rows: Sequence[Row], place: int) -> Node:
    """Return the condition that a row holds and none after it."""
    return both(rows[place].when, *(no(row.when) for row in rows[place + 1 :]))


def _comment(whole: Book) -> Iterator[tuple[tuple[str, str, str], Node]]:
    """Yield ((field, value, word), when): the last row that sets a value decides, else the gravest findings."""
    for value in FIELDS["comment_action"]:
        rows = [row for row in whole.rows["comment"] if value in row.then.get("set", {})]
        for word in WORDS:
            ways = [_last(rows, place) for place, row in enumerate(rows) if row.then["set"][value] == word]
            untouched = [both(no(_any(rows)), _base(whole, severity, value, word)) for severity in SEVERITIES]
            yield ("comment_action", value, word), either(*ways, *untouched)


def _base(whole: Book, severity: str, value: str, word: str) -> Node:
    """Return when the findings of one severity, being the gravest, make a value stand as a word: the worst counts."""
    entry = whole.severities[severity]
    plain = "accept" if value in entry["accept"] else entry.get("wrong", {}).get(value, "open")
    rows = [row for row in whole.rows["findings"] if row.then["severity"] == severity]
    by_word: dict[str, list[Row]] = {each: [] for each in WORDS}
    for row in rows:
        by_word[row.then.get("comment", {}).get(value, plain)].append(row)
    worse = [row for each in WORDS[: WORDS.index(word)] for row in by_word[each]]
    nothing = [no(_any(rows))] if severity == "clean" and word == plain else []
    return both(Atom(severity), either(both(_any(by_word[word]), no(_any(worse))), *nothing))


def _preferred(whole: Book) -> Iterator[tuple[str, Node]]:
    """Yield which order of preference for the comment holds: that of the last row, else of the first top finding."""
    rows = [row for row in whole.rows["comment"] if "prefer" in row.then]
    ways: dict[str, list[Node]] = {}
    for place, row in enumerate(rows):
        ways.setdefault(json.dumps(row.then["prefer"]), []).append(_last(rows, place))
    for severity in SEVERITIES:
        found = [row for row in whole.rows["findings"] if row.then["severity"] == severity]
        for place, row in enumerate(found):
            if "prefer" in row.then:
                first = both(Atom(severity), row.when, *(no(each.when) for each in found[:place]), no(_any(rows)))
                ways.setdefault(json.dumps(row.then["prefer"]), []).append(first)
    yield from ((f"prefer {order}", either(*nodes)) for order, nodes in ways.items())


def _decided(whole: Book) -> Iterator[tuple[str, Node]]:
    """Yield when a first-match table comes to each thing that its rows say."""
    for table in FIRST:
        said: dict[str, list[Node]] = {}
        for place, row in enumerate(whole.rows[table]):
            says = json.dumps({key: value for key, value in row.then.items() if key not in SHOWN})
            said.setdefault(f"{table} {says}", []).append(whole.decides(table, place))
        yield from ((says, either(*nodes)) for says, nodes in said.items())


def _choice(whole: Book, table: str) -> Iterator[tuple[str, str, Node]]:
    """Yield (value, word, when) for a field that a first-match table decides."""
    field = next(each for each, name in TABLE_OF.items() if name == table)
    every = {"all": FIELDS[field], "all_but_none": FIELDS[field][1:]}
    ways: dict[tuple[str, str], list[Node]] = {}
    for place, row in enumerate(whole.rows[table]):
        accept = row.then["accept"]
        accepted = (*(every[accept] if isinstance(accept, str) else accept), row.then["best"])
        for value in FIELDS[field]:
            word = row.then.get("wrong", {}).get(value) or ("accept" if value in accepted else "open")
            ways.setdefault((value, word), []).append(whole.decides(table, place))
    for (value, word), nodes in ways.items():
        also = [row for row in whole.rows["also"] if value in row.then["escalate"]] if table == "escalate" else []
        yield value, word, both(either(*nodes), no(_any(also))) if word == "open" and also else either(*nodes)


def _crime(whole: Book) -> Iterator[tuple[str, Node]]:
    rows = whole.rows["crime"]
    yield "crime allowed", _any(rows)
    yield "crime required", _any([row for row in rows if row.then["crime"] == "required"])
    yield "crime best", _any([row for row in rows if row.then.get("best")])


def _combined(whole: Book, standing: Mapping[tuple[str, str, str], Node]) -> Iterator[tuple[str, Node]]:
    """Yield when a pair of values is taken out that no field of its own has taken out already, as gravely."""
    ways: dict[tuple[Any, str], list[Node]] = {}
    for row in whole.rows["combinations"]:
        word = row.then.get("error") or row.then["standing"]
        for values in itertools.product(*row.then["match"].values()):
            ways.setdefault((tuple(zip(row.then["match"], values, strict=True)), word), []).append(row.when)
    for (pairs, word), nodes in ways.items():
        graver = WORDS[: WORDS.index(word) + 1]
        already = [standing[field, value, each] for field, value in pairs for each in graver
                   if (field, value, each) in standing]  # fmt: skip
        yield f"{pairs} is {word}", both(either(*nodes), no(either(*already)))


def _owed(whole: Book) -> Iterator[tuple[str, Node]]:
    ways: dict[str, list[Node]] = {}
    for row in whole.rows["duties"]:
        for duty in row.then["duties"]:
            ways.setdefault(f"{duty} is owed {row.then.get('if', '')}", []).append(row.when)
    yield from ((duty, either(*nodes)) for duty, nodes in ways.items())


def _grounds(whole: Book) -> Iterator[tuple[str, Node]]:
    """Yield when each clause is a ground, and when it only seems to apply."""
    rows = whole.rows
    of = {
        "breach": [row for row in rows["findings"] if row.then["severity"] in SEVERITIES[:2]]
        + [row for row in rows["crime"] if row.then.get("best")],
        "else": [row for row in rows["findings"] if row.then["severity"] in SEVERITIES[2:]] + [*rows["protects"]],
        "ever": rows["tests"],
        "near": rows["near"],
    }
    for clause in sorted({clause for each in of.values() for row in each for clause in row.then["clauses"]}):
        when = {key: _any([row for row in each if clause in row.then["clauses"]]) for key, each in of.items()}
        breach = Atom("breach")
        ground = either(both(breach, when["breach"]), both(no(breach), when["else"]), when["ever"])
        yield f"{clause} is a ground", ground
        yield f"{clause} seems to apply", both(when["near"], no(ground))
