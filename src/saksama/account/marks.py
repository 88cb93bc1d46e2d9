"""Short marks that lead from every line to its source: [3:12] is sentence 12 of article 3."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from saksama.records import Account, Article, Evidence, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One source: `article` and `sentence` count from 1, `start` to `end` are offsets in its text."""

    article: int
    sentence: int
    start: int
    end: int

    @property
    def label(self) -> str:
        return f"{self.article}:{self.sentence}"


class Marks:
    """Where the evidence of one account stands."""

    def __init__(self, account: Account) -> None:
        self.number = {article.id: n for n, article in enumerate(account.articles, start=1)}
        read = {reading.article.id: reading.sentences for reading in account.readings}
        self.sentences: dict[str, tuple[Span, ...]] = {
            article.id: tuple(Span(s.start, s.end) for s in read.get(article.id, ())) or _lines(article)
            for article in account.articles
        }
        self._starts = {key: [span.start for span in spans] for key, spans in self.sentences.items()}

    def of(self, evidence: Evidence) -> Mark:
        starts = self._starts[evidence.article]
        sentence = max(bisect_right(starts, evidence.start), 1)
        return Mark(self.number[evidence.article], sentence, evidence.start, evidence.end)

    def all(self, pieces: Iterable[Evidence]) -> tuple[Mark, ...]:
        """The marks of many pieces, one for each sentence, in order."""
        found = {mark.label: mark for mark in reversed([self.of(piece) for piece in pieces])}
        return tuple(sorted(found.values(), key=lambda mark: (mark.article, mark.start)))


def _lines(article: Article) -> tuple[Span, ...]:
    """The lines of a text, for an account that came without its sentences."""
    spans, at = [], 0
    for part in article.text.split("\n"):
        if part.strip():
            spans.append(Span(at, at + len(part)))
        at += len(part) + 1
    return tuple(spans) or (Span(0, len(article.text)),)
