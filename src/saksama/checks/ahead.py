"""A day after publication that the text tells as past: "kata Budi di Jakarta, Rabu (19/6/2024)".

Part of the `calendar` check. Only where the day stands with a word of saying, outside of what is said, is
the day of an event told as done, or stands by its weekday with a word of what has happened; and where nothing
in the sentence looks ahead. Never more than a caution:
a page may bear the day on which it was first put out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from saksama import edtf
from saksama.checks.case import finding, quoted, sentence_at
from saksama.checks.wording import Day, say
from saksama.language.wordlists import words
from saksama.records import Check, Reading, Sentence, TimeExpression

MONTHS = 12
TURNED = 7  # days from the page's date read the other way round, within which that date is the slip
LATER = 1  # days after publication that are still the same night somewhere


def find(reading: Reading) -> Iterator[Check]:
    """One finding for each day."""
    bounds = edtf.parse(reading.article.published)
    if not reading.article.dated or bounds is None or bounds.latest is None:
        return
    told: set[str | None] = set()
    for time in reading.times:
        day = _written(time)
        if day is None or (day - bounds.latest).days <= LATER or time.interval in told:
            continue
        if abs((day - _other_way(bounds.latest)).days) <= TURNED:
            continue
        sentence = sentence_at(reading, time.start)
        if sentence and _as_past(reading, sentence, time):
            told.add(time.interval)
            message = say(
                "calendar-ahead",
                text=" ".join(time.text.split()),
                date=Day(day.isoformat()),
                published=Day(reading.article.published or ""),
            )
            yield finding("calendar", "caution", message, (quoted(reading, sentence),))


def _other_way(day: date) -> date:
    """The day with its month and day changed about, where that is one: pages write "9/4" for 4 September."""
    return date(day.year, day.day, day.month) if day.day <= MONTHS else day


def _written(time: TimeExpression) -> date | None:
    """The day of an expression that gives it in figures."""
    if edtf.precision(time.interval) != "day" or time.anchor not in ("absolute", "published"):
        return None
    bounds = edtf.parse(time.interval) if any(char.isdigit() for char in time.text) else None
    return bounds.earliest if bounds else None


def _as_past(reading: Reading, sentence: Sentence, time: TimeExpression) -> bool:
    language = reading.article.language
    spoken = [(s.content.start, s.content.end) for s in reading.statements if s.sentence == sentence.index]
    if any(start <= time.start < end for start, end in spoken):
        return False
    outside = [
        t.text.lower()
        for t in sentence.tokens
        if t.start >= _clause(reading, sentence, time)
        and not any(start <= t.start < end for start, end in spoken)
    ]
    ahead = words(language, "times", "open_cues") | words(language, "checks", "ahead")
    before = [t.text.lower() for t in sentence.tokens if t.end <= time.start][-2:]
    if not ahead.isdisjoint(outside) or not words(language, "times", "before_open_dates").isdisjoint(before):
        return False
    if _said(reading, sentence, time) or _done(reading, sentence, time):
        return True
    happened = words(language, "checks", "happened")
    return time.weekday is not None and not happened.isdisjoint(outside)


def _clause(reading: Reading, sentence: Sentence, time: TimeExpression) -> int:
    """Where the words about the day begin: after a quotation they are of the saying alone."""
    direct = [s for s in reading.statements if s.direct and s.cue and s.sentence == sentence.index]
    ends = (s.content.end for s in direct if s.cue and s.content.end <= s.cue.start < time.start)
    return max(ends, default=sentence.start)


def _said(reading: Reading, sentence: Sentence, time: TimeExpression) -> bool:
    """A word of saying stands before the day, in its sentence."""
    return any(
        s.cue and sentence.start <= s.cue.start < time.start < sentence.end for s in reading.statements
    )


def _done(reading: Reading, sentence: Sentence, time: TimeExpression) -> bool:
    return any(
        e.status == "occurred" and not e.background and e.when == time.interval
        for e in reading.events
        if e.sentence == sentence.index
    )
