"""All that the law says of a moment, in one go, and as the timeline of a thread."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.context.anonymity import anonymity_at, spells
from kit.context.case_line import Clock
from kit.context.clock import case_line, proceedings_at
from kit.context.events import stop_on
from kit.context.moments import as_text, read_moment
from kit.errors import Fault


def law_at(events: Any, moment: str, law: Mapping[str, Any]) -> dict[str, Any]:
    """Return the proceedings fields and the anonymity of a context at a moment, with why under ``because``.

    ``events`` may hold steps of a case and protections. Raises Faults with everything that is wrong.
    """
    faults: list[Fault] = []
    read_moment(moment, "moment", faults)
    _read(events, law, faults)
    case, protection = proceedings_at(events, moment, law), anonymity_at(events, moment, law)
    rows = [*case["because"]["law"], *protection["because"]["law"]]
    return {**case, **protection, "because": {**case["because"], "law": list(dict.fromkeys(rows))}}


def law_timeline(events: Any, law: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the changes of context a timeline brings: ``[{"at", "set": {...}}]``, as a thread holds them.

    Worked-out moments are among them: a warrant that lapses, a protection that runs out. Raises Faults.
    """
    changes, before = [], _said(law_at([], "1900-01-01", law))
    for at in _read(events, law, []):
        now = _said(law_at(events, at, law))
        changed = {name: value for name, value in now.items() if value != before[name]}
        if changed:
            changes.append({"at": at, "set": changed})
        before = now
    return changes


def _read(events: Any, law: Mapping[str, Any], faults: list[Fault]) -> list[str]:
    """Return the moments at which something changes; raise the faults given and all of the timeline, each once."""
    line = case_line(events, law, Clock(law), faults)
    protections = spells(events, law, faults)
    stop_on(list(dict.fromkeys(faults)))
    times = {standing.at for standing in line[1:]}
    times |= {moment for _, *both in protections for moment in both if moment is not None}
    return [as_text(moment) for moment in sorted(times)]


def _said(found: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name != "because"}
