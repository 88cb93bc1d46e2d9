"""One event out of many mentions, and what stays apart."""

from dataclasses import replace
from typing import Any

import pytest
from builders import CAIRO, DEPOK, DOHA, JAKARTA, SURABAYA, Page, one_story, party

from saksama.records import Event, Place
from saksama.store import MemoryDesk

DAY = "2024-06-19"
TEXT = "Putin tiba/VERB di sana .\nLalu pulang/VERB sore hari ."


def told(
    identity: str, kind: str = "CONSULT", actors: str = "RUS", recipients: str = "PRK", **more: Any
) -> Page:
    return Page(identity, TEXT).event(kind, "tiba", actors, recipients, **more)


def events(*pages: Page) -> tuple[Event, ...]:
    return one_story(*pages).events()


def merged(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return len(events(told("a", **one), told("b", **other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"when": DAY}, {"when": DAY}),
        ({"when": DAY}, {"when": "2024-06-20"}),
        ({"when": "2024-06"}, {"when": DAY}),
        ({"when": DAY}, {}),
        ({"mode": "visit"}, {}),
        ({"actors": "RUS:Q1"}, {}),
        ({"actors": "RUS:Q1 RUS:Q2"}, {"actors": "RUS:Q1"}),
        ({"where": DOHA}, {"where": DOHA}),
        ({"where": DOHA}, {}),
        ({"where": Place("Qatar", "QAT", None, None)}, {"where": DOHA}),
        ({"where": JAKARTA}, {"where": DEPOK}),
        ({"kind": "ASSAULT", "when": DAY, "where": DOHA}, {"kind": "ASSAULT", "when": DAY, "where": DOHA}),
        ({"status": "alleged", "claimed_by": (party("USA"),)}, {"status": "alleged"}),
    ],
)
def test_one_event(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert merged(one, other)
    assert merged(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"when": DAY}, {"when": "2024-06-21"}),
        ({}, {"kind": "AGREE"}),
        ({}, {"recipients": "CHN"}),
        ({}, {"recipients": ""}),
        ({}, {"actors": "PRK", "recipients": "RUS"}),
        ({"mode": "visit"}, {"mode": "meet"}),
        ({"actors": "RUS:Q1"}, {"actors": "RUS:Q2"}),
        ({"where": DOHA, "when": DAY}, {"where": CAIRO, "when": DAY}),
        ({"where": JAKARTA, "when": DAY}, {"where": SURABAYA, "when": DAY}),
        ({"kind": "ASSAULT", "when": DAY, "where": DOHA}, {"kind": "ASSAULT", "when": DAY, "where": DEPOK}),
        ({"kind": "ASSAULT"}, {"kind": "ASSAULT"}),
        ({"background": True}, {}),
        (
            {"status": "alleged", "claimed_by": (party("USA"),)},
            {"status": "alleged", "claimed_by": (party("UKR"),)},
        ),
        *[({}, {"status": s}) for s in ("planned", "alleged", "possible", "hypothetical", "denied")],
    ],
)
def test_two_events(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not merged(one, other)
    assert not merged(other, one)


def test_undated_deeds_of_two_stories_stay_two() -> None:
    from saksama.records import Story
    from saksama.stories.merge import merge_events

    desk = MemoryDesk()
    for page in (told("a"), told("b")):
        desk.put(page.reading, {}, ())
        desk.put_story(Story(page.reading.article.id, "", (page.reading.article.id,), ()))
        merge_events(desk, page.reading)
    assert len(desk.events()) == 2


def test_a_merged_event_keeps_every_mention_in_order() -> None:
    (event,) = events(told("a"), told("b", when=DAY, where=DOHA), told("c", actors="RUS:Q1", mode="visit"))
    assert event.id == f"event:{event.mentions[0].id}"
    assert event.articles == ("a", "b", "c")
    assert [e.article for e in event.evidence] == [t.article for t in event.triggers] == ["a", "b", "c"]
    assert [m.trigger for m in event.mentions] == list(event.triggers)
    assert (event.when, event.when_basis, event.where, event.mode) == (DAY, "stated", DOHA, "visit")
    assert event.actors == (party("RUS:Q1"),)


def test_twice_in_one_article_is_one_article() -> None:
    page = told("a").event("CONSULT", "pulang", "RUS", "PRK")
    (event,) = events(page)
    assert event.articles == ("a",)
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    ("first", "second", "when", "basis"),
    [
        (("2024-06", "anchored"), (DAY, "stated"), DAY, "stated"),
        ((DAY, "stated"), ("2024-06", "anchored"), DAY, "stated"),
        ((DAY, "stated"), ("2024-06-20", "anchored"), DAY, "stated"),
        ((DAY, "anchored"), (DAY, "stated"), DAY, "anchored"),
        ((None, None), (DAY, "context"), DAY, "context"),
    ],
)
def test_the_sharper_day_wins_with_its_basis(
    first: tuple[str | None, str | None], second: tuple[str | None, str | None], when: str, basis: str
) -> None:
    pages = [told(i, when=w, when_basis=b) for i, (w, b) in zip("ab", (first, second), strict=True)]
    (event,) = events(*pages)
    assert (event.when, event.when_basis) == (when, basis)


