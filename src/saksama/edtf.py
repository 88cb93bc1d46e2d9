"""Dates as EDTF strings, and what can be reckoned with them.

The subset of ISO 8601-2 that Saksama writes: a day ``2024-06-18``, a month ``2024-06``, a year
``2024``, a decade ``199X``, a century ``19XX``, and an interval of two of these, where ``..`` (or
nothing) is an open end: ``2023-09-04/..``. A time of day (``2024-06-18T10:30``) and the signs of
doubt (``2024?``) are read and do not change the bounds.

Everything goes through `Bounds`, a pair of days. A date that is unknown (`None`), or that cannot be
read, has no bounds at all: it overlaps nothing and lies no known distance away. That differs from
``../..``, which is known to be open.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year", "interval"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[0-9:.Z+-]*)?[?~%]?", re.ASCII)
_VAGUE = re.compile(r"(\d{3}X|\d{2}XX)[?~%]?", re.ASCII)
_OPEN = ("", "..")


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last possible day, both inside; `None` is an open end."""

    earliest: date | None
    latest: date | None

    def overlaps(self, other: Bounds) -> bool:
        """Whether some day lies in both."""
        return not (_after(self.earliest, other.latest) or _after(other.earliest, self.latest))

    def contains(self, other: Bounds) -> bool:
        """Whether every day of `other` lies in this one."""
        return self.intersect(other) == other

    def intersect(self, other: Bounds) -> Bounds | None:
        """The days that lie in both, or `None` where there are none."""
        if not self.overlaps(other):
            return None
        starts = [day for day in (self.earliest, other.earliest) if day]
        ends = [day for day in (self.latest, other.latest) if day]
        return Bounds(max(starts, default=None), min(ends, default=None))

    def gap(self, other: Bounds) -> int:
        """Whole days from the end of the earlier to the start of the later; 0 where they overlap."""
        for start, end in ((self.earliest, other.latest), (other.earliest, self.latest)):
            if start and end and start > end:
                return (start - end).days
        return 0

    def widen(self, days: int) -> Bounds:
        """The bounds with so many days of leeway at each end that is not open."""
        return Bounds(_shift(self.earliest, -days), _shift(self.latest, days))

    def format(self) -> str:
        """The shortest EDTF for these bounds."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return f"{first or '..'}/{last or '..'}"
        if first == last:
            return first.isoformat()
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            if (first.year, first.month) == (last.year, last.month):
                return f"{first.year:04d}-{first.month:02d}"
            if first.year == last.year and (first.month, last.month) == (1, 12):
                return f"{first.year:04d}"
        return f"{first.isoformat()}/{last.isoformat()}"


def _after(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and start > end


def _shift(day: date | None, days: int) -> date | None:
    """A day moved; held at the ends of the calendar."""
    if day is None:
        return None
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@lru_cache(maxsize=8192)
def parse(text: str | None) -> Bounds | None:
    """The bounds of an EDTF string; `None` if it is unknown, unreadable or runs backwards."""
    if text is None:
        return None
    start, slash, end = text.partition("/")
    if not slash:
        return _single(text)
    first = Bounds(None, None) if start in _OPEN else _single(start)
    last = Bounds(None, None) if end in _OPEN else _single(end)
    if first is None or last is None or _after(first.earliest, last.latest):
        return None
    return Bounds(first.earliest, last.latest)


def _single(text: str) -> Bounds | None:
    if found := _DATE.fullmatch(text):
        year, month, day = (int(part) if part else 0 for part in found.groups())
        try:
            first = date(year, month if found[2] else 1, day if found[3] else 1)
        except ValueError:
            return None
        if found[3]:
            return Bounds(first, first)
        last_month = month if found[2] else 12
        return Bounds(first, date(year, last_month, monthrange(year, last_month)[1]))
    if found := _VAGUE.fullmatch(text):
        low, high = int(found[1].replace("X", "0")), int(found[1].replace("X", "9"))
        return Bounds(date(low, 1, 1), date(high, 12, 31)) if low else None
    return None


def precision(text: str | None) -> Precision | None:
    """How exact a date is; a decade or century counts as an interval, unreadable as `None`."""
    if text is None or parse(text) is None:
        return None
    if "/" in text or "X" in text:
        return "interval"
    names: tuple[Precision, ...] = ("year", "month", "day")
    return names[text.partition("T")[0].count("-")]


def interval(start: date | None, end: date | None) -> str:
    """EDTF for the days from `start` to `end`, both inside, `None` for an open end."""
    return Bounds(start, end).format()


def through(first: str | None, last: str | None) -> str | None:
    """EDTF from the first day of one date to the last day of another; `None` if one is unknown."""
    start, end = parse(first), parse(last)
    if start is None or end is None or _after(start.earliest, end.latest):
        return None
    return Bounds(start.earliest, end.latest).format()


def overlap(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same day; never so where one is unknown."""
    first, second = parse(one), parse(other)
    return first is not None and second is not None and first.overlaps(second)


def intersect(one: str | None, other: str | None) -> str | None:
    """EDTF of the days in both; `None` where there are none or one is unknown."""
    first, second = parse(one), parse(other)
    both = first.intersect(second) if first and second else None
    return both.format() if both else None


def days_apart(one: str | None, other: str | None) -> int | None:
    """The least number of days between two dates, 0 where they overlap, `None` if one is unknown."""
    first, second = parse(one), parse(other)
    return first.gap(second) if first and second else None


def before(one: str | None, other: str | None) -> bool:
    """Whether the first surely lies before the second."""
    first, second = parse(one), parse(other)
    return first is not None and second is not None and _after(second.earliest, first.latest)
