"""What holds of every desk, whatever is put on it and in which order: the file gives what memory gives."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from builders import Page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksama import stories
from saksama.account.build import build
from saksama.records import Change, Check, ClaimReview, Event, Lineage, Rating, Reading, Story
from saksama.store import Desk, FileDesk, MemoryDesk
from saksama.store.file.codec import pack, pack_changes, pack_reading, unpack, unpack_changes, unpack_reading
from saksama.stories.merge import as_event

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGES = [Page(name, f"Warga{name} tiba/VERB .").event("CONSULT", "tiba", "RUS", "PRK") for name in "abcd"]
READINGS = [page.reading for page in PAGES]
EVENTS = [as_event(reading.events[0]) for reading in READINGS]

letters = st.text("abcd", min_size=1, max_size=4).map(lambda text: tuple(dict.fromkeys(text)))
few = st.text("xyz", max_size=3)
share = st.floats(0, 1, allow_nan=False)


def _edge(one: str, other: str, kind: str, shared: float) -> Lineage:
    facts = [reading.article.evidence(0, 5) for reading in READINGS[:2]]
    return Lineage(one, other, kind, shared, (Change("who", *facts),))  # type: ignore[arg-type]


edges = st.builds(
    _edge, st.sampled_from("abcd"), st.sampled_from("abcd"), st.sampled_from(["copy", "update"]), share
)
stories_put = st.builds(
    Story, st.sampled_from("st"), st.text(max_size=5), letters, st.tuples() | st.tuples(edges)
)


def _event(at: int, told_by: tuple[str, ...], background: bool) -> Event:
    mentions = tuple(READINGS["abcd".index(name)].events[0] for name in told_by)
    told = tuple(m.trigger for m in mentions), tuple(m.evidence for m in mentions)
    event = replace(EVENTS[at], mentions=mentions, articles=told_by, background=background)
    return replace(event, triggers=told[0], evidence=told[1])


events_put = st.builds(_event, st.integers(0, 3), letters, st.booleans())
Step = Callable[[Desk], object]
steps = st.one_of(
    st.builds(lambda at, keys: lambda d: d.put(READINGS[at], {"x": 0.25}, keys), st.integers(0, 3), few),
    st.builds(lambda story: lambda d: d.put_story(story), stories_put),
    st.builds(lambda name: lambda d: d.drop_story(name), st.sampled_from("st")),
    st.builds(lambda event, keys: lambda d: d.put_event(event, keys), events_put, few),
    st.builds(lambda event: lambda d: d.drop_event(event.id), st.sampled_from(EVENTS)),
)


def held(desk: Desk) -> list[object]:
    """Everything that a desk can be asked."""
    asked = ["x", "y", "xyz", "zy", ""]
    return [
        desk.readings(),
        desk.stories(),
        desk.events(),
        [(desk.reading(a), desk.number(a), dict(desk.terms(a)), desk.story_of(a)) for a in "abcd"],
        [desk.candidates(keys, limit) for keys in asked for limit in (1, 2, 9)],
        [desk.events_by(keys) for keys in asked],
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, max_size=14), st.integers(0, 14))
def test_a_desk_in_a_file_gives_what_one_in_memory_gives(plan: list[Step], reopened: int) -> None:
    memory = MemoryDesk()
    with TemporaryDirectory() as folder:
        file = FileDesk(Path(folder, "desk.sqlite"), write=True)
        for desk in (memory, file):
            for reading in READINGS:
                desk.put(reading, {"y": 0.5}, "x")
        for at, step in enumerate(plan):
            if at == reopened:
                file.close()
                file = FileDesk(Path(folder, "desk.sqlite"), write=True)
            step(memory)
            step(file)
        assert held(file) == held(memory)
        file.close()
        with FileDesk(Path(folder, "desk.sqlite")) as again:
            assert held(again) == held(memory)
            assert again.sql.rows("PRAGMA foreign_key_check") == []


@given(st.floats(allow_nan=False), st.text(), st.none() | st.text())
def test_records_come_back_from_bytes_as_they_were(number: float, text: str, none: str | None) -> None:
    try:
        (text + (none or "")).encode()
    except UnicodeEncodeError:
        return
    review = ClaimReview("r", none, text, None, none, (text, ""), None, None, Rating(text, None, ""), None)
    assert unpack(ClaimReview, pack(review)) == review
    edge = replace(_edge("a", "b", "copy", 1.0), shared=number)
    assert unpack(Lineage, pack(edge)) == edge
    assert unpack_changes(pack_changes(edge.changes)) == edge.changes


@pytest.mark.parametrize("page", PAGES[:1])
def test_a_reading_comes_back_whole(page: Page) -> None:
    reading = page.mention("Wargaa", "RUS").statement("tiba", "Wargaa").time("tiba", "2024").reading
    assert unpack_reading(pack_reading(reading), reading.article.text) == reading


def _account(desk: Desk) -> object:
    return build(desk, stories.counted(desk), (), ((), ())).to_dict()


@pytest.fixture(scope="module")
def lawatan() -> list[Reading]:
    """The readings of an example, in canonical order."""
    from saksama.library import canonical
    from saksama.pipeline import read_articles
    from saksama.sources import load_all

    ordered, _ = canonical(load_all([str(EXAMPLES / "pyongyang")])[0])
    return list(read_articles(ordered))


def test_placing_is_the_same_on_both(lawatan: list[Reading], tmp_path: Path) -> None:
    memory = MemoryDesk()
    for reading in lawatan:
        stories.add(memory, reading)
        with FileDesk(tmp_path / "desk.sqlite", write=True) as desk, desk.transaction():
            stories.add(desk, reading)
    with FileDesk(tmp_path / "desk.sqlite") as file:
        assert (file.readings(), file.stories()) == (memory.readings(), memory.stories())
        assert file.events() == memory.events()
        assert _account(file) == _account(memory)
        assert len(file.events()) > 10


def _half(desk: Desk) -> None:
    desk.put(READINGS[1], {}, "x")
    desk.put_story(Story("b", "", ("b",), ()))
    assert desk.story_of("b")
    desk.put_story(Story("nowhere", "", ("nowhere",), ()))


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with FileDesk(tmp_path / "desk.sqlite", write=True) as desk:
        desk.put(READINGS[0], {}, "x")
        with pytest.raises(KeyError, match="nowhere"), desk.transaction():
            _half(desk)
        assert desk.readings() == (READINGS[0],)
        assert desk.story_of("b") is None
        assert desk.candidates("x", 9) == ("a",)
        desk.put(READINGS[2], {}, "x")
        assert desk.number("c") == 1


def test_findings_stay_with_their_story_until_it_grows(tmp_path: Path) -> None:
    from saksama.records import Bilingual

    check = Check("check:1", "office", None, "caution", Bilingual("a", "b"), (), (PAGES[0].find("tiba"),))
    with FileDesk(tmp_path / "desk.sqlite", write=True) as desk:
        for reading in READINGS[:2]:
            desk.put(reading, {}, "")
        desk.put_story(Story("a", "", ("a",), ()))
        assert desk.unchecked() == ("a",)
        desk.put_checks("a", [check])
        assert desk.unchecked() == ()
        assert desk.checks("a") == desk.checks_of("a") == (check,)
        assert desk.checks_of("b") == ()
        desk.put_story(Story("a", "", ("a", "b"), ()))
        assert desk.unchecked() == ("a",)
        desk.put_checks("a", [])
        assert desk.checks("a") == desk.unchecked() == ()
        desk.put_checks("a", [check])
        desk.drop_story("a")
        assert desk.checks_of("a") == ()
