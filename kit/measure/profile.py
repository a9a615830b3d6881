"""The profile of a set of comments: how long they are, how they begin and end, how they are typed.

One row of figures per set. Shares are in percent of comments unless a column says otherwise; links and
handles that a set has masked (``[URL]``, ``[USER]``, ``@user``) count as what they stand for. The
definitions were held to two published sets whose rows stand in ``figures.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from kit.policy.strict import read, without_lines

WORD = re.compile(r"\w+(?:['’]\w+)*")
LINK = re.compile(r"https?://|www\.|\[URL\]|\b[\w-]+\.(?:com|org|net|example|invalid|test)\b", re.IGNORECASE)
HANDLE = re.compile(r"\[(?:USER|NAME)\]|(?<!\w)@~?\w")
EMOJI = re.compile("[\U0001f1e6-\U0001faff\u2600-\u27bf\u2b50\u2b55\u203c\u2049]")
STRETCHED = re.compile(r"([a-z])\1\1", re.IGNORECASE)
NO_APOSTROPHE = re.compile(
    r"\b(?:dont|cant|im|ive|didnt|doesnt|isnt|wont|wasnt|couldnt|wouldnt|thats|youre|theyre)\b", re.IGNORECASE
)
ENDS = (".", "!", "?", "…", '"', "'", ")", "”", "’")
LEAST_SHOUT, SHOUTED = 8, 0.7
TOKENS = 20_000
RARE = 2.0
FEW = 3

FIGURES = Path(__file__).parent / "figures.yaml"
SHARES = (
    "three_words_or_fewer", "lower_start", "no_end_mark", "all_lower", "shouting", "exclamation", "question", "link",
    "emoji", "handle", "stretched", "no_apostrophe", "dots",
)  # fmt: skip


def published() -> dict[str, Any]:
    """Return the figures of real sets with their sources, the columns in words, and the width of the band."""
    return without_lines(read(FIGURES))  # type: ignore[no-any-return]


def bands(figures: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """Return for every column the least and the greatest value that may stand."""
    low, high = figures["band"]
    rows = [row["figures"] for row in figures["sets"].values()]
    return {
        name: (low * min(row[name] for row in rows), high * max(row[name] for row in rows))
        for name in figures["columns"]
    }


def profile(texts: Sequence[str]) -> dict[str, float]:
    """Return the profile of a set of comments, a figure for every column of ``figures.yaml``."""
    lengths = [len(text.split()) for text in texts]
    tokens = [WORD.findall(text.lower()) for text in texts]
    low, middle, high = (float(value) for value in np.percentile(lengths, [10, 50, 90]))
    signs = np.array([_signs(text, length) for text, length in zip(texts, lengths, strict=True)])
    shares = dict(zip(SHARES, (100 * signs.mean(axis=0)).tolist(), strict=True))
    flat = [token for row in tokens for token in row]
    return {
        "words_p10": low,
        "words_p50": middle,
        "words_p90": high,
        **shares,
        "d1": distinct(flat, 1),
        "d2": distinct(flat, 2),
        "oov": 100 * sum(map(_rare, flat)) / len(flat) if flat else 0.0,
        "exact_duplicates": 100 * (len(texts) - len(set(texts))) / len(texts),
    }


def distinct(tokens: Sequence[str], run: int) -> float:
    """Return how many of the first 20,000 words (``run`` 1) or pairs (2) are different ones, as a share."""
    first = tokens[:TOKENS]
    runs = list(pairwise(first)) if run == 2 else first  # noqa: PLR2004
    return len(set(runs)) / len(runs) if runs else 0.0


def _signs(text: str, length: int) -> tuple[bool, ...]:
    """Return what is true of one comment, in the order of ``SHARES``."""
    stripped, letters = text.strip(), [char for char in text if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return (
        length <= FEW,
        stripped[:1].islower(),
        not stripped.endswith(ENDS),
        bool(letters) and not capitals,
        len(letters) >= LEAST_SHOUT and capitals > SHOUTED * len(letters),
        "!" in text,
        "?" in text,
        bool(LINK.search(text)),
        bool(EMOJI.search(text)),
        bool(HANDLE.search(text)),
        bool(STRETCHED.search(text)),
        bool(NO_APOSTROPHE.search(text)),
        ".." in text or "…" in text,
    )


@lru_cache(maxsize=100_000)
def _rare(token: str) -> bool:
    """Say whether a word is rarer than once in ten million, by its Zipf frequency in English."""
    from wordfreq import zipf_frequency

    return bool(zipf_frequency(token, "en") < RARE)
