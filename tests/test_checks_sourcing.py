"""Sources without a name, and many articles that go back to one text."""

from dataclasses import replace

import pytest
from builders import Page, case_of, found, one_story

from saksama.checks import sourcing
from saksama.checks.case import Case
from saksama.records import Check


def said(speaker: str) -> list[Check]:
    page = Page("a", f"Pasukan ditarik/VERB , kata/VERB {speaker} .").statement("Pasukan ditarik", speaker)
    return found(sourcing, one_story(page))


@pytest.mark.parametrize(
    "speaker",
    [
        "sumber terpercaya",
        "seorang pejabat senior AS",
        "seorang diplomat yang enggan disebutkan namanya",
        "sumber di kementerian itu",
    ],
)
def test_an_unnamed_source_is_named_as_such(speaker: str) -> None:
    (check,) = said(speaker)
    assert (check.kind, check.severity) == ("sourcing", "caution")
    assert f"“{speaker}”" in check.explanation.id


@pytest.mark.parametrize("speaker", ["Blinken", "juru bicara Kremlin", "warga", "RS Sumber Waras"])
def test_a_source_that_can_be_asked_is_quiet(speaker: str) -> None:
    assert said(speaker) == []


def test_an_unnamed_carrier_is_told_too() -> None:
    page = Page("a", "Menurut/ADP sumber terpercaya , Kim berkata/VERB bahwa ia datang/VERB .")
    page.statement("ia datang", "Kim", via="sumber terpercaya")
    (check,) = found(sourcing, one_story(page))
    assert "sumber terpercaya" in check.explanation.id


def test_all_that_rests_on_one_source_is_one_line() -> None:
    page = Page("a", "Ia pergi/VERB , kata/VERB sumber terpercaya .\nIa pulang/VERB , kata/VERB dia .")
    page.statement("Ia pergi", "sumber terpercaya").statement("Ia pulang", "sumber terpercaya")
    (check,) = found(sourcing, one_story(page))
    assert len(check.evidence) == 2


def test_statements_without_a_speaker_are_quiet() -> None:
    page = Page("a", "Ia pergi/VERB .").statement("Ia pergi")
    assert found(sourcing, one_story(page)) == []


def told(identity: str) -> Page:
    page = Page(identity, "Putin tiba/VERB di sana .")
    return page.event("CONSULT", "tiba", "RUS", "PRK", when="2024-06-19")


@pytest.mark.parametrize(
    ("articles", "texts", "raised"), [(3, 1, True), (3, 2, False), (2, 1, False), (5, 1, True)]
)
def test_many_articles_of_one_text(articles: int, texts: int, raised: bool) -> None:
    case = case_of(one_story(*(told(f"a{n}") for n in range(articles))))
    events = tuple(replace(event, distinct_texts=texts) for event in case.events)
    checks = list(sourcing.find(Case(case.desk, events)))
    assert bool(checks) == raised
    for check in checks:
        assert str(articles) in check.explanation.en
        assert check.events == (events[0].id,)
