"""Weekdays and days that do not exist, and what is only a slip or nothing at all."""

from dataclasses import replace
from typing import Any

import pytest
from builders import Page, case_of, found, one_story

from saksama.checks import calendar
from saksama.records import Check, NotChecked

WEDNESDAY = 2


def checks(
    words: str, interval: str | None, published: str | None = "2025-01-10", **more: Any
) -> list[Check]:
    """What is raised for one expression in one sentence; 19 June 2024 was a Wednesday."""
    page = Page("a", f"Jembatan dibuka/VERB pada {words} .", published).time(words, interval, **more)
    return found(calendar, one_story(page))


def test_a_wrong_weekday_far_from_publication_is_impossible() -> None:
    (check,) = checks("Senin, 19 Juni 2024", "2024-06-19", weekday=0)
    assert (check.kind, check.severity) == ("calendar", "impossible")
    assert "Rabu" in check.explanation.id
    assert "Wednesday" in check.explanation.en


@pytest.mark.parametrize("published", ["2024-06-18", "2024-06-20", "2024-07-10", None])
def test_a_slip_near_publication_is_a_caution(published: str | None) -> None:
    (check,) = checks("Senin, 19 Juni 2024", "2024-06-19", published, weekday=0)
    assert check.severity == "caution"


@pytest.mark.parametrize(
    ("words", "interval", "published"),
    [
        ("Kamis, 2 Januari 2024", "2024-01-02", "2025-01-03"),  # the year of before
        ("Kamis, 13 Oktober 2025", "2025-10-13", "2025-11-15"),  # the month of before
    ],
)
def test_a_month_or_year_of_before_is_a_slip(words: str, interval: str, published: str) -> None:
    (check,) = checks(words, interval, published, weekday=3)
    assert check.severity == "caution"


def test_an_inferred_date_makes_no_slip_impossible() -> None:
    page = Page("a", "Jembatan dibuka/VERB pada Senin .", "2025-01-10").time("Senin", "2024-06-19", weekday=0)
    article = replace(page.reading.article, published_basis="inferred")
    page.reading = replace(page.reading, article=article)
    assert [c.severity for c in found(calendar, one_story(page))] == ["caution"]


def test_slips_of_one_article_are_folded_into_one_line() -> None:
    page = Page("a", "Dibuka/VERB Senin lalu ditutup Jumat .\nDan/CCONJ Minggu pula .", "2024-06-20")
    for words, day, weekday in (("Senin", "19", 0), ("Jumat", "20", 4), ("Minggu", "21", 6)):
        page.time(words, f"2024-06-{day}", weekday=weekday)
    (check,) = found(calendar, one_story(page))
    assert check.severity == "caution"
    assert len(check.evidence) == 2
    assert all(day in check.explanation.id for day in ("Senin", "Jumat", "Minggu"))


@pytest.mark.parametrize(
    ("words", "interval", "more"),
    [
        ("Rabu, 19 Juni 2024", "2024-06-19", {"weekday": WEDNESDAY}),
        ("19 Juni 2024", "2024-06-19", {}),
        ("Senin, 19 Juni", None, {"weekday": 0, "anchor": "none"}),
        ("Senin, 19 Juni", "2024-06-19", {"weekday": 0, "anchor": "context"}),
        ("Senin", "2024-06", {"weekday": 0}),
        ("Senin", "2024-06-19/2024-06-20", {"weekday": 0}),
    ],
)
def test_silent_without_a_known_day(words: str, interval: str | None, more: dict[str, Any]) -> None:
    assert checks(words, interval, **more) == []


def test_a_day_that_does_not_exist_is_impossible_with_or_without_a_date() -> None:
    for published in ("2025-01-10", None):
        (check,) = checks("31 Februari", None, published, exists=False, anchor="none")
        assert check.severity == "impossible"
        assert "31 Februari" in check.explanation.id


def test_a_score_is_no_day() -> None:
    assert checks("31-2", None, exists=False, anchor="none") == []


def test_an_undated_article_says_that_it_was_not_checked() -> None:
    desk = one_story(Page("a", "Warga tiba/VERB ."), Page("b", "Warga tiba/VERB .", "2025-01-10"))
    assert list(calendar.find(case_of(desk))) == [NotChecked("calendar", "a", "undated")]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("Gempa mengguncang kota itu pada Kamis, 19 Juni 2014 malam, kata petugas.", None),
        ("Gempa mengguncang kota itu pada Senin, 19 Juni 2014 malam, kata petugas.", "impossible"),
        ("Gempa mengguncang kota itu pada Senin (3/2/2025) malam, kata petugas.", None),
        ("Gempa mengguncang kota itu pada Selasa (3/2/2025) malam, kata petugas.", "caution"),
        ("Gempa mengguncang kota itu pada 30 Februari 2025 malam, kata petugas.", "impossible"),
        ("Gempa mengguncang kota itu pada 29 Februari 2024 malam, kata petugas.", None),
        ("Gempa mengguncang kota itu pada 29 Februari 2023 malam, kata petugas.", "impossible"),
        ("Persib menang 31-2 atas tamunya pada babak itu, kata petugas.", None),
    ],
)
def test_the_whole_way_from_text(words: str, severity: str | None) -> None:
    from builders import read

    desk = read(words, published="2025-02-04")
    assert [c.severity for c in found(calendar, desk)] == ([severity] if severity else [])
