"""One event out of many mentions, and what stays apart."""

from typing import Any

import pytest
from builders import CAIRO, DEPOK, DOHA, JAKARTA, SURABAYA, Page, one_story, party

from saksama.records import Event, Place
from saksama.store import MemoryDesk

DAY = "2024-06-19"
TEXT = "Putin tiba/VERB di sana .\nLalu pulang/VERB sore hari ."
STATE = Place("Rusia", "RUS", None, None)
STRIKE: dict[str, Any] = {"kind": "ASSAULT", "when": DAY}
MEETING: dict[str, Any] = {"actors": "RUS:Q1 CHN:Q2", "recipients": "", "when": DAY}


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
        ({"when": "2024-06-19/.."}, {"when": DAY}),
        ({"kind": "AID", "where": STATE}, {"kind": "AID", "where": Place("Korea Utara", "PRK", None, None)}),
        (STRIKE | {"where": DOHA}, STRIKE | {"where": Place("Qatar", "QAT", None, None)}),
        (STRIKE | {"where": DOHA}, STRIKE | {"where": Place("Teluk", "QAT", 25.5, 51.4, wide=True)}),
        (STRIKE | {"mode": "drone"}, STRIKE | {"mode": "heavy-weapons"}),
        (STRIKE, STRIKE | {"when": "2024-06-18/2024-06-19"}),
        (STRIKE | {"recipients": ""}, STRIKE),
        (MEETING, MEETING | {"actors": "CHN:Q2", "recipients": "RUS:Q1", "mode": "visit"}),
        (
            {"actors": "IDN:Q1 IDN:Q2", "recipients": ""},
            {"actors": "IDN:Q1 IDN:Q2 IDN:IDN-X", "recipients": ""},
        ),
        ({"actors": "IDN:Q1 IDN:Q2", "recipients": ""}, {"actors": "IDN:Q1", "recipients": "IDN:Q2"}),
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
        (STRIKE, STRIKE | {"when": "2024-06-20"}),
        (STRIKE, STRIKE | {"when": "2024-06-17/2024-06-23"}),
        (STRIKE | {"mode": "drone"}, STRIKE | {"mode": "firearms"}),
        (STRIKE | {"mode": "drone", "when": None}, STRIKE | {"mode": "aerial"}),
        (STRIKE | {"where": DOHA}, STRIKE | {"where": Place("Teluk", "QAT", 20.0, 51.4, wide=True)}),
        (STRIKE | {"recipients": ""}, STRIKE | {"when": None}),
        ({"when": "2024-02-01/.."}, {"when": "2024-04-08/.."}),
        ({"when": "2024-02-01/.."}, {"when": DAY}),
        (MEETING, MEETING | {"actors": "CHN:Q3", "recipients": "RUS:Q1", "mode": "visit"}),
        (MEETING, MEETING | {"actors": "CHN:Q2", "recipients": "RUS:Q1", "when": None}),
        ({"actors": "IDN:Q1 IDN:Q2", "recipients": ""}, {"actors": "IDN:Q1 IDN:Q3", "recipients": ""}),
        ({"kind": "ACCUSE", "when": DAY, "recipients": ""}, {"kind": "ACCUSE", "when": DAY}),
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


def test_a_host_of_one_telling_is_no_actor_of_the_other() -> None:
    visit = told("b", when=DAY, mode="visit", actors="CHN:Q2", recipients="RUS:Q1")
    for pages in ((told("a", **MEETING), visit), (visit, told("a", **MEETING))):
        (event,) = events(*pages)
        assert (event.actors, event.recipients) == ((party("CHN:Q2"),), (party("RUS:Q1"),))
        assert (event.mode, event.reciprocal) == ("visit", False)


def test_events_of_stories_that_become_one_become_one() -> None:
    from saksama.records import Story
    from saksama.stories.merge import merge_events

    desk = MemoryDesk()
    pages = [told(name) for name in "abc"]
    for page in pages[:2]:
        desk.put(page.reading, {}, ())
        desk.put_story(Story(page.reading.article.id, "", (page.reading.article.id,), ()))
        merge_events(desk, page.reading)
    desk.put(pages[2].reading, {}, ())
    desk.drop_story("b")
    desk.put_story(Story("a", "", ("a", "b", "c"), ()))
    merge_events(desk, pages[2].reading)
    (event,) = desk.events()
    assert (event.id, event.articles) == ("event:a:e6", ("a", "c", "b"))


def test_who_tells_only_the_meeting_finds_it_by_any_of_its_shapes() -> None:
    visit = told("b", when=DAY, mode="visit", actors="CHN:Q2", recipients="RUS:Q1")
    later = [told(name, **(MEETING | {"when": None})) for name in "cd"]
    assert len(events(told("a", **MEETING), visit, *later)) == 1
