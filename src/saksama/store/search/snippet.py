"""The piece of the original text that shows why something was found."""

from __future__ import annotations

from saksama.records import Reading, Sentence, Span
from saksama.store.file.words import word
from saksama.store.search.query import parts

LONGEST = 300  # characters
_BEFORE = 80  # of them before the first word found


def best_sentence(reading: Reading, wanted: frozenset[str]) -> tuple[int, int]:
    """The first sentence with the most different words found, one of the body before the headline."""
    if not reading.sentences:
        return 0, min(len(reading.article.text), LONGEST)
    best = max(reading.sentences, key=lambda s: (_found(s, wanted), not s.is_title, -s.index))
    return best.start, best.end


def _found(sentence: Sentence, wanted: frozenset[str]) -> int:
    return len({part for token in sentence.tokens for part in parts(word(token))} & wanted)


def marked(reading: Reading, place: tuple[int, int], wanted: frozenset[str]) -> list[Span]:
    """Where the words stand between two offsets."""
    start, end = place
    return [
        Span(token.start, token.end)
        for sentence in reading.sentences
        if sentence.start < end and start < sentence.end
        for token in sentence.tokens
        if start <= token.start and token.end <= end and not wanted.isdisjoint(parts(word(token)))
    ]


def cut(text: str, place: tuple[int, int], marks: list[Span]) -> tuple[int, int]:
    """At most `LONGEST` characters around the first mark, at the edges of words."""
    start, end = place
    if end - start <= LONGEST:
        return start, end
    first = max(start, marks[0].start - _BEFORE) if marks else start
    last = min(end, first + LONGEST)
    if first > start:
        first = max(first, text.find(" ", first, last) + 1)
    if last < end:
        blank = text.rfind(" ", first, last)
        last = blank if blank > first else last
    return first, last
