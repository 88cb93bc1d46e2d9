"""The desk keeps what it is given, by key, in the order of adding: in memory and in a file alike."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import Page

from saksama.records import ClaimReview, Event, Rating, Reading, Story
from saksama.store import Desk, FileDesk, MemoryDesk
from saksama.store.desk import LATEST
from saksama.stories.merge import as_event


def reading(identity: str) -> Reading:
    return Page(identity, "Warga tiba/VERB .").reading


def event(identity: str) -> Event:
    made = Page("a", "[Putin PER] tiba/VERB .").event("CONSULT", "tiba", "RUS", "PRK").reading.events[0]
    return replace(as_event(made), id=identity)


def keep(desk: Desk, *keyed: tuple[str, str]) -> None:
    """Articles with the letters of a word as their keys."""
    for identity, keys in keyed:
        desk.put(reading(identity), {}, keys)


@pytest.fixture(params=["memory", "file", "file opened anew"])
def look(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """An empty desk; asked again, the same desk, in a file perhaps by another program."""
    if request.param == "memory":
        memory = MemoryDesk()
        yield lambda: memory
        return
    with FileDesk(tmp_path / "desk.sqlite", write=True) as desk:
        if request.param == "file":
            yield lambda: desk
            return
        with FileDesk(tmp_path / "desk.sqlite", write=True) as other:
            yield iter([desk, *[other] * 9]).__next__


@pytest.fixture
def desk(look: Callable[[], Desk]) -> Desk:
    return look()


def test_a_reading_comes_back_with_terms_and_number(desk: Desk, look: Callable[[], Desk]) -> None:
    first, second = reading("a"), reading("b")
    desk.put(first, {"beras": 0.5}, ["t:beras"])
    desk.put(second, {}, [])
    desk = look()
    assert desk.reading("a") == first
    assert desk.terms("a") == {"beras": 0.5}
    assert [desk.number(a) for a in ("a", "b")] == [0, 1]
    assert desk.readings() == (first, second)
    with pytest.raises(KeyError):
        desk.reading("c")


def test_terms_are_kept_apart_from_the_callers(desk: Desk) -> None:
    terms = {"beras": 0.5}
    desk.put(reading("a"), terms, [])
    terms["beras"] = 1.0
    assert desk.terms("a") == {"beras": 0.5}


def test_putting_again_replaces_and_keeps_the_place(desk: Desk) -> None:
    keep(desk, ("a", "xy"), ("b", "y"))
    desk.put(reading("a"), {}, "z")
    assert desk.number("a") == 0
    assert len(desk.readings()) == 2
    assert desk.candidates("x", 9) == ()
    assert desk.candidates("z", 9) == ("a",)


@pytest.mark.parametrize(
    ("asked", "limit", "given"),
    [
        ("xyz", 9, ("b", "a", "c")),
        ("xyz", 1, ("b",)),
        ("xyz", 0, ()),
        ("x", 9, ("a", "b")),
        ("xx", 9, ("a", "b")),
        ("w", 9, ()),
        ("", 9, ()),
    ],
)
def test_candidates_share_most_keys_first(desk: Desk, asked: str, limit: int, given: tuple[str, ...]) -> None:
    keep(desk, ("a", "x"), ("b", "xyy"), ("c", "z"))
    assert desk.candidates(asked, limit) == given


def test_of_a_key_the_latest_articles_count() -> None:
    desk = MemoryDesk()
    one = reading("a")
    for number in range(LATEST + 1):
        article = replace(one.article, id=f"a{number}")
        desk.put(replace(one, article=article), {}, "xy" if number < 2 else "x")
    assert desk.candidates("x", LATEST * 2) == tuple(f"a{n}" for n in range(1, LATEST + 1))
    assert desk.candidates("xy", 2) == ("a1", "a0")


def test_a_story_is_found_by_its_articles(desk: Desk, look: Callable[[], Desk]) -> None:
    keep(desk, ("a", ""), ("b", ""), ("c", ""))
    story = Story("a", "Judul", ("a", "b"), ())
    desk.put_story(story)
    assert desk.story_of("a") == desk.story_of("b") == story
    assert desk.story_of("c") is None
    assert desk.story_of("nowhere") is None
    longer = replace(story, articles=("a", "b", "c"))
    desk.put_story(longer)
    desk = look()
    assert desk.story_of("c") == longer
    assert desk.stories() == (longer,)


def test_a_story_that_is_dropped_is_nobodys(desk: Desk) -> None:
    keep(desk, ("a", ""))
    desk.put_story(Story("a", "Judul", ("a",), ()))
    desk.drop_story("a")
    assert desk.stories() == ()
    assert desk.story_of("a") is None
    desk.drop_story("a")


def test_articles_go_over_to_the_story_put_last(desk: Desk) -> None:
    keep(desk, ("a", ""), ("b", ""))
    desk.put_story(Story("a", "Judul", ("a",), ()))
    desk.put_story(Story("b", "Judul", ("b",), ()))
    desk.drop_story("b")
    both = Story("a", "Judul", ("a", "b"), ())
    desk.put_story(both)
    assert desk.story_of("b") == both


def test_events_are_found_by_key_in_the_order_of_adding(desk: Desk, look: Callable[[], Desk]) -> None:
    keep(desk, ("a", ""))
    for identity, keys in (("e1", "xy"), ("e2", "x"), ("e3", "y")):
        desk.put_event(event(identity), keys)
    desk.put_event(replace(event("e1"), background=True), "xy")
    desk = look()
    assert [e.id for e in desk.events()] == ["e1", "e2", "e3"]
    assert [e.id for e in desk.events_by("x")] == ["e1", "e2"]
    assert [e.id for e in desk.events_by("yx")] == ["e1", "e2", "e3"]
    assert desk.events_by("x")[0].background
    assert desk.events_by("") == desk.events_by("w") == ()


def test_an_event_that_is_dropped_is_not_found(desk: Desk) -> None:
    keep(desk, ("a", ""))
    desk.put_event(event("e1"), "x")
    desk.drop_event("e1")
    desk.drop_event("e1")
    assert desk.events() == desk.events_by("x") == ()


def test_an_event_put_under_other_keys_leaves_the_old_ones(desk: Desk) -> None:
    keep(desk, ("a", ""))
    desk.put_event(event("e1"), "x")
    desk.put_event(event("e1"), "y")
    assert desk.events_by("x") == ()
    assert len(desk.events_by("y")) == 1


def review(identity: str, claim: str = "Balai kota pindah") -> ClaimReview:
    rating = Rating("Salah", "false", "word: salah")
    return ClaimReview(identity, None, claim, None, None, (), "Cek Fakta", "2026-05-01", rating, "id")


def test_fact_checks_come_back_by_key_in_the_order_of_adding(desk: Desk) -> None:
    first, second = review("r1"), review("r2")
    desk.put_review(first, ["k:a", "k:b"])
    desk.put_review(second, ["k:a"])
    assert desk.reviews_by(["k:b", "k:a"]) == (first, second)
    assert desk.reviews_by(["k:c"]) == desk.reviews_by([]) == ()
    assert desk.review_count() == 2


def test_a_fact_check_put_again_is_replaced(desk: Desk) -> None:
    desk.put_review(review("r1"), ["k:a"])
    desk.put_review(review("r2"), ["k:b"])
    later = review("r1", "Balai kota tidak pindah")
    desk.put_review(later, ["k:b"])
    assert desk.reviews_by(["k:a"]) == ()
    assert desk.reviews_by(["k:b"]) == (later, review("r2"))
    assert desk.review_count() == 2
