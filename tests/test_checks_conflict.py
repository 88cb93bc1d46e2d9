"""Sources that disagree on a slot of one event, and the many ways in which they only seem to."""

from dataclasses import replace
from typing import Any

import pytest
from builders import CAIRO, DEPOK, DOHA, JAKARTA, SURABAYA, Page, found, one_story

from saksama.checks import conflict
from saksama.checks.conflict.shared import details, whole
from saksama.checks.conflict.telling import reasons
from saksama.records import Check, Place

DAY = "2024-06-19"
SINAI = Place("Sinai", "EGY", 29.5, 33.8, wide=True)


def told(identity: str, published: str | None = DAY, details: int = 2, **more: Any) -> Page:
    """A meeting of a Russian and a North Korean, with so many of the details that all tellings share."""
    page = Page(
        identity,
        "Keduanya bertemu/VERB pertama kali dalam 24 tahun di hadapan 300 tamu undangan .\n"
        "Perundingan berlangsung/VERB hangat .",
        published,
    )
    if details > 0:
        page.time("24 tahun", None, value="P24Y", type="DURATION")
    if details > 1:
        page.quantity("300", 300, "tamu")
    sides = {"actors": "RUS:Q1", "recipients": "PRK:Q2", "kind": "CONSULT"} | more
    return page.event(sides.pop("kind"), "bertemu", sides.pop("actors"), sides.pop("recipients"), **sides)


def raised(*pages: Page) -> list[tuple[str | None, str]]:
    return [(check.slot, check.severity) for check in found(conflict, one_story(*pages))]


VISIT = {"mode": "visit"}
TURNED = {"mode": "visit", "actors": "PRK:Q2", "recipients": "RUS:Q1"}


def test_a_visit_told_the_other_way_round() -> None:
    (check,) = found(conflict, one_story(told("a", when=DAY, **VISIT), told("b", when=DAY, **TURNED)))
    assert (check.slot, check.severity) == ("direction", "conflict")
    assert [e.article for e in check.evidence] == ["a", "b"]
    assert len(check.events) == 2
    assert "“" in check.explanation.id


