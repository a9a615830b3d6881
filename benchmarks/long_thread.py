"""A thread as long as the busiest page's: several generated threads of one scenario under one post."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from pathlib import Path

from kit.items import paper_from_thread
from kit.player import Player
from kit.policy import load
from kit.records import Records, default_place
from kit.sitting import Sitting
from scenarios import generate

SCENARIO, AS_OF = "burglary-appeal", "2026-09-01"


def long_thread(comments: int) -> Player:
    """Return an exercise over `comments` comments, taken from as many seeds as they need."""
    made = (next(iter(generate(SCENARIO, seed=seed, as_of=AS_OF))) for seed in itertools.count(1))
    thread = next(made)
    while len(thread["comments"]) < comments:
        thread["comments"] += next(made)["comments"]
    thread["comments"] = [
        {**comment, "id": f"c{number}", "in_reply_to": None}
        for number, comment in enumerate(thread["comments"][:comments], start=1)
    ]
    pack = load(thread["pack"])
    records = Records(default_place(os.environ, Path.cwd()))
    sitting = Sitting(paper_from_thread(thread, pack), pack, records, now=lambda: dt.datetime.now().astimezone())
    return Player(sitting, paper_from_thread(thread, pack))
