"""Whether words alone give the answer away: leave or act, on comments that carry a breach or a near miss.

Half are left and half acted on; the classifier is tested on scenarios it has not seen. A kit that
teaches judgement needs words alone to do little better than chance, while facts and context decide.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kit.measure.sample import Row
from kit.policy.strict import read, without_lines

FOLDS, SEED, ENOUGH, LEAST = 5, 0, 15, 100
FAMILIES = Path(__file__).parent / "families.yaml"


def families() -> dict[str, list[str]]:
    """Return the families of facts."""
    return without_lines(read(FAMILIES))  # type: ignore[no-any-return]


def balanced(rows: Sequence[Row], ruled: Sequence[Mapping[str, Any]]) -> tuple[list[Row], list[bool]]:
    """Return the comments that carry a breach or a near miss, as many left as acted on, and which are acted on.

    A comment carries a breach if it is acted on, and a near miss if it names a fact that was looked for and is
    false.
    """
    act = [number for number, one in enumerate(ruled) if one["best"]["comment_action"] != "leave"]
    leave = [
        number
        for number, (row, one) in enumerate(zip(rows, ruled, strict=True))
        if one["best"]["comment_action"] == "leave" and (one["near_miss_of"] or False in row.case["facts"].values())
    ]
    source = random.Random(SEED)
    size = min(len(act), len(leave))
    chosen = sorted([*source.sample(act, size), *source.sample(leave, size)])
    taken = {*act}
    return [rows[number] for number in chosen], [number in taken for number in chosen]


def leak(rows: Sequence[Row], ruled: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return how well leave is told from act: by words, by facts, by facts with context, and family by family.

    ``{"comments", "words", "facts", "facts_and_context", "families": {name: {"comments", "words"}}}``, each
    figure an area under the ROC curve. A family's figure is that of the words among its own comments only, None
    where fewer than 15 of either kind carry it. All are None for fewer than 100 comments, which teach nothing.
    """
    chosen, labels = balanced(rows, ruled)
    if len(chosen) < LEAST:
        empty = {name: {"comments": 0, "words": None} for name in families()}
        return {"comments": len(chosen), "words": None, "facts": None, "facts_and_context": None, "families": empty}
    acted = np.array(labels)
    groups = [row.scenario for row in chosen]
    by_words = _scores(_words(), [row.text for row in chosen], acted, groups)
    flat = [_facts(row) for row in chosen]
    whole = [{**facts, **_surroundings(row)} for row, facts in zip(chosen, flat, strict=True)]
    return {
        "comments": len(chosen),
        "words": _auc(acted, by_words),
        "facts": _auc(acted, _scores(_trees(), flat, acted, groups)),
        "facts_and_context": _auc(acted, _scores(_trees(), whole, acted, groups)),
        "families": {name: _family(facts, chosen, acted, by_words) for name, facts in families().items()},
    }


def _family(facts: Sequence[str], rows: Sequence[Row], acted: Any, scores: Any) -> dict[str, Any]:
    held = np.array([any(name in row.case["facts"] for name in facts) for row in rows])
    few = not held.any() or min(acted[held].sum(), (~acted[held]).sum()) < ENOUGH
    return {"comments": int(held.sum()), "words": None if few else _auc(acted[held], scores[held])}


def _auc(labels: Any, scores: Any) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(labels, scores))


def _scores(model: Any, data: Sequence[Any], labels: Any, groups: Sequence[str]) -> Any:
    """Return for every comment the score of a model that saw no comment of its scenario."""
    from sklearn.model_selection import GroupKFold, cross_val_predict

    folds = GroupKFold(FOLDS, shuffle=True, random_state=SEED)
    return cross_val_predict(model, data, labels, groups=groups, cv=folds, method="predict_proba")[:, 1]


def _words() -> Any:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    return make_pipeline(CountVectorizer(binary=True), LogisticRegression(max_iter=2000))


def _trees() -> Any:
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.pipeline import make_pipeline

    return make_pipeline(DictVectorizer(sparse=False), RandomForestClassifier(300, random_state=SEED))


def _facts(row: Row) -> dict[str, Any]:
    return {name: value for name, value in row.case["facts"].items() if value}


def _surroundings(row: Row) -> dict[str, Any]:
    """Return platform, page, context and history as flat columns."""
    case = row.case
    skipped = {"when", "post_topic", "platform_can", "note", "proceedings_note"}
    flat = {"platform": case["platform"], "page": case["account_kind"]}
    for part in ("context", "author_history"):
        flat |= {f"{part} {name}": _plain(value) for name, value in case[part].items() if name not in skipped}
    return flat


def _plain(value: Any) -> Any:
    return value if isinstance(value, str) else -1 if value is None else float(value)
