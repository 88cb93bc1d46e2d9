"""Which articles become one story."""

from dataclasses import replace

import pytest
from builders import CAIRO, DOHA, Page, desk_of

from saksama.records import Place, Reading, Story
from saksama.store import MemoryDesk
from saksama.stories import add
from saksama.stories.nearness import Elsewhere, Own, Whole, nearness
from saksama.stories.place import JOIN, likeness, place, story_title
from saksama.stories.profile import cosine, focus, keys, signature, sought, terms

FLOOD = """Banjir bandang merendam/VERB puluhan rumah di lereng Merapi .
Petugas mengungsikan/VERB warga lereng ke balai kelurahan .
Tanggul sungai jebol/VERB setelah hujan deras semalam ."""
FLOOD_AGAIN = """Tanggul sungai jebol/VERB dan banjir bandang merendam/VERB rumah warga lereng Merapi .
Puluhan warga bertahan/VERB di balai kelurahan bersama petugas ."""
MATCH = """Kiper pengganti menepis/VERB penalti pada babak perpanjangan .
Pelatih memuji/VERB kiper itu seusai pertandingan final ."""


def stories_of(desk: MemoryDesk) -> list[tuple[str, ...]]:
    return [story.articles for story in desk.stories()]


def test_one_happening_is_one_story_and_another_is_not() -> None:
    desk = desk_of(
        Page("a", FLOOD, "2025-02-03"),
        Page("b", MATCH, "2025-02-03"),
        Page("c", FLOOD_AGAIN, "2025-02-04"),
    )
    assert stories_of(desk) == [("a", "c"), ("b",)]
    assert desk.stories()[0].id == "a"


def test_the_same_words_weeks_later_are_another_story() -> None:
    desk = desk_of(Page("a", FLOOD, "2025-02-03"), Page("b", FLOOD_AGAIN, "2025-03-03"))
    assert stories_of(desk) == [("a",), ("b",)]


def test_an_undated_article_may_join() -> None:
    assert stories_of(desk_of(Page("a", FLOOD, "2025-02-03"), Page("b", FLOOD_AGAIN))) == [("a", "b")]


def test_an_article_that_links_two_stories_makes_them_one() -> None:
    rain = "Tanggul sungai jebol/VERB setelah hujan deras mengguyur kawasan hulu ."
    camp = "Petugas mengungsikan/VERB warga kawasan hulu ke balai kelurahan ."
    pages = Page("a", rain), Page("b", camp), Page("c", f"{rain}\n{camp}")
    assert stories_of(desk_of(*pages[:2])) == [("a",), ("b",)]
    desk = desk_of(*pages)
    assert stories_of(desk) == [("a", "b", "c")]
    assert [desk.story_of(a) for a in "abc"] == [desk.stories()[0]] * 3


def test_a_member_that_fits_no_longer_leaves_and_the_story_stays() -> None:
    pages = [Page(name, FLOOD, "2025-02-03") for name in "ab"] + [Page("x", MATCH, "2025-02-03")]
    desk = desk_of(*pages)
    for story in desk.stories():
        desk.drop_story(story.id)
    desk.put_story(Story("a", "Banjir", ("a", "b", "x"), ()))
    add(desk, Page("c", FLOOD_AGAIN, "2025-02-04").reading)
    assert stories_of(desk) == [("a", "b", "c"), ("x",)]
    assert desk.stories()[0].id == "a"


def test_a_copy_of_the_next_day_with_another_figure_stays_with_its_source() -> None:
    """What was changed in a copy is for the checks to tell: they look inside a story."""
    text = f"Banjir Merapi .\n{FLOOD}\n{FLOOD_AGAIN}"
    source, copy = (
        Page(name, text.replace("puluhan", houses), day, titled=True)
        for name, houses, day in (("a", "12", "2025-02-03"), ("b", "15", "2025-02-04"))
    )
    desk = desk_of(source, copy)
    assert likeness(desk, ["a"], ["b"]) < JOIN
    assert stories_of(desk) == [("a", "b")]


@pytest.mark.parametrize("text", ["", ".", "Banjir ."])
def test_next_to_nothing_is_placed_alone(text: str) -> None:
    desk = desk_of(Page("a", FLOOD))
    empty = Page("b", text or "kosong").reading
    reading = empty if text else replace(empty, sentences=())
    add(desk, reading)
    add(desk, replace(reading, article=replace(reading.article, id="c")))
    assert ("a",) in stories_of(desk)
    assert sorted(a for story in desk.stories() for a in story.articles) == ["a", "b", "c"]


def meeting(identity: str, guest: str, day: str, where: Place = DOHA) -> Page:
    page = (
        Page(identity, f"Menteri bertemu/VERB tamu .\n{FLOOD}")
        .mention("Menteri", "Q1")
        .mention("tamu", guest)
    )
    return page.event("CONSULT", "bertemu", f"RUS:Q1 PRK:{guest}", when=day, where=where)


@pytest.mark.parametrize(
    ("guest", "day", "where", "one_happening"),
    [
        ("Q2", "2025-02-03", DOHA, True),
        ("Q2", "2025-02-04", DOHA, True),
        ("Q2", "2025-05-04", DOHA, False),
        ("Q3", "2025-02-03", DOHA, False),
        ("Q2", "2025-02-03", CAIRO, False),
    ],
)
def test_the_lead_parts_what_the_words_join(guest: str, day: str, where: Place, one_happening: bool) -> None:
    desk = desk_of(meeting("a", "Q2", "2025-02-03"), meeting("b", guest, day, where))
    assert (likeness(desk, ["a"], ["b"]) >= words_alone()) == one_happening


