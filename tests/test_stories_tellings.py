"""How many distinct texts tell an event."""

from dataclasses import replace

import pytest
from builders import Page, one_story

from saksama.records import Lineage, Story
from saksama.store import MemoryDesk
from saksama.stories import counted
from saksama.stories.credits import credited
from saksama.stories.tellings import tellings

DAY = "2024-06-19"


def told(identity: str, via: str = "") -> Page:
    text = f"Putin tiba/VERB , dilansir {via or 'kami'} .\nIa disambut/VERB hangat ."
    page = Page(identity, text).event("CONSULT", "tiba", "RUS", "PRK", when=DAY)
    return page.statement("disambut", via=via) if via else page


def kin(desk: MemoryDesk, *edges: tuple[str, str]) -> MemoryDesk:
    (story,) = desk.stories()
    lineage = tuple(Lineage(one, other, "copy", 0.9, ()) for one, other in edges)
    desk.put_story(Story(story.id, story.title, story.articles, lineage))
    return desk


def distinct(desk: MemoryDesk) -> int:
    (event,) = counted(desk)
    return event.distinct_texts


def test_texts_without_kinship_count_each() -> None:
    assert distinct(one_story(told("a"), told("b"), told("c"))) == 3


def test_copies_count_once_through_a_chain() -> None:
    desk = kin(one_story(told("a"), told("b"), told("c"), told("d")), ("c", "b"), ("a", "c"))
    assert distinct(desk) == 2


def test_one_carrier_counts_once_whatever_its_letters() -> None:
    assert distinct(one_story(told("a", "Reuters"), told("b", "REUTERS"), told("c", "AFP"), told("d"))) == 3


def test_carriers_and_copies_fold_together() -> None:
    desk = kin(one_story(told("a", "Reuters"), told("b", "Reuters"), told("c"), told("d")), ("b", "c"))
    assert distinct(desk) == 2


def test_a_circle_of_copies_ends() -> None:
    desk = kin(one_story(told("a"), told("b"), told("c")), ("a", "b"), ("b", "c"), ("c", "a"))
    assert distinct(desk) == 1


def test_an_article_that_nobody_knows_counts_as_one() -> None:
    assert tellings(MemoryDesk()).distinct(["x", "y", "x"]) == 2


def test_no_desk_no_events() -> None:
    assert counted(MemoryDesk()) == ()


@pytest.mark.parametrize(
    ("sentence", "carriers"),
    [
        ("Mengutip Reuters , keduanya bertemu/VERB .", 1),
        ("Keduanya bertemu/VERB , demikian laporan kantor berita Reuters .", 1),
        ("Menurut Reuters , keduanya bertemu/VERB .", 1),
        ("Keduanya bertemu/VERB , lapor/VERB Reuters .", 1),
        ("Seorang wartawan Reuters ikut bertemu/VERB mereka .", 0),
        ("Mereka bertemu/VERB di kantor Reuters .", 0),
    ],
)
def test_a_carrier_is_credited_whatever_it_carries(sentence: str, carriers: int) -> None:
    assert len(credited(Page("a", sentence).mention("Reuters", "MED-REUTERS", "ORG").reading)) == carriers


def test_a_paper_is_no_carrier_of_itself() -> None:
    reading = (
        Page("a", "Menurut Reuters , keduanya bertemu/VERB .")
        .mention("Reuters", "MED-REUTERS", "ORG")
        .reading
    )
    own = replace(reading, article=replace(reading.article, outlet="Reuters Indonesia"))
    assert credited(own) == frozenset()


def test_five_papers_that_credit_one_agency_are_one_text() -> None:
    text = "Menurut Reuters , Putin tiba/VERB di sana ."
    pages = [Page(name, text).event("CONSULT", "tiba", "RUS", "PRK", when=DAY) for name in "abcde"]
    assert distinct(one_story(*(page.mention("Reuters", "MED-REUTERS", "ORG") for page in pages))) == 1
