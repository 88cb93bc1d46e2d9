"""When an article was written that bears no date: an interval out of what it tells, with evidence.

Two things bound it. Whoever it calls the holder of an office held it when it was written; whoever it
calls a former holder did not any more; and it was written after whatever it tells as past on a date
of its own. Where the offices contradict each other, the text is telling of several times and the
date stays unknown, as it does where they lead back to a time before there were such pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from saksama import edtf
from saksama.edtf import Bounds
from saksama.language.wordlists import words
from saksama.records import Evidence, Reading, Sentence, TimeExpression, TitleClaim

if TYPE_CHECKING:
    from saksama.actors.knowledge import Knowledge

_FIRST_PAGES: Final = date(2005, 1, 1)  # texts on those days are far more than pages from those days
_AHEAD: Final = 31  # days; a day beyond this, told without a word of the future, is past
_ORDINAL: Final = re.compile(r"\bke-?\d", re.I)  # "Presiden ke-2": told as history
_HANDOVER: Final = 14  # days; offices that leave no more between them were held one after the other
_ALWAYS: Final = Bounds(None, None)


@dataclass(frozen=True, slots=True)
class _Clue:
    bounds: Bounds
    evidence: Evidence


def date_article(reading: Reading) -> Reading:
    """The reading with an inferred interval (EDTF) as its article's date, if it has none and one is found."""
    article = reading.article
    if article.published is not None:
        return reading
    clues = [*_from_titles(reading), *_from_dates(reading)]
    whole: Bounds | None = _ALWAYS
    for clue in clues:
        whole = whole.intersect(clue.bounds) if whole else None
    if whole is None or whole == _ALWAYS or not _likely(whole) or _outlived(reading, whole):
        return reading
    dated = replace(
        article,
        published=whole.format(),
        published_basis="inferred",
        published_evidence=_binding(clues, whole),
    )
    return replace(reading, article=dated)


def _likely(whole: Bounds) -> bool:
    """Whether an interval is neither older than web pages nor just the day of a handover."""
    if whole.latest is None:
        return True
    brief = whole.earliest is not None and (whole.latest - whole.earliest).days < _HANDOVER
    return whole.latest >= _FIRST_PAGES and not brief


def _binding(clues: list[_Clue], whole: Bounds) -> tuple[Evidence, ...]:
    """The first evidence for each end of the interval, in text order."""
    firsts = [next((c for c in clues if c.bounds.earliest == whole.earliest), None)] if whole.earliest else []
    lasts = [next((c for c in clues if c.bounds.latest == whole.latest), None)] if whole.latest else []
    found = {clue.evidence for clue in (*firsts, *lasts) if clue}
    return tuple(sorted(found, key=lambda evidence: (evidence.start, evidence.end)))


def _from_titles(reading: Reading) -> Iterator[_Clue]:
    """What the offices named in the present tell; a claim beside a date of its own is about that date."""
    from saksama.actors.knowledge import load

    if not reading.titles:
        return
    knowledge = load()
    no_longer = words(reading.article.language, "times", "no_longer")
    dated = {time.sentence for time in reading.times if time.anchor == "absolute"}
    for claim in reading.titles:
        bounds = None
        if claim.excused.lower() in no_longer:
            bounds = _after_office(claim, knowledge)
        elif not claim.excused and claim.sentence not in dated and not _ORDINAL.search(claim.evidence.text):
            bounds = _in_office(claim, knowledge)
        if bounds and bounds != _ALWAYS:
            yield _Clue(bounds, claim.evidence)


def _terms(claim: TitleClaim, knowledge: Knowledge) -> list[Bounds]:
    """When the person held the office named, each time as far as is known."""
    offices = knowledge.offices_of(claim.person)
    held = [o for o in offices if o.role == claim.role and o.for_ == claim.for_]
    return [
        Bounds(start.earliest if start else None, end.latest if end else None)
        for start, end in ((edtf.parse(office.from_), edtf.parse(office.to)) for office in held)
    ]


def _in_office(claim: TitleClaim, knowledge: Knowledge) -> Bounds | None:
    """From the first day in the office to the last, whatever lay between."""
    terms = _terms(claim, knowledge)
    if not terms:
        return None
    starts = [term.earliest for term in terms]
    ends = [term.latest for term in terms]
    first = None if None in starts else min(day for day in starts if day)
    last = None if None in ends else max(day for day in ends if day)
    return Bounds(first, last)


def _after_office(claim: TitleClaim, knowledge: Knowledge) -> Bounds | None:
    """From the day on which the person first left the office."""
    ends = [term.latest for term in _terms(claim, knowledge) if term.latest]
    return Bounds(min(ends), None) if ends else None


def _from_dates(reading: Reading) -> Iterator[_Clue]:
    """The dates that the text tells as past."""
    told = _Told(reading)
    sentences = {sentence.index: sentence for sentence in reading.sentences}
    for time in reading.times:
        bounds, sentence = edtf.parse(time.interval), sentences.get(time.sentence)
        if bounds and bounds.earliest and sentence and _fixed(time) and told.as_past(time, sentence):
            yield _Clue(Bounds(bounds.earliest, None), reading.article.evidence(time.start, time.end))


def _outlived(reading: Reading, whole: Bounds) -> bool:
    """Whether the text names a day well after the interval without a word of the future."""
    if whole.latest is None:
        return False
    told = _Told(reading)
    sentences = {sentence.index: sentence for sentence in reading.sentences}
    for time in reading.times:
        bounds = edtf.parse(time.interval) if _fixed(time) else None
        late = bounds and bounds.earliest and (bounds.earliest - whole.latest).days > _AHEAD
        if late and edtf.precision(time.interval) == "day" and not told.is_open(sentences[time.sentence]):
            return True
    return False


class _Told:
    """Tells whether a date is told as past, by the words and events of its sentence."""

    def __init__(self, reading: Reading) -> None:
        self.done = {(event.sentence, event.when) for event in reading.events if event.status == "occurred"}
        language = reading.article.language
        self.past = words(language, "times", "past_cues")
        self.inside = words(language, "times", "past_inside")
        self.open = words(language, "times", "open_cues")
        self.before_open = words(language, "times", "before_open_dates")
        self.before_years = words(language, "times", "before_past_years")

    def is_open(self, sentence: Sentence) -> bool:
        """Whether a word of the sentence points to what is to come."""
        return any(token.text.lower() in self.open for token in sentence.tokens)

    def as_past(self, time: TimeExpression, sentence: Sentence) -> bool:
        near = {token.text.lower() for token in sentence.tokens}
        own = set(time.text.lower().split())
        cue = not near.isdisjoint(self.past) or not own.isdisjoint(self.inside)
        if not cue and (time.sentence, time.interval) not in self.done:
            return False
        previous = next((t.text.lower() for t in reversed(sentence.tokens) if t.end <= time.start), "")
        if edtf.precision(time.interval) == "year" and (own | {previous}).isdisjoint(self.before_years):
            return False
        return near.isdisjoint(self.open) and previous not in self.before_open


def _fixed(time: TimeExpression) -> bool:
    """Whether the text itself gives the date, to the day, the month or the year."""
    known = time.anchor == "absolute" and time.exists and time.type in ("DATE", "TIME")
    return known and edtf.precision(time.interval) != "interval"
