"""What is struck out as no part of the story, and what must never be."""

import time

import pytest

from saksama.errors import DataError
from saksama.language import wordlists
from saksama.sources import from_text, mark
from saksama.sources.boilerplate import rules

STORY = (
    "Presiden meresmikan jembatan baru di Kabupaten Sikka pada Senin. "
    "Warga mengatakan mereka senang karena perjalanan ke pasar menjadi lebih singkat."
)
RULES = [rule for group in rules("id").values() for rule in group]


def marks(text, title=None):
    found = from_text(text, title=title)
    return [(found.text[b.start : b.end], b.reason) for b in found.boilerplate]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.scope}-{rule.reason}-{rule.example[:20]}")
def test_each_rule_finds_its_own_example(rule):
    text = rule.example if rule.scope not in ("end", "last") else f"Selesai. {rule.example}"
    assert not rule.needs or any(need in text.lower() for need in rule.needs)
    found = (
        rule.pattern.fullmatch(text) if rule.scope in ("line", "top", "run") else rule.pattern.search(text)
    )
    assert found


def test_each_reason_has_a_label_in_both_languages():
    reasons = wordlists.wordlist("id", "boilerplate")["reasons"]
    assert {rule.reason for rule in RULES} < set(reasons)
    assert all(set(labels) == {"id", "en"} for labels in reasons.values())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("(KJ-12)", "code"),
        ("Baca Juga: Harga Cabai di Pasar Induk Turun", "related"),
        ("BACA JUGA : Harga Cabai di Pasar Induk Turun", "related"),
        ("Baca juga", "related"),
        ("Berita Terkait", "related"),
        ("- Kamis, 05/11/2020 10:08 WIB Harga Cabai Turun", "related"),
        ("Baca selengkapnya di sini!", "more"),
        ("Selengkapnya »", "more"),
        ("Simak juga Video 'Warga Antre Air Bersih':", "video"),
        ("Saksikan Video Pilihan di Bawah Ini:", "video"),
        ("[Gambas:Video 20detik]", "video"),
        ("ADVERTISEMENT", "advertisement"),
        ("SCROLL TO CONTINUE WITH CONTENT", "advertisement"),
        ("Loading...", "loading"),
        ("Dibaca 1.204 kali", "counter"),
        ("Bagikan artikel ini", "widget"),
        ("Facebook | Twitter | WhatsApp", "widget"),
        ("Setuju? Bagaimana pendapat Anda? Tulis komentar di bawah", "comment"),
        ("Tinggalkan komentar", "comment"),
        ("Ikuti berita kami di Google News", "subscribe"),
        ("Editor: Sari Wulandari", "credit"),
        ("Penulis: Budi Santoso | Editor: Rina", "credit"),
        ("Foto: Dok. Pemkab Sikka", "photo"),
        ("Suasana peresmian jembatan. (Foto: Rina Marlina)", "photo"),
        ("Copyright © KABARKITA 2024", "copyright"),
        ("Tags: jembatan, Sikka", "tags"),
        ("#jembatan #sikka", "tags"),
        ("1 2 3 Next", "paging"),
        ("***", "ornament"),
        ("View this post on Instagram", "embed"),
    ],
)
def test_whole_lines(line, reason):
    assert marks(f"{STORY}\n{line}\n{STORY}") == [(line, reason)]


@pytest.mark.parametrize(
    ("tail", "found"),
    [
        (" (CC-07)", [("(CC-07)", "code")]),
        ("(rin/bud)", [("(rin/bud)", "code")]),
        (" ***", [("***", "ornament")]),
        (" (rin/bud) jembatan sikka presiden", [("(rin/bud)", "code"), ("jembatan sikka presiden", "tags")]),
        (" (Rina Marlina)", [("(Rina Marlina)", "credit")]),
        (" Halaman 2 dari 3", [("Halaman 2 dari 3", "paging")]),
        (
            " Pewarta: Budi Santoso Editor: Rina Copyright © ANTARA 2024",
            [("Pewarta: Budi Santoso Editor: Rina", "credit"), ("Copyright © ANTARA 2024", "copyright")],
        ),
    ],
)
def test_tails(tail, found):
    assert marks(STORY + tail) == found