def test_days_do_not_drift() -> None:
    days = ["2024-06-19", "2024-06-20", "2024-06-21"]
    assert len(events(*(told(d, when=d) for d in days))) == 2


def test_contexts_are_those_of_all_mentions_the_commonest_first() -> None:
    pages = [
        told("a", contexts=("legal", "cyber")),
        told("b", contexts=("cyber",)),
        told("c", contexts=("health",)),
    ]
    (event,) = events(*pages)
    assert event.contexts == ("cyber", "legal", "health")


def several(*facts: tuple[str, str, dict[str, Any]]) -> Page:
    """An article with a deed in each sentence: actors, recipients and what else is known."""
    verbs = ("tiba", "menyerang", "menggempur")[: len(facts)]
    page = Page("a", " .\n".join(f"Pasukan {verb}/VERB di sana" for verb in verbs) + " .")
    for verb, (actors, recipients, more) in zip(verbs, facts, strict=True):
        page.event("ASSAULT", verb, actors, recipients, mode="aerial", **more)
    return page


STRIKE: tuple[str, str, dict[str, Any]] = ("RUS", "UKR", {"when": DAY, "where": DOHA})


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ([STRIKE, ("RUS", "", {})], 1),
        ([("RUS", "", {}), STRIKE], 1),
        ([STRIKE, ("", "UKR", {"when": DAY})], 1),
        ([STRIKE, ("UKR", "", {})], 2),
        ([STRIKE, ("", "", {})], 2),
        ([STRIKE, ("RUS", "", {"where": CAIRO})], 2),
        ([STRIKE, ("RUS", "", {"when": "2024-06-25"})], 2),
        ([STRIKE, ("RUS", "", {"status": "planned"})], 2),
        ([STRIKE, ("RUS", "UKR", {"when": DAY, "where": CAIRO}), ("RUS", "", {})], 3),
    ],
)
def test_fewer_parties_in_one_article_mean_the_one_event_they_can(facts: Any, count: int) -> None:
    found = events(several(*facts))
    assert len(found) == count
    assert sum(len(event.mentions) for event in found) == len(facts)


def test_one_happening_told_in_five_articles_is_one_event() -> None:
    pages = [
        Page(name, TEXT)
        .event("CONSULT", "tiba", "RUS", "PRK", when=DAY)
        .event("CONSULT", "pulang", "RUS", when=DAY)
        for name in "abcde"
    ]
    (event,) = events(*pages)
    assert event.articles == tuple("abcde")


def test_two_strikes_on_one_day_told_in_five_articles_stay_two() -> None:
    pages = [several(STRIKE, ("RUS", "UKR", {"when": DAY, "where": CAIRO})) for _ in range(5)]
    for name, page in zip("abcde", pages, strict=True):
        page.reading = replace(
            page.reading,
            article=replace(page.reading.article, id=name),
            events=tuple(replace(e, article=name, id=f"{name}:{e.id}") for e in page.reading.events),
        )
    found = events(*pages)
    assert sorted(e.where.name for e in found if e.where) == ["Doha", "Kairo"]
    assert [len(event.mentions) for event in found] == [5, 5]
