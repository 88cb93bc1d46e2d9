""" "The first in 24 years", "the greatest since 1998", against what the desk holds.

The claim is tied to the event of its own sentence, or to the last one told shortly before. It is
contradicted by an event of the same kind between the same parties whose own day lies within the span; a
claim of size also needs a count of the same thing that is no smaller. Always a caution: a claim may mean
a narrower kind of event than can be told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from saksama import edtf
from saksama.checks.case import Case, finding, quoted
from saksama.checks.wording import Day, say
from saksama.language.wordlists import words
from saksama.records import Bilingual, Check, Event, EventMention, Reading, Sentence, TimeExpression

BEFORE = 2  # sentences back, in which the event may be told
REACH = 8  # words between "pertama" and its span
ROOM = 365  # days at the start of the span: years are counted roughly
SAME = 45  # days before the event, within which another telling may be of the same one
_YEARS = re.compile(r"P(\d+)Y")


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is said to be the first, or the greatest, since a day; `narrow` are words that narrow it."""

    reading: Reading
    sentence: Sentence
    event: EventMention
    words: str
    since: date
    until: date
    greatest: bool
    narrow: frozenset[str]


def find(case: Case) -> Iterator[Check]:
    kinds: dict[str, list[Event]] = {}
    for event in case.events:
        kinds.setdefault(event.type, []).append(event)
    for reading in case.readings:
        for claim in _claims(reading):
            rivals = kinds.get(claim.event.type, ())
            rival = next((e for e in rivals if _contradicts(case, claim, e)), None)
            if rival is not None:
                yield _check(case, claim, rival)


def _claims(reading: Reading) -> Iterator[_Claim]:
    for time in reading.times:
        sentence = next((s for s in reading.sentences if s.index == time.sentence), None)
        head = _head(reading, sentence, time) if sentence else None
        event = _event(reading, time) if head is not None else None
        span = _span(reading, event, time) if event else None
        if sentence is None or head is None or event is None or span is None:
            continue
        own = frozenset(t.text.lower() for t in sentence.tokens)
        yield _Claim(
            reading,
            sentence,
            event,
            " ".join(reading.article.text[head : time.end].split()),
            *span,
            greatest=not reading.article.text[head:].lower().startswith("pertama"),
            narrow=own & words(reading.article.language, "checks", "narrowing"),
        )


def _head(reading: Reading, sentence: Sentence, time: TimeExpression) -> int | None:
    """Where "pertama" or "terbesar" stands before "dalam 24 tahun", "sejak 1998"."""
    before = [t for t in sentence.tokens if t.end <= time.start][-REACH:]
    own = time.text.lower().split()
    link = before[-1].text.lower() if before else ""
    language = reading.article.language
    if not ({link, *own} & words(language, "checks", "span_links")):
        return None
    told = [t.text.lower() for t in before]
    if not words(language, "checks", "no_record").isdisjoint(told):
        return None
    firsts = words(language, "checks", "records")
    return next((t.start for t in reversed(before) if t.text.lower() in firsts), None)


def _event(reading: Reading, time: TimeExpression) -> EventMention | None:
    """The event told last before the span, in its sentence or shortly before."""
    near = [
        e
        for e in reading.events
        if time.sentence - BEFORE <= e.sentence <= time.sentence
        and e.status in ("occurred", "planned")
        and e.actors
        and (e.recipients or e.reciprocal)
        and (e.trigger.start < time.start or e.sentence == time.sentence)
        and (e.sentence == time.sentence or not e.background)
    ]
    return max(near, key=lambda e: (_day(e) is not None, e.sentence, e.trigger.start), default=None)


def _day(event: EventMention) -> str | None:
    """When it happened, to the month at least; what is only "since 2013" is the span itself."""
    return event.when if edtf.precision(event.when) in ("day", "month") else None


def _span(reading: Reading, event: EventMention, time: TimeExpression) -> tuple[date, date] | None:
    """From the start of what the claim covers to the event."""
    bounds = edtf.parse(_day(event) or (reading.article.published if reading.article.dated else None))
    if bounds is None or bounds.earliest is None:
        return None
    until = bounds.earliest
    years = _YEARS.fullmatch(time.value or "")
    if years:
        if int(years[1]) >= until.year:
            return None
        return until - timedelta(days=int(365.25 * int(years[1]))) + timedelta(ROOM), until
    since = edtf.parse(time.interval)
    if since is None or since.earliest is None or time.type != "DATE":
        return None
    return since.earliest + timedelta(ROOM), until


def _contradicts(case: Case, claim: _Claim, event: Event) -> bool:
    """Whether the event lies well within the span and is of the same people and parties."""
    days = edtf.parse(event.when) if edtf.precision(event.when) in ("day", "month") else None
    if days is None or days.earliest is None or days.latest is None or event.status != "occurred":
        return False
    if not (claim.since <= days.earliest and days.latest < claim.until - timedelta(SAME)):
        return False
    if None not in (claim.event.mode, event.mode) and claim.event.mode != event.mode:
        return False
    if not _same_sides(claim.event, event) or (claim.greatest and not _no_smaller(case, claim, event)):
        return False
    return any(_as_narrow(m, claim) and case.article(m.article).dated for m in event.mentions)


def _same_sides(mention: EventMention, event: Event) -> bool:
    """The same codes on each side, and the same people where the claim's event names any."""
    for ours, theirs in ((mention.actors, event.actors), (mention.recipients, event.recipients)):
        if {p.code for p in ours} != {p.code for p in theirs}:
            return False
        people = {p.actor for p in ours if p.is_person}
        if people and not people & {p.actor for p in theirs}:
            return False
    return True


def _as_narrow(mention: EventMention, claim: _Claim) -> bool:
    own = mention.evidence.text.lower().split()
    return all(word in own for word in claim.narrow)


def _no_smaller(case: Case, claim: _Claim, event: Event) -> bool:
    """A count of the same unit in the earlier event that is at least as great as the claim's."""
    ours = {q.unit: q.value for q in claim.reading.quantities if q.id in claim.event.quantities and q.unit}
    return any(
        q.unit in ours and q.value >= ours[q.unit]
        for m in event.mentions
        for q in case.desk.reading(m.article).quantities
        if q.id in m.quantities
    )


def _check(case: Case, claim: _Claim, event: Event) -> Check:
    mention = next(m for m in event.mentions if case.article(m.article).dated)
    message = say(
        "history-not-first" if not claim.greatest else "history-not-greatest",
        words=claim.words,
        event=" ".join(mention.trigger.text.split()),
        day=Day(event.when or ""),
        source=Bilingual(*(2 * [case.article(mention.article).outlet or mention.article])),
    )
    evidence = tuple(dict.fromkeys((quoted(claim.reading, claim.sentence), mention.evidence)))
    events = tuple(dict.fromkeys((case.event_of(claim.event).id, event.id)))
    return finding("history", "caution", message, evidence, events=events)
