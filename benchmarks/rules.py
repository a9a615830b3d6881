"""How fast the rules that fire are found, beside hand-written functions and rule libraries.

``python -m benchmarks.rules CASES.jsonl [--json]``: the same conditions (Leicestershire's findings) on the
same cases in the same run, one case at a time; then whole rulings, judging and loading a pack.
"""

from __future__ import annotations

import argparse
import ast
import json
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import datalogic_py
import rule_engine

from benchmarks.hand_written import RULES
from kit.judge import judge
from kit.policy import Pack, load
from kit.policy.build import build
from kit.policy.load import SHIPPED, folder, read_parts, read_shared
from kit.policy.names import where
from kit.ruling import findings, rule
from kit.ruling.engine import engine_of

PACK = "leicestershire"
ROUNDS = 7
SIGNS = {ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
Finder = Callable[[Any], list[str]]


def flat(pack: Pack, case: Mapping[str, Any]) -> dict[str, Any]:
    """Return every name a condition may use with its value, as the libraries want it."""
    parts = {"facts": case["facts"], "context": case["context"], "history": case["author_history"], "top": case}
    places = {name: place for name, place in where(pack.settings).items() if place[0] in parts}
    return {name: parts[part].get(name, default) or default or False for name, (part, default) in places.items()}


def expanded(pack: Pack, text: str) -> ast.expr:
    """Return a condition as a tree with definitions and settings put in their places."""

    class Expand(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            if node.id in pack.definitions:
                return expanded(pack, pack.definitions[node.id].source)
            return ast.Constant(pack.settings[node.id]) if node.id in pack.settings else node

    tree: ast.expr = Expand().visit(ast.parse(text, mode="eval").body)
    return tree


def as_json_logic(node: ast.expr) -> Any:
    """Return a condition in JSON Logic."""
    if isinstance(node, ast.BoolOp):
        word = "and" if isinstance(node.op, ast.And) else "or"
        return {word: [as_json_logic(value) for value in node.values]}
    if isinstance(node, ast.UnaryOp):
        return {"!": [as_json_logic(node.operand)]}
    if isinstance(node, ast.Compare):
        left, right = as_json_logic(node.left), node.comparators[0]
        if isinstance(node.ops[0], ast.In | ast.NotIn):
            inside = {"in": [left, list(ast.literal_eval(right))]}
            return {"!": [inside]} if isinstance(node.ops[0], ast.NotIn) else inside
        return {SIGNS[type(node.ops[0])]: [left, ast.literal_eval(right)]}
    return {"var": node.id} if isinstance(node, ast.Name) else ast.literal_eval(node)


def finders(pack: Pack) -> dict[str, tuple[Callable[[Any], Any], Finder]]:
    """Return name -> (what a case is turned into beforehand, how the rules that fire are found)."""
    rows = pack.tables["findings"]
    names = [row.id for row in rows]
    engine = engine_of(pack)
    library = datalogic_py.Engine()
    session = library.session()
    logic = [library.compile(as_json_logic(expanded(pack, row.when.source))) for row in rows]
    plain = [rule_engine.Rule(ast.unparse(expanded(pack, row.when.source)).replace("True", "true")) for row in rows]

    def ours(case: Any) -> list[str]:
        found = engine._find(case["facts"], case["context"], case["author_history"], case, {})[0]  # noqa: SLF001
        return [names[number] for number in found]

    def by_hand(case: Any) -> list[str]:
        return [name for name, holds in RULES.items() if holds(case)]

    def by_datalogic(handle: Any) -> list[str]:
        answers = session.evaluate_many(logic, handle)
        return [name for name, answer in zip(names, answers, strict=True) if answer == "true"]

    def by_rule_engine(values: Any) -> list[str]:
        return [name for name, one in zip(names, plain, strict=True) if one.matches(values)]

    def same(case: Any) -> Any:
        return case

    def handle(values: Any) -> Any:
        return datalogic_py.DataHandle(json.dumps(values))

    def flatten(case: Any) -> Any:
        return flat(pack, case)

    return {
        "compiled by the kit": (same, ours),
        "hand-written functions": (same, by_hand),
        "datalogic-py": (flatten, lambda values: by_datalogic(handle(values))),
        "datalogic-py, case in its own form before": (lambda case: handle(flat(pack, case)), by_datalogic),
        "rule-engine": (flatten, by_rule_engine),
    }


def seconds_a_case(find: Finder, given: list[Any]) -> float:
    """Return the least time per case over a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for case in given:
            find(case)
        times.append((time.perf_counter() - start) / len(given))
    return min(times)


def measure_finding(pack: Pack, cases: list[Any]) -> list[dict[str, Any]]:
    """Return one row per way of finding, refused where two ways find different rules."""
    rows: list[dict[str, Any]] = []
    expected = None
    for name, (prepare, find) in finders(pack).items():
        given = [prepare(case) for case in cases]
        found = [find(case) for case in given]
        expected = expected or found
        if found != expected:
            message = f"{name} finds other rules than the kit; nothing was measured"
            raise SystemExit(message)
        rows.append({"way": name, "microseconds": 1e6 * seconds_a_case(find, given)})
    for row in rows:
        row["ratio"] = rows[0]["microseconds"] / row["microseconds"]
    return rows


def spread(work: Callable[[Any], Any], cases: list[Any]) -> dict[str, float]:
    """Return median and 95th percentile in microseconds over cases, each the least of a few rounds."""
    times = sorted(1e6 * min(_timed(work, case) for _ in range(ROUNDS)) for case in cases)
    return {"median": statistics.median(times), "p95": times[int(0.95 * (len(times) - 1))]}


def _timed(work: Callable[[Any], Any], case: Any) -> float:
    start = time.perf_counter()
    work(case)
    return time.perf_counter() - start


def measure_ruling(pack: Pack, cases: list[Any]) -> dict[str, dict[str, float]]:
    """Return the time of a ruling with and without flips, of finding alone and of judging."""
    rulings = {id(case): rule(pack, case, flips=False) for case in cases}
    return {
        "findings alone, by the public call": spread(lambda case: findings(pack, case), cases),
        "ruling without flips": spread(lambda case: rule(pack, case, flips=False), cases),
        "ruling with flips": spread(lambda case: rule(pack, case), cases),
        "judging": spread(lambda case: judge(rulings[id(case)], {"decision": rulings[id(case)]["best"]}), cases),
    }


def measure_loading() -> dict[str, float]:
    """Return the milliseconds of loading every pack from YAML, and from its compiled form."""
    result = {}
    for name in ("leicestershire", "lancashire", "opcc"):
        place = folder(name)
        start = time.perf_counter()
        parts = {"folder": str(place), **read_parts(place)}
        middle = time.perf_counter()
        text = json.dumps(parts)
        ready = time.perf_counter()
        build([json.loads(text)], read_shared(), name)
        end = time.perf_counter()
        result[f"{name}: YAML read"] = 1e3 * (middle - start)
        result[f"{name}: compiled form read and built"] = 1e3 * (end - ready)
    return result


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "cases", nargs="?", default=str(SHIPPED.parent.parent / "tests" / "data" / "cases" / "sample.jsonl")
    )
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    pack = load(PACK)
    cases = [json.loads(line) for line in Path(args.cases).read_text(encoding="utf-8").splitlines()]
    found = {
        "cases": len(cases),
        "rules": len(pack.tables["findings"]),
        "finding": measure_finding(pack, cases),
        "ruling": measure_ruling(pack, cases),
        "loading": measure_loading(),
    }
    if args.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{found['rules']} rules on {found['cases']} cases, one case at a time")
    for row in found["finding"]:
        print(f"  {row['way']:<44}{row['microseconds']:9.2f} us a case   the kit takes {row['ratio']:.3f} of it")
    for name, times in found["ruling"].items():
        print(f"  {name:<44}{times['median']:9.2f} us median   {times['p95']:.2f} us at the 95th percentile")
    for name, took in found["loading"].items():
        print(f"  {name:<46}{took:9.1f} ms")


if __name__ == "__main__":
    main()
