"""The words of a pattern as a voice types them: apostrophes, slips, text speak, stretched letters, shouting, other words.

Done once, when a variant of a pattern is made ready. Slots, bracketed words and disguised words are never touched.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

from scenarios.text import Random, Slot
from scenarios.voices import Habits, Voice

AS_IS, LOWER, UPPER = 0, 1, 2
NO_OPENER, SMALL_AFTER, CAPITAL_AFTER = 0, 1, 2
HALF = 0.5

ARTICLES = (" a ", " an ", "A ", "An ")
VOWELS = "aeiou"
PROTECTED = re.compile(r"(\[[^\]]*\]\w*|\S*[*@#%]\S*|\b(?:999|101)\b)")
BEGUN = re.compile(r"(?<![\w'’-])\w+")
WORD = re.compile(r"[A-Za-z']+")
QUOTED = re.compile(r"(?<![\w'])'([^']+)'(?![\w'])")
PARTICIPLE = (
    r"(?= (?!(?:been|got|gone|come|taken|had|become|done|made|left|never|always|just|already|\w+ed)\b)[A-Za-z])"
)
NO_TAG = r"(?= (?!(?:i|you|he|she|it|we|they|the|this|that|there|anyone|anybody|your|my)\b)[A-Za-z])"
NOT_AFTER = {
    "'s": PARTICIPLE,
    "'t": NO_TAG,
    "'m": r"(?= \w)",
    "'e": r"(?= \w)",
    "re": r"(?= \w)",
    "ve": r"(?= \w)",
    "ll": r"(?= \w)",
}
ARTICLE = re.compile(r"\b(?:the|a|an) (?=[a-z])")


def dress(words: list[str | Slot], voice: Voice, habits: Habits, random: Random) -> tuple[list[str | Slot], int]:
    """Return the words in this voice, and whether all of it is in small letters or capitals."""
    rates = {rate: random() * 100 < share for rate, share in voice.rates.items()} | {"same": True}
    edits = [
        ("same", lambda text: _same(text, habits, random)),
        ("expand", lambda text: _expand(text, habits.expand)),
        ("quotes", lambda text: QUOTED.sub(r'"\1"', text)),
        ("textspeak", lambda text: _swap(text, habits.textspeak)),
        ("typo", lambda text: _misspell(text, habits, random)),
        ("dropped", lambda text: ARTICLE.sub(lambda hit: hit.group() if random() < HALF else "", text)),
        ("apostrophe", lambda text: text.replace("'", "")),
        ("stretch", lambda text: _stretch(text, habits, random)),
        ("emphasis", lambda text: _stress(text, habits)),
        ("dots", lambda text: re.sub(r"(?<=[a-z])(?:\. |, )", "... ", text, count=2)),
        ("dash", lambda text: re.sub(r"(?<=[a-z]), (?=[a-z])", " - ", text, count=1)),
        ("no_comma", lambda text: text.replace(",", "")),
        ("double_question", lambda text: text.replace("?", "??")),
    ]
    case = UPPER if rates["shout"] else LOWER if rates["all_lower"] else AS_IS
    if case:
        edits.append(("shout" if case == UPPER else "all_lower", str.upper if case == UPPER else str.lower))
    chosen = [edit for rate, edit in edits if rates[rate]]
    if not chosen:
        return words, case
    return [part if isinstance(part, Slot) else _unprotected(part, chosen) for part in words], case


def _unprotected(text: str, edits: list[Callable[[str], str]]) -> str:
    """Apply edits to everything but bracketed and disguised words and emergency numbers."""
    pieces = PROTECTED.split(text)
    for edit in edits:
        pieces = [piece if index % 2 else edit(piece) for index, piece in enumerate(pieces)]
    return "".join(pieces)


def _swap(text: str, table: Mapping[str, str]) -> str:
    for word, other in table.items():
        if word in text.lower():
            text = re.sub(rf"\b{re.escape(word)}\b", other, text, flags=re.IGNORECASE)
    return text


def _same(text: str, habits: Habits, random: Random) -> str:
    """Put for every word that has others like it any one of them, itself among them."""
    pieces, done = [], 0
    for word in BEGUN.finditer(text):
        start = word.start()
        if start < done or word[0].lower() not in habits.heads or not (hit := habits.alike.match(text, start)):
            continue
        row = habits.same[hit[0].lower()]
        if text.endswith(ARTICLES, 0, start):
            row = tuple(other for other in row if (other[0] in VOWELS) is (hit[0][0] in VOWELS))
        pieces += [text[done:start], _cased(row[int(random() * len(row))], hit[0])]
        done = hit.end()
    return "".join([*pieces, text[done:]])


def _expand(text: str, table: Mapping[str, str]) -> str:
    """Write contractions out, save where that would read wrong: before a participle, at the end, in a tag question."""
    for short, whole in table.items():
        if short.lower() in text.lower():
            found = re.compile(rf"\b{re.escape(short)}\b{NOT_AFTER.get(short[-2:], '')}", re.IGNORECASE)
            text = found.sub(functools.partial(_written_out, whole), text)
    return text


def _written_out(whole: str, hit: re.Match[str]) -> str:
    return _cased(whole, hit[0])


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word


def _misspell(text: str, habits: Habits, random: Random) -> str:
    """Misspell a known word if there is one, else let two letters of one longer word change places."""
    slipped = _swap(text, habits.misspell)
    if slipped != text:
        return slipped
    plain = [hit for hit in WORD.finditer(text) if hit.group().islower() and len(hit.group()) > 5]  # noqa: PLR2004
    if not plain:
        return text
    hit = plain[int(random() * len(plain))]
    word, at = hit.group(), 2 + int(random() * (len(hit.group()) - 4))
    slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return text[: hit.start()] + slip + text[hit.end() :]


def _stretch(text: str, habits: Habits, random: Random) -> str:
    """Lengthen the last letter of the first word that people lengthen."""
    for word in habits.stretch:
        hit = re.search(rf"\b{word}\b", text, flags=re.IGNORECASE)
        if hit:
            return text[: hit.end()] + hit.group()[-1].lower() * (2 + int(random() * 3)) + text[hit.end() :]
    return text


def _stress(text: str, habits: Habits) -> str:
    for word in habits.stress:
        if re.search(rf"\b{word}\b", text):
            return re.sub(rf"\b{word}\b", word.upper(), text, count=1)
    return text


def opener_before(literal: str, proper: frozenset[str]) -> int:
    """Tell whether an opener may stand before these words, and whether they then lose their capital."""
    first = literal.split(" ", 1)[0].strip(",.!?:;'\"")
    if not first or not first[0].isalpha():
        return NO_OPENER
    if first in proper or first == "I" or first.startswith(("I'", "I’")) or (len(first) > 1 and first.isupper()):
        return CAPITAL_AFTER
    return SMALL_AFTER