@pytest.mark.parametrize(("published", "when"), [(None, None), (DAY, None), (None, DAY)])
def test_without_both_days_the_direction_is_a_caution_with_its_doubt(
    published: str | None, when: str | None
) -> None:
    (check,) = found(conflict, one_story(told("a", when=when, **VISIT), told("b", published, **TURNED)))
    assert (check.slot, check.severity) == ("direction", "caution")
    assert "another visit" in check.explanation.en


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VISIT | {"when": DAY}, TURNED | {"when": "2023-09-13"}),
        (VISIT | {"when": DAY}, TURNED | {"when": "2024-06-27"}),
        (VISIT | {"details": 1}, TURNED),
        (VISIT, TURNED | {"details": 0}),
        (VISIT, TURNED | {"background": True}),
        (VISIT, TURNED | {"status": "denied"}),
        (VISIT, TURNED | {"status": "possible"}),
        (VISIT, TURNED | {"mode": None}),
        (VISIT, TURNED | {"recipients": "CHN"}),
        (VISIT, VISIT),
    ],
)
def test_return_visits_and_other_deeds_are_no_matter_of_direction(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    later = Page("b", "Ia menyambangi/VERB tuan rumah dalam 24 tahun bersama 300 orang tamu .", "2024-06-20")
    details = other.get("details", 2)
    if details > 0:
        later.time("24 tahun", None, value="P24Y", type="DURATION")
    if details > 1:
        later.quantity("300", 300, "tamu")
    facts = {"actors": "RUS:Q1", "recipients": "PRK:Q2"} | {k: v for k, v in other.items() if k != "details"}
    later.event("CONSULT", "menyambangi", facts.pop("actors"), facts.pop("recipients"), **facts)
    assert [slot for slot, _ in raised(told("a", **one), later)] == []


def test_both_directions_in_one_article_are_two_visits() -> None:
    page = told("a", **VISIT)
    page.event("CONSULT", "Perundingan", "PRK:Q2", "RUS:Q1", mode="visit")
    assert raised(page) == []


def test_days_that_cannot_both_be_right() -> None:
    assert raised(told("a", when=DAY), told("b", when="2024-06-22")) == [("when", "conflict")]


def test_days_of_an_undated_article_are_a_caution() -> None:
    assert raised(told("a", when=DAY), told("b", None, when="2024-06-22")) == [("when", "caution")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"when": DAY}, {"when": DAY}),
        ({"when": DAY}, {"when": "2024-06-20"}),
        ({"when": DAY}, {"when": "2024-06"}),
        ({"when": DAY}, {"when": None}),
        ({"when": DAY}, {"when": "2024-09-01"}),
        ({"when": DAY}, {"when": "2024-06-22", "status": "planned"}),
        ({"when": DAY}, {"when": "2024-06-22", "background": True}),
        ({"when": DAY, "where": DOHA}, {"when": "2024-06-22", "where": CAIRO}),
        ({"when": DAY}, {"when": "2024-06-22", "recipients": "CHN"}),
        ({"when": DAY, "recipients": ""}, {"when": "2024-06-22", "recipients": ""}),
    ],
)
def test_days_that_agree_or_are_another_matter(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert raised(told("a", **one), told("b", **other)) == []


def test_two_stories_do_not_contradict_each_other() -> None:
    from saksama.records import Story

    desk = one_story(told("a", when=DAY), told("b", when="2024-06-22"))
    desk.drop_story("a")
    for identity in "ab":
        desk.put_story(Story(identity, "", (identity,), ()))
    assert found(conflict, desk) == []


def test_places_far_apart_on_one_day() -> None:
    (check,) = found(conflict, one_story(told("a", when=DAY, where=DOHA), told("b", when=DAY, where=CAIRO)))
    assert (check.slot, check.severity) == ("where", "conflict")
    assert "Doha" in check.explanation.id
    assert "Kairo" in check.explanation.id


def test_far_places_of_one_country_count_too() -> None:
    assert raised(told("a", when=DAY, where=JAKARTA), told("b", when=DAY, where=SURABAYA)) == [
        ("where", "conflict")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"when": DAY, "where": JAKARTA}, {"when": DAY, "where": DEPOK}),
        ({"when": DAY, "where": CAIRO}, {"when": DAY, "where": SINAI}),
        ({"when": DAY, "where": DOHA}, {"when": DAY, "where": Place("Kairo", "EGY", None, None)}),
        ({"when": DAY, "where": DOHA}, {"when": "2024-06-20", "where": CAIRO}),
        ({"when": None, "where": DOHA}, {"when": DAY, "where": CAIRO}),
        ({"when": DAY, "where": DOHA}, {"when": DAY}),
    ],
)
def test_places_that_agree_or_are_not_known(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert raised(told("a", **one), told("b", **other)) == []


def test_other_people_on_one_day_in_one_place() -> None:
    one = told("a", when=DAY, where=DOHA)
    other = told("b", when=DAY, where=DOHA, actors="RUS:Q9")
    assert raised(one, other) == [("who", "conflict")]


@pytest.mark.parametrize(
    "other",
    [
        {"when": DAY, "where": DOHA, "actors": "RUS"},
        {"when": DAY, "where": DOHA, "actors": "RUS:Q1 RUS:Q9"},
        {"when": DAY, "where": None, "actors": "RUS:Q9"},
        {"when": "2024-06-20", "where": DOHA, "actors": "RUS:Q9"},
    ],
)
def test_people_who_may_both_have_come(other: dict[str, Any]) -> None:
    assert raised(told("a", when=DAY, where=DOHA), told("b", **other)) == []


def count(
    identity: str,
    figure: float,
    comparator: str = "=",
    *,
    published: str | None = DAY,
    line: str = "Pemerintah mengirim/VERB {} kontainer amunisi artileri melalui pelabuhan timur .",
    unit: str = "kontainer",
) -> Page:
    text = line.format(f"{figure:g}")
    return Page(identity, text, published).quantity(f"{figure:g} {unit}", figure, unit, comparator)


@pytest.mark.parametrize(("published", "severity"), [(DAY, "conflict"), (None, "caution")])
def test_figures_that_exclude_each_other(published: str | None, severity: str) -> None:
    assert raised(count("a", 33), count("b", 53, published=published)) == [("number", severity)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((33, "="), (33, "=")),
        ((33, "="), (34, "=")),
        ((33, "="), (30, ">")),
        ((33, "="), (30, ">=")),
        ((33, "="), (40, "<")),
        ((33, "~"), (40, "=")),
        ((11000, ">"), (12500, ">")),
        ((33, ">"), (40, ">=")),
        ((0, "="), (0, "=")),
    ],
)
def test_figures_whose_words_overlap_agree(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert raised(count("a", *one), count("b", *other)) == []
    assert raised(count("a", *other), count("b", *one)) == []


@pytest.mark.parametrize(("one", "other"), [((11000, ">"), (7000, "~")), ((40, "<"), (53, ">"))])
def test_figures_whose_words_do_not_overlap(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert [slot for slot, _ in raised(count("a", *one), count("b", *other))] == ["number"]


@pytest.mark.parametrize(
    ("first", "later", "published", "severities"),
    [
        (12, 30, "2024-06-20", []),
        (30, 12, "2024-06-20", ["conflict"]),
        (30, 30, "2024-06-20", []),
        (12, 30, "2024-06-19", ["caution"]),
        (12, 30, None, []),
    ],
)
def test_a_later_larger_toll_is_an_update(
    first: int, later: int, published: str | None, severities: list[str]
) -> None:
    line = "Gempa itu membuat/VERB {} warga desa lereng utara tewas/VERB ."
    one = count("a", first, line=line, unit="warga", published="2024-06-19")
    other = count("b", later, line=line, unit="warga", published=published)
    assert raised(one, other) == [("number", severity) for severity in severities]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Pemerintah mengucurkan/VERB {} rupiah dana bantuan tunai warga .", "rupiah"),
        ("Pemerintah menaikkan/VERB {} persen tarif angkutan umum kota .", "persen"),
        ("Pedagang menjual/VERB {} kilogram cabai keriting merah setiap pagi .", "kilogram"),
    ],
)
def test_money_and_measures_are_left_alone(line: str, unit: str) -> None:
    assert raised(count("a", 33, line=line, unit=unit), count("b", 53, line=line, unit=unit)) == []


