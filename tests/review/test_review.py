"""The policy owner's tools: a sound pack passes, a gap is named, a diff shows what flips, a new pack is whole."""

import contextlib
import json
import shutil
import subprocess
import sys

import pytest

from kit.errors import BadInput, Faults, StorageError
from kit.policy import load, names
from kit.policy.cases import as_given, load_cases
from kit.policy.load import SHIPPED, compile_pack, overlays
from kit.review import check, coverage, diff, new_pack
from kit.ruling import rule

COMMENT = {
    "platform": "facebook",
    "account_kind": "main",
    "author_history": {},
    "comment": "",
    "policy": "leicestershire",
}
TODAY = "2026-11-21"
ARRESTED = {
    "proceedings_active": True,
    "proceedings_trigger": "arrested",
    "proceedings_stage": "arrested",
    "trial_mode": "not_known",
}


def kit(*arguments):
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kit", *map(str, arguments)], capture_output=True, text=True, check=False
    )


def changed_copy(tmp_path, file, old, new):
    """Return the folder of a copy of Leicestershire's pack with one text changed."""
    place = tmp_path / "copy"
    shutil.copytree(SHIPPED / "leicestershire", place)
    text = (place / file).read_text(encoding="utf-8")
    assert old in text
    (place / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return place


@pytest.mark.parametrize("name", names())
def test_every_pack_that_ships_is_sound(name):
    """No graded clause without rule and case, no row that cannot decide, no case its rules do not keep."""
    assert [str(fault) for fault in check(load(name), today=TODAY)] == []


def test_a_row_that_can_never_be_first_is_named(tmp_path):
    """A row put behind one that always holds is found without running a single case."""
    old = "- {id: anything_else, when: always, best: none, accept: all, clauses: [LP-P-USE-04]}"
    dead = old.replace("anything_else", "never_reached").replace("always", "rhetoric")
    pack = load(changed_copy(tmp_path, "tables.yaml", old, f"{old}\n{dead}"))
    assert any("never_reached" in fault.what for fault in check(pack, today=TODAY))


def test_a_row_that_contradicts_itself_is_named(tmp_path):
    """A condition that no case can meet is found."""
    pack = load(
        changed_copy(tmp_path, "rules.yaml", "when: scam_suspected,", "when: scam_suspected and not scam_suspected,")
    )
    assert any("'scam'" in fault.what for fault in check(pack, today=TODAY))


def test_a_graded_clause_left_without_rule_or_case_is_named(tmp_path):
    """Take the only rule that cites a clause away and the check says so."""
    pack = load(changed_copy(tmp_path, "rules.yaml", "clauses: [LP-P-REMOVE-06]", "clauses: [LP-G-AIM-03]"))
    assert any(fault.where == "LP-P-REMOVE-06" and "no rule" in fault.what for fault in check(pack, today=TODAY))


def test_a_document_dated_in_the_future_is_named(tmp_path):
    """A date after today cannot be right."""
    pack = load(changed_copy(tmp_path, "documents.yaml", '"2022-10-16"', '"2032-10-16"'))
    assert any("dated in the future; found 2032-10-16" in str(fault) for fault in check(pack, today=TODAY))


def test_a_changed_rule_is_caught_by_the_packs_own_cases(tmp_path):
    """Soften one finding and a case of the pack no longer holds."""
    pack = load(
        changed_copy(
            tmp_path,
            "rules.yaml",
            "{id: looks, when: insults_appearance and not mild_language, severity: clear",
            "{id: looks, when: insults_appearance and not mild_language, severity: tolerated",
        )
    )
    assert any("case LE-C-" in fault.where for fault in check(pack, today=TODAY))


def test_coverage_has_a_row_for_every_clause():
    """Graded clauses have rules and cases; the scenarios and contrasts that name a clause are listed."""
    pack = load("opcc")
    rows = {row["clause"]: row for row in coverage(pack, {"surgery": ["OPCC-HIDE-01"]}, {"op-slug": ["OPCC-HIDE-01"]})}
    assert list(rows) == list(pack.clauses)
    assert rows["OPCC-HIDE-01"]["scenarios"] == ["surgery"]
    assert rows["OPCC-HIDE-01"]["contrasts"] == ["op-slug"]
    assert all(row["rules"] and row["cases"] for row in rows.values() if row["kind"] == "graded")


def test_active_from_charge_lets_a_remark_after_arrest_stand():
    """The recommendation flips a character remark after an arrest and leaves one after a charge alone."""
    case = {**COMMENT, "id": "a", "context": ARRESTED, "facts": {"contempt_character": True, "about_live_case": True}}
    charged = {**case, "context": {**ARRESTED, "proceedings_stage": "charged", "proceedings_trigger": "charged"}}
    now, then = load("leicestershire"), load("leicestershire+active-from-charge")
    found = diff(now, then, [case, charged])
    assert [flip["changes"]["comment_action"] for flip in found["flips"]] == [["remove", "leave"]]
    assert {"table": "definitions", "row": "live_case", "change": "changed"} in found["rows"]


def test_law_only_keeps_what_the_law_covers_and_says_what_it_is():
    """Threats stay wrong, swearing is let go, and the note says it is no advice."""
    pack = load("leicestershire+law-only")
    threat = {**COMMENT, "id": "t", "context": {}, "facts": {"credible_threat": True}}
    swearing = {**COMMENT, "id": "s", "context": {}, "facts": {"profanity_open": True, "swearing": "strong"}}
    assert rule(pack, threat)["best"]["comment_action"] == "remove"
    assert rule(pack, swearing)["best"]["comment_action"] == "leave"
    assert "not advice" in pack.data["pack"]["overlays"][0]["note"]


def test_naming_transgender_identity_in_the_annex_changes_no_decision():
    """No case flips; the clause's words change, and the doubt about the lists goes for that characteristic."""
    case = {**COMMENT, "id": "h", "context": {}, "facts": {"slur": True, "characteristic": "transgender"}}
    now, then = load("leicestershire"), load("leicestershire+transgender-in-annex")
    found = diff(now, then, [as_given("leicestershire", row) for row in load_cases("leicestershire")])
    assert (found["flips"], [row["clause"] for row in found["clauses"]]) == ([], ["LP-P-REMOVE-04"])
    assert "CF-02" in rule(now, case)["why"]
    assert "CF-02" not in rule(then, case)["why"]


def test_overlays_leave_the_shared_data_as_it_was():
    """Loading a pack with an overlay changes nothing for the pack without it."""
    before = load("opcc").hash
    for name in overlays():
        with contextlib.suppress(Faults):
            load(f"opcc+{name}")
    load.__globals__["_load"].cache_clear()
    assert load("opcc").hash == before


def test_a_new_pack_is_whole_and_named(tmp_path):
    """The copy loads, carries its own name, and is refused where one stands already."""
    place = new_pack("fenshire", tmp_path, "lancashire")
    assert load(place).title.startswith("fenshire")
    with pytest.raises(BadInput, match="there already"):
        new_pack("fenshire", tmp_path, "lancashire")
    with pytest.raises(BadInput, match="lower-case"):
        new_pack("Fen Shire", tmp_path, "lancashire")


def test_a_new_pack_that_cannot_be_written_leaves_nothing(tmp_path):
    """A file in the way of the folder is one clear error."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot be written"):
        new_pack("fenshire", blocked, "lancashire")


def test_the_compiled_form_is_the_same_pack_and_is_refused_when_the_yaml_changes(tmp_path):
    """JSON and YAML give one hash; a changed file is read from the YAML again."""
    place = tmp_path / "copy"
    shutil.copytree(SHIPPED / "opcc", place)
    plain = load(place).hash
    compile_pack(str(place))
    (SHIPPED / "common" / "compiled.json").unlink()
    load.__globals__["_load"].cache_clear()
    assert (place / "compiled.json").exists()
    assert load(place).hash == plain
    head = (place / "pack.yaml").read_text(encoding="utf-8")
    (place / "pack.yaml").write_text(head.replace("title: ", "title: The "), encoding="utf-8")
    load.__globals__["_load"].cache_clear()
    assert load(place).title.startswith("The ")


def test_a_sound_pack_in_a_folder_that_takes_no_compiled_form_is_still_sound(tmp_path):
    """The compiled form only saves time: where it cannot be written, one sentence says so and nothing fails."""
    place = tmp_path / "copy"
    shutil.copytree(SHIPPED / "opcc", place, ignore=shutil.ignore_patterns("compiled.json"))
    (place / "compiled.json").mkdir()
    done = kit("pack", "check", str(place))
    assert done.returncode == 0, done.stderr
    assert "not compiled: " in done.stdout
    assert "cannot be written" in done.stdout


def test_the_command_line_shows_a_difference_with_examples():
    """``kit pack diff`` names rules, counts flips and quotes cases; as JSON it lists them all."""
    words = kit("pack", "diff", "leicestershire", "leicestershire+active-from-charge")
    assert "definitions live_case: changed" in words.stdout
    assert "comment_action: remove -> leave" in words.stdout
    data = json.loads(kit("pack", "diff", "leicestershire", "leicestershire+law-only", "--json").stdout)
    assert len(data["flips"]) > 50
    assert kit("pack", "check", "no-such-pack").returncode == 2
