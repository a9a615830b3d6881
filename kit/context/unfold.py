"""A thread as it unfolds: the next case, with its history and context as earlier decisions left them.

What a case says by itself is how things stood when the thread began, every copy of a message still up.
Decisions taken since are laid over that. Nothing is changed in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kit.context.events import stop_on
from kit.context.history import history_at
from kit.context.taken import steps_of, taken_down, taken_faults
from kit.errors import BadInput, did_you_mean

Case = Mapping[str, Any]
UNDATED = "1900-01-01"
"""Stands in where no case of a thread says when it was posted: then everything happened lately."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What ties the cases of a thread together, and what decisions do.

    ``authors`` and ``copies`` give for the id of a case its author and which message it is; a case missing
    from ``authors`` is by its own ``author``, or by nobody else's; one missing from ``copies`` is a copy of those
    with the same words by the same author. ``discharge`` is ``pack.reference["discharge"]``.
    """

    authors: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    discharge: Mapping[str, Any] = field(default_factory=dict)

    def author(self, case: Case) -> Any:
        """Return who wrote a case; where nothing says, somebody who wrote nothing else."""
        return self.authors.get(case["id"], case.get("author")) or ("nobody else", case["id"])

    def message(self, case: Case) -> Any:
        """Return which message a case is: the same for copies, whatever their case, spaces and signs."""
        words = "".join(letter for letter in str(case.get("comment", "")).casefold() if letter.isalnum())
        return self.copies.get(case["id"]) or (self.author(case), words)


NO_LINKS = Links()


def next_case(cases: Sequence[Case], taken: Sequence[Mapping[str, Any]], links: Links = NO_LINKS) -> Case | None:
    """Return the first case without a decision, as it stands now, or None when all are decided.

    ``cases`` are those of one thread in time order; ``taken`` are the decisions so far, see ``case_now``.
    """
    done = {entry.get("id") for entry in taken}
    waiting = [case["id"] for case in cases if case["id"] not in done]
    if not waiting:
        stop_on(taken_faults(cases, taken))
        return None
    return case_now(waiting[0], cases, taken, links)


def case_now(
    case_id: str, cases: Sequence[Case], taken: Sequence[Mapping[str, Any]], links: Links = NO_LINKS
) -> dict[str, Any]:
    """Return one case of a thread as it stands now: author_history, context and facts brought up to date.

    A decision taken is ``{"id", "decision"}`` and may say ``done`` (duties done beside it), ``duties`` (those
    owed, from its ruling), ``breach`` (whether it goes on the author's record; left out, it does when the
    comment was hidden or removed) and ``inappropriate`` (whether it was written down as an inappropriate
    contact). Steps towards the author count whenever they were taken; breaches and contacts count for
    comments posted after them. Raises Faults with everything that is wrong, BadInput for an unknown id.
    """
    stop_on(taken_faults(cases, taken))
    places = {case["id"]: place for place, case in enumerate(cases)}
    if case_id not in places:
        raise BadInput(f"no case {case_id!r} in this thread; {did_you_mean(case_id, places) or 'see the ids of cases'}")
    case = cases[places[case_id]]
    others = [(cases[places[entry["id"]]], entry) for entry in taken if entry["id"] != case_id]
    standing = _other_copies(case, cases, others, links)
    context = {
        **case.get("context", {}),
        "other_copies_standing": standing,
        "removals_this_thread": case.get("context", {}).get("removals_this_thread", 0)
        + sum(taken_down(other, entry, for_good=True) for other, entry in others),
    }
    return {
        **case,
        "context": context,
        "author_history": _history(case, cases, others, links),
        "facts": _facts(case, standing),
    }


def unfold(
    cases: Sequence[Case], decide: Callable[[Case], Mapping[str, Any]], links: Links = NO_LINKS
) -> Iterator[tuple[Case, Mapping[str, Any]]]:
    """Yield every case of a thread as it stood when it was decided, with what ``decide`` said of it.

    ``decide`` takes a case and returns a decision as ``case_now`` takes them; its ``id`` may be left out.
    """
    taken: list[Mapping[str, Any]] = []
    while (case := next_case(cases, taken, links)) is not None:
        taken.append({**decide(case), "id": case["id"]})
        yield case, taken[-1]


def _other_copies(
    case: Case, cases: Sequence[Case], others: Sequence[tuple[Case, Mapping[str, Any]]], links: Links
) -> int:
    """Return how many other copies still stand: those the case knew of, less those taken down.

    A case may count the copies posted before it, or those of the whole thread; both ways work.
    """
    said = int(case.get("context", {}).get("other_copies_standing", 0))
    ids = [each["id"] for each in cases]
    place, message = ids.index(case["id"]), links.message(case)
    earlier = len([each for each in cases[:place] if links.message(each) == message])
    gone = [
        ids.index(each["id"]) for each, entry in others if links.message(each) == message and taken_down(each, entry)
    ]
    gone_before = len([each for each in gone if each < place])
    gone_beyond = len(gone) - gone_before
    before, beyond = min(said, earlier), max(0, said - earlier)
    return max(before - gone_before, 0) + max(beyond - gone_beyond, 0)


def _facts(case: Case, standing: int) -> dict[str, Any]:
    """Return the facts, with last_copy added where the others have just gone."""
    facts = dict(case.get("facts", {}))
    stood = case.get("context", {}).get("other_copies_standing", 0)
    if facts.get("repeated_message") and stood and not standing:
        facts["last_copy"] = True
    return facts


def _history(
    case: Case, cases: Sequence[Case], others: Sequence[tuple[Case, Mapping[str, Any]]], links: Links
) -> dict[str, Any]:
    """Return the author's history with what the decisions so far have added to it."""
    history = dict(case.get("author_history", {}))
    ids = [each["id"] for each in cases]
    now = _when(case)
    events = []
    for other, entry in others:
        if links.author(other) == links.author(case):
            earlier = ids.index(other["id"]) < ids.index(case["id"])
            at = min(_when(other), now)
            events += [{"at": at, "event": name} for name in steps_of(entry, links.discharge, posted_before=earlier)]
    for name, value in history_at(events, now).items():
        if name in ("same_message_count", "account_type"):
            continue
        given = history.get(name, type(value)())
        history[name] = (given or value) if isinstance(value, bool) else given + value
    return history


def _when(case: Case) -> str:
    return str(case.get("context", {}).get("when") or case.get("when") or UNDATED)
