"""Run in another process, or another Python: print the hash of some threads of every scenario.

``child.py AS_OF THREADS SEEDS DAYS NAME...``: SEEDS with commas between; DAYS moves the clock on, where there is one
to move. The first line says which Python this is, which day it takes it for, and whether there is PyYAML.
"""

import datetime as dt
import hashlib
import importlib.util
import json
import sys
import time

as_of, threads, seeds, days, *scenarios = sys.argv[1:]


def move_clock(by: dt.timedelta) -> None:
    """Let all of this process take it for another day (``date.today`` goes by ``time.time``)."""
    clock, moment = time.time, dt.datetime

    class Moment(moment):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> moment:
            return moment.now(tz) + by

    time.time = lambda: clock() + by.total_seconds()
    dt.datetime = Moment  # type: ignore[misc]


if int(days):
    move_clock(dt.timedelta(days=int(days)))
from scenarios import generate, generator  # noqa: E402  not before the clock is moved

today, has_yaml = dt.datetime.now(tz=dt.UTC).date(), importlib.util.find_spec("yaml") is not None
lines = [f"{sys.platform} {sys.version.split()[0]} {today} {has_yaml} {generator()}"]
for name in scenarios:
    for seed in map(int, seeds.split(",")):
        made = generate(name, seed=seed, as_of=as_of, threads=int(threads))
        rows = [json.dumps(thread, ensure_ascii=False) for thread in made]
        digest = hashlib.sha256("\n".join(rows).encode()).hexdigest()
        lines.append(f"{name} {seed} {digest}")
sys.stdout.write("\n".join(lines) + "\n")
