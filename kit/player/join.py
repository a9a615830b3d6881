"""Joins the modules of `kit/web` into the one text that a notebook can load.

anywidget loads its module from a Blob address, from which `./dial.js` leads nowhere. So the modules are put one
after the other in import order, each in a function of its own: a name may stand in two modules.
"""

from __future__ import annotations

import re
from pathlib import Path

from kit.errors import BadInput

_IMPORT = re.compile(
    r'^import\s+(?:(?P<names>\{[^}]*\})\s+from\s+)?["\'](?P<path>\./[\w./-]+)["\'];?[^\S\n]*$',
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function\*?|class|const|let)\s+(\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export\s+default\s+", re.MULTILINE)
_LEFT = re.compile(r"^(?:import\b|export\b).*|\bimport\.meta\b|(?<!\{)\bimport\(", re.MULTILINE)


def joined(entry: Path) -> str:
    """Return `entry` and all it imports as one module with the same default export.

    Raises BadInput for a missing module, a circle of imports, or a form of import or export that a joined text
    cannot keep: a silent change of meaning would be worse than a refusal.
    """
    names: dict[Path, str] = {}
    parts: list[str] = []

    def visit(path: Path, asked_by: str) -> None:
        if names.get(path) == "":
            raise BadInput(
                f"{asked_by}: imports {path.name}, which imports it in turn; move what both need to a third module"
            )
        if path in names:
            return
        if not path.is_file():
            raise BadInput(
                f"{asked_by}: imports {path.name}, and there is no such module in {path.parent}; install again"
            )
        names[path], text = "", path.read_text(encoding="utf-8")
        for found in _IMPORT.finditer(text):
            visit((path.parent / found["path"]).resolve(), path.name)
        names[path] = f"m{len(parts)}_{path.stem}".replace("-", "_")
        parts.append(f"const {names[path]} = (() => {{\n{_body(path, text, names)}\n}})();")

    visit(entry.resolve(), "the player")
    return "\n".join([*parts, f"export default {names[entry.resolve()]}.default_;", ""])


def _body(path: Path, text: str, names: dict[Path, str]) -> str:
    """Return one module's text as the inside of a function that returns what the module exports."""

    def taken(found: re.Match[str]) -> str:
        module = names[(path.parent / found["path"]).resolve()]
        return f"const {found['names'].replace(' as ', ': ')} = {module};" if found["names"] else ""

    exported = _EXPORT.findall(text) + (["default_"] if _DEFAULT.search(text) else [])
    text = _DEFAULT.sub("const default_ = ", _EXPORT.sub("", _IMPORT.sub(taken, text)))
    if left := _LEFT.search(text):
        raise BadInput(
            f"{path.name}: cannot join {left[0].strip()!r}; use import {{ name }} from './x.js' and export before a name"
        )
    return f"{text}\nreturn {{ {', '.join(exported)} }};"
