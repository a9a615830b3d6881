"""How hard the kit's sentences are to read: ``python -m tests.packs.reading`` lists the ten worst of each pack.

A reading age is a grade plus five. Two of textstat's formulas are used: Flesch-Kincaid, which counts
syllables, and the automated readability index, which counts letters. Both are meant for running text,
so they are taken over all sentences of a pack together; the ten worst sentences are listed for a reader
to judge, since one long word decides the figure of a short sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

import textstat

from kit.policy import Pack, load, names

FORMULAS = {
    "Flesch-Kincaid": textstat.flesch_kincaid_grade,
    "automated readability index": textstat.automated_readability_index,
}
GRADE_TO_AGE = 5


def sentences(pack: Pack) -> Iterator[str]:
    """Yield every sentence of reasons that a trainee reads under a pack."""
    for rows in pack.tables.values():
        yield from (row.why for row in rows if row.why)
    yield from pack.reasons.values()
    yield from pack.duties.values()
    yield from (clause.words for clause in pack.clauses.values() if clause.kind == "graded")


def age(text: str, formula: str) -> float:
    """Return the reading age of a text by one formula."""
    return float(FORMULAS[formula](text)) + GRADE_TO_AGE


def ages(pack: Pack) -> dict[str, float]:
    """Return formula -> reading age over all sentences of a pack."""
    text = " ".join(dict.fromkeys(sentences(pack)))
    return {formula: age(text, formula) for formula in FORMULAS}


def worst(pack: Pack, count: int = 10) -> list[tuple[float, str]]:
    """Return the sentences that are hardest by the kinder of the two formulas, the hardest first."""
    rated = [(min(age(text, formula) for formula in FORMULAS), text) for text in dict.fromkeys(sentences(pack))]
    return sorted(rated, reverse=True)[:count]


if __name__ == "__main__":
    for each in names():
        found = load(each)
        print(each, {formula: round(years, 1) for formula, years in ages(found).items()})
        for years, text in worst(found):
            print(f"  {years:5.1f}  {text}")
