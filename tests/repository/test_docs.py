"""The glossary has every word of the closed lists it explains."""

import pkgutil
import re

import pytest

from kit import cli
from kit.__main__ import HELPERS
from kit.terms import ERRORS, FIELDS
from tests.system import ROOT

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("field", FIELDS)
def test_the_glossary_gives_every_field_its_choices_in_order(field: str) -> None:
    assert f"| `{field}` | {', '.join(f'`{value}`' for value in FIELDS[field])} |" in GLOSSARY


def test_the_glossary_explains_every_kind_of_error_in_order() -> None:
    part = GLOSSARY.split("### Kinds of error")[1].split("##")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \| .+ \|$", part, re.MULTILINE)) == tuple(ERRORS)


def test_no_word_is_explained_twice() -> None:
    words = [
        word for word in re.findall(r"^\| ([a-z ]+) \|", GLOSSARY, re.MULTILINE) if word not in {"say", "field", "kind"}
    ]
    assert len(words) == len(set(words)) > 40


def test_readme_lists_the_verbs_that_kit_has_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`kit ([a-z]+)", readme))
    assert sorted(listed) == sorted({module.name for module in pkgutil.iter_modules(cli.__path__)} - HELPERS)
