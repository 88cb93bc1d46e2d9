"""Titles against the record of who held which office."""

from typing import Any

import pytest
from builders import Page, case_of, found, one_story, read

from saksama.actors import knowledge
from saksama.actors.knowledge import Holders
from saksama.checks import office
from saksama.records import Actor, Check, NotChecked, Office

BODY = Actor("ABC", "Arda", "state", "ABC", None)


def term(start: str | None, end: str | None, source: str = "test", known: str | None = None) -> Office:
    return Office("Minister", "ABC", start, end, known, source, "minister", "Menteri", "Q1")


class Known:
    """One minister of one state, with the terms that a test gives."""

    known_until = "2026-08-22"

    def __init__(self, *terms: Office) -> None:
        self.terms = terms

    def actor(self, identity: str) -> Actor | None:
        return {"ABC": BODY, "Q1": Actor("Q1", "Budi", "person", "ABC", "Q1")}.get(identity)

    def offices_of(self, identity: str) -> tuple[Office, ...]:
        return self.terms if identity == "Q1" else ()

    def holders(self, role: str, for_: str, day: str) -> Holders:
        return Holders((), ())


TERM = term("2019-10-23", "2024-10-20")


def page(published: str | None = "2025-02-04", excused: str = "", person: str = "Q1", **more: Any) -> Page:
    made = Page("a", "Menteri Budi tiba/VERB di Doha .\nSebelumnya ia pulang/VERB .", published)
    made.title("Menteri Budi", person, "minister", "ABC", excused)
    return made.event("CONSULT", "tiba", f"ABC:{person}", "QAT", **more)


def checks(made: Page, *terms: Office, monkeypatch: pytest.MonkeyPatch | None = None) -> list[Check]:
    with (monkeypatch or pytest.MonkeyPatch()).context() as patch:
        patch.setattr(office, "load", lambda: Known(*(terms or (TERM,))))
        return found(office, one_story(made))


def test_the_events_own_day_and_a_source_make_it_impossible() -> None:
    (check,) = checks(page(when="2025-02-03"))
    assert (check.kind, check.slot, check.severity) == ("office", "office", "impossible")
    assert check.events
    assert "Budi" in check.explanation.id
    assert "20 Oktober 2024" in check.explanation.id
    assert "20 October 2024" in check.explanation.en


@pytest.mark.parametrize(
    ("made", "terms"),
    [
        (page(), (TERM,)),
        (page(when="2025-02"), (TERM,)),
        (page(published=None, when="2025-02-03"), (TERM,)),
        (page(when="2025-02-03"), (term("2019-10-23", "2024-10-20", "unsourced"),)),
        (page(when="2025-02-03"), (term("2019-10-23", "2024-10-20", "wikidata/unsourced"),)),
        (page("2018-01-01", when="2017-12-30"), (term("2019-10-23", None, "unsourced/wikidata"),)),
    ],
)
def test_without_day_or_source_it_is_a_caution(made: Page, terms: tuple[Office, ...]) -> None:
    (check,) = checks(made, *terms)
    assert check.severity == "caution"


def test_an_unsourced_record_says_so() -> None:
    (check,) = checks(page(when="2025-02-03"), term("2019", "2024-10-20", "unsourced"))
    assert "tanpa sumber" in check.explanation.id


@pytest.mark.parametrize(
    ("made", "terms"),
    [
        (page(when="2024-10-20"), (TERM,)),
        (page("2023-02-04"), (TERM,)),
        (page("2024-11-02", when="2024-11-02"), (TERM,)),
        (page("2019-10-10", when="2019-10-10"), (TERM,)),
        (page(when="2022-02-03"), (TERM,)),
        (page(excused="mantan"), (TERM,)),
        (page(person="Q9"), (TERM,)),
        (page(published=None), (TERM,)),
        (page(), (term("2019-10-23", None, known="2024-12-31"),)),
        (page(), (term("2019", "2025"),)),
        (page(), (TERM, term("2025-01-20", None, known="2026-01-01"))),
        (page(), (term(None, None),)),
        (page("2027-01-01", when="2027-01-01"), (TERM,)),
        (page("2027-01-01"), (TERM,)),
    ],
)
def test_silent(made: Page, terms: tuple[Office, ...]) -> None:
    assert checks(made, *terms) == []


def test_silent_where_another_day_nearby_makes_it_right() -> None:
    assert checks(page().time("Sebelumnya", "2023-07")) == []
    assert checks(page().time("Sebelumnya", "2025-01")) != []


def test_another_office_of_the_same_person_is_no_record() -> None:
    other = Office("Mayor", "ABC", "2010-01-01", "2012-01-01", None, "test", "mayor", "Wali Kota", "Q1")
    assert checks(page(), other) == []


def test_a_title_is_told_once_in_an_article() -> None:
    made = page().title("ia", "Q1", "minister", "ABC")
    assert len(checks(made)) == 1


def test_an_undated_article_with_titles_was_not_checked() -> None:
    items = list(office.find(case_of(one_story(page(published=None)))))
    assert items == [NotChecked("office", "a", "undated")]


SHOIGU = "Menteri Pertahanan Rusia Sergei Shoigu bertemu Menteri Pertahanan Korea Utara di Pyongyang"


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        (f"{SHOIGU} pada Rabu (19/6/2024), kata seorang juru bicara.", {"impossible", "caution"}),
        (f"{SHOIGU}, kata seorang juru bicara di ibu kota.", {"caution"}),
        (f"{SHOIGU} pada Rabu (26/7/2023), kata seorang juru bicara.", set()),
        (f"Mantan {SHOIGU}, kata seorang juru bicara di ibu kota.", set()),
        (f"Saat itu {SHOIGU}, kata seorang juru bicara di ibu kota.", set()),
    ],
)
def test_the_whole_way_from_text(text: str, severities: set[str]) -> None:
    assert knowledge.load().known_until > "2024-06-20"
    checked = found(office, read(text, published="2024-06-20"))
    assert len(checked) <= 1
    assert {c.severity for c in checked} <= severities
    assert bool(checked) == bool(severities)


REST = " Rapat itu membahas anggaran tahun depan dan perbaikan jalan di daerah perbatasan."


def test_a_title_that_is_another_ministers() -> None:
    text = "Menteri Pertahanan Zulkifli Hasan membuka rapat kerja di Jakarta pada Senin (3/2/2025)."
    (check,) = found(office, read(text + REST, published="2025-02-04"))
    assert (check.severity, check.slot) == ("caution", "office")
    assert "Sjafrie" in check.explanation.id


@pytest.mark.parametrize(
    "text",
    [
        "Menteri Luar Negeri Sugiono membuka rapat kerja di Jakarta pada Senin (3/2/2025).",
        "Pada masa Presiden Abdurrahman Wahid, jalan itu pernah diperlebar dengan dana daerah.",
        "Jalan itu pernah diperlebar. Warga desa senang dengan hasilnya. Hujan lalu datang berhari-hari. "
        "Tebing di sisi jalan longsor. Presiden Abdurrahman Wahid dipuji karena memperbaikinya.",
    ],
)
def test_a_right_title_and_history_are_quiet(text: str) -> None:
    assert found(office, read(text + REST, published="2025-02-04")) == []
