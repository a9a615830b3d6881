"""Strict YAML: no duplicate key, no bare yes/no/on/off, and the line of every value kept.

PyYAML keeps the last of two equal keys silently and reads ``NO: no`` as ``False: False``; authored
policy must not depend on either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kit.errors import Fault, Faults

try:
    import yaml
except ImportError:  # a browser's Python has none, and lives on the compiled forms
    yaml = None

BARE = {"yes", "no", "on", "off", "y", "n"}
LINE = "__line__"
"""Key under which every mapping keeps the line it starts on (removed by ``without_lines``)."""

COMPILE = "where PyYAML is, run: kit pack check PACK (for each), kit scenarios check"


def read(path: Path) -> Any:
    """Return the data of one YAML file; every mapping carries its line under ``__line__``.

    Raises Faults naming file and line of every duplicate key and bare word, or the syntax error; and where
    there is no PyYAML, since then no up-to-date compiled form was found either.
    """
    if yaml is None:
        raise Faults([Fault(where=str(path), what="not compiled since it changed, and no PyYAML here", todo=COMPILE)])
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = getattr(error, "problem", None) or str(error)
        raise Faults([Fault(where=place, what="this is not YAML", found=str(problem))]) from None
    except OSError as error:
        raise Faults([Fault(where=str(path), what="cannot be read", found=error.strerror or str(error))]) from None
    faults: list[Fault] = []
    data = _build(node, path, faults) if node is not None else {}
    if faults:
        raise Faults(faults)
    return data


def without_lines(data: Any) -> Any:
    """Return the same data without the kept line numbers."""
    if isinstance(data, dict):
        return {key: without_lines(value) for key, value in data.items() if key != LINE}
    if isinstance(data, list):
        return [without_lines(value) for value in data]
    return data


def _build(node: yaml.Node, path: Path, faults: list[Fault]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, faults)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, path, faults) for item in node.value]
    return _scalar(node, path, faults)


def _mapping(node: yaml.MappingNode, path: Path, faults: list[Fault]) -> dict[Any, Any]:
    result: dict[Any, Any] = {LINE: node.start_mark.line + 1}
    for key_node, value_node in node.value:
        key = _scalar(key_node, path, faults)
        if key in result:
            where = f"{path}:{key_node.start_mark.line + 1}"
            faults.append(Fault(where=where, what=f"the key {key!r} stands twice", todo="keep one of them"))
        result[key] = _build(value_node, path, faults)
    return result


def _scalar(node: yaml.Node, path: Path, faults: list[Fault]) -> Any:
    tag, value = node.tag.rsplit(":", 1)[-1], node.value
    if tag == "bool" and value.lower() in BARE:
        faults.append(
            Fault(
                where=f"{path}:{node.start_mark.line + 1}",
                what="a bare yes or no",
                found=value,
                todo="write true or false, or put the word in quotes",
            )
        )
    if tag == "bool":
        return value.lower() in {"true", "yes", "on", "y"}
    if tag == "int":
        return int(value.replace("_", ""), 0) if not value.startswith("0") or value == "0" else value
    if tag == "float":
        return float(value)
    return None if tag == "null" else value
