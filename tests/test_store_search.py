"""Search finds words in any form, shows the original text with marks, and takes any query without a fault."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import Page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksama import stories
from saksama.errors import UsageError
from saksama.store import FileDesk
from saksama.store.search import Hit, Query, search
from saksama.store.search.query import wanted
from saksama.store.search.snippet import LONGEST

PELABUHAN = (
    Page(
        "pelabuhan",
        "Serangan di Pelabuhan\n[Rusia LOC] serang/VERB pelabuhan [Ukraina LOC] .\n"
        "Harga beras naik/VERB karena kapal tertahan .",
        "2026-03-05",
        titled=True,
    )
    .mention("Rusia", "RUS", "LOC")
    .mention("Ukraina", "UKR", "LOC")
    .event("ASSAULT", "serang", "RUS", "UKR", when="2026-03-04")
)
PASAR = (
    Page("pasar", "Harga di pasar beras turun/VERB .\nPara pedagang pelabuhan senang .", "2026-04-01")
    .statement("Harga di pasar beras turun", "pedagang")
)  # fmt: skip
TANPA_TANGGAL = Page("lama", "Kapal tiba/VERB di pelabuhan .")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileDesk]:
    with FileDesk(tmp_path_factory.mktemp("desk") / "desk.sqlite", write=True) as made:
        for page in (PELABUHAN, PASAR, TANPA_TANGGAL):
            stories.add(made, page.reading)
        yield made


def found(desk: FileDesk, words: str, **filters: Any) -> list[tuple[str, str]]:
    return [(hit.kind, hit.article) for hit in search(desk, Query(words, **filters))]


def texts(desk: FileDesk, hit: Hit) -> list[str]:
    text = desk.reading(hit.article).article.text
    assert text[hit.snippet.start : hit.snippet.end] == hit.snippet.text
    return [text[mark.start : mark.end] for mark in hit.marks]


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("menyerang", {"pelabuhan"}),
        ("SERANGAN", {"pelabuhan"}),
        ("pelabuhan", {"pelabuhan", "pasar", "lama"}),
        ("pelabuhan kapal", {"pelabuhan", "lama"}),
        ("kapal menyerang", {"pelabuhan"}),
        ("beras", {"pelabuhan", "pasar"}),
        ('"harga beras"', {"pelabuhan"}),
        ("“harga beras”", {"pelabuhan"}),
        ('"beras harga"', set()),
        ('harga "pasar beras"', {"pasar"}),
        ("di pelabuhan yang kapal", {"pelabuhan", "lama"}),
        ("gurun", set()),
    ],
)
def test_articles_are_found_by_their_words(desk: FileDesk, words: str, articles: set[str]) -> None:
    assert {article for _, article in found(desk, words, kind="article")} == articles


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        ({"since": "2026-03-10"}, {"pasar"}),
        ({"until": "2026-03"}, {"pelabuhan"}),
        ({"since": "2026-03-05", "until": "2026-03-05"}, {"pelabuhan"}),
        ({"since": "2027"}, set()),
        ({"actor": "UKR"}, {"pelabuhan"}),
        ({"actor": "Q999"}, set()),
        ({"type": "assault"}, {"pelabuhan"}),
        ({"type": "AID"}, set()),
        ({"limit": 1}, {"pelabuhan"}),
        ({"limit": 0}, set()),
        ({"limit": -1}, set()),
    ],
)
def test_filters_narrow_the_search(desk: FileDesk, filters: dict[str, Any], articles: set[str]) -> None:
    assert {article for _, article in found(desk, "pelabuhan", kind="article", **filters)} == articles


def test_all_kinds_are_searched_and_the_text_is_shown_as_it_is(desk: FileDesk) -> None:
    hits = search(desk, Query("turun"))
    assert [(h.kind, h.article) for h in hits] == [("article", "pasar"), ("statement", "pasar")]
    assert hits[1].id == PASAR.reading.statements[0].id
    assert hits[1].snippet == PASAR.reading.statements[0].content
    assert texts(desk, hits[1]) == ["turun"]
    [event] = search(desk, Query("rusia menyerang", kind="event"))
    assert event.id == stories.counted(desk)[0].id
    assert texts(desk, event) == ["Rusia", "serang"]
    assert (event.title, event.published) == ("Serangan di Pelabuhan", "2026-03-05")


def test_an_event_is_found_on_its_own_day(desk: FileDesk) -> None:
    assert found(desk, "rusia", kind="event", until="2026-03-04") == [("event", "pelabuhan")]
    assert found(desk, "rusia", kind="event", since="2026-03-05") == []
    assert found(desk, "rusia", kind="event", actor="RUS", type="ASSAULT") == [("event", "pelabuhan")]
    assert found(desk, "rusia", kind="statement", type="ASSAULT") == []


def test_the_headline_counts_more(desk: FileDesk) -> None:
    hits = search(desk, Query("pelabuhan serang", kind="article"))
    assert [hit.article for hit in hits] == ["pelabuhan"]
    assert hits[0].rank < 0


@pytest.mark.parametrize("words", ["", "   ", "\0", '"', '""', "- * ( ) : ^ +", "_", "“”"])
def test_without_words_there_is_nothing_to_search_for(desk: FileDesk, words: str) -> None:
    with pytest.raises(UsageError, match="nothing to search for"):
        search(desk, Query(words))


def test_words_of_every_article_are_no_query_unless_they_stand_together(desk: FileDesk) -> None:
    with pytest.raises(UsageError, match=r"“yang di dan”: words of nearly every article"):
        search(desk, Query("yang di dan"))
    assert found(desk, '"di pasar"', kind="article") == [("article", "pasar")]


@pytest.mark.parametrize("date", ["besok", "2026-13", ""])
def test_a_date_that_cannot_be_is_refused(desk: FileDesk, date: str) -> None:
    with pytest.raises(UsageError, match="no such date"):
        search(desk, Query("beras", since=date))


ODD = ["beras", '"', "AND", "NOT", "NEAR(", "*", "^", ":", "title", "-", "'", "(", "\\"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40) | st.lists(st.sampled_from(ODD)).map(" ".join))
def test_any_query_gives_hits_or_one_clear_line(desk: FileDesk, words: str) -> None:
    try:
        hits = search(desk, Query(words, limit=3))
    except UsageError as error:
        refused = str(error)
    else:
        refused = ""
        assert all(texts(desk, hit) for hit in hits)
    assert "\n" not in refused


def test_a_long_query_and_a_long_sentence_stay_short(tmp_path: Path) -> None:
    assert wanted("beras " * 5000).expression.count("AND") < 40
    long = "kata " * 200 + "beras " + "lain " * 200
    with FileDesk(tmp_path / "desk.sqlite", write=True) as desk:
        stories.add(desk, Page("a", long).reading)
        [hit] = search(desk, Query("beras"))
        assert texts(desk, hit) == ["beras"]
        assert len(hit.snippet.text) <= LONGEST
        assert not hit.snippet.text.startswith(" ")


def test_a_reading_that_is_put_again_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    with FileDesk(tmp_path / "desk.sqlite", write=True) as desk:
        desk.put(Page("a", "Warga tanam/VERB padi .").reading, {}, ())
        desk.put(Page("a", "Warga tanam/VERB jagung .").reading, {}, ())
        assert found(desk, "padi") == []
        assert found(desk, "jagung") == [("article", "a")]


def test_names_of_parties_lead_to_events_that_do_not_spell_them_out(tmp_path: Path) -> None:
    page = Page("a", "[Putin PER] tiba/VERB di Hanoi .\nIa bertemu/VERB tuan rumah .")
    page = page.mention("Putin", "Q7747").event("CONSULT", "bertemu", "RUS:Q7747", "VNM")
    with FileDesk(tmp_path / "desk.sqlite", write=True) as desk:
        stories.add(desk, page.reading)
        [hit] = search(desk, Query("putin bertemu", kind="event"))
        assert texts(desk, hit) == ["bertemu"]
