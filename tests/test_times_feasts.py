"""Feasts and the Muslim calendar: the day by the tables, a day of doubt on either side."""

from __future__ import annotations

import pytest

from saksama.times import find_times


@pytest.mark.parametrize(
    ("text", "span", "value", "interval"),
    [
        ("Idul Adha 1447 H tiba.", "Idul Adha 1447 H", "2026-05-27~", "2026-05-26/2026-05-28"),
        ("Tiba 10 Dzulhijjah 1447 H.", "10 Dzulhijjah 1447 H", "2026-05-27~", "2026-05-26/2026-05-28"),
        ("Idul Fitri 1446 Hijriah tiba.", "Idul Fitri 1446 Hijriah", "2025-03-30~", "2025-03-29/2025-03-31"),
        ("Mudik Lebaran 2025 lancar.", "Lebaran 2025", "2025-03-30~", "2025-03-29/2025-03-31"),
        ("Mudik Lebaran tahun lalu lancar.", "Lebaran tahun lalu", "2025-03-30~", "2025-03-29/2025-03-31"),
        ("Tahun Baru Islam 1448 H tiba.", "Tahun Baru Islam 1448 H", "2026-06-16~", "2026-06-15/2026-06-17"),
        ("Maulid Nabi 1447 H tiba.", "Maulid Nabi 1447 H", "2025-09-04~", "2025-09-03/2025-09-05"),
        ("Selama Ramadan 1447 H.", "Ramadan 1447 H", "2026-02-18~/2026-03-19~", "2026-02-17/2026-03-20"),
        ("Pada 12 Rabiul Awal 1447 H.", "12 Rabiul Awal 1447 H", "2025-09-04~", "2025-09-03/2025-09-05"),
        ("Pada 1447 H itu.", "1447 H", "2025-06-26~/2026-06-15~", "2025-06-25/2026-06-16"),
        ("Pada 1 Muharram 1200 H.", "1 Muharram 1200 H", None, None),
        ("Jelang bulan Ramadan.", "bulan Ramadan", None, None),
    ],
)
def test_muslim_dates(text: str, span: str, value: str | None, interval: str | None) -> None:
    (found,) = find_times(text, "2026-05-28")
    assert (text[found.start : found.end], found.sense.value, found.sense.interval) == (span, value, interval)


@pytest.mark.parametrize(
    ("published", "value"),
    [("2025-12-20", "2025-12-25"), ("2026-01-05", "2025-12-25"), ("2026-06-05", "XXXX-12-25")],
)
def test_a_feast_without_a_year_is_the_near_one(published: str, value: str) -> None:
    assert find_times("Suasana hari raya Natal hangat.", published)[0].sense.value == value
