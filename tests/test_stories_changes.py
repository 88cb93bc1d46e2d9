"""Which facts a copy changed."""

import pytest
from builders import Page

from saksama.stories.changes import changes


def told(one: Page, other: Page) -> list[tuple[str, str, str]]:
    (old, new) = one.reading, other.reading
    found = changes(old, old.sentences[0], new, new.sentences[0])
    for change in found:
        for fact, page in ((change.from_, one), (change.to, other)):
            assert page.reading.article.text[fact.start : fact.end] == fact.text
    return [(change.slot, change.from_.text, change.to.text) for change in found]


def toll(identity: str, words: str, value: float, comparator: str = "=") -> Page:
    page = Page(identity, f"Petugas mengungsikan/VERB {words} warga dari lereng .")
    return page.quantity(words, value, "warga", comparator)


def day(identity: str, words: str, value: str | None) -> Page:
    return Page(identity, f"Jembatan diresmikan/VERB pada {words} oleh bupati .").time(words, value)


def person(identity: str, words: str, actor: str | None) -> Page:
    return Page(identity, f"Jembatan diresmikan/VERB oleh [{words} PER] di desa .").mention(words, actor)


def place(identity: str, words: str) -> Page:
    return Page(identity, f"Jembatan diresmikan/VERB di [{words} LOC] kemarin .").mention(words, None, "LOC")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (toll("a", "33", 33), toll("b", "53", 53), [("number", "33", "53")]),
        (toll("a", "33", 33), toll("b", "sekitar 33", 33, "~"), [("number", "33", "sekitar 33")]),
        (day("a", "Rabu", "2024-06-19"), day("b", "Senin", "2024-06-17"), [("when", "Rabu", "Senin")]),
        (person("a", "Budi", "Q1"), person("b", "Wati", "Q2"), [("who", "Budi", "Wati")]),
        (place("a", "Doha"), place("b", "Kairo"), [("where", "Doha", "Kairo")]),
    ],
)
def test_a_changed_fact_is_told(one: Page, other: Page, expected: list[tuple[str, str, str]]) -> None:
    assert told(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (toll("a", "33", 33), toll("b", "33", 33)),
        (toll("a", "33", 33), toll("b", "tiga puluh tiga", 33)),
        (day("a", "Rabu", "2024-06-19"), day("b", "kemarin", "2024-06-19")),
        (day("a", "kemarin", "2024-06-19"), day("b", "kemarin", "2024-06-20")),
        (day("a", "hari ini", None), day("b", "hari ini", None)),
        (person("a", "Joko Widodo", "Q1"), person("b", "Jokowi", "Q1")),
        (person("a", "BUDI", None), person("b", "Budi", None)),
        (place("a", "Doha"), place("b", "DOHA")),
    ],
)
def test_another_wording_is_no_change(one: Page, other: Page) -> None:
    assert told(one, other) == []


def test_a_fact_left_out_is_no_change() -> None:
    bare = Page("b", "Petugas mengungsikan/VERB warga dari lereng .")
    assert told(toll("a", "33", 33), bare) == told(bare, toll("a", "33", 33)) == []


def test_facts_in_other_company_are_not_paired() -> None:
    one = Page("a", "Bupati membawa/VERB 12 truk beras .").quantity("12", 12, "truk")
    other = Page("b", "Beras dibagikan/VERB kepada 40 keluarga miskin .").quantity("40", 40, "keluarga")
    assert told(one, other) == []


def test_two_changes_of_one_sentence_are_paired_in_their_places() -> None:
    def page(identity: str, dead: str, hurt: str) -> Page:
        made = Page(identity, f"Sedikitnya {dead} orang tewas/VERB dan lebih dari {hurt} terluka parah .")
        return made.quantity(dead, float(dead), "orang").quantity(hurt, float(hurt), "orang")

    assert told(page("a", "12", "30"), page("b", "15", "48")) == [
        ("number", "12", "15"),
        ("number", "30", "48"),
    ]
