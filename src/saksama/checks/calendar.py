"""Dates against the calendar: wrong weekdays, days that do not exist, ceremonies on the wrong day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from saksama import edtf
from saksama.checks import ahead, beyond, feasts, observance
from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.wording import Day, say
from saksama.language.spell import weekday
from saksama.records import Bilingual, Check, Evidence, NotChecked, Reading, Severity, TimeExpression

SLIP_DAYS = 31  # so near to publication, a wrong weekday is a slip of the pen
_NUMERIC = re.compile(r"(\d{1,2})/(\d{1,2})(?:/\d{4})?")
_SURE = re.compile(r"[^\W\d_]{3}|\d{4}")  # a month in letters or a year: no fraction, no score


def find(case: Case) -> Iterator[Check | NotChecked]:
    for reading in case.readings:
        if not reading.article.dated:
            yield NotChecked("calendar", reading.article.id, "undated")
        yield from _no_such_day(reading)
        yield from _weekdays(reading)
        yield from ahead.find(reading)
        yield from observance.find(reading)
        yield from feasts.find(reading)


def _no_such_day(reading: Reading) -> Iterator[Check]:
    for time in reading.times:
        if not time.exists and _SURE.search(time.text):
            message = say("calendar-no-such-day", text=time.text)
            severity: Severity = "caution" if _month_first(time.text) else "impossible"
            yield finding("calendar", severity, message, (_evidence(reading, time),))

    for date_ in beyond.find(reading):
        sentence = sentence_at(reading, date_.start)
        evidence = quoted(reading, sentence) if sentence else date_
        message = say("calendar-no-such-day", text=date_.text)
        yield finding("calendar", "impossible", message, (evidence,))


def _month_first(text: str) -> bool:
    """Whether figures that are no day and month would be a month and day: "4/20/2024"."""
    found = _NUMERIC.search(text)
    return found is not None and int(found[1]) <= 12 < int(found[2]) <= 31


def _weekdays(reading: Reading) -> Iterator[Check]:
    """Slips are folded into one check; a date far from publication stands by itself."""
    slips = []
    for time in reading.times:
        day = _day(time)
        if day is None or time.weekday is None or day.weekday() == time.weekday:
            continue
        if _may_be_slip(reading, time, day):
            slips.append((time, day))
        else:
            yield finding("calendar", "impossible", _right(time, day), (_evidence(reading, time),))
    if slips:
        told = [_slip(time, day) for time, day in slips]
        both = Bilingual("; ".join(t.id for t in told), "; ".join(t.en for t in told))
        evidence = tuple(dict.fromkeys(_evidence(reading, time) for time, _ in slips))
        yield finding("calendar", "caution", say("calendar-weekday-slip", slips=both), evidence)


def _day(time: TimeExpression) -> date | None:
    """The day of an expression whose year is known from the text or from a dated article."""
    if time.anchor not in ("absolute", "published") or edtf.precision(time.interval) != "day":
        return None
    bounds = edtf.parse(time.interval)
    return bounds.earliest if bounds else None


def _may_be_slip(reading: Reading, time: TimeExpression, day: date) -> bool:
    """Near publication; in figures, where day and month are easily swapped; the month or year mistyped."""
    if not reading.article.dated or _NUMERIC.search(time.text):
        return True
    published = edtf.parse(reading.article.published)
    told = edtf.Bounds(day, day)
    if published is None or published.widen(SLIP_DAYS).overlaps(told):
        return True
    return any(d.day == day.day and d.weekday() == time.weekday for d in _days(published.widen(SLIP_DAYS)))


def _days(bounds: edtf.Bounds) -> Iterator[date]:
    if bounds.earliest and bounds.latest:
        for number in range(bounds.earliest.toordinal(), bounds.latest.toordinal() + 1):
            yield date.fromordinal(number)


def _right(time: TimeExpression, day: date) -> Bilingual:
    return say("calendar-weekday", text=time.text, date=Day(day.isoformat()), weekday=_name(day))


def _slip(time: TimeExpression, day: date) -> Bilingual:
    return say("calendar-slip", text=time.text, date=Day(day.isoformat()), weekday=_name(day))


def _name(day: date) -> Bilingual:
    return Bilingual(weekday(day.weekday(), "id"), weekday(day.weekday(), "en"))


def _evidence(reading: Reading, time: TimeExpression) -> Evidence:
    sentence = sentence_at(reading, time.start)
    return quoted(reading, sentence) if sentence else reading.article.evidence(time.start, time.end)
