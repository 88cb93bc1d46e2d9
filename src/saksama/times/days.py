"""Days, months and years that are written out, and weekdays: what they are on the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from saksama import edtf
from saksama.times.grammar import Match
from saksama.times.sense import Anchor, Now, Sense, day_or_none, part_of

_LEAP: Final = 2000  # a year in which every day and month that can be exists
_LONG_AGO: Final = 2  # years before publication from which a date just named makes the year unsure


def written_day(match: Match, now: Now) -> Sense | None:
    """ "Rabu, 19 Juni 2024", "19-20 Juni", "Rabu (19/6)", "2024-06-19"."""
    parts = _numeric(match) if match.rule == "numeric" else _worded(match)
    if parts is None:
        return None
    year, month, days, end_month = parts
    weekday = match.value("W")
    weekday = int(weekday) if isinstance(weekday, float | int) else None
    if not _possible(year, month, days, end_month):
        if match.rule == "numeric" and weekday is None:
            return None
        return Sense("DATE", None, None, "none", weekday, False, "no such day in the calendar")
    anchor: Anchor = "absolute"
    if year is None:
        year, anchor = year_near(now, month, days[0], _direction(match))
    if year is None:
        value = f"XXXX-{month:02d}-{days[0]:02d}"
        return Sense("DATE", value, weekday=weekday, reason="the year is not known")
    return _dated(match, date(year, month, days[0]), (end_month, days[-1]), anchor, weekday)


def _dated(
    match: Match, first: date, end: tuple[int, int], anchor: Anchor, weekday: int | None
) -> Sense | None:
    last = day_or_none(first.year + (end[0] < first.month), *end)
    if last is None or last < first:
        return None
    value = edtf.interval(first, last)
    reason = "the weekday is another" if weekday not in (None, first.weekday()) else ""
    part = day_part(match)
    if part and first == last:
        return Sense("TIME", f"{value}T{part}", value, anchor, weekday, reason=reason)
    return Sense("DATE", value, value, anchor, weekday, reason=reason)


_Parts = tuple[int | None, int, tuple[int, int], int]


def _worded(match: Match) -> _Parts | None:
    """Year, month, first and last day, last month of a date with the month in words."""
    days = match.figures("d")
    months = [int(value) for value in match.values("Mm")]
    years = match.figures("y")
    if not days or not months or (match.value("m") and months[0] == 0):
        return None
    year = years[0] if years else None
    if year and len(years) == 1 and months[-1] < months[0]:
        year -= 1  # 30 Desember-2 Januari 2024
    return year, months[0], (days[0], days[-1]), months[-1]


def _numeric(match: Match) -> _Parts | None:
    """The same of a date in figures; day first, as in Indonesia, unless the year is."""
    words = [match.row.words[i] for i in range(match.first, match.last) if match.row.letters[i] in "dyf"]
    if match.has("f"):
        words = words[-1].split(".")
    numbers = [int(word) for word in words]
    if len(words[0]) == 4:
        return numbers[0], numbers[1], (numbers[2], numbers[2]), numbers[1]
    year = _year_in(match, words)
    numbers = numbers[:-1] if year is not None else numbers
    if len(numbers) == 2:
        return year, numbers[1], (numbers[0], numbers[0]), numbers[1]
    if len(numbers) == 3:
        return year, numbers[2], (numbers[0], numbers[1]), numbers[2]
    return (year, numbers[1], (numbers[0], numbers[2]), numbers[3]) if len(numbers) == 4 else None


def _year_in(match: Match, words: list[str]) -> int | None:
    if len(words[-1]) == 4:
        return int(words[-1])
    slashes = match.letters.count("/")
    short = slashes == 2 and "-" not in match.letters and len(words[-1]) == 2 and len(words) == 3
    return 2000 + int(words[-1]) if short else None


def _possible(year: int | None, month: int, days: Iterable[int], end_month: int) -> bool:
    first, last = days
    year = _LEAP if year is None else year
    return None not in (day_or_none(year, month, first), day_or_none(year, end_month, last))


def _direction(match: Match) -> int:
    return -1 if match.has("L") else 1 if match.has("D") else 0


def year_near(now: Now, month: int, day: int | None, direction: int = 0) -> tuple[int | None, Anchor]:
    """The year that brings a month (and day) nearest to publication, or to the date just named.

    `direction` -1 or 1 keeps to what lies before or after. No year where the text has just been
    telling of another time.
    """
    context = now.context
    base = now.published or context
    if base is None or (now.published and context and base.year - context.year >= _LONG_AGO):
        return None, "none"
    near: list[tuple[int, int]] = []
    for year in (base.year - 1, base.year, base.year + 1):
        middle = day_or_none(year, month, day or 15)
        off = (middle - base).days if middle else 0
        if middle and off * direction >= (0 if day else -15):
            near.append((abs(off), year))
    if not near:
        return None, "none"
    return min(near)[1], "published" if now.published else "context"


def month_day(match: Match, now: Now) -> Sense:
    """ "tanggal 5": a day of the month of publication is not sure enough to name."""
    return Sense("DATE", f"XXXX-XX-{match.figures('d')[0]:02d}", reason="the month is not known")


def written_month(match: Match, now: Now) -> Sense | None:
    """ "Juni 2024", "akhir Mei", "Januari-Maret 2025", "bulan November", "Juli tahun lalu"."""
    months = [int(value) for value in match.values("Mm")]
    years = match.figures("y")
    year: int | None = years[0] if years else None
    anchor: Anchor = "absolute"
    if year is None and match.has("u") and now.published:
        year, anchor = now.published.year + _step(match), "published"
    elif year is None and match.has("I") and now.published:
        year, anchor = now.published.year, "published"
    elif year is None:
        year, anchor = year_near(now, months[0], None, _direction(match))
    if year is None:
        return Sense("DATE", f"XXXX-{months[0]:02d}", reason="the year is not known")
    value = f"{year:04d}-{months[0]:02d}"
    if len(months) > 1:
        start = year - (months[1] < months[0])
        value = edtf.through(f"{start:04d}-{months[0]:02d}", f"{year:04d}-{months[1]:02d}") or value
    part = match.value("P")
    return Sense("DATE", value, part_of(value, str(part)) if part else value, anchor)


def _step(match: Match) -> int:
    return -1 if match.has("LE") else 1 if match.has("D") else 0


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
    """ "1990-an", "era 90-an"."""
    row = match.row
    figure = next(row.words[i] for i in range(match.first, match.last) if row.letters[i] in "yn")
    if not figure.isdigit() or len(figure) not in (2, 4) or figure[-1] != "0":
        return None
    value = f"{figure[:3]}X" if len(figure) == 4 else f"19{figure[0]}X"
    return Sense("DATE", value[:3], value, "absolute")


def century(match: Match, now: Now) -> Sense | None:
    """ "abad ke-20"."""
    number = match.figures("d")[0]
    value = f"{number - 1:02d}"
    return Sense("DATE", value, f"{value}XX" if 2 <= number <= 22 else None, "absolute")


def weekday(match: Match, now: Now) -> Sense | None:
    """ "Rabu", "Senin pekan lalu", "Jumat mendatang": the nearest such day as news tells it."""
    days = [int(value) for value in match.values("W")]
    name = days[0]
    unknown = Sense("DATE", f"XXXX-WXX-{name + 1}", weekday=name, reason="no date to reckon from")
    if len(days) > 1:
        return Sense("DATE", f"XXXX-WXX-{days[0] + 1}/XXXX-WXX-{days[1] + 1}", reason="a span of weekdays")
    if now.published is None or match.has("T"):
        return unknown
    day, reason = _weekday_near(match, now.published, name, now.future)
    return _dated_weekday(match, day, reason)


def _dated_weekday(match: Match, day: date, reason: str) -> Sense:
    value, part = day.isoformat(), day_part(match)
    if part:
        return Sense("TIME", f"{value}T{part}", value, "published", day.weekday(), reason=reason)
    return Sense("DATE", value, value, "published", day.weekday(), reason=reason)


def _weekday_near(match: Match, published: date, name: int, future: bool) -> tuple[date, str]:
    monday = published - timedelta(days=published.weekday())
    if match.has("U") or match.has("I"):
        weeks = -1 if match.has("LE") else 1 if match.has("D") else 0
        return monday + timedelta(days=name + 7 * weeks), "that day of the week named"
    back = (published.weekday() - name) % 7
    if match.has("L"):
        return published - timedelta(days=back or 7), "the last one before publication"
    if match.has("D"):
        return published + timedelta(days=(7 - back) % 7 or 7), "the next one after publication"
    if future and back:
        return published + timedelta(days=7 - back), "the sentence tells of what is to come"
    return published - timedelta(days=back), "the last one up to publication"


def day_part(match: Match) -> str:
    """TIMEX3's letters for the part of the day in the expression, or nothing."""
    if match.has("l"):
        return "NI"
    return str(match.value("H") or "")
