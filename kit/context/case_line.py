"""The life of one case as steps in time: what each event does to it, as the law mapping says.

Nothing about the law is written here. Which events make a case active, which end it, what must come
before what and when a warrant lapses is all read from ``law["clock"]``, so that an overlay can change it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kit.context.events import Event
from kit.context.law_events import table
from kit.context.moments import AFTER_TIME, BEFORE_TIME, as_text, end_of_period
from kit.errors import BadInput, Fault

BEFORE_ALL = -1
"""Rank of a stage that stands before every other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a case stands from a moment on: its stage, the steps so far, what began and what ended it."""

    at: dt.datetime = BEFORE_TIME
    stage: str = "none"
    rank: int = BEFORE_ALL
    set_by: str = ""
    steps: tuple[Event, ...] = ()
    started_by: Event | None = None
    ends: tuple[Event, ...] = ()
    trial_mode: str | None = None

    @property
    def active(self) -> bool:
        """Whether the case is active: a step made it so and none has ended it."""
        return self.started_by is not None and not self.ends


class Clock:
    """The law's own table of steps, read from a law mapping."""

    def __init__(self, law: Mapping[str, Any]) -> None:
        self.events = table(law, "clock")
        order = enumerate(law["clock"].get("order", ()))
        self.ranks = {stage: rank for rank, line in order for stage in line}
        self.place = {name: place for place, name in enumerate(self.events)}
        self.lapses = {rule["of"]: name for name, rule in self.events.items() if "of" in rule}
        both = [name for name, rule in self.events.items() if rule["active"] and rule.get("ends")]
        if both:
            raise BadInput(f"clock.events: {', '.join(both)} would keep a case active and end it; take one out")

    def rank(self, stage: str) -> int:
        """Return how far on a stage is."""
        return self.ranks.get(stage, BEFORE_ALL)

    def sorted(self, events: Sequence[Event]) -> list[Event]:
        """Return events in time order; of one moment, first what needs nothing before it, last what ends the case."""
        return sorted(events, key=self._key)

    def lapse(self, standing: Standing) -> Event | None:
        """Return the step that follows by itself from how a case stands, such as the end of a warrant."""
        name = self.lapses.get(standing.set_by)
        if name is None or standing.ends:
            return None
        begun = next(step for step in reversed(standing.steps) if step.name == standing.set_by)
        return Event(at=end_of_period(begun.at, self.events[name]["after_months"]), name=name, where=begun.where)

    def _key(self, event: Event) -> tuple[dt.datetime, bool, bool, int, int]:
        rule = self.events[event.name]
        rank = self.rank(rule["stage"])
        return event.at, bool(rule.get("ends")), bool(rule.get("needs")), rank, self.place[event.name]


def standings(events: Sequence[Event], clock: Clock, faults: list[Fault]) -> list[Standing]:
    """Return how the case stands after every step in turn, worked-out steps included."""
    line = [Standing()]
    for event in clock.sorted(events):
        line += _lapsed(line[-1], clock, event.at)
        if "of" in clock.events[event.name]:
            todo = f"leave it out: it is worked out from {clock.events[event.name]['of']!r}"
            faults.append(Fault(where=f"{event.where} event", what=f"{event.name!r} is not written down", todo=todo))
            continue
        faults += _needed(line[-1], event, clock)
        line.append(after(line[-1], event, clock))
    return [*line, *_lapsed(line[-1], clock, AFTER_TIME)]


def after(standing: Standing, event: Event, clock: Clock) -> Standing:
    """Return how a case stands after one more step."""
    rule = clock.events[event.name]
    if rule.get("ends"):
        return replace(
            standing, at=event.at, stage=rule["stage"], set_by=event.name, ends=(*standing.ends, event), trial_mode=None
        )
    run = Standing() if standing.ends else standing
    rank = clock.rank(rule["stage"])
    further = rank >= run.rank
    return replace(
        run,
        at=event.at,
        stage=rule["stage"] if further else run.stage,
        rank=max(rank, run.rank),
        set_by=event.name if further else run.set_by,
        steps=(*run.steps, event),
        started_by=run.started_by or (event if rule["active"] else None),
        trial_mode=event.details.get("trial_mode", run.trial_mode),
    )


def _lapsed(standing: Standing, clock: Clock, until: dt.datetime) -> Iterator[Standing]:
    """Yield how a case stands once a worked-out step has come due by a moment."""
    lapse = clock.lapse(standing)
    if lapse is not None and lapse.at <= until:
        yield after(standing, lapse, clock)


def _needed(standing: Standing, event: Event, clock: Clock) -> list[Fault]:
    """Return the fault of a step with nothing before it to follow on, such as an end before its start."""
    needs = clock.events[event.name].get("needs", ())
    over = [end for end in standing.ends if end.name not in clock.lapses.values()]
    before = over or standing.steps
    if not needs or any(step.name in needs for step in before):
        return []
    return [
        Fault(
            where=f"{event.where} event",
            what=f"{event.name!r} {'in a case that is over' if over else 'before anything it could follow'}",
            found=f"before it: {', '.join(step.name for step in before) or 'nothing'}",
            expected=f"{' or '.join(needs)} at or before {as_text(event.at)}",
        )
    ]
