"""How fast whole comments are made, beside Faker's own way in the same run.

``python -m benchmarks.scenarios [--stream COMMENTS] [--json]``: comments a second over the whole library, the time
of the first and of later 200 comments of every scenario, and with ``--stream`` the memory while so many are made.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import re
import statistics
import time
from collections.abc import Callable
from typing import Any

import psutil
from faker import Faker
from faker.providers import BaseProvider

from kit.policy import load
from scenarios import generate, library, names
from scenarios.text import sample

AS_OF = "2026-11-21"
ROUNDS = 7
THREADS = 60
"""Threads of every scenario in a round: about 30,000 comments in all."""

FAKED = 10_000
WARM = 1500
"""Threads of every scenario before the clock starts, so that most lines are ready as they are in a long run."""

FEW = 200
MARKS = (10, 5, 2, 1)
"""Memory is read when a tenth, a fifth, a half and all of a stream are made."""


class Comments(BaseProvider):
    """Faker's own way: our own sentences in a provider of ours, a name put into those with a gap."""

    texts = tuple(
        re.sub(r"\{[^}]*\}", "{}", sample(pattern.parts), count=1).replace("{}", "\0") for pattern in library().patterns
    )

    def comment(self) -> str:
        """Return a sentence with its first gap filled."""
        text: str = self.random_element(self.texts)
        return text.replace("\0", self.generator.first_name()) if "\0" in text else text


def by_faker() -> int:
    """Make comments as a user of Faker would: text, author and time, no facts, no history, no answers."""
    fake = Faker("en_GB")
    fake.seed_instance(1)
    fake.add_provider(Comments)
    start, end = dt.datetime(2026, 10, 24, tzinfo=dt.UTC), dt.datetime(2026, 11, 21, tzinfo=dt.UTC)
    rows = ({"text": fake.comment(), "author": fake.user_name(), "when": fake.date_time_between(start, end)}
            for _ in range(FAKED))  # fmt: skip
    return sum(1 for _ in rows)


def by_us(seed: int, threads: int = THREADS) -> int:
    """Make threads of every scenario as they ship: text, author, time, platform, facts, history, answers."""
    made = (generate(name, seed=seed, as_of=AS_OF, threads=threads) for name in names())
    return sum(len(thread["comments"]) for thread in itertools.chain.from_iterable(made))


def rate(make: Callable[[], int]) -> float:
    """Return comments a second of processor time."""
    start = time.process_time()
    made = make()
    return made / (time.process_time() - start)


def measure_rates() -> dict[str, Any]:
    """Return comments a second of both ways, turn and turn about, and how many times as fast ours is."""
    cold = rate(lambda: by_us(0, THREADS))
    by_us(0, WARM)
    ours, theirs = [], []
    for number in range(1, ROUNDS + 1):
        ours.append(rate(lambda seed=number: by_us(seed)))  # type: ignore[misc]
        theirs.append(rate(by_faker))
    ratios = [mine / peer for mine, peer in zip(ours, theirs, strict=True)]
    return {
        "ours, from cold": cold,
        "ours": {"median": statistics.median(ours), "best": max(ours)},
        "faker": {"median": statistics.median(theirs), "best": max(theirs)},
        "ratio": {"median": statistics.median(ratios), "least": min(ratios), "most": max(ratios)},
    }


def measure_few() -> dict[str, Any]:
    """Return the milliseconds of processor time of the first and the second 200 comments of every scenario, banks and packs loaded."""
    for name in ("leicestershire", "lancashire", "opcc"):
        load(name)
    first, second = ([_few(name, seed) for name in names()] for seed in (1, 2))
    return {
        label: {"median": statistics.median(times), "most": max(times)}
        for label, times in (("first", first), ("second", second))
    }


def _few(name: str, seed: int) -> float:
    start, made = time.process_time(), 0
    for thread in generate(name, seed=seed, as_of=AS_OF, threads=FEW):
        made += len(thread["comments"])
        if made >= FEW:
            break
    return 1000 * (time.process_time() - start)


def measure_memory(comments: int) -> dict[int, float]:
    """Return megabytes of memory in use after so many comments, none of them kept."""
    process, made, found = psutil.Process(), 0, {}
    marks = [comments // part for part in MARKS]
    for seed in itertools.count(1000):
        if not marks:
            return found
        made += by_us(seed, 10)
        if made >= marks[0]:
            found[made] = process.memory_info().rss / 1e6
            marks.pop(0)
    return found


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stream", type=int, default=0, metavar="COMMENTS", help="also read memory over so many")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    found = {"milliseconds of 200": measure_few(), "comments a second": measure_rates()}
    if args.stream:
        found["megabytes after"] = measure_memory(args.stream)
    if args.json:
        print(json.dumps(found, indent=1))
        return
    for title, rows in found.items():
        print(title)
        for label, row in rows.items():
            words = ", ".join(f"{key} {value:,.1f}" for key, value in row.items()) if isinstance(row, dict) else row
            print(f"  {label}: {words}")


if __name__ == "__main__":
    main()
