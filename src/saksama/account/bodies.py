"""The text of an article as HTML: every sentence an anchor, boilerplate struck out with its reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from markupsafe import Markup, escape

from saksama.account.clean import clean
from saksama.account.marks import Marks
from saksama.account.words import reason_of
from saksama.records import Article, Span

_BREAKS = re.compile(r"\s*\n\s*")
_SENTENCE = Markup('<span class="{}" id="a{}s{}">{}</span>')
_STRUCK = Markup('<s title="{}">{}</s>')
_WHY = Markup("<small>{}</small>")
_GAP = Markup('<span class="gap"></span>')


def body(article: Article, marks: Marks, language: str) -> Markup:
    """The whole text, nothing left out, sentence 12 of article 3 with the id ``a3s12``."""
    number = marks.number[article.id]
    cuts = _Cuts(article, language)
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


class _Cuts:
    """The boilerplate of an article, struck out wherever a stretch of text meets it."""

    def __init__(self, article: Article, language: str) -> None:
        self._text = article.text
        self._cuts = sorted(article.boilerplate, key=lambda b: b.start)
        self._ends = list(accumulate((cut.end for cut in self._cuts), max))
        self._language = language

    def of(self, start: int, end: int) -> Markup:
        parts, at = [], start
        for cut in self._cuts[bisect_right(self._ends, start) :]:
            left, right = max(cut.start, at), min(cut.end, end)
            if left >= end:
                break
            if left >= right:
                continue
            why = reason_of(cut.reason, self._language)
            parts += [_flowing(self._text[at:left]), _STRUCK.format(why, _flowing(self._text[left:right]))]
            if right == cut.end:
                parts.append(_WHY.format(why))
            at = right
        parts.append(_flowing(self._text[at:end]))
        return Markup("").join(parts)


def _flowing(text: str) -> Markup:
    """Escaped and clean, line breaks as gaps between paragraphs."""
    return _GAP.join(escape(part) for part in _BREAKS.split(clean(text)))
