"""What is known of an author at a moment, counted from what happened to them and what they did.

Everything in the list is known at its own moment. "In the last month" is one calendar month up to and
including the moment: from just after the same hour of the month before, or of that month's last day
where it is shorter. No document says how a month is counted; see docs/law-clock.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from kit.context.events import Event, read_events, stop_on
from kit.context.moments import as_text, month_before, read_moment
from kit.errors import Fault, did_you_mean
from kit.terms import ACCOUNT_TYPES

EVENTS = {
    "breach": "A comment of theirs was found to break the rules.",
    "warned": "They were warned.",
    "engaged": "Somebody talked with them.",
    "contact": "They got in touch.",
    "inappropriate_contact": "They got in touch in a way that was written down as inappropriate.",
    "caller_advised": "They were given the advice that a repeat caller gets.",
    "message": "They posted a message; text_key says which, the same for copies.",
}
"""Every event of an author's history, in words."""
CONTACTS = ("contact", "inappropriate_contact")


def history_at(
    events: Any, moment: str, *, text_key: str | None = None, account_type: str = "member_of_public"
) -> dict[str, Any]:
    """Return the author_history of a case at a moment, every field of it.

    ``events`` is a list of ``{"at", "event"}`` in any order with names from ``EVENTS``. It holds this
    comment's own ``message`` and nothing else of this comment, for ``same_message_count`` includes it and all
    other counts stand before it. ``text_key`` says which message this comment is; left out, it is the one
    posted at the moment. Raises Faults with everything that is wrong.
    """
    faults: list[Fault] = []
    at = read_moment(moment, "moment", faults)
    known = read_events(events, EVENTS, ("text_key",), faults, in_order=False)
    faults += _text_faults(known)
    if account_type not in ACCOUNT_TYPES:
        todo = did_you_mean(str(account_type), ACCOUNT_TYPES) or f"one of {', '.join(ACCOUNT_TYPES)}"
        faults.append(Fault(where="account_type", what="unknown word", found=repr(account_type), todo=todo))
    if at is not None and text_key is None:
        text_key = _this_message(known, at, faults)
    stop_on(faults)
    past = [event for event in known if at is not None and event.at <= at]
    return {**_counts(past, at), "same_message_count": _copies(past, text_key), "account_type": account_type}


def _counts(past: Sequence[Event], at: dt.datetime | None) -> dict[str, Any]:
    names = [event.name for event in past]
    lately = [event.name for event in past if at is not None and event.at > month_before(at)]
    return {
        "prior_violations": names.count("breach"),
        "warned_before": "warned" in names,
        "engaged_before": "engaged" in names,
        "inappropriate_contacts_last_month": lately.count("inappropriate_contact"),
        "contacts_last_month": sum(lately.count(name) for name in CONTACTS),
        "repeat_caller_advised": "caller_advised" in names,
    }


def _copies(past: Sequence[Event], text_key: str | None) -> int:
    """Return how often the message of this comment was posted, this time included."""
    same = [event for event in past if event.name == "message" and event.details["text_key"] == text_key]
    return max(1, len(same))


def _this_message(events: Sequence[Event], at: dt.datetime, faults: list[Fault]) -> str | None:
    keys = {str(event.details.get("text_key")) for event in events if event.name == "message" and event.at == at}
    if len(keys) > 1:
        found, expected = ", ".join(sorted(keys)), "text_key, to say which of them this comment is"
        what = f"several messages at {as_text(at)}"
        faults.append(Fault(where="text_key", what=what, found=found, expected=expected))
    return min(keys, default=None)


def _text_faults(events: Sequence[Event]) -> list[Fault]:
    faults = []
    for event in events:
        given, where = "text_key" in event.details, f"{event.where} text_key"
        if event.name == "message" and not (given and isinstance(event.details["text_key"], str)):
            found = repr(event.details["text_key"]) if given else "nothing"
            expected = "a text that is the same for copies"
            faults.append(Fault(where=where, what="a message without its text_key", found=found, expected=expected))
        if event.name != "message" and given:
            faults.append(Fault(where=where, what=f"text_key says nothing of {event.name!r}", todo="leave it out"))
    return faults
