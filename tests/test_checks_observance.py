"""Ceremonies for a national day, told on a day that lies far from it."""

import pytest
from builders import Page, found, one_story

from saksama.checks import calendar
from saksama.records import Check


def checks(text: str, day: str = "2023-09-04", anchor: str = "absolute") -> list[Check]:
    """What is raised where "hari itu" is `day` and the states' names are theirs."""
    page = Page("a", text, "2023-09-05")
    if "hari itu" in text:
        page.time("hari itu", day, anchor=anchor)
    for name, code in (("China", "CHN"), ("Rusia", "RUS"), ("Indonesia", "IDN"), ("Atlantis", "XXX")):
        if name in text:
            page.mention(name, code, "LOC")
    return found(calendar, one_story(page))


def test_a_parade_weeks_from_the_day_names_the_nearest() -> None:
    (check,) = checks("Parade hari kemerdekaan China digelar/VERB pada hari itu .")
    assert (check.kind, check.severity) == ("calendar", "caution")
    assert "1 Oktober 2023" in check.explanation.id
    assert "1 October 2023" in check.explanation.en


def test_the_nearest_may_lie_in_another_year() -> None:
    (check,) = checks("Upacara hari kemenangan Rusia digelar/VERB pada hari itu .", "2024-01-20")
    assert "9 Mei 2023" in check.explanation.id or "9 Mei 2024" in check.explanation.id


@pytest.mark.parametrize("day", ["2023-09-20", "2023-10-01", "2023-10-10"])
def test_a_parade_within_two_weeks_is_quiet(day: str) -> None:
    assert checks("Parade hari kemerdekaan China digelar/VERB pada hari itu .", day) == []


@pytest.mark.parametrize("phrase", ["bertepatan dengan", "jatuh pada", "tepat pada"])
def test_days_that_the_text_equates_must_be_the_same(phrase: str) -> None:
    text = f"Pertemuan hari itu {phrase} hari kemerdekaan Indonesia ."
    assert checks(text, "2023-08-17") == []
    assert len(checks(text, "2023-08-18")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Menteri menyinggung/VERB hari kemerdekaan China pada hari itu .",
        "Parade hari kemerdekaan Atlantis digelar/VERB pada hari itu .",
        "Parade hari kemerdekaan digelar/VERB pada hari itu .",
        "Parade akbar China digelar/VERB pada hari itu .",
        "Parade hari kemerdekaan China digelar/VERB meriah .",
        "Upacara itu digelar/VERB sehari ibu kota dipindahkan pada hari itu .",
    ],
)
def test_silent_where_nothing_ties_the_day_to_the_date(text: str) -> None:
    assert checks(text) == []


def test_an_unresolved_day_is_no_day() -> None:
    assert checks("Parade hari kemerdekaan China digelar/VERB pada hari itu .", anchor="none") == []


def test_the_date_may_stand_shortly_before_but_not_long_before() -> None:
    def story(between: int) -> str:
        middle = "Warga berkumpul/VERB .\n" * between
        return f"Rombongan datang/VERB pada hari itu .\n{middle}Parade hari kemerdekaan China digelar/VERB ."

    assert len(checks(story(1))) == 1
    assert checks(story(5)) == []


def test_a_day_is_told_once() -> None:
    line = "Parade hari kemerdekaan China digelar/VERB pada hari itu .\n"
    assert len(checks(line * 3)) == 1


def test_a_day_is_not_judged_before_it_was_kept() -> None:
    assert checks("Upacara peringatan Hari Santri digelar/VERB pada hari itu .", "1998-03-01") == []


def test_a_ceremony_whose_right_day_stands_beside_another_date_is_quiet() -> None:
    page = Page("a", "Panitia menyiapkan/VERB sejak Senin upacara Hari Pahlawan pada Jumat .", "2023-10-10")
    page.time("Senin", "2023-10-09").time("Jumat", "2023-11-10")
    assert found(calendar, one_story(page)) == []


def test_letters_that_grow_in_lower_case_do_not_shift_the_words() -> None:
    (check,) = checks("İİİİ/X : parade hari kemerdekaan China digelar/VERB pada hari itu .")
    assert "“hari kemerdekaan China”" in check.explanation.id
