"""The checks as findings: what does not fit, with its sentences and the words in which they differ."""

from __future__ import annotations

import re

from saksama import edtf
from saksama.account.clean import line
from saksama.account.marks import Mark, Marks
from saksama.account.piles import dated
from saksama.account.spans import Spans, pieces
from saksama.account.view import Finding, Side
from saksama.account.words import Words
from saksama.records import Account, Article, Check, Evidence, Span, TimeExpression

Told = tuple[Mark, Article, Span, list[Span]]  # the mark, the article, its sentence, what to light up

_QUOTED = re.compile("“([^“”]{3,200})”")
_ABOUT_PEOPLE = ("who", "direction")
_ORDER = ("impossible", "conflict", "caution")


def findings(account: Account, marks: Marks, words: Words) -> tuple[Finding, ...]:
    """All checks, the hardest first, numbered from 1 as they are shown; calendar slips come last."""
    spans = Spans(account)
    slips = {check.id: _is_slip(check, account) for check in account.checks}
    ordered = sorted(account.checks, key=lambda c: (slips[c.id], _ORDER.index(c.severity)))
    sides = _Sides(account, marks, spans, words)
    return tuple(
        Finding(
            number=number,
            id=check.id,
            severity=check.severity,
            slip=slips[check.id],
            label=words.severity[check.severity],
            title=_title(check, words),
            explanation=line(getattr(check.explanation, words.language)),
            sides=sides.of(check),
            events=check.events,
        )
        for number, check in enumerate(ordered, start=1)
    )


def _title(check: Check, words: Words) -> str:
    kind = words.kind.get(check.kind, line(check.kind))
    return f"{kind}: {words.slot[check.slot]}" if check.kind == "conflict" and check.slot else kind


def _is_slip(check: Check, account: Account) -> bool:
    """A weekday that is not its date's, near publication: on real pages mostly a slip of the pen."""
    if check.kind != "calendar" or check.severity != "caution":
        return False
    return any(_wrong_weekday(time) and _within(time, check.evidence) for time in account.times)


def _wrong_weekday(time: TimeExpression) -> bool:
    bounds = edtf.parse(time.interval or time.value)
    if time.weekday is None or bounds is None or bounds.earliest is None:
        return False
    return bounds.earliest == bounds.latest and bounds.earliest.weekday() != time.weekday


def _within(time: TimeExpression, evidence: tuple[Evidence, ...]) -> bool:
    return any(e.article == time.article and e.start <= time.start and time.end <= e.end for e in evidence)


class _Sides:
    """The sentences behind a check, each with its source and what tells it from the others."""

    def __init__(self, account: Account, marks: Marks, spans: Spans, words: Words) -> None:
        self._articles = {article.id: article for article in account.articles}
        self._events = {event.id: event for event in account.events}
        self._marks, self._spans, self._words = marks, spans, words

    def of(self, check: Check) -> tuple[Side, ...]:
        """One side for each sentence, in the check's own order."""
        found: dict[str, Told] = {}
        for evidence in check.evidence:
            mark = self._marks.of(evidence)
            sentence = self._marks.sentences[evidence.article][mark.sentence - 1]
            whole = Span(min(sentence.start, evidence.start), max(sentence.end, evidence.end))
            article = self._articles[evidence.article]
            lit = found.setdefault(mark.label, (mark, article, whole, []))[3]
            if (evidence.start, evidence.end) != (sentence.start, sentence.end):
                lit.append(Span(evidence.start, evidence.end))
        told = list(found.values())
        return tuple(
            Side(mark, self._source(article), pieces(article, whole, lit or self._differing(check, at, told)))
            for at, (mark, article, whole, lit) in enumerate(told)
        )

    def _differing(self, check: Check, at: int, told: list[Told]) -> list[Span]:
        """What bears on the check's slot and does not stand on another side as well.

        Of a direction both sides name the same two, only the other way round: all are lit.
        """
        _, article, whole, _ = told[at]
        if check.kind != "conflict":
            return _named(check, article, whole)
        actors = self._parties(check) if check.slot in _ABOUT_PEOPLE else frozenset[str]()
        spans = self._spans.within(article.id, whole, check.slot, actors)
        if check.slot == "direction":
            return spans
        others = [_folded(a, span) for other, (_, a, span, _) in enumerate(told) if other != at]
        own = [span for span in spans if not any(_folded(article, span) in text for text in others)]
        return own or spans

    def _parties(self, check: Check) -> frozenset[str]:
        """Whom the events of a check are about."""
        events = (self._events[identity] for identity in check.events if identity in self._events)
        parties = [party for event in events for party in (*event.actors, *event.recipients)]
        return frozenset(code for party in parties for code in (party.actor, party.acts_for) if code)

    def _source(self, article: Article) -> str:
        day = dated(article, self._words)[0] if article.published else ""
        return ", ".join(part for part in (line(article.outlet or ""), day) if part)


def _named(check: Check, article: Article, whole: Span) -> list[Span]:
    """The words of a sentence that the explanation quotes."""
    found = []
    for words in _QUOTED.findall(check.explanation.id):
        at = article.text.find(words, whole.start, whole.end)
        if at >= 0:
            found.append(Span(at, at + len(words)))
    return found


def _folded(article: Article, span: Span) -> str:
    return article.text[span.start : span.end].casefold()
