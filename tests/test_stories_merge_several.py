"""Several events in one article or between the same parties: which of them a mention tells."""

from dataclasses import replace
from typing import Any

import pytest
from builders import CAIRO, DOHA, Page
from test_stories_merge import DAY, TEXT, events, told

from saksama.records import Place


def several(*facts: tuple[str, str, dict[str, Any]]) -> Page:
    """An article with a deed in each sentence: actors, recipients and what else is known."""
    verbs = ("tiba", "menyerang", "menggempur")[: len(facts)]
    page = Page("a", " .\n".join(f"Pasukan {verb}/VERB di sana" for verb in verbs) + " .")
    for verb, (actors, recipients, more) in zip(verbs, facts, strict=True):
        page.event("ASSAULT", verb, actors, recipients, mode="aerial", **more)
    return page


HIT: tuple[str, str, dict[str, Any]] = ("RUS", "UKR", {"when": DAY, "where": DOHA})


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ([HIT, ("RUS", "", {})], 1),
        ([("RUS", "", {}), HIT], 1),
        ([HIT, ("", "UKR", {"when": DAY})], 1),
        ([HIT, ("UKR", "", {})], 2),
        ([HIT, ("", "", {})], 2),
        ([HIT, ("RUS", "", {"where": CAIRO})], 2),
        ([HIT, ("RUS", "", {"when": "2024-06-25"})], 2),
        ([HIT, ("RUS", "", {"status": "planned"})], 2),
        ([HIT, ("RUS", "UKR", {"when": DAY, "where": CAIRO}), ("RUS", "", {})], 3),
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
    pages = [several(HIT, ("RUS", "UKR", {"when": DAY, "where": CAIRO})) for _ in range(5)]
    for name, page in zip("abcde", pages, strict=True):
        page.reading = replace(
            page.reading,
            article=replace(page.reading.article, id=name),
            events=tuple(replace(e, article=name, id=f"{name}:{e.id}") for e in page.reading.events),
        )
    found = events(*pages)
    assert sorted(e.where.name for e in found if e.where) == ["Doha", "Kairo"]
    assert [len(event.mentions) for event in found] == [5, 5]


def named(identity: str, sentence: str, **more: Any) -> Page:
    """A strike told in one sentence, which may name where without the map's help."""
    return Page(identity, f"{sentence} .").event("ASSAULT", "menyerang", "RUS", "UKR", when=DAY, **more)


def test_places_that_only_the_sentences_name_keep_two_strikes_apart() -> None:
    one = named("a", "Rusia menyerang/VERB Kharkiv")
    other = named("b", "Rusia menyerang/VERB Odesa", where=Place("Odesa", "UKR", 46.48, 30.73))
    assert len(events(one, other)) == 2
    assert len(events(one, named("b", "Rusia menyerang/VERB kota Kharkiv"))) == 1


def test_what_could_mean_either_of_two_strikes_stays_alone() -> None:
    two = several(HIT, ("RUS", "UKR", {"when": DAY, "where": CAIRO}))
    vague = [told(name, "ASSAULT", "RUS", "UKR", when=DAY, mode="aerial") for name in "bc"]
    assert [len(event.mentions) for event in events(two, *vague)] == [1, 1, 2]


def test_the_one_strike_on_the_map_is_found_before_the_headline() -> None:
    page = Page("a", "Rusia menyerang/VERB .\nRusia menggempur/VERB .")
    page.event("ASSAULT", "menyerang", "RUS", "UKR").event("ASSAULT", "menggempur", "RUS", "UKR", when=DAY)
    (event,) = events(page)
    assert event.id.endswith(page.reading.events[1].id)
