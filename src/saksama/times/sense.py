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
_NEAR: Final = 7  # days from publication within which a bare weekday can mean a day that was named
_SLOTS: Final = {"day": 0, "month": 1, "year": 2}
_ENOUGH: Final = {"D": 1, "W": 1, "M": 2}  # how many of these slots are exact enough for a unit


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
class Named:
    """A day, or the first day of a month or year, that the text has named: in which sentence, as which."""

    first: date
    sentence: int
    turn: int
    alone: bool = True  # its sentence has named no other


@dataclass(frozen=True, slots=True)
class Now:
    """The days to reckon from: of publication, and those that the text named last."""

    published: date | None = None
    named: tuple[Named | None, ...] = (None, None, None)  # day, month, year
    sentence: int = 0
    turn: int = 0
    future: bool = False  # the words near tell of what is to come
    near: tuple[date, ...] = ()  # written days close to publication

    def context(self, unit: str = "D") -> date | None:
        """The day, month or year named last, while it is fresh and exact enough for the unit."""
        fresh = [
            named
            for named in self.named[: _ENOUGH.get(unit, 3)]
            if named and self.sentence - named.sentence <= _FRESH
        ]
        return max(fresh, key=lambda named: named.turn).first if fresh else None

    def only_day(self) -> date | None:
        """The day named last, where it is fresh and its sentence named no other."""
        day = self.named[0]
        return self.context() if day and day.alone else None

    def after(self, sense: Sense, written: bool) -> Now:
        """The same, once `sense` has been read: what it names is what was named last.

        `written` says that it is a date with its day and month.
        """
        bounds = edtf.parse(sense.interval) if sense.anchor != "none" else None
        slot = _SLOTS.get(edtf.precision(sense.interval) or "")
        if bounds is None or bounds.earliest is None or slot is None or sense.value == "PRESENT_REF":
            return self
        day = bounds.earliest
        last = self.named[slot]
        alone = last is None or last.sentence != self.sentence or (last.first == day and last.alone)
        named = list(self.named)
        named[slot] = Named(day, self.sentence, self.turn, alone)
        close = written and slot == 0 and self.published and abs((day - self.published).days) <= _NEAR
        near = (*self.near, day) if close and day not in self.near else self.near
        return replace(self, named=tuple(named), turn=self.turn + 1, near=near)


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
