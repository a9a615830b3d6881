"""Repetition: near-duplicates and patterns that come too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from kit.measure.sample import Row

RUN, NEAR = 5, 0.8


def near_duplicates(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of places whose comments share more than 0.8 of their runs of five characters (Jaccard)."""
    from sklearn.feature_extraction.text import CountVectorizer

    # A short comment has no run of five of its own: the margin gives every comment some.
    padded = [f"⟨⟨{text}⟩⟩" for text in texts]
    runs = CountVectorizer(analyzer="char", ngram_range=(RUN, RUN), binary=True).fit_transform(padded)
    sizes = np.asarray(runs.sum(axis=1)).ravel()
    shared = (runs @ runs.T).tocoo()
    return [
        (int(one), int(other))
        for one, other, both in zip(shared.row, shared.col, shared.data, strict=True)
        if one < other and both > NEAR * (sizes[one] + sizes[other] - both)
    ]


def repetition(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the share of comments, outside deliberate spam, that have a near twin, and the commonest patterns.

    Shares are in percent; ``near_duplicates`` counts every comment of a pair, ``near_copies`` only the later.
    """
    honest = [row for row in rows if not row.spam]
    pairs = near_duplicates([row.text for row in honest])
    twins = {place for pair in pairs for place in pair}
    patterns = Counter(row.pattern for row in rows)
    return {
        "near_duplicates": 100 * len(twins) / len(honest),
        "near_copies": 100 * len({other for _, other in pairs}) / len(honest),
        "examples": [[honest[one].text, honest[other].text] for one, other in pairs[:20]],
        "patterns": len(patterns),
        "most_used": [[name, 100 * count / len(rows)] for name, count in patterns.most_common(10)],
    }
