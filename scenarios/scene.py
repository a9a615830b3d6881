"""The scene of one thread: when its post goes up, who is in it, what the post and its updates say."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scenarios.cast import CAPITAL
from scenarios.clock import DAY, OFFSETS, days_before
from scenarios.plan import Epoch, Plan
from scenarios.text import Parts, Random, settle


class Scene:
    """What is settled once for a thread, before anybody comments."""

    __slots__ = ("at", "cast", "draw", "midnight", "plan")

    def __init__(self, plan: Plan, draw: Random, as_of: dt.date) -> None:
        self.plan, self.draw = plan, draw
        recipe = plan.recipe
        self.at = recipe.at[int(draw() * len(recipe.at))]
        days = days_before(as_of, recipe.days)
        self.midnight = days[int(draw() * len(days))].toordinal() * DAY
        self.cast: dict[str, str] = {}
        for people in plan.cast:
            self.cast |= people[int(draw() * len(people))]

    def offsets(self) -> list[int]:
        """Return how many minutes after the post each comment arrives, in order."""
        draw, table = self.draw, self.plan.arrivals[self.at]
        low, high = self.plan.recipe.comments
        return sorted([table[int(draw() * OFFSETS)] for _ in range(low + int(draw() * (high - low + 1)))])

    def post(self) -> dict[str, Any]:
        """Return the force's post."""
        recipe = self.plan.recipe
        text = self.words(recipe.posts[int(self.draw() * len(recipe.posts))])
        return {"author": recipe.page_name, "text": text, "when": self.plan.diary.moment(self.midnight + self.at)[0]}

    def context(self) -> dict[str, Any]:
        """Return the context at the moment of the post, whole."""
        when, watched = self.plan.diary.moment(self.midnight + self.at)
        return {
            **self.plan.context,
            "when": when,
            "in_monitored_hours": watched,
            "post_topic": self.words(self.plan.recipe.topic),
            "platform_can": list(self.plan.platform_can),
        }

    def timeline(self) -> list[dict[str, Any]]:
        """Return what changes afterwards, and when."""
        return [
            {"at": self.plan.diary.moment(self.midnight + self.at + epoch.after)[0], "set": self._changed(epoch)}
            for epoch in self.plan.epochs[1:]
        ]

    def _changed(self, epoch: Epoch) -> dict[str, Any]:
        topic = {} if epoch.topic is None else {"post_topic": self.words(epoch.topic)}
        return {**epoch.set, **topic}

    def words(self, parts: Parts) -> str:
        """Return the words of a post or headline, filled from the cast; what is drawn joins the cast."""
        out = []
        for part in settle(parts, self.draw):
            if isinstance(part, str):
                out.append(part)
                continue
            if part.key not in self.cast:
                values = self.plan.pools.values[part.pool]
                value = values[int(self.draw() * len(values))]
                self.cast |= {part.key: value, CAPITAL + part.key: value[:1].upper() + value[1:]}
            out.append(self.cast[part.key])
        text = "".join(out)
        return text[:1].upper() + text[1:]