@pytest.mark.parametrize(
    "link",
    [
        "Baca juga: Harga Cabai di Pasar Induk TurunMenteri",
        "Baca juga: Harga Cabai di Pasar Induk DPRMenteri",
        "Baca juga: Harga Cabai di Pasar Induk Turun Lagi? Menteri",
        "Baca juga: Harga Cabai di Pasar Induk Turun  Menteri",
        "Baca juga: Harga cabai di pasar induk turun lagi pekan ini Menteri",
        "Simak juga Video 'Warga Antre Air Bersih': Menteri",
        'Tonton juga video "Warga Antre Air Bersih" di sini: Menteri',
        "Baca juga: Aplikasi YouTube dan TikTok Sempat MatiMenteri",
    ],
)
def test_a_link_in_running_text_ends_with_its_headline(link):
    ((struck, _),) = marks(f"{STORY} {link} itu mengatakan harga akan dijaga. {STORY}")
    assert struck == link.removesuffix("Menteri").strip()


def test_widgets_count_only_beside_each_other():
    panel = "Love emoji\nLove\nWow emoji\nWow\n\nComment"
    assert [text for text, _ in marks(f"{STORY}\n{panel}")] == panel.replace("\n\n", "\n").split("\n")
    assert marks(f"{STORY}\nWow\n{STORY}") == []


def test_a_headline_told_again_is_struck_out():
    assert marks(f"Jembatan Sikka Dibuka\n{STORY}", title="Jembatan Sikka Dibuka") == [
        ("Jembatan Sikka Dibuka", "headline")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tersangka mengirim pesan itu ke grup WhatsApp warga.",
        "Ia meminta warga membaca juga laporan lengkapnya di kantor desa.",
        "Kapal KC-135 (CC-01) mendarat di pangkalan itu.",
        "Menteri (Sri Mulyani) hadir dalam rapat itu.",
        "Editor video itu mengaku bersalah di pengadilan.",
        "Sumber: pejabat itu menolak disebut namanya.".replace("Sumber: p", "Sumber p"),
        "Komentar presiden itu menuai kritik dari warga.",
        "Foto itu diambil pada Senin di Maumere.",
        "Iklan itu ditayangkan pada Senin.",
        "Simak penjelasan menteri berikut ini.",
        "Sebanyak 1 2 orang terluka.",
        "Video: begitu warga menyebut rekaman itu.",
        "Halaman rumahnya terendam banjir.",
        "Hak cipta lagu itu dipersoalkan di pengadilan, kata hakim.".replace("Hak cipta", "Pemilik"),
        "Loading muatan kapal itu berlangsung sehari.",
        "Ia menyukai (dan membagikan) tulisan itu.",
        "“Bagikan bantuan itu hari ini juga,” kata bupati.",
    ],
)
def test_the_story_is_never_struck_out(sentence):
    assert marks(f"{STORY}\n{sentence}\n{STORY}") == []
    assert marks(f"{STORY} {sentence}") == []


def test_marking_twice_changes_nothing():
    found = from_text(f"KABARKITA.ID, MAUMERE – {STORY} (CC-07)\nBaca Juga: Harga Cabai Turun\nEditor: Rina")
    assert mark(found) == found.boilerplate


@pytest.mark.parametrize(
    "hostile",
    [
        "Baca juga: " * 20_000,
        "(" * 300_000,
        "Simak Video '" * 20_000,
        "a/b) (a/b " * 30_000,
        "Pewarta: A " * 30_000,
        "- 1/1/2024 " * 30_000,
        " \n" * 300_000,
        "baca selengkapnya " * 20_000,
        "A B C D E F G H " * 30_000,
        "foto: " * 60_000,
        "x" * 300_000,
    ],
)
def test_hostile_text_takes_time_in_proportion(hostile):
    before = time.process_time()
    from_text(STORY * 3 + "\n" + hostile[:250_000])
    assert time.process_time() - before < 8


@pytest.mark.parametrize(
    ("content", "why"),
    [("", "empty"), ("a: [1", "while parsing"), ("reasons: {}\nrules: [{reason: x}]", "not as expected")],
)
def test_a_broken_list_is_told_in_one_line(tmp_path, monkeypatch, content, why):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "boilerplate.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(wordlists, "_ROOT", tmp_path)
    with pytest.raises(DataError, match=why) as caught:
        rules("xx")
    assert "\n" not in str(caught.value)
    wordlists.wordlist.cache_clear()
    rules.cache_clear()
