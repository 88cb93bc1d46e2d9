"""The text of an article as HTML: every sentence an anchor, boilerplate struck out with its reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup, escape

from saksama.account.clean import clean
from saksama.account.marks import Marks
from saksama.account.words import reason_of
from saksama.records import Article, Span

Triggers = Mapping[tuple[int, int], Sequence[int]]

_BREAKS = re.compile(r"\s*\n\s*")
_SENTENCE = Markup('<span class="{}" id="a{}s{}">{}</span>')
_STRUCK = Markup('<s title="{}">{}</s>')
_MADE = Markup('<b data-e="{}">{}</b>')
_WHY = Markup("<small>{}</small>")
_GAP = Markup('<span class="gap"></span>')


def body(article: Article, marks: Marks, language: str, triggers: Triggers) -> Markup:
    """The whole text, nothing left out, sentence 12 of article 3 with the id ``a3s12``.

    `triggers` are the words that made events, by their offsets, each with the numbers of those events.
    """
    number = marks.number[article.id]
    cuts = _Cuts(article, language, triggers)
    parts = []
    for start, end, sentence in _stretches(article, marks.sentences[article.id]):
        inner = cuts.of(start, end)
        if sentence is None:
            parts.append(inner)
        else:
            kind = "s title" if article.title and start == article.title.start else "s"
            parts.append(_SENTENCE.format(kind, number, sentence, inner))
    return Markup("").join(parts)


def _stretches(article: Article, sentences: tuple[Span, ...]) -> Iterator[tuple[int, int, int | None]]:
    """The text cut in sentences, with their number from 1, and what lies between."""
    at = 0
    for number, span in enumerate(sentences, start=1):
        start = max(span.start, at)
        if start > at:
            yield at, start, None
        yield start, max(span.end, start), number
        at = max(span.end, at)
    if at < len(article.text):
        yield at, len(article.text), None


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch to be set apart: why it is struck out, or the numbers of the events that it made."""

    start: int
    end: int
    why: str = ""
    events: str = ""


class _Cuts:
    """What is set apart in an article, wherever a stretch of text meets it."""

    def __init__(self, article: Article, language: str, triggers: Triggers) -> None:
        self._text = article.text
        struck = [_Cut(b.start, b.end, reason_of(b.reason, language)) for b in article.boilerplate]
        made = [_Cut(*span, events=" ".join(map(str, numbers))) for span, numbers in triggers.items()]
        self._cuts = sorted((*struck, *made), key=lambda cut: cut.start)
        self._ends = list(accumulate((cut.end for cut in self._cuts), max))

    def of(self, start: int, end: int) -> Markup:
        parts, at = [], start
        for cut in self._cuts[bisect_right(self._ends, start) :]:
            left, right = max(cut.start, at), min(cut.end, end)
            if left >= end:
                break
            if left >= right:
                continue
            words = _flowing(self._text[left:right])
            parts.append(_flowing(self._text[at:left]))
            parts.append(_STRUCK.format(cut.why, words) if cut.why else _MADE.format(cut.events, words))
            if cut.why and right == cut.end:
                parts.append(_WHY.format(cut.why))
            at = right
        parts.append(_flowing(self._text[at:end]))
        return Markup("").join(parts)


def _flowing(text: str) -> Markup:
    """Escaped and clean, line breaks as gaps between paragraphs."""
    return _GAP.join(escape(part) for part in _BREAKS.split(clean(text)))
