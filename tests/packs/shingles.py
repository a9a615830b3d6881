"""Runs of eight words, hashed: enough to see a copied sentence, not enough to read the document it came from.

``python -m tests.packs.shingles FOLDER`` writes the hashes anew from the documents in a folder.
"""

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.packs.data import DATA

RUN = 8
SALT = "house-rules"
KEPT = 12
"""Hexadecimal digits kept of a hash: 48 bits, so that a false alarm over a million words is one in thousands."""
FILE = DATA / "shingles.json.gz"


def words(text: str) -> list[str]:
    """Return the words of a text: lower case, apostrophes dropped, everything else a gap."""
    return re.findall(r"[a-z0-9]+", re.sub(r"['\u2019\u2018]", "", text.lower()))


def hashed(run: Iterable[str]) -> str:
    """Return the salted, shortened hash of a run of words."""
    return hashlib.sha256(f"{SALT} {' '.join(run)}".encode()).hexdigest()[:KEPT]


def runs(text: str, length: int = RUN) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words of a text."""
    found = words(text)
    yield from (tuple(found[start : start + length]) for start in range(len(found) - length + 1))


@cache
def known() -> frozenset[str]:
    """Return the hashes of the documents' runs."""
    return frozenset(json.loads(gzip.decompress(FILE.read_bytes())))


def copied(text: str, allowed: Iterable[str] = ()) -> list[str]:
    """Return every run of a text that stands in the documents too, titles that are allowed apart."""
    excused = {run for title in allowed for run in runs(title)}
    return [" ".join(run) for run in runs(text) if run not in excused and hashed(run) in known()]


def write(folder: Path) -> int:
    """Write the hashes of every text file of a folder and return how many there are."""
    found = {hashed(run) for path in sorted(folder.glob("*.txt")) for run in runs(path.read_text(encoding="utf-8"))}
    FILE.write_bytes(gzip.compress(json.dumps(sorted(found)).encode(), mtime=0))
    return len(found)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
