"""The joined text of the front-end behaves as its modules do, and refuses what it cannot keep."""

import json
import subprocess
from pathlib import Path

import pytest

from kit.errors import BadInput
from kit.player.join import joined
from tests.system import ROOT, node

MODULES = {
    "words.js": "const hidden = 'words';\nexport const GREETING = 'hello';\nexport function shout(text) {\n  return text.toUpperCase();\n}\n",
    "count.js": 'import { GREETING as start } from "./words.js";\nconst hidden = "count";\nexport let made = 0;\n'
    "export class Counter {\n  next() {\n    return `${start} ${hidden}`;\n  }\n}\nexport async function later() {\n  return made;\n}\n",
    "entry.js": 'import { shout,\n  GREETING } from "./words.js";\nimport { Counter, later } from "./count.js";\nimport "./words.js";\n'
    "const hidden = 'entry';\nexport const answer = 1;\n"
    "export default { say: async () => [shout(GREETING), new Counter().next(), hidden, await later()] };\n",
}
ENTRY = ROOT / "kit" / "web" / "player.js"
REFUSED = {
    "a whole module under one name": 'import * as words from "./words.js";\nexport default 1;\n',
    "an export passed on": 'export { shout } from "./words.js";\nexport default 1;\n',
    "an import at run time": 'export default () => import("./words.js");\n',
    "an address of its own": "export default import.meta.url;\n",
    "a module that is not there": 'import { a } from "./nowhere.js";\nexport default a;\n',
    "a package from elsewhere": 'import { a } from "somewhere";\nexport default a;\n',
    "a circle": 'import { a } from "./entry.js";\nexport default a;\n',
}


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A folder of three modules that import each other, with names that clash."""
    for name, text in MODULES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def said(module: Path) -> object:
    """Return what the default export of a module says, in Node."""
    script = f"import main from {json.dumps(module.as_uri())}; console.log(JSON.stringify(await main.say()));"
    done = subprocess.run(
        [node(), "--input-type=module", "-e", script],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_the_joined_text_does_what_the_modules_do(modules: Path) -> None:
    one = modules / "one.mjs"
    one.write_text(joined(modules / "entry.js"), encoding="utf-8")
    for path in modules.glob("*.js"):
        path.rename(path.with_suffix(".mjs"))
        path.with_suffix(".mjs").write_text(MODULES[path.name].replace('.js"', '.mjs"'), encoding="utf-8")
    assert said(one) == said(modules / "entry.mjs") == ["HELLO", "hello count", "entry", 0]


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_joined_is_refused(modules: Path, text: str) -> None:
    (modules / "entry.js").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"entry\.js"):
        joined(modules / "entry.js")


def test_every_module_of_the_player_is_joined_once_and_is_sound(tmp_path: Path) -> None:
    text = joined(ENTRY)
    (tmp_path / "player.mjs").write_text(text, encoding="utf-8")
    subprocess.run([node(), "--check", str(tmp_path / "player.mjs")], check=True)
    assert text.count("export default") == 1
