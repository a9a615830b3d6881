"""Names and contacts that stand in the organisations' documents: looked for, never written down.

``forbidden_tokens.json`` beside this file holds a salt and the salted SHA-256 of each, of its words in small
letters with nothing but letters and digits between single spaces. ``python -m kit.measure.forbidden
LIST`` writes it anew from a file with one name or contact a line, which stays outside the repository.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).parent / "forbidden_tokens.json"
LONGEST = 5
NUMBER = re.compile(r"\+?\d[\d ()./-]{5,}\d")


def words(text: str) -> list[str]:
    """Return the words of a text, normalised."""
    return re.findall(r"[a-z0-9]+", text.lower())


def hashed(phrase: str, salt: str) -> str:
    """Return the salted hash of a phrase, normalised."""
    return hashlib.sha256(f"{salt} {' '.join(words(phrase))}".encode()).hexdigest()


def phrases(text: str) -> Iterator[str]:
    """Yield every run of one to five words of a text, and every long number without its spaces."""
    row = words(text)
    for start in range(len(row)):
        for length in range(1, min(LONGEST, len(row) - start) + 1):
            yield " ".join(row[start : start + length])
    for number in NUMBER.findall(text):
        yield re.sub(r"\D", "", number)


def found(texts: list[str]) -> list[str]:
    """Return the phrases of these texts that are on the list."""
    stored = json.loads(FILE.read_text(encoding="utf-8"))
    known = set(stored["hashes"])
    every = {phrase for text in texts for phrase in phrases(text)}
    return sorted(phrase for phrase in every if hashed(phrase, stored["salt"]) in known)


def write(source: Path) -> None:
    """Write the hashes of a list of names and contacts."""
    salt = secrets.token_hex(16)
    lines = {line.strip() for line in source.read_text(encoding="utf-8").splitlines() if line.strip()}
    hashes = sorted(hashed(line, salt) for line in lines)
    FILE.write_text(json.dumps({"salt": salt, "hashes": hashes}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
