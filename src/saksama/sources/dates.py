"""Dates as pages print them: "Selasa, 19 Mei 2026 01:05 WIB", "15/11/2025", "2024-09-03 10:00:00".

Only the day is kept. Which of the two numbers of "8/7/2025" is the month is settled by the caller's
`Order`; without one it is the second, as is usual in Indonesia.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from saksama import edtf
from saksama.language.wordlists import broken, wordlist

Order = Literal["dmy", "mdy"]
_OLDEST, _LATEST = 1900, 2100


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in a text: its offsets and `value` (a day in EDTF), `None` if there is no such day."""

    start: int
    end: int
    value: str | None


@dataclass(frozen=True, slots=True)
class Forms:
    """The compiled forms of a language, and its month names."""

    pattern: re.Pattern[str]
    months: dict[str, int]


@cache
def forms(language: str) -> Forms:
    """The forms of dates in `language`, English month names among them."""
    content = wordlist(language, "bylines")
    try:
        months = {name: int(number) for number, names in content["months"].items() for name in names.split()}
        weekdays = "|".join(sorted(map(re.escape, content["weekdays"].split()), key=len, reverse=True))
    except (AttributeError, KeyError, TypeError, ValueError):
        broken(language, "bylines", "months or weekdays are not as expected")
    month = "|".join(sorted(months, key=len, reverse=True))
    pattern = rf"""
        (?P<iso>(?<![\d/.-])(?P<iy>\d{{4}})(?P<is>[-/])(?P<im>\d{{1,2}})(?P=is)(?P<id>\d{{1,2}})(?!\d))
      | (?:\b(?:{weekdays})\b\.?[\s,(/]{{1,4}})?
        (?: (?<![\d/.,-])(?P<wd>\d{{1,2}})[\s+.-]{{0,3}}(?P<wm>{month})\b[\s,.+-]{{0,4}}(?P<wy>\d{{4}})(?!\d)
          | (?<![\d/.,-])(?P<na>\d{{1,2}})(?P<sep>[/.-])(?P<nb>\d{{1,2}})(?P=sep)(?P<ny>\d{{4}})(?![\d/])
          | \b(?P<em>{month})\.?\s{{1,3}}(?P<ed>\d{{1,2}}),?\s{{1,3}}(?P<ey>\d{{4}})(?!\d) )
    """
    return Forms(re.compile(pattern, re.I | re.X), months)


def find(text: str, language: str, order: Order = "dmy") -> list[Printed]:
    """All dates in a short text, with their weekday if it stands before them."""
    known = forms(language)
    found = ((m, _value(m, known, order)) for m in known.pattern.finditer(text))
    return [Printed(m.start(), m.end(), value) for m, value in found]


def _value(match: re.Match[str], known: Forms, order: Order) -> str | None:
    part = match.groupdict()
    if part["iy"]:
        year, month, day = int(part["iy"]), int(part["im"]), int(part["id"])
    elif part["wd"]:
        year, month, day = int(part["wy"]), known.months[part["wm"].lower()], int(part["wd"])
    elif part["na"]:
        year, month, day = int(part["ny"]), int(part["nb"]), int(part["na"])
        if month > 12 >= day or (order == "mdy" and day <= 12):
            month, day = day, month
    else:
        year, month, day = int(part["ey"]), known.months[part["em"].lower()], int(part["ed"])
    try:
        return date(year, month, day).isoformat() if _OLDEST <= year <= _LATEST else None
    except ValueError:
        return None


def published(text: str, language: str, order: Order = "dmy") -> Printed | None:
    """The one day that a printed date names; `value` is `None` if the day does not exist.

    `None` if there is no date in it, or several that differ.
    """
    found = find(text, language, order)
    return found[0] if len({item.value for item in found}) == 1 else None


def given(text: str, language: str) -> str | None:
    """The EDTF string of a date that a caller gives: EDTF itself, ISO 8601 or as printed."""
    text = text.strip()
    if edtf.parse(text) is not None:
        return text.partition("T")[0] if "/" not in text else text
    found = published(text, language)
    return found.value if found else None


@dataclass(frozen=True, slots=True)
class Slashed:
    """A printed day whose month could be either number: both readings, and the form it has."""

    form: str
    day_first: str
    month_first: str


_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])")


def form_of(text: str) -> str:
    """A printed date with its numbers and words made alike: dates of one page template agree."""
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "9", " ".join(text.split())))


def orders(printed: Iterable[str]) -> dict[str, Order]:
    """For each form of date in a pile: month first where no date can have the day first."""
    day_first: set[str] = set()
    month_first: set[str] = set()
    for text in printed:
        found = _NUMBERS.search(text)
        if found and int(found[1]) > 12:
            day_first.add(form_of(text))
        elif found and int(found[3]) > 12:
            month_first.add(form_of(text))
    return dict.fromkeys(month_first - day_first, "mdy")


def ambiguous(text: str) -> Slashed | None:
    """Both readings of a date such as "8/7/2025"; `None` where only one is possible."""
    found = _NUMBERS.search(text)
    if not found or found[1] == found[3] or max(int(found[1]), int(found[3])) > 12:
        return None
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if not (one and two and _OLDEST <= year <= _LATEST):
        return None
    return Slashed(form_of(text), date(year, two, one).isoformat(), date(year, one, two).isoformat())


def distance(day: str, others: Iterable[str]) -> int:
    """Days from a day to the nearest of the others; a great number where there are none."""
    at = date.fromisoformat(day)
    gaps = (abs((date.fromisoformat(other) - at).days) for other in others)
    return min(gaps, default=date.max.toordinal())
