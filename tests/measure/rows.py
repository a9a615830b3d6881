"""Rows made by hand, for measures that look at facts and rulings."""

from kit.measure.sample import Row
from kit.terms import CONTEXT, HISTORY


def row(text, *, scenario="one", pattern="p", facts=None, history=None, **context):
    """Return a row of the sample with these words and facts."""
    case = {
        "id": "x",
        "policy": "leicestershire",
        "platform": "facebook",
        "account_kind": "main",
        "context": {**CONTEXT, "when": "2026-11-21T10:00", "post_topic": "", **context},
        "author_history": {**HISTORY, **(history or {})},
        "comment": text,
        "facts": facts or {},
    }
    return Row(scenario=scenario, pattern=pattern, case=case, post="A post.", parent=None)