def words_alone() -> float:
    """The score of the same texts without their events."""
    text = f"Menteri bertemu/VERB tamu .\n{FLOOD}"
    return likeness(desk_of(Page("a", text), Page("b", text)), ["a"], ["b"])


def test_naming_more_people_is_no_other_happening() -> None:
    short, long = meeting("a", "Q2", "2025-02-03"), meeting("b", "Q2", "2025-02-03")
    long.event("CONSULT", "Menteri", "RUS:Q1 KOR:Q9").mention("Petugas", "Q9")
    desk = desk_of(short, long)
    assert likeness(desk, ["a"], ["b"]) > words_alone()


def test_the_title_is_the_headline_or_the_first_sentence_cut() -> None:
    assert story_title(Page("a", FLOOD, titled=True).reading) == FLOOD.splitlines()[0].replace(
        "/VERB", ""
    ).replace(" .", ".")
    long = Page("a", "Banjir " * 40 + ".").reading
    assert len(story_title(long)) <= 100
    assert story_title(long).endswith("Banjir…")
    assert story_title(replace(long, sentences=())) == "a"


def test_facets_are_unit_vectors_of_content_words() -> None:
    own = terms(Page("a", FLOOD + "\nDi/ADP dan/CCONJ yang/SCONJ itu/DET .").reading)
    for facet in "wlh":
        assert sum(weight**2 for key, weight in own.items() if key[0] == facet) == pytest.approx(1)
    assert not {"w:di", "w:dan", "w:yang", "w:itu", "w:."} & set(own)
    assert cosine(own, own) == pytest.approx(1)
    assert cosine(own, {}) == 0


def test_articles_are_sought_near_in_time_alone() -> None:
    own = terms(Page("a", FLOOD).reading)
    held = set(keys(own, "2025-02-03"))
    assert held & set(sought(own, "2025-02-10"))
    assert not held & set(sought(own, "2025-03-20"))
    assert held & set(sought(own))
    assert set(keys(own)) & set(sought(own, "2025-02-10"))


def test_no_content_no_terms() -> None:
    assert terms(Page("a", "./PUNCT").reading) == {}


GOLD = """Harga emas hari ini {price} ribu rupiah per gram di butik logam mulia .
Harga jual kembali emas hari ini {price} ribu rupiah per gram di butik itu ."""


def test_a_daily_report_with_other_figures_is_another_story() -> None:
    pages = [Page(f"d{n}", GOLD.format(price=900 + n), f"2025-02-0{n}", titled=True) for n in (3, 4, 5)]
    assert len(desk_of(*pages).stories()) == 3


def test_the_answer_lies_not_in_the_order_of_the_other_stories() -> None:
    pages = Page("a", FLOOD, "2025-02-03"), Page("b", MATCH, "2025-02-03")
    last = Page("c", FLOOD_AGAIN, "2025-02-04")
    for order in (pages, pages[::-1]):
        assert set(stories_of(desk_of(*order, last))) == {("a", "c"), ("b",)}


def test_the_focus_leaves_out_background_and_what_is_denied() -> None:
    page = Page("a", "Putin tiba/VERB lalu menyerang/VERB dan bertemu/VERB Kim .")
    page.event("CONSULT", "tiba", "RUS:Q1", "PRK", mode="visit", when="2024-06-19")
    page.event("ASSAULT", "menyerang", "RUS", "UKR", background=True)
    page.event("CONSULT", "bertemu", "RUS:Q1 PRK:Q2", status="denied")
    found = focus(page.reading)
    assert found.events == {"CONSULT|PRK|RUS"}
    assert found.people == {"Q1"}
    assert found.places == {"PRK"}
    assert found.days == ("2024-06-19",)


def test_a_signature_needs_two_parties_and_ignores_roles() -> None:
    page = Page("a", "Putin tiba/VERB dan Kim berangkat/VERB lalu pulang/VERB .")
    page.event("CONSULT", "tiba", "RUS:Q1", "PRK").event("CONSULT", "berangkat", "PRK", "RUS")
    page.event("CONSULT", "pulang", "PRK")
    one, turned, alone = map(signature, page.reading.events)
    assert one == turned == "CONSULT|PRK|RUS"
    assert alone == ""


def test_placing_alone_gives_the_story_back() -> None:
    desk = MemoryDesk()
    reading: Reading = Page("a", FLOOD).reading
    assert place(desk, reading) == desk.story_of("a")


def test_what_is_as_like_elsewhere_tells_less() -> None:
    told, again = (terms(Page(name, text).reading) for name, text in (("a", FLOOD), ("b", FLOOD_AGAIN)))
    alone, rivalled = (
        nearness(Own.of(again), Whole.of([told]), 0, elsewhere)
        for elsewhere in (Elsewhere(), Elsewhere(best=0.6, count=1))
    )
    assert rivalled < alone


@pytest.mark.parametrize(
    ("headline", "signs"),
    [("5 Tips Menjemur Kopra?", 3.0), ("Cara Menjemur Kopra", 1.0), ("Tanggul Jebol di Hulu", None)],
)
def test_headlines_that_explain_or_list_are_marked(headline: str, signs: float | None) -> None:
    page = Page("a", f"{headline}\n{FLOOD}", titled=True)
    assert terms(page.reading).get("e:") == signs


def test_two_explainers_of_one_matter_are_further_apart_than_two_tellings() -> None:
    def score(headline: str) -> float:
        one, other = (terms(Page(name, f"{headline}\n{FLOOD}", titled=True).reading) for name in "ab")
        return nearness(Own.of(one), Whole.of([other]), 0, Elsewhere())

    assert score("Apa Penyebab Banjir Merapi ?") < score("Warga Lereng Dilanda Banjir Merapi")
