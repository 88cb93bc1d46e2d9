"""Weeks of a month, months, quarters, years, decades and centuries that are written out."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from saksama import edtf
from saksama.times.days import direction, year_ahead, year_near
from saksama.times.grammar import Match
from saksama.times.sense import Anchor, Now, Sense, part_of

_CENTURIES: Final = range(2, 23)
_LAST_WEEK: Final = 5
_REACH: Final = 40  # words before a quarter in which a year is the quarter's


def written_month(match: Match, now: Now) -> Sense | None:
    """ "Juni 2024", "akhir Mei", "Januari-Maret 2025", "bulan November", "Juli tahun lalu"."""
    months = [int(value) for value in match.values("Mm")]
    year, anchor = _year_of(match, now, months[0])
    if year is None:
        return Sense("DATE", f"XXXX-{months[0]:02d}", reason="the year is not known")
    value = f"{year:04d}-{months[0]:02d}"
    if len(months) > 1:
        start = year - (months[1] < months[0])
        value = edtf.through(f"{start:04d}-{months[0]:02d}", f"{year:04d}-{months[1]:02d}") or value
    part = match.value("P")
    return Sense("DATE", value, part_of(value, str(part)) if part else value, anchor)


def _year_of(match: Match, now: Now, month: int) -> tuple[int | None, Anchor]:
    """The year of a month: as written, that of "tahun lalu", that of the list it begins, or the nearest."""
    years = match.figures("y")
    year = years[0] if years else year_ahead(match, month)
    if year is not None:
        return year, "absolute"
    if now.published and match.has("u"):
        return now.published.year + _step(match), "published"
    if now.published and match.has("I"):
        return now.published.year, "published"
    return year_near(now, month, None, direction(match))


def _step(match: Match) -> int:
    return -1 if match.has("LE") else 1 if match.has("D") else 0


def week_of_month(match: Match, now: Now) -> Sense | None:
    """ "pekan ketiga Juni 2026", "minggu ke-2 bulan ini": TIMEX3 knows only its month, EDTF the days."""
    order = int(match.value("o") or next(iter(match.figures("d")), 0))
    if not 1 <= order <= _LAST_WEEK:
        return None
    months = [int(value) for value in match.values("M")]
    if months:
        year, anchor = _year_of(match, now, months[0])
        month = months[0]
    elif now.published:
        place = now.published.year * 12 + now.published.month - 1 + _step(match)
        year, month, anchor = place // 12, place % 12 + 1, "published"
    else:
        return Sense("DATE", "XXXX-XX", reason="no date to reckon from")
    if year is None:
        return Sense("DATE", f"XXXX-{month:02d}", reason="the year is not known")
    value = f"{year:04d}-{month:02d}"
    whole = edtf.parse(value)
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    first = whole.earliest + timedelta(days=7 * (order - 1))
    if first > whole.latest:
        return None
    last = min(first + timedelta(days=6), whole.latest)
    return Sense("DATE", value, edtf.interval(first, last), anchor, reason="seven days of the month")


def quarter(match: Match, now: Now) -> Sense | None:
    """ "kuartal ketiga 2025", "semester I tahun ini", "paruh kedua 2026"; alone, the nearest one."""
    months = int(match.value("C:") or 0)
    order = match.value("o") or next(iter(match.figures("d")), None)
    if order is None or not months:
        return Sense("DATE", None, reason="leans on the text")
    last = int(order) * months
    if last > 12:
        return None
    name = f"{'Q' if months == 3 else 'H' if months == 6 else 'T'}{int(order)}"
    year, anchor = _year_of_quarter(match, now, last - months // 2)
    if year is None:
        return Sense("DATE", f"XXXX-{name}", reason="the year is not known")
    interval = edtf.through(f"{year:04d}-{last - months + 1:02d}", f"{year:04d}-{last:02d}")
    return Sense("DATE", f"{year:04d}-{name}", interval, anchor)


def _year_of_quarter(match: Match, now: Now, middle: int) -> tuple[int | None, Anchor]:
    years = match.figures("y")
    if years:
        return years[0], "absolute"
    if match.has("u"):
        return (now.published.year + _step(match), "published") if now.published else (None, "none")
    row = match.row
    named = {
        int(row.words[i]) for i in range(max(0, match.first - _REACH), match.first) if row.letters[i] == "y"
    }
    latest = now.published.year if now.published else 0
    if told := {year for year in named if year <= latest}:
        return (told.pop(), "context") if len(told) == 1 else (None, "none")
    return year_near(now, middle, None) if now.published else (None, "none")


def written_year(match: Match, now: Now) -> Sense | None:
    """ "tahun 2019", "akhir 2023", "2025/2026", "2017 lalu"."""
    years = match.figures("y")
    short = match.figures("d")
    if not match.has("uP") and not 1900 <= years[0] <= 2060:
        return None
    value = f"{years[0]:04d}"
    if len(years) > 1 or short:
        last = years[1] if len(years) > 1 else years[0] // 100 * 100 + short[0]
        if not years[0] < last <= years[0] + 150:
            return None
        value = f"{value}/{last:04d}"
    part = match.value("P")
    return Sense("DATE", value, part_of(value, str(part)) if part else value, "absolute")


def decade(match: Match, now: Now) -> Sense | None:
    """ "1990-an", "era 90-an", "awal 2000-an"."""
    row = match.row
    figure = next(row.words[i] for i in range(match.first, match.last) if row.letters[i] in "yn")
    if not figure.isdigit() or len(figure) not in (2, 4) or figure[-1] != "0":
        return None
    value = f"{figure[:3]}X" if len(figure) == 4 else f"19{figure[0]}X"
    part = match.value("P")
    return Sense("DATE", value[:3], part_of(value, str(part)) if part else value, "absolute")


def century(match: Match, now: Now) -> Sense | None:
    """ "abad ke-20", "abad XXI"."""
    number = int(match.value("o") or next(iter(match.figures("d")), 0))
    if not number:
        return None
    value = f"{number - 1:02d}"
    return Sense("DATE", value, f"{value}XX" if number in _CENTURIES else None, "absolute")
