"""The stage: the times and quantities of an article, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from saksama.records import Quantity, Reading, Sentence, TimeExpression
from saksama.times.amounts import amounts
from saksama.times.find import Timex, published_day, read_times
from saksama.times.lexer import Row, lex
from saksama.times.lexicon import lexicon
from saksama.times.numerals import Scene
from saksama.times.quantities import Amount, may_count, read_amounts

Offsets = tuple[int, int]


def annotate(reading: Reading) -> Reading:
    """The reading with its time expressions and quantities.

    Relative expressions are resolved only where the article is dated. What a name holds is neither a
    time nor an amount, but for a year at its end ("Pemilu 2024").
    """
    article, words = reading.article, lexicon(reading.article.language)
    rows = [lex(article.text, s.start, s.end, words) for s in reading.sentences]
    names = [_names(sentence) for sentence in reading.sentences]
    published = published_day(article.published) if article.dated else None
    times = read_times(article.text, list(enumerate(rows)), published, words)
    times = [time for time in times if not _in_name(time, names[time.sentence])]
    spans = [list(spans) for spans in names]
    for time in times:
        spans[time.sentence].append((time.start, time.end))
    counted = enumerate(_amounts(reading, rows, spans))
    return replace(
        reading,
        times=tuple(_expression(reading, time, number) for number, time in enumerate(times)),
        quantities=tuple(_quantity(reading, at, found, number) for number, (at, found) in counted),
    )


def _amounts(reading: Reading, rows: list[Row], spans: list[list[Offsets]]) -> Iterator[tuple[int, Amount]]:
    """The quantities outside the spans, each with the place of its sentence."""
    words = amounts(reading.article.language)
    for index, row in enumerate(rows):
        if may_count(row):
            scene = Scene(row, _taken(row, spans[index]), _Tags(reading.sentences[index]), words)
            yield from ((index, amount) for amount in read_amounts(scene))


def _names(sentence: Sentence) -> list[Offsets]:
    tokens = sentence.tokens
    return [(tokens[name.first].start, tokens[name.last - 1].end) for name in sentence.names]


def _in_name(time: Timex, names: list[Offsets]) -> bool:
    """Whether a name holds the expression and goes on behind it, or it is no year and no "besok"."""
    sense = time.sense
    year = sense.type == "DATE" and len(sense.value or "") == 4
    headline_word = sense.anchor == "published" and sense.weekday is None
    for start, end in names:
        inside = start <= time.start and time.end <= end and end - start > time.end - time.start
        if inside and not ((year or headline_word) and time.end == end):
            return True
    return False


def _taken(row: Row, spans: list[Offsets]) -> frozenset[int]:
    """The tokens that lie in any of the spans."""
    found: set[int] = set()
    for start, end in spans:
        found.update(range(bisect_left(row.starts, start), bisect_left(row.starts, end)))
    return frozenset(found)


class _Tags:
    """The part of speech of the token at an offset; the index is made when first asked for."""

    __slots__ = ("_by_start", "_sentence")

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._by_start: dict[int, str] | None = None

    def __call__(self, offset: int) -> str:
        if self._by_start is None:
            self._by_start = {token.start: token.upos for token in self._sentence.tokens}
        return self._by_start.get(offset, "")


def _expression(reading: Reading, time: Timex, number: int) -> TimeExpression:
    article, sense = reading.article, time.sense
    return TimeExpression(
        id=f"{article.id}:t{number}",
        article=article.id,
        start=time.start,
        end=time.end,
        text=article.text[time.start : time.end],
        type=sense.type,
        value=sense.value,
        interval=sense.interval,
        anchor=sense.anchor,
        weekday=sense.weekday,
        exists=sense.exists,
        sentence=reading.sentences[time.sentence].index,
        reason=sense.reason,
    )


def _quantity(reading: Reading, at: int, amount: Amount, number: int) -> Quantity:
    article = reading.article
    return Quantity(
        id=f"{article.id}:q{number}",
        article=article.id,
        start=amount.start,
        end=amount.end,
        text=article.text[amount.start : amount.end],
        value=amount.value,
        comparator=amount.comparator,
        unit=amount.unit,
        sentence=reading.sentences[at].index,
    )