def test_counts_of_other_things_or_days_are_left_alone() -> None:
    other = count("b", 53, line="Eksportir menimbun/VERB {} kontainer pisang di gudang utara .")
    assert raised(count("a", 33), other) == []
    line = "{day} pemerintah mengirim/VERB {{}} kontainer amunisi artileri melalui pelabuhan timur ."
    one = count("a", 33, line=line.format(day="Senin")).time("Senin", "2024-06-17")
    two = count("b", 53, line=line.format(day="Rabu")).time("Rabu", "2024-06-19")
    assert raised(one, two) == []


@pytest.mark.parametrize(
    ("one", "other", "slots"),
    [
        ("planned", "occurred", []),
        ("occurred", "possible", []),
        ("occurred", "occurred", ["number"]),
        ("planned", "planned", ["number"]),
        ("planned", None, ["number"]),
    ],
)
def test_a_plan_does_not_contradict_the_deed(one: str, other: str | None, slots: list[str]) -> None:
    pages = count("a", 33), count("b", 53)
    for page, status in zip(pages, (one, other), strict=True):
        if status:
            page.event("AID", "mengirim", "USA", "UKR", status=status)
    assert [slot for slot, _ in raised(*pages) if slot == "number"] == slots


def test_hundreds_in_words_leave_room() -> None:
    line = "Pemerintah mengirim/VERB ratusan kontainer amunisi artileri melalui pelabuhan timur ."
    words = Page("a", line, DAY).quantity("ratusan kontainer", 100, "kontainer", ">")
    assert raised(words, count("b", 90)) == []
    assert raised(words, count("b", 12)) != []


def test_two_figures_of_one_article_do_not_contradict_each_other() -> None:
    line = "Pemerintah mengirim/VERB {} kontainer amunisi artileri melalui pelabuhan timur ."
    page = Page("a", line.format(33) + "\n" + line.format(53), DAY)
    page.quantity("33 kontainer", 33, "kontainer").quantity("53 kontainer", 53, "kontainer")
    assert raised(page) == []


