"""Known faults, planted in real articles: what is planted, where a check ought to show it, in which pile."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from saksama import edtf
from saksama.records import Reading, Sentence

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
WEEKDAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()


@dataclass(frozen=True, slots=True)
class Text:
    """One article of a pile, before it is read."""

    title: str | None
    body: str
    published: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Plant:
    """A fault in a pile, whose texts are still to be read unless they stand there as they were.

    `words` stand in text `where` of the pile and hold the fault: evidence must overlap them.

    `kinds` are the checks one of which ought to show it, as ``kind`` or ``kind.slot``.
    """

    fault: str
    kinds: tuple[str, ...]
    texts: tuple[Text | Reading, ...]
    where: int
    words: str
    anywhere: bool = field(default=False)  # the finding is of the pile, whatever sentence it shows


Planter = Callable[[Reading, random.Random], Iterator[Plant]]


def as_text(reading: Reading, body: str | None = None, days: int = 0, outlet: str = "asal") -> Text:
    """The article with another body, so many days later."""
    day = published(reading) + timedelta(days=days)
    title = reading.article.headline or None
    return Text(title, body_of(reading) if body is None else body, day.isoformat(), outlet)


def body_of(reading: Reading) -> str:
    return reading.article.text[_body_start(reading) :]


def _body_start(reading: Reading) -> int:
    title = reading.article.title
    text = reading.article.text
    start = title.end if title else 0
    return start + len(text[start:]) - len(text[start:].lstrip())


def changed(reading: Reading, start: int, end: int, words: str) -> tuple[str, str]:
    """The body with other words in a span of the article, and the words with what stands around them."""
    text, first = reading.article.text, _body_start(reading)
    body = text[first:start] + words + text[end:]
    left = text[max(first, start - 25) : start].rpartition("\n")[2]
    right = text[end : end + 15].partition("\n")[0]
    return body, left + words + right


def published(reading: Reading) -> date:
    bounds = edtf.parse(reading.article.published)
    assert bounds
    assert bounds.earliest
    return bounds.earliest


def body_sentences(reading: Reading) -> list[Sentence]:
    return [s for s in reading.sentences if not s.is_title and len(s.tokens) > 5]


def inside(reading: Reading, start: int) -> Sentence | None:
    """The sentence of the body that holds an offset."""
    return next((s for s in body_sentences(reading) if s.start <= start < s.end), None)


def spelt(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
