"""Dates that a user gives for pages without one."""

from __future__ import annotations

from collections.abc import Iterable

from saksama import edtf
from saksama.errors import UsageError


def published_dates(given: Iterable[str]) -> dict[str, str]:
    """``FILE=DATE`` pairs as a mapping; `UsageError` where one is none."""
    dates: dict[str, str] = {}
    for pair in given:
        name, equals, date = pair.rpartition("=")
        if not equals or not name:
            raise UsageError(f"--published wants FILE=DATE, not {pair!r}")
        dates[name] = a_date(date)
    return dates


def a_date(text: str) -> str:
    """The date as EDTF: a day, a month, a year or an interval of them."""
    date = text.strip()
    if edtf.parse(date) is None:
        raise UsageError(f"--published: {text!r} is no date (2024-06-19, 2024-06 or 2024)")
    return date
