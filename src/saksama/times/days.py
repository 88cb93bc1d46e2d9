"""Days that are written out, in words or figures: what they are on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from saksama import edtf
from saksama.times.grammar import Match
from saksama.times.sense import Anchor, Kind, Now, Sense, day_or_none
from saksama.times.weekdays import day_part

_LEAP: Final = 2000  # a year in which every day and month that can be exists
_LONG_AGO: Final = 2  # years before publication from which a date just named makes the year unsure
_LIKELIER: Final = (
    2,
    1.5,
)  # of months, of days: how much nearer the year ahead must be, news being of the past
_CUED: Final = 5  # the same the other way round, where a word near tells of what is to come
_AHEAD: Final = re.compile(r"(?:-|=;?|,?@|,)(?:d(?:[-@]d)?)?(?P<month>[Mm]),?y|(?:,[Mm]){1,4},?@[Mm],?y")

_END: Final = re.compile(
    r"(?:-|=;?|,?@)(?:d(?:[-@]d)?)?[Mm](?:(?P<past>Y?L)|[Di])"
)  # of a range, "mendatang"


def written_day(match: Match, now: Now) -> Sense | None:
    """ "Rabu, 19 Juni 2024", "19-20 Juni", "Rabu (19/6)", "2024-06-19"."""
    parts = _numeric(match) if match.rule == "numeric" else _worded(match)
    if parts is None:
        return None
    year, month, days, end_month = parts
    weekday = match.value("W")
    weekday = int(weekday) if isinstance(weekday, float | int) else None
    if not _possible(year, month, (days[0], days[-1]), end_month):
        if match.rule == "numeric" and weekday is None:
            return None
        return Sense("DATE", None, None, "none", weekday, False, "no such day in the calendar")
    anchor: Anchor = "absolute"
    if year is None:
        year = year_ahead(match, month)
    if year is None:
        told = (
            now if weekday is None else replace(now, named=(None, None, None))
        )  # its weekday ties it to the news
        year, anchor = year_near(told if now.published else now, month, days[0], direction(match))
    if year is None:
        value, part = f"XXXX-{month:02d}-{days[0]:02d}", day_part(match)
        kind: Kind = "TIME" if part else "DATE"
        return Sense(
            kind, f"{value}T{part}" if part else value, weekday=weekday, reason="the year is not known"
        )
    if len(days) > 2 or (match.has("@") and match.rule == "day" and days[-1] != days[0] + 1):
        return _several(year, month, days, anchor)
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


def _several(year: int, month: int, days: tuple[int, ...], anchor: Anchor) -> Sense | None:
    """ "5, 12, dan 19 Juni": a range where the days follow each other, else EDTF's set of them."""
    dates = [day for number in days if (day := day_or_none(year, month, number))]
    if len(dates) != len(days) or sorted(set(dates)) != dates:
        return None
    whole = edtf.interval(dates[0], dates[-1])
    if dates[-1] - dates[0] == timedelta(days=len(dates) - 1):
        return Sense("DATE", whole, whole, anchor)
    value = "{" + ",".join(day.isoformat() for day in dates) + "}"
    return Sense("DATE", value, whole, anchor, reason="some days of the interval")


_Parts = tuple[int | None, int, tuple[int, ...], int]


def _worded(match: Match) -> _Parts | None:
    """Year, month, days, last month of a date with the month in words."""
    days = match.figures("d")
    months = [int(value) for value in match.values("Mm")]
    years = match.figures("y")
    if not days or not months or (match.value("m") and months[0] == 0):
        return None
    year = years[0] if years else None
    if year and len(years) == 1 and months[-1] < months[0]:
        year -= 1  # 30 Desember-2 Januari 2024
    return year, months[0], tuple(days), months[-1]


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


def direction(match: Match) -> int:
    """-1 where the expression, or the word before it, puts it before publication, 1 after."""
    if match.has("L") or match.before in match.row.lexicon.past_before:
        return -1
    if match.has("DOi"):
        return 1
    end = _END.match(match.row.letters, match.last)
    return 0 if end is None else -1 if end["past"] else 1


def year_ahead(match: Match, month: int) -> int | None:
    """The year that the end of a range or list gives its beginning: "29 Mei hingga 2 Juni 2025"."""
    found = _AHEAD.match(match.row.letters, match.last)
    if found is None:
        return None
    year = int(match.row.words[found.end() - 1])
    after = found.start("month")
    return year - (after >= 0 and int(match.row.values[after]) < month)


def year_near(now: Now, month: int, day: int | None, towards: int = 0) -> tuple[int | None, Anchor]:
    """The year of a month (and day) as news tells it, from publication or from the date just named.

    The year behind, unless the one ahead is much nearer or the words near tell of what is to come;
    `towards` -1 or 1 keeps to what lies before or after. No year where the text has just been telling
    of another time.
    """
    context = now.context()
    base = now.published or context
    if base is None or (now.published and context and base.year - context.year >= _LONG_AGO):
        return None, "none"
    best: list[tuple[float, int]] = []
    for year in (base.year - 1, base.year, base.year + 1):
        middle = day_or_none(year, month, day or 15)
        off = (middle - base).days if middle else 0
        if middle is None or off * towards < (0 if day else -15):
            continue
        ahead = off > (0 if day else 15)
        weight = (
            1
            if towards or not now.published or ahead == now.future
            else _CUED
            if now.future
            else _LIKELIER[day is not None]
        )
        best.append((abs(off) * weight, year))
    if not best:
        return None, "none"
    return min(best)[1], "published" if now.published else "context"


def month_day(match: Match, now: Now) -> Sense:
    """ "tanggal 5 bulan ini"; alone, a day of the month of publication is not sure enough to name."""
    number = match.figures("d")[0]
    if now.published and match.has("LDI"):
        step = -1 if match.has("L") else 1 if match.has("D") else 0
        months = now.published.year * 12 + now.published.month - 1 + step
        day = day_or_none(months // 12, months % 12 + 1, number)
        if day:
            return Sense("DATE", day.isoformat(), day.isoformat(), "published")
    return Sense("DATE", f"XXXX-XX-{number:02d}", reason="the month is not known")
