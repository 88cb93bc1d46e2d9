"""What a time expression means, and the days it can be reckoned from."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from saksama import edtf

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["absolute", "published", "context", "none"]
_FRESH: Final = 2  # sentences for which a date just named stays the one that "kemudian" counts from


@dataclass(frozen=True, slots=True)
class Sense:
    """TIMEX3 type and value, the EDTF interval where it is known, and what fixed it."""

    type: Kind
    value: str | None
    interval: str | None = None
    anchor: Anchor = "none"
    weekday: int | None = None
    exists: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """The days to reckon from: of publication, and the one named last (in which sentence)."""

    published: date | None = None
    named: date | None = None
    named_at: int = -_FRESH - 1
    sentence: int = 0
    future: bool = False  # the sentence tells of what is to come

    @property
    def context(self) -> date | None:
        """The day named last, while it is fresh."""
        return self.named if self.sentence - self.named_at <= _FRESH else None

    def after(self, sense: Sense) -> Now:
        """The same, once `sense` has been read: a single day becomes the one that was named."""
        bounds = edtf.parse(sense.interval) if sense.anchor != "none" else None
        if bounds is None or bounds.earliest is None or bounds.earliest != bounds.latest:
            return self
        return replace(self, named=bounds.earliest, named_at=self.sentence)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def add_months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or `None` if the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def part_of(interval: str, part: str) -> str:
    """The start, middle or end third of a month, year or other stretch of days, as EDTF."""
    bounds = edtf.parse(interval)
    if bounds is None or bounds.earliest is None or bounds.latest is None:
        return interval
    first, last = bounds.earliest, bounds.latest
    if edtf.precision(interval) == "year":
        months = {"start": (1, 4), "mid": (5, 8), "end": (9, 12)}[part]
        until = monthrange(first.year, months[1])[1]
        return edtf.interval(date(first.year, months[0], 1), date(first.year, months[1], until))
    third = ((last - first).days + 1) // 3
    if part == "start":
        return edtf.interval(first, first + timedelta(days=third - 1 if third > 3 else 2))
    if part == "end":
        return edtf.interval(last - timedelta(days=third if third > 3 else 1), last)
    return edtf.interval(first + timedelta(days=third), last - timedelta(days=third))
