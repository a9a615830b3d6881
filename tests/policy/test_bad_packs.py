"""A pack with faults in it: every one named at once, with file, line, what was found and a hint."""

import shutil
from pathlib import Path

import pytest

from kit.errors import BadInput, Faults
from kit.policy import load, names

SHIPPED = Path(__file__).parent.parent.parent / "kit" / "packs" / "leicestershire"


def broken(tmp_path, file, old, new):
    """Return the folder of a copy of the shipped pack with one text changed."""
    place = tmp_path / "copy"
    if not place.exists():
        shutil.copytree(SHIPPED, place)
    text = (place / file).read_text(encoding="utf-8")
    assert old in text, f"{old!r} is no longer in {file}; choose another text to break"
    (place / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return place


FAULTS = [
    ("rules.yaml", "when: scam_suspected,", "when: scam_suspectd,", "did you mean 'scam_suspected'?"),
    ("rules.yaml", "severity: clear, clauses", "severity: cleer, clauses", "did you mean 'clear'?"),
    ("rules.yaml", "clauses: [LP-P-REMOVE-08]", "clauses: [LP-P-REMOVE-88]", "unknown clause 'LP-P-REMOVE-88'"),
    ("rules.yaml", "no_fault: true", "nofault: true", "findings has no key 'nofault'; did you mean 'no_fault'?"),
    ("rules.yaml", "id: scam,", "id: hate,", "two rows of findings are called 'hate'"),
    ("tables.yaml", "best: digital_desk", "best: digital_dask", "did you mean 'digital_desk'?"),
    ("tables.yaml", "wrong: {none: missing_duty}", "wrong: {none: missing_dutty}", "cannot stand as 'missing_dutty'"),
    ("tables.yaml", "duties: [record_crime]", "duties: [record_crimes]", "unknown duty 'record_crimes'"),
    (
        "tables.yaml",
        "match: {comment_action: [hide]",
        "match: {coment_action: [hide]",
        "did you mean 'comment_action'?",
    ),
    ("clauses.yaml", "modality: must", "modality: mustt", "did you mean 'must"),
    ("clauses.yaml", "kind: graded", "kind: yes", "a bare yes or no; found yes"),
    ("pack.yaml", "title: Leicestershire Police", "title: A\ntitle: B", "the key 'title' stands twice"),
    ("pack.yaml", "definitions:", "definitions: [", "this is not YAML"),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), FAULTS, ids=[row[3] for row in FAULTS])
def test_a_fault_in_a_pack_is_named_with_its_file_and_a_hint(tmp_path, file, old, new, words):
    """The message says where, what was found and what was probably meant."""
    with pytest.raises(Faults) as caught:
        load(broken(tmp_path, file, old, new))
    assert words in str(caught.value)
    assert f"{file}" in str(caught.value)


def test_all_faults_are_shown_together(tmp_path):
    """An author mends several faults in one pass."""
    broken(tmp_path, "rules.yaml", "when: scam_suspected,", "when: scam_suspectd,")
    broken(tmp_path, "rules.yaml", "when: hoax,", "when: hoaxx,")
    place = broken(tmp_path, "tables.yaml", "best: digital_desk", "best: digital_dask")
    with pytest.raises(Faults) as caught:
        load(place)
    assert len(caught.value.faults) == 3


def test_an_unknown_pack_gets_a_hint():
    """A misspelt name is answered with the nearest there is."""
    with pytest.raises(BadInput, match="did you mean 'lancashire'"):
        load("lancashir")


def test_the_three_packs_ship():
    """Leicestershire, Lancashire and the OPCC are found by name."""
    assert {"leicestershire", "lancashire", "opcc"} <= set(names())


def test_a_pack_is_the_same_by_name_and_by_folder():
    """A folder with the same files rules the same."""
    assert load(SHIPPED).clauses == load("leicestershire").clauses


def test_a_clause_not_yet_in_force_is_no_ground(tmp_path):
    """A clause that comes into force later is allowed, and does not decide a case of today."""
    from kit.ruling import rule

    text = (SHIPPED / "clauses.yaml").read_text(encoding="utf-8")
    start = text.index("- id: LP-P-REMOVE-06")
    place = tmp_path / "copy"
    shutil.copytree(SHIPPED, place)
    head, tail = text[:start], text[start:]
    force = tail[tail.index("in_force:") : tail.index("\n", tail.index("in_force:"))]
    (place / "clauses.yaml").write_text(
        head + tail.replace(force, 'in_force: {from: "2030-01-01", to: not_stated}', 1), encoding="utf-8"
    )
    case = {
        "id": "coming",
        "platform": "facebook",
        "account_kind": "main",
        "context": {"when": "2026-11-21T10:00"},
        "author_history": {},
        "facts": {"defamatory": True},
    }
    assert "LP-P-REMOVE-06" in rule(load("leicestershire"), case)["grounds"]
    today = rule(load(place), case)
    assert "LP-P-REMOVE-06" not in today["grounds"]
    assert today["best"]["comment_action"] == "leave"
    later = {**case, "context": {"when": "2031-01-01T10:00"}}
    assert "LP-P-REMOVE-06" in rule(load(place), later)["grounds"]


def test_a_clause_that_is_coming_is_shown_as_coming(tmp_path):
    """On a day before it starts the clause is described as not in force yet."""
    from kit.cli.pack import describe

    place = tmp_path / "copy"
    shutil.copytree(SHIPPED, place)
    text = (place / "clauses.yaml").read_text(encoding="utf-8")
    (place / "clauses.yaml").write_text(text.replace("2023-01-01", "2030-01-01"), encoding="utf-8")
    assert "coming: not in force yet" in "\n".join(describe(load(place), "LP-P-X-01", "2026-11-21"))
    assert "coming" not in "\n".join(describe(load(SHIPPED), "LP-P-X-01", "2026-11-21"))


def test_two_packs_of_one_name_are_refused(tmp_path, monkeypatch):
    """A package that offers a pack under a shipped name is named, and neither is used."""
    info = tmp_path / "other_rules-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other-rules\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[house_rules.packs]\nopcc = other_rules:PLACE\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    load.__globals__["_load"].cache_clear()
    with pytest.raises(BadInput, match="two packs are called 'opcc'"):
        load("opcc")


def test_a_pack_offered_by_another_package_is_found(tmp_path, monkeypatch):
    """An entry point that gives a folder makes its pack loadable by name."""
    info = tmp_path / "fen_rules-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fen-rules\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[house_rules.packs]\nfenshire = fen_rules:PLACE\n", encoding="utf-8")
    (tmp_path / "fen_rules.py").write_text(f"PLACE = {str(SHIPPED)!r}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert load("fenshire").title == "Leicestershire Police"
