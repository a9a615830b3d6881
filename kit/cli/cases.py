"""Cases and the packs they are ruled under, read and checked together for the verbs that need both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from kit.cli.lines import read_lines
from kit.context import check_case
from kit.errors import Fault, Faults
from kit.policy import Pack, load


def read_cases(path: str, pack: str | None) -> tuple[list[dict[str, Any]], dict[str, Pack]]:
    """Return the cases of a file and name -> pack; ``pack`` is used for all of them when it is given.

    Raises Faults with every fault of every case, platforms the organisation is not on included.
    """
    cases = read_lines(path, partial(check_case, pack_given=pack is not None))
    packs = {name: load(name) for name in ({pack} if pack else {case["policy"] for case in cases})}
    faults = [fault for case in cases for fault in _elsewhere(case, packs[pack or case["policy"]], path)]
    if faults:
        raise Faults(faults)
    return cases, packs


def _elsewhere(case: Mapping[str, Any], pack: Pack, path: str) -> list[Fault]:
    reason = pack.not_on(case["platform"])
    where = f"{path} {case.get('id')} platform"
    return (
        [Fault(where=where, what=reason.rstrip("."), found=case["platform"], todo="name another platform")]
        if reason
        else []
    )
