"""The ways in: README's lines, conda's file, the lock and .ci/run all lead to the same thing."""

import json
import re
import shlex
import tomllib

import pytest
import yaml

from tests.repository.files import name, under
from tests.system import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
DEPENDENCIES = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
NAME = re.compile(r"[A-Za-z0-9_.-]+")
LOCKED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[\w.!+-]+)(?: ; (?P<marker>.+))?$")

_BASH = re.findall(r"^```bash\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
_POWERSHELL = re.findall(r"^```powershell\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def requirement(text: str) -> tuple[str, str]:
    """Return the name and the versions of one requirement, as `("pandas", ">=3.0,<4")`."""
    found = NAME.match(text)
    assert found, text
    return found[0].lower(), text[found.end() :].replace(" ", "")


def bash_commands(line: str) -> list[list[str]]:
    """Return the commands of a bash line that goes on only while all goes well."""
    return [shlex.split(command) for command in line.strip().split(" && ")]


def powershell_commands(line: str) -> list[list[str]]:
    """Return the same of a PowerShell line: every command after the first within `if ($?) { }` of the one before."""
    head, *rest = line.strip().split("; if ($?) { ")
    closing = " }" * len(rest)
    assert line.strip().endswith(closing), "the braces do not close at the end"
    commands = [head, *rest]
    commands[-1] = commands[-1].removesuffix(closing)
    return [_as_on_linux(command.split()) for command in commands]


def _as_on_linux(words: list[str]) -> list[str]:
    """Return a Windows command with its program and quotes spelled as on Linux."""
    program = words[0].replace(".venv\\Scripts\\", ".venv/bin/")
    return ["python3" if program == "py" else program, *(word.strip('"') for word in words[1:])]


def test_readme_gives_two_lines_for_bash_and_the_same_two_for_powershell() -> None:
    assert [len(block.strip().splitlines()) for block in (*_BASH, *_POWERSHELL)] == [1, 1, 1, 1]
    assert [powershell_commands(line) for line in _POWERSHELL] == [bash_commands(line) for line in _BASH]


def test_the_first_line_opens_the_first_notebook_and_the_second_adds_the_tests() -> None:
    start, tests = (bash_commands(line) for line in _BASH)
    assert start[:1] == tests[:1], "both begin from nothing, in the same way"
    assert [word.replace(".[test]", ".") for word in tests[1]] == start[1], "the second installs the test extra as well"
    assert start[-1][:2] in ([".venv/bin/jupyter", "lab"], [".venv/bin/kit", "start"])
    if start[-1][1] == "lab":
        assert (ROOT / start[-1][-1]).is_file(), f"README opens {start[-1][-1]}, and there is no such file"
    assert tests[-1][:3] == [".venv/bin/python", "-m", "pytest"]


def test_both_lines_are_held_to_the_lock() -> None:
    for line in _BASH:
        words = shlex.split(line)
        assert words[words.index("-c") + 1] == "requirements.lock"


def test_readme_says_that_powershell_was_not_run() -> None:
    before = README.split("```powershell")[:-1]
    assert ["not run" in text[-120:] or "could not run" in text[-120:] for text in before] == [True, True]


def test_conda_installs_the_packages_and_versions_of_pyproject() -> None:
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    named = dict(requirement(line) for line in conda if isinstance(line, str))
    assert named.pop("python") == PROJECT["requires-python"]
    assert named.pop("pip") == ""
    assert named == dict(map(requirement, PROJECT["dependencies"]))
    assert [line for line in conda if isinstance(line, dict)] == [{"pip": ["-e ."]}]


def lock() -> list[tuple[str, str]]:
    """Return the names and versions of the lock."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    found = [LOCKED.match(line) for line in lines]
    assert None not in found, f"the lock holds more than names and versions: {lines[found.index(None)]}"
    return [(match["name"], match["version"]) for match in found if match]


def test_the_lock_has_every_package_asked_for_in_a_version_that_will_do() -> None:
    asked = [*PROJECT["dependencies"], *(each for extra in PROJECT["optional-dependencies"].values() for each in extra)]
    locked: dict[str, list[str]] = {}
    for package, version in lock():
        locked.setdefault(package, []).append(version)
    bad = [
        f"{package}{versions}: {locked.get(package)}"
        for package, versions in map(requirement, asked)
        if not _fits(locked.get(package), versions)
    ]
    assert bad == [], "make the lock again (docs/dependencies.md)"


def _fits(found: list[str] | None, versions: str) -> bool:
    """Say whether all locked versions are within a range such as `>=3.0,<4` or `==1.2.3`."""
    return bool(found) and all(_within(version, bound) for version in found or () for bound in versions.split(","))


def _within(version: str, bound: str) -> bool:
    """Say whether a version keeps one bound; only the signs that we use are known."""
    sign, limit = re.fullmatch(r"(>=|<|==)([\d.]+)", bound).groups()  # type: ignore[union-attr]
    ours, theirs = ([int(part) for part in re.findall(r"\d+", text)] for text in (version, limit))
    return {">=": ours >= theirs, "<": ours < theirs, "==": ours == theirs}[sign]


def test_the_lock_from_npm_records_no_address_and_every_package_is_pinned() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [path for path, entry in locked.items() if "resolved" in entry] == []
    assert {
        path: entry["version"]
        for path, entry in locked.items()
        if path.removeprefix("node_modules/") in package["devDependencies"]
    } == {f"node_modules/{each}": version for each, version in package["devDependencies"].items()}
    assert "dependencies" not in package, "the product itself needs nothing from npm"


def test_ci_runs_the_readme_test_line_and_no_copy_of_it() -> None:
    pattern = re.search(r"grep -E '(.+)' README\.md", CI)
    assert pattern
    assert [line for line in README.splitlines() if re.search(pattern[1], line)] == [_BASH[1].strip()]
    assert "venv --without-pip" not in CI


def test_ci_lets_nothing_be_skipped_and_installs_every_package_a_test_names() -> None:
    assert "export HOUSE_RULES_NO_SKIP=1" in CI
    installed = set(re.search(r"^packages=\((.*)\)", CI, re.MULTILINE)[1].split())  # type: ignore[index]
    calls = re.compile(r"\bneeds(?:_perl)?\(\s*\"[^\"]+\",\s*(?:package=)?\"([^\"]+)\"")
    tests = [path for path in under("tests", ends=".py") if path.parent.name != "repository"]
    named = {package for path in tests for package in calls.findall(path.read_text(encoding="utf-8"))}
    assert named, "no test names a package: is the pattern right?"
    assert named - {"perl", "nodejs"} <= installed


@pytest.mark.parametrize(
    "package", [requirement(each)[0] for each in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]]
)
def test_every_package_is_explained(package: str) -> None:
    assert re.search(rf"^\| {re.escape(package)} \| .+ \| .+ \|$", DEPENDENCIES, re.MULTILINE), (
        "add it to docs/dependencies.md"
    )


def test_every_package_from_npm_and_debian_is_explained() -> None:
    from_npm = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    from_debian = re.search(r"^packages=\((.*)\)", CI, re.MULTILINE)[1].split()  # type: ignore[index]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in DEPENDENCIES.splitlines() if line.startswith("| ")]
    assert [each for each in [*from_npm, *from_debian] if each not in rows] == []


def test_what_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(links) > 3
    assert [link for link in links if not (ROOT / link).is_file()] == []


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CHANGELOG.md", *under("docs", ends=".md")], ids=name)
def test_prose_has_one_sentence_a_line(path) -> None:
    fenced = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    prose = [line for line in fenced.splitlines() if not line.startswith(("|", "#", "    "))]
    assert [
        line for line in prose if re.search(r"(?<!\be\.g)(?<!\bi\.e)[.!?] +[A-Z]", re.sub(r"`[^`]*`", "x", line))
    ] == []
