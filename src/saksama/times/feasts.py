"""Feast days, and the Muslim calendar by the tables of Umm al-Qura.

The state's calendar goes by sighting and by the ministry's word, and may differ by a day from any
table: so the value bears EDTF's sign of doubt ("2026-05-27~") and the interval takes in the day before
and the day after. No check sees a single day in it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from saksama import edtf
from saksama.times.grammar import Match
from saksama.times.sense import Anchor, Now, Sense

_TABLES: Final = range(1343, 1500)  # years of the Muslim calendar whose months are in the tables
_CLOSE: Final = 45  # days from publication within which a feast without a year is that one
_DOUBT: Final = timedelta(days=1)
_REASON: Final = "by the tables of Umm al-Qura; the state's calendar may differ by a day"


def feast(match: Match, now: Now) -> Sense | None:
    """ "hari raya Natal", "Tahun Baru 2025", "malam Tahun Baru", "Idul Adha 1447 H", "Lebaran 2026"."""
    if any(1300 <= year <= 1600 for year in match.figures("yn")):
        return hijri(match, now)
    fixed = str(match.value("V>") or ("moving" if match.has("V>") else "01-01"))
    if match.has("0") and not match.has("V"):
        fixed = "01-01"
    if fixed == "moving" or (match.has("0") and match.has("V")):
        years = [year for year in match.figures("y") if 1900 <= year <= 2100]
        return Sense("DATE", None, f"{years[0]:04d}" if years else None, "absolute" if years else "none")
    if fixed.startswith("hijri"):
        month, day = (int(part) for part in fixed.removeprefix("hijri ").split("-"))
        return _moving(match, now, month, day)
    return _fixed(match, now, fixed)


def _fixed(match: Match, now: Now, fixed: str) -> Sense:
    month, number = (int(part) for part in fixed.split("-"))
    years = [year for year in match.figures("y") if 1900 <= year <= 2100]
    anchor: Anchor = "absolute"
    year = years[-1] if years and match.has("0") else years[0] if years else None
    if year is None:
        year, anchor = _year_said(match, now), "published"
    if year is None and now.published:
        around = (now.published.year + step for step in (-1, 0, 1))
        year = next((y for y in around if abs((date(y, month, number) - now.published).days) <= _CLOSE), None)
    if year is None:
        return Sense("DATE", f"XXXX-{month:02d}-{number:02d}", reason="the year is not said")
    day = date(year, month, number)
    if match.letters.startswith("H"):
        eve = day - timedelta(days=1)
        return Sense("TIME", f"{eve}T{match.value('H')}", eve.isoformat(), anchor)
    return Sense("DATE", day.isoformat(), day.isoformat(), anchor)


def _year_said(match: Match, now: Now) -> int | None:
    """The year of "tahun lalu", "tahun depan", "tahun ini"."""
    if now.published is None or not match.has("u") or match.has("0"):
        return None
    return now.published.year + (-1 if match.has("L") else 1 if match.has("D") else 0)


def _moving(match: Match, now: Now, month: int, number: int) -> Sense:
    """A feast of the Muslim calendar in a year of the other one: the one that falls into it."""
    years = [year for year in match.figures("y") if 1900 <= year <= 2100]
    anchor: Anchor = "absolute" if years else "published"
    year = years[0] if years else _year_said(match, now)
    if year is not None:
        about = year - 579  # the Muslim year that begins in it is within two of this
        found = [d for y in range(about - 3, about + 4) if (d := _day(y, month, number)) and d.year == year]
    elif now.published:
        about = now.published.year - 579
        days = [d for y in range(about - 3, about + 4) if (d := _day(y, month, number))]
        found = [d for d in days if abs((d - now.published).days) <= _CLOSE]
    else:
        found = []
    return (
        _about(found[0], found[0], anchor)
        if len(found) == 1
        else Sense("DATE", None, reason="which year is not sure")
    )


def hijri(match: Match, now: Now) -> Sense | None:
    """ "1447 H", "10 Dzulhijjah 1447 H", "Idul Adha 1447 H", "Ramadan tahun ini"."""
    years = [year for year in match.figures("yn") if 1300 <= year <= 1600]
    month, number = _month_and_day(match)
    if not years and month and match.has("u"):
        return _moving(match, now, month, number or 1) if number else _months_of(match, now, month)
    if not years:
        return Sense("DATE", None, reason="a Muslim date without a year") if match.has("!}") else None
    first = _day(years[0], month or 1, number or 1)
    if first is None:
        return Sense("DATE", None, reason="outside the tables of the Muslim calendar")
    if number:
        return _about(first, first, "absolute")
    following = _day(years[0] + (not month or month == 12), (month or 12) % 12 + 1, 1)
    return _about(first, following - _DOUBT, "absolute") if following else None


def _month_and_day(match: Match) -> tuple[int | None, int | None]:
    named = str(match.value("V>{") or "")
    if named.startswith("hijri"):
        month, day = named.removeprefix("hijri ").split("-")
        return int(month), int(day)
    if match.has("0"):
        return 1, 1
    month_value = match.value("!")
    if month_value is None:
        return None, None
    days = match.figures("d")
    return int(month_value) + (match.value("P") == "end"), days[0] if days else None


def _months_of(match: Match, now: Now, month: int) -> Sense:
    """ "Ramadan tahun ini": the month that begins in that year."""
    year = _year_said(match, now)
    about = (year or 0) - 579
    firsts = [(y, d) for y in range(about - 3, about + 4) if (d := _day(y, month, 1)) and d.year == year]
    following = _day(firsts[0][0] + (month == 12), month % 12 + 1, 1) if len(firsts) == 1 else None
    if following is None:
        return Sense("DATE", None, reason="which year is not sure")
    return _about(firsts[0][1], following - _DOUBT, "published")


def _about(first: date, last: date, anchor: Anchor) -> Sense:
    """A day, or the days from one to another, give or take a day at either end."""
    value = f"{first}~" if first == last else f"{first}~/{last}~"
    return Sense("DATE", value, edtf.interval(first - _DOUBT, last + _DOUBT), anchor, reason=_REASON)


def _day(year: int, month: int, number: int) -> date | None:
    """A day of the Muslim calendar; a thirtieth that the tables lack is the day after their last."""
    from hijridate import Hijri

    if year not in _TABLES or not 1 <= month <= 12 or not 1 <= number <= 30:
        return None
    first = Hijri(year, month, 1).to_gregorian()
    return date(first.year, first.month, first.day) + timedelta(days=number - 1)
