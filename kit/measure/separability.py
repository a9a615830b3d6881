"""How well a plain classifier tells two sets of comments apart, by words, by style, by grammar alone.

The figure is the area under the ROC curve of a five-fold logistic regression: 0.5 is chance, 1 is always
right. Both sets are cut to comments of 3 to 40 words and to the same size; links and handles become the
same two tokens in both, so that how a set masks them tells nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kit.measure.profile import LINK

SHORTEST, LONGEST, PER_SET, FOLDS, SEED = 3, 40, 900, 5, 0
FUNCTION_WORDS = frozenset((Path(__file__).parent / "function_words.txt").read_text(encoding="utf-8").split())
WHOLE_LINK = re.compile(r"\[URL\]|\S*(?:" + LINK.pattern + r")\S*", re.IGNORECASE)
WHOLE_HANDLE = re.compile(r"\[(?:USER|NAME)\]|(?<!\w)@~?\w+")
PIECE = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
LINK_TOKEN, HANDLE_TOKEN = "⟨link⟩", "⟨name⟩"


def even(text: str) -> str:
    """Return a comment with its links and handles as the two tokens all sets share."""
    return WHOLE_HANDLE.sub(HANDLE_TOKEN, WHOLE_LINK.sub(LINK_TOKEN, text))


def shape(text: str) -> str:
    """Return a comment with every letter as x or X and every digit as 9: how it is typed, not what it says."""
    return "".join(
        "9" if char.isdigit() else ("X" if char.isupper() else "x") if char.isalpha() else char for char in text
    )


def grammar(text: str) -> str:
    """Return the function words and punctuation of a comment, every other word as ``_``, a space between them."""
    pieces = PIECE.findall(text.lower().replace("’", "'"))
    return " ".join(
        piece if piece in FUNCTION_WORDS or not (piece[0].isalnum() or piece[0] == "_") else "_" for piece in pieces
    )


def _words() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)


def _characters() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer="char", ngram_range=(1, 4), lowercase=False, sublinear_tf=True)


def _pieces() -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(
        tokenizer=str.split, token_pattern=None, ngram_range=(1, 2), lowercase=False, sublinear_tf=True
    )


WAYS: Mapping[str, tuple[Callable[[str], str], Callable[[], Any]]] = {
    "words": (str, _words),
    "style": (shape, _characters),
    "grammar": (grammar, _pieces),
}
"""How comments are told apart: what is left of them, and what features are made of that."""


def cut(texts: Sequence[str], *, seed: int = SEED, most: int = PER_SET) -> list[str]:
    """Return the comments of 3 to 40 words, each once, at most ``most`` of them, drawn by a seed."""
    fitting = [even(text) for text in dict.fromkeys(texts) if SHORTEST <= len(text.split()) <= LONGEST]
    random.Random(seed).shuffle(fitting)
    return fitting[:most]


def apart(one: Sequence[str], other: Sequence[str], way: str) -> float:
    """Return how well two sets are told apart by one of ``WAYS``; both are cut to the size of the smaller."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline

    size = min(len(one), len(other))
    left, features = WAYS[way]
    texts = [left(text) for text in (*one[:size], *other[:size])]
    labels = np.repeat([0, 1], size)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    model = make_pipeline(features(), LogisticRegression(max_iter=1000))
    scores = cross_val_predict(model, texts, labels, cv=folds, method="decision_function")
    return float(roc_auc_score(labels, scores))


def separability(ours: Sequence[str], real: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return how well our comments are told from each real set, and the real sets from each other.

    ``{"ours": {set: {way: figure}}, "real": {"one / other": {way: figure}}, "nearest": {way: figure},
    "control": {way: figure}}``; the control tells two halves of our own set apart and should find nothing.
    """
    mine, theirs = cut(ours), {name: cut(texts) for name, texts in real.items()}
    names = sorted(theirs)
    pairs = [(one, other) for number, one in enumerate(names) for other in names[number + 1 :]]
    found = {name: {way: apart(mine, theirs[name], way) for way in WAYS} for name in names}
    return {
        "ours": found,
        "real": {f"{a} / {b}": {way: apart(theirs[a], theirs[b], way) for way in WAYS} for a, b in pairs},
        "nearest": {way: min((row[way] for row in found.values()), default=None) for way in WAYS},
        "control": {way: apart(mine[::2], mine[1::2], way) for way in WAYS},
    }
