"""Timelines as the tests write them: one event a line, `2026-03-01 arrest`, and the law they are read by."""

import copy

import pytest

from kit.errors import Faults
from tests.packs.data import common

LAW = common("law")
PROCEEDINGS = ("proceedings_active", "proceedings_trigger", "proceedings_stage", "trial_mode")


def events(*lines):
    """Return events from lines such as `2026-03-01T09:30 charge trial_mode=jury`."""
    found = []
    for line in lines:
        at, event, *details = line.split()
        found.append({"at": at, "event": event, **dict(detail.split("=") for detail in details)})
    return found


def law_with(part="clock", **changes):
    """Return the law with events of one part changed, as an overlay changes them."""
    law = copy.deepcopy(LAW)
    for event, change in changes.items():
        law[part]["events"].setdefault(event, {}).update(change)
    return law


def faults_of(function, *arguments, **options):
    """Return the faults a call raises, as lines."""
    with pytest.raises(Faults) as raised:
        function(*arguments, **options)
    return [str(fault) for fault in raised.value.faults]
