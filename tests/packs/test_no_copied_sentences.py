"""Facts of the five documents carry over; their sentences do not."""

import json

import pytest

from tests.packs.data import DATA, load
from tests.packs.shingles import RUN, copied, hashed, known, runs, words
from tests.repository.files import name, ours, text_of
from tests.system import ROOT

FOLDERS = ("kit", "scenarios", "docs", "notebooks", "solutions")
FILES = ("README.md", "CHANGELOG.md", "pyproject.toml", "environment.yml")
PRIVATE = json.loads((DATA / "private.json").read_text(encoding="utf-8"))
"""Hashes of the people, numbers and addresses in the documents, by how many words each has."""
TITLES = [entry["title"] for entry in load(DATA / "titles.yaml")["titles"]]


def shown():
    """Return every file whose text a reader may see."""
    folders = [ROOT / folder for folder in FOLDERS]
    chosen = [path for path in ours() if any(path.is_relative_to(folder) for folder in folders)]
    return chosen + [ROOT / file for file in FILES if (ROOT / file).exists()]


def readable(path):
    """Return a file's text; of a notebook its cells, lines joined as they are read."""
    text = text_of(path) or ""
    if path.suffix == ".ipynb":
        return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return text


def test_no_sentence_of_the_documents_is_copied():
    """No run of eight words of a pack, scenario, page or notebook stands in a document, titles apart."""
    found = {name(path): runs_ for path in shown() if (runs_ := copied(readable(path), TITLES))}
    assert not found


def test_the_hashes_are_those_of_whole_documents():
    """There are thousands of runs, so a file that was cut or emptied does not pass for clean."""
    assert len(known()) > 5_000
    assert all(len(entry) == len(hashed(["a"])) for entry in known())


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_is_allowed_is_in_the_documents_and_used(title):
    """The list of exceptions holds nothing it does not need; and a title is caught where it is not allowed."""
    assert copied(title)
    assert len(words(title)) >= RUN
    assert any(" ".join(words(title)[:RUN]) in " ".join(words(readable(path))) for path in shown())


def test_punctuation_and_case_do_not_hide_a_copy():
    """The same words in other clothes are still the same words."""
    disguised = "YOUR comment -- has 'grounds': to/be, removed; if"
    assert copied(disguised)
    assert not copied(disguised, [disguised])
    assert list(runs("a b c d e f g")) == []


def test_no_person_number_or_address_of_the_documents_is_in_the_product():
    """The documents name people and give numbers; the kit keeps none of them."""
    for length, hashes in PRIVATE.items():
        for path in shown():
            found = [run for run in runs(readable(path), int(length)) if hashed(run) in hashes]
            assert not found, name(path)
