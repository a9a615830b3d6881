"""The words of one comment: a variant filled, lengthened and finished; or said again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scenarios.dress import AS_IS, LOWER, SMALL_AFTER
from scenarios.lines import VARIANTS, Line, Variant
from scenarios.text import Random
from scenarios.voices import Finish

ENDS = ("!", "", "!!", "...", " x", " 🙏", " ⬆️", " again")
"""What the next copy of a message may end in."""


def fill(variant: Variant, cast: Mapping[str, str], draw: Random) -> str:
    """Return a variant's words with every slot filled, from the cast first and else from its pool."""
    gaps = variant.gaps
    if not gaps:
        return variant.words
    values = []
    for key, pool, _ in gaps:
        values.append(cast[key] if key in cast else pool[int(draw() * len(pool))])
    if variant.odd:
        return _odd(variant, values, cast, draw)
    return variant.words % tuple(values)


def _odd(variant: Variant, values: list[str], cast: Mapping[str, str], draw: Random) -> str:
    """Fill the slower way: different values for {x} and {x#2}, one value used twice, or another case."""
    for index, gap in enumerate(variant.gaps):
        taken = [*values[:index], cast.get(gap.key.split("#")[0]) if "#" in gap.key else None]
        while gap.pool and values[index] in taken and len(gap.pool) > len(taken):
            values[index] = gap.pool[int(draw() * len(gap.pool))]
        if variant.case != AS_IS and not gap.exact:
            values[index] = values[index].lower() if variant.case == LOWER else values[index].upper()
    return variant.words % tuple([values[index] for index in variant.order])


def finish(text: str, line: Line, variant: Variant, card: Finish, *, more: Sequence[str], draw: Random) -> str:
    """Return the words with the last touches of one card: what is added, opener, closing words, end mark, emoji."""
    for sentence in more:
        text = joined(text, sentence)
    if line.frame:
        if card.closer:
            text = joined(text, card.closer)
        if card.opener and variant.opener:
            text = card.opener + (text[0].lower() + text[1:] if variant.opener == SMALL_AFTER else text)
    if card.lower and variant.lower:
        text = text[0].lower() + text[1:]
    if card.end is not None and text[-1] == "." and text[-2:] != "..":
        text = text[:-1] + card.end
    if card.emoji and line.marks:
        mark = line.marks[int(draw() * len(line.marks))]
        text = f"{text} {mark * card.emoji}"
    return text


def tail(line: Line, case: int, cast: Mapping[str, str], draw: Random) -> str:
    """Return a sentence that lengthens a comment, in the case of that comment."""
    text = fill(line.variant(int(draw() * VARIANTS)), cast, draw)
    return text if case == AS_IS else text.lower() if case == LOWER else text.upper()


def joined(text: str, more: str) -> str:
    """Return two pieces of a comment as one, with a full stop between them where people would put one."""
    return f"{text}. {more}" if text[-1].isalnum() else f"{text} {more}"


def again(text: str, copy: int) -> str:
    """Return the copy of a message that has this number: the same words, with another end where they end in words."""
    stem = text.rstrip(".!")
    return stem + ENDS[copy % len(ENDS)] if stem and stem[-1].isalpha() else f"{text} {'👆' * (copy - 1)}"