COPIED = """Bupati meresmikan/VERB jembatan gantung di Doha pada Rabu pagi .
Jembatan itu menggantikan/VERB rakit bambu yang hanyut tahun silam .
Pelajar memakai/VERB rakit itu untuk menyeberangi sungai berarus deras .
Anggarannya berasal/VERB dari sumbangan 40 perantau asal kecamatan itu yang bekerja/VERB di luar pulau .
Panitia menggelar/VERB kenduri dan pertunjukan wayang semalam suntuk .
Kepala desa berharap/VERB jembatan baru memudahkan pedagang membawa hasil kebun ."""


def copied(identity: str, old: str = "", new: str = "", published: str | None = DAY) -> Page:
    text = COPIED.replace(old, new) if old else COPIED
    page = Page(identity, text, published)
    for words, value in (("40 perantau", 40), ("90 perantau", 90)):
        if words in page.reading.article.text:
            page.quantity(words, value, "perantau")
    for words, day, weekday in (("Rabu", DAY, 2), ("Kamis", "2024-06-20", 3), ("kemarin", DAY, None)):
        if words in page.reading.article.text:
            page.time(words, day, weekday=weekday)
    for words in ("Doha", "Kairo", "Ad Dawhah", "Sinai"):
        if words in page.reading.article.text:
            page.mention(words, None, "LOC")
    return page


@pytest.mark.parametrize(
    ("old", "new", "slot"),
    [("40", "90", "number"), ("Rabu", "Kamis", "when"), ("Doha", "Kairo", "where")],
)
def test_a_copy_that_changed_a_fact(old: str, new: str, slot: str) -> None:
    (check,) = found(conflict, one_story(copied("a"), copied("b", old, new), lineage=True))
    assert (check.slot, check.severity) == (slot, "conflict")
    assert old in check.explanation.id
    assert new in check.explanation.id
    assert [e.article for e in check.evidence] == ["a", "b"]


@pytest.mark.parametrize(
    ("old", "new"), [("", ""), ("Rabu", "kemarin"), ("Bupati", "Wakil bupati"), ("Doha", "Sinai")]
)
def test_a_copy_in_other_words_changed_nothing(old: str, new: str) -> None:
    assert found(conflict, one_story(copied("a"), copied("b", old, new), lineage=True)) == []


def test_a_copy_without_dates_has_a_caution() -> None:
    (check,) = found(conflict, one_story(copied("a"), copied("b", "40", "90", None), lineage=True))
    assert (check.slot, check.severity) == ("number", "caution")


def test_a_copy_with_a_larger_toll_is_an_update() -> None:
    def flood(identity: str, dead: int, published: str) -> Page:
        text = (
            f"{COPIED}\nBanjir bandang tahun silam membuat {dead} warga tewas/VERB di dua dusun hulu sungai ."
        )
        return Page(identity, text, published).quantity(f"{dead} warga", dead, "warga")

    def raised(first: int, later: int) -> list[Check]:
        pages = flood("a", first, "2024-06-19"), flood("b", later, "2024-06-20")
        return found(conflict, one_story(*pages, lineage=True))

    assert raised(12, 30) == []
    assert len(raised(30, 12)) == 1


@pytest.mark.parametrize("pages", [0, 1, 2])
def test_nothing_told_nothing_found(pages: int) -> None:
    bare = [Page(f"a{n}", "kosong") for n in range(pages)]
    for page in bare:
        page.reading = replace(page.reading, sentences=())
    assert not bare or found(conflict, one_story(*bare)) == []


def test_whom_both_texts_name_is_told_in_the_readers_language() -> None:
    pages = [
        Page(name, "Jepang dan Ukraina cemas/ADJ .").mention("Jepang", "JPN").mention("Ukraina", "UKR")
        for name in "ab"
    ]
    told = reasons([*details(whole(pages[0].reading), whole(pages[1].reading), frozenset()), "turut cemas"])
    assert told.id == "Jepang, Ukraina dan “turut cemas”"
    assert told.en == "Japan, Ukraine and “turut cemas”"
