"""Figures of one text that cannot all be right: people and their parts, and shares of more than all.

"Sebanyak 45 orang tewas, terdiri atas 20 laki-laki dan 15 perempuan" does not add up; "120 persen warga" is
more than there are. Never more than a caution: the rest may be told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from saksama.checks.case import Case, finding, quoted
from saksama.checks.wording import say
from saksama.language.wordlists import words
from saksama.records import Check, Quantity, Reading, Sentence, Token

LEAST = 2  # parts that make a list
ALL, MOST = 100.0, 1000.0  # per cent; what is more than that has lost its comma
_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})*|\d+")


def find(case: Case) -> Iterator[Check]:
    for reading in case.readings:
        for sentence in reading.sentences:
            if not sentence.is_title:
                yield from _sum(reading, sentence)
                yield from _share(reading, sentence)
                yield from _rest(reading, sentence)


def _sum(reading: Reading, sentence: Sentence) -> Iterator[Check]:
    """A number of people, and behind "terdiri atas" parts that make another number."""
    marks = words(reading.article.language, "checks", "made_of")
    mark = next((t for t in sentence.tokens if t.text.lower() in marks), None)
    total = _total(reading, sentence, mark) if mark else None
    if mark is None or total is None:
        return
    parts = _parts(reading, [t for t in sentence.tokens if t.start > mark.start])
    if parts and not _fits(total.value, parts):
        message = say("conflict-parts", total=total.text, parts=" + ".join(f"{part:g}" for part in parts))
        yield finding("conflict", "caution", message, (quoted(reading, sentence),), slot="number")


def _total(reading: Reading, sentence: Sentence, mark: Token) -> Quantity | None:
    """The only figure before the mark, if it counts people exactly."""
    language = reading.article.language
    before = [q for q in reading.quantities if q.sentence == sentence.index and q.end <= mark.start]
    people = frozenset().union(*(words(language, "checks", key) for key in ("people", "crowds", "counted")))
    if len(before) != 1 or before[0].comparator != "=" or (before[0].unit or "").lower() not in people:
        return None
    return before[0]


def _parts(reading: Reading, tokens: list[Token]) -> list[float]:
    """The figures of a list "20 laki-laki, 10 anak, dan 15 perempuan"; none where it is more than that."""
    within = words(reading.article.language, "checks", "within")
    figures: list[float] = []
    for at, token in enumerate(tokens):
        if token.text.lower() in within or token.upos == "VERB":
            return []
        if token.upos == "NUM":
            value = _value(reading, token)
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if value is None or after is None or after.upos not in ("NOUN", "ADJ", "PROPN"):
                return []
            figures.append(value)
    return figures if len(figures) >= LEAST else []


def _value(reading: Reading, token: Token) -> float | None:
    """A figure by its quantity, or by its digits; None for a date's or a decimal's."""
    for quantity in reading.quantities:
        if quantity.start <= token.start < quantity.end:
            return quantity.value if quantity.comparator == "=" else None
    if any(t.start <= token.start < t.end for t in reading.times) or not _WHOLE.fullmatch(token.text):
        return None
    return float(token.text.replace(".", ""))


def _fits(total: float, parts: list[float]) -> bool:
    """Whether the parts, or the first of them with the others as parts of parts, make the total."""
    sums = [sum(parts[: end + 1]) for end in range(len(parts))]
    return any(part >= total for part in parts) or total in sums


def _share(reading: Reading, sentence: Sentence) -> Iterator[Check]:
    """ "120 persen warga": a share of people that is more than all of them."""
    language = reading.article.language
    people = frozenset().union(*(words(language, "checks", key) for key in ("people", "crowds", "asked")))
    for quantity in _percents(reading, sentence):
        after = [t for t in sentence.tokens if t.start >= quantity.end][:2]
        named = [t.text.lower() for t in after if t.text.lower() != "dari"][:1]
        if ALL < quantity.value < MOST and named and named[0] in people:
            message = say("conflict-share", share=quantity.text, whole=named[0])
            yield finding("conflict", "caution", message, (quoted(reading, sentence),), slot="number")


def _rest(reading: Reading, sentence: Sentence) -> Iterator[Check]:
    """ "60 persen … sisanya 50 persen": shares with what is left that make more than all."""
    rest = words(reading.article.language, "checks", "rest")
    shares = _percents(reading, sentence)
    if len(shares) != LEAST or any(q.comparator != "=" for q in shares):
        return
    before = [t.text.lower() for t in sentence.tokens if shares[0].end <= t.start < shares[1].start]
    total = sum(q.value for q in shares)
    if rest & set(before[-2:]) and total > ALL + 1:
        message = say("conflict-rest", one=shares[0].text, other=shares[1].text)
        yield finding("conflict", "caution", message, (quoted(reading, sentence),), slot="number")


def _percents(reading: Reading, sentence: Sentence) -> list[Quantity]:
    return [q for q in reading.quantities if q.sentence == sentence.index and q.unit == "percent"]
