"""Copies, updates and rewrites, and what only looks like them."""

from dataclasses import replace

import pytest
from builders import Page

from saksama.records import Reading
from saksama.store import MemoryDesk
from saksama.stories import RELATIVES, add
from saksama.stories.lineage import lineage

LINES = [
    "Bupati meresmikan/VERB jembatan gantung di desa Sukamaju kemarin pagi .",
    "Jembatan gantung itu menggantikan/VERB rakit bambu yang hanyut tahun silam .",
    "Pelajar memakai/VERB rakit bambu untuk menyeberangi sungai berarus deras .",
    "Anggaran pembangunan berasal/VERB dari sumbangan perantau asal kecamatan itu .",
    "Panitia menggelar/VERB kenduri dan pertunjukan wayang semalam suntuk .",
]
OTHER = [
    "Harga cabai keriting merosot/VERB tajam menjelang panen raya .",
    "Pedagang mengeluhkan/VERB sepinya pembeli di pasar induk .",
    "Dinas menyiapkan/VERB operasi pasar bersama gudang logistik .",
    "Kelompok tani menjemur/VERB sisa panen agar tahan lama .",
]


def text(*lines: str) -> str:
    return "\n".join(lines)


def kind(old: str, new: str) -> str | None:
    edge = lineage(Page("a", old).reading, Page("b", new).reading)
    return edge.kind if edge else None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (LINES, LINES, "copy"),
        (LINES, LINES[:4], "copy"),
        (LINES, [*LINES[1:], LINES[0]], "copy"),
        (LINES, [*LINES[:4], OTHER[0]], "copy"),
        (LINES[:4], LINES[:4] + OTHER[:3], "update"),
        (LINES, LINES[:2] + OTHER[:3], None),
        (LINES, OTHER, None),
        (LINES[:2], LINES[:2], None),
        (["Ya .", "Ya .", "Ya .", "Ya ."], ["Ya .", "Ya .", "Ya .", "Ya ."], None),
    ],
)
def test_kinds(old: list[str], new: list[str], expected: str | None) -> None:
    assert kind(text(*old), text(*new)) == expected


def dated(identity: str, *lines: str, moment: str | None) -> Reading:
    page = Page(identity, text(*lines), "2025-02-03").reading
    return replace(page, article=replace(page.article, outlet="koran.example", moment=moment))


def test_the_hour_tells_who_copied_whom() -> None:
    early, late = (dated(name, *LINES, moment=f"2025-02-03T{name}:00Z") for name in ("08", "14"))
    for edge in (lineage(early, late), lineage(late, early)):
        assert edge is not None
        assert (edge.from_, edge.to, edge.kind) == ("08", "14", "copy")


def test_an_earlier_day_comes_first_whichever_was_read_first() -> None:
    early, late = (Page(day, text(*LINES), day).reading for day in ("2025-02-03", "2025-02-04"))
    for edge in (lineage(early, late), lineage(late, early)):
        assert edge is not None
        assert (edge.from_, edge.to) == ("2025-02-03", "2025-02-04")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [(None, ("short", "long", "update")), ("2025-02-03T14:00Z", ("long", "short", "copy"))],
)
def test_without_hours_the_shorter_of_one_site_came_first(
    moment: str | None, expected: tuple[str, ...]
) -> None:
    long = dated("long", *LINES, moment=moment and "2025-02-03T08:00Z")
    edge = lineage(long, dated("short", *LINES[:4], moment=moment))
    assert edge is not None
    assert (edge.from_, edge.to, edge.kind) == expected


def test_a_copy_with_one_word_changed_is_a_copy() -> None:
    changed = LINES[0].replace("kemarin", "tadi")
    edge = lineage(Page("a", text(*LINES)).reading, Page("b", text(changed, *LINES[1:])).reading)
    assert edge is not None
    assert (edge.from_, edge.to, edge.kind, edge.shared) == ("a", "b", "copy", 1.0)


def test_a_headline_is_no_sentence_of_the_copy() -> None:
    titled = Page("b", text(OTHER[0], *LINES[:3]), titled=True).reading
    edge = lineage(Page("a", text(*LINES[:3])).reading, titled)
    assert edge is not None
    assert edge.shared == 1.0


def prices(figures: str) -> str:
    goods = ("cabai", "bawang", "beras", "telur")
    return text(
        *(
            f"Harga {good} di pasar induk tercatat/VERB {figure} rupiah setiap kilogram hari ini ."
            for good, figure in zip(goods, figures.split(), strict=True)
        )
    )


def test_a_template_with_other_figures_is_no_copy() -> None:
    assert kind(prices("10 20 30 40"), prices("11 21 31 41")) is None
    assert kind(prices("10 20 30 40"), prices("10 20 30 40")) == "copy"


@pytest.mark.parametrize("lines", [[], LINES[:1]])
def test_texts_without_enough_sentences_have_no_kin(lines: list[str]) -> None:
    short = Page("b", text(*lines) or "kosong").reading
    short = short if lines else replace(short, sentences=())
    full = Page("a", text(*LINES)).reading
    assert lineage(full, short) is lineage(short, full) is lineage(short, short) is None


def test_a_chain_of_copies_is_told_as_a_chain() -> None:
    desk = MemoryDesk()
    for identity, extra in (("a", ()), ("b", OTHER[:1]), ("c", OTHER[:1])):
        add(desk, Page(identity, text(*LINES, *extra), "2025-02-03").reading)
    (story,) = desk.stories()
    assert [(edge.from_, edge.to) for edge in story.lineage] == [("a", "b"), ("b", "c")]
    assert len({edge.to for edge in story.lineage}) == len(story.lineage)


def test_in_a_long_story_only_the_nearest_are_looked_at_and_the_source_is_among_them(monkeypatch):
    looked = []

    def counted(old, new):
        looked.append(old.article.id)
        return lineage(old, new)

    monkeypatch.setattr("saksama.stories.lineage", counted)
    desk = MemoryDesk()
    for n in range(RELATIVES * 2):
        add(desk, Page(f"a{n:02}", text(*LINES[: 3 + n % 3], f"Catatan/NOUN redaksi{n} kota{n} .")).reading)
    looked.clear()
    add(desk, Page("z", text(*LINES)).reading)
    assert len(looked) <= RELATIVES
    (edge,) = [e for story in desk.stories() for e in story.lineage if e.to == "z"]
    assert edge.from_ == "a02"


def of_outlet(identity: str, lines: list[str], outlet: str) -> Reading:
    made = Page(identity, text(*lines), "2025-02-03").reading
    return replace(made, article=replace(made.article, outlet=outlet))


@pytest.mark.parametrize(
    ("outlet", "expected"), [("kabar.example", ("b", "a", "update")), ("warta.example", ("a", "b", "copy"))]
)
def test_a_site_extends_its_report_within_the_day(outlet: str, expected: tuple[str, str, str]) -> None:
    edge = lineage(of_outlet("a", LINES + OTHER, "kabar.example"), of_outlet("b", LINES, outlet))
    assert edge is not None
    assert (edge.from_, edge.to, edge.kind) == expected


def test_an_update_may_touch_up_what_it_extends() -> None:
    touched = LINES[4].replace("semalam suntuk", "sampai subuh di lapangan")
    assert kind(text(*LINES), text(*LINES[:3], LINES[3], touched, *OTHER[:3])) == "update"


def test_a_block_of_background_under_a_new_lead_is_no_rewrite() -> None:
    assert kind(text(*LINES, *OTHER[:2]), text(*OTHER[2:], *LINES[:3])) is None
