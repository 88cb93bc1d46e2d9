"""Who said what: the forms of direct and indirect speech in invented sentences."""

import time

import pytest
from spoken import flat, said
from trees import reading as by_hand

from saksama.records import Mention, Reading
from saksama.statements import annotate


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“Kapal kami sudah kembali,” kata [Rahim].", "Rahim", "Kapal kami sudah kembali"),
        ('"Kapal sudah kembali", ujar Menteri Laut [Rahim] di Bandung.', "Rahim", "Kapal sudah kembali"),
        ("“Mundur!” seru seorang pejabat senior.", "seorang pejabat senior", "Mundur!"),
        ("“Ia tiba. Awaknya sehat,” tutur Menteri Laut, [Dewi], kemarin.", "Dewi", "Ia tiba. Awaknya sehat"),
        ("[Rahim] mengatakan, “Kapal kami sudah kembali.”", "Rahim", "Kapal kami sudah kembali."),
        ("[Rahim] menulis di laman resminya: “Kapal sudah kembali.”", "Rahim", "Kapal sudah kembali."),
        ("“Kapal kami,” kata [Rahim], “sudah kembali.”", "Rahim", "Kapal kami,” kata Rahim, “sudah kembali."),
        ("“Kapal kami sudah kembali,” [Rahim] menegaskan.", "Rahim", "Kapal kami sudah kembali"),
    ],
)  # fmt: skip
def test_direct(text: str, speaker: str, content: str) -> None:
    assert said(flat(text)) == [("direct", speaker, content)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("[Rahim] mengatakan bahwa kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        (
            "[Rahim] mengatakan kepada wartawan di Bandung bahwa kapal itu kembali.",
            "Rahim",
            "kapal itu kembali",
        ),
        ("[Rahim] menegaskan, kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        ("Menurut [Rahim], kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        ("Kapal itu sudah kembali, kata [Rahim] kemarin.", "Rahim", "Kapal itu sudah kembali"),
        ("Kapal itu, kata [Rahim], sudah kembali.", "Rahim", "Kapal itu, kata Rahim, sudah kembali"),
        (
            "[Rahim] menyebut blokade itu sebagai tindakan perang.",
            "Rahim",
            "blokade itu sebagai tindakan perang",
        ),
        ("[Rahim] menilai langkah itu provokatif.", "Rahim", "langkah itu provokatif"),
        ("[Rahim] menyebut blokade itu “perang baru”.", "Rahim", "blokade itu “perang baru”"),
        ("[Rahim] menuding tetangganya telah menembak kapal.", "Rahim", "tetangganya telah menembak kapal"),
        (
            "[Rahim] mengatakan bahwa kapal itu “benar-benar” kembali.",
            "Rahim",
            "kapal itu “benar-benar” kembali",
        ),
        ("[Rahim] mengatakan kapal besar itu milik nelayan.", "Rahim", "kapal besar itu milik nelayan"),
        ("[Rahim] menyampaikan kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        ("[Rahim] menambahkan, awak yang tidak hadir aman.", "Rahim", "awak yang tidak hadir aman"),
        ("[Rahim] menegaskan kepada awak yang menunggu bahwa ia kembali.", "Rahim", "ia kembali"),
        ("[Rahim] menanyakan apakah kapal itu kembali.", "Rahim", "apakah kapal itu kembali"),
        ("Warga pulang setelah ketua itu, [Rahim], mengatakan bahwa ia aman.", "Rahim", "ia aman"),
        ("[Rahim] mengaku melihat kapal itu.", "Rahim", "melihat kapal itu"),
        ("[Rahim] menyebutnya sebagai perang baru.", "Rahim", "sebagai perang baru"),
        ("Padahal menurut [Rahim], kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        ("Menurut [Rahim] kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
        ("Menurut [Rahim], pengamat laut di Bandung, kapal kembali lagi.", "Rahim", "kapal kembali lagi"),
        ("Kapal itu sudah kembali, demikian [Rahim] di Bandung.", "Rahim", "Kapal itu sudah kembali"),
        ("Selain itu, lanjut [Rahim], kapal itu sudah kembali.", "Rahim", "kapal itu sudah kembali"),
    ],
)
def test_indirect(text: str, speaker: str, content: str) -> None:
    assert said(flat(text)) == [("indirect", speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "[Rahim] mengecam serangan itu.",
        "[Rahim] mengatakan hal itu di Bandung.",
        "Ada yang mengatakan bahwa kapal itu sudah kembali.",
        "Tidak ada nelayan yang mengatakan bahwa kapal itu sudah kembali.",
        "Jika [Rahim] mengatakan bahwa kapal itu kembali warga pulang.",
        "[Rahim] menyatakan dukungannya kepada nelayan yang telah kembali.",
        "[Rahim] mengungkap bagaimana kapal itu telah kembali.",
        "[Rahim] belum mengatakan bahwa kapal itu sudah kembali.",
        "[Rahim] akan menjelaskan bahwa kapal itu sudah kembali.",
        "Data itu menunjukkan bahwa kapal sudah kembali.",
        "Penandatanganan itu menegaskan bahwa kapal sudah kembali.",
        "Menurut rencana, kapal itu akan kembali besok.",
        "[Rahim] membaca “Kabar Pagi” di beranda.",
        "Dilansir Kantor Berita Bahari, kapal itu sudah kembali.",
        "Kapal itu disebut sudah kembali.",
        "“Kabar Pagi” terbit lagi.",
        "Tidak ditemukan bukti bahwa [Dewi] pernah mengatakan bahwa kota itu akan ditutup.",
        "Realisme adalah teori yang menyatakan bahwa negara tidak akan bersatu.",
    ],
)
def test_no_statement(text: str) -> None:
    assert said(flat(text)) == []


def test_two_speakers_in_one_sentence() -> None:
    text = "[Rahim] mengatakan bahwa kapal itu kembali, sementara [Dewi] menegaskan bahwa awaknya hilang."
    expected = [("indirect", "Rahim", "kapal itu kembali"), ("indirect", "Dewi", "awaknya hilang")]
    assert said(flat(text)) == expected


def test_speech_within_speech_gives_one_record_a_level() -> None:
    text = "[Rahim] mengatakan bahwa [Dewi] menegaskan bahwa kapal itu hilang."
    assert [(speaker, content) for _, speaker, content in said(flat(text))] == [
        ("Rahim", "Dewi menegaskan bahwa kapal itu hilang"),
        ("Dewi", "kapal itu hilang"),
    ]


CLAUSE = """
Rahim PROPN 2 nsubj B-PER
menilai VERB 0 ROOT
kapal NOUN 6 nsubj
itu DET 3 det
tidak ADV 6 advmod
kembali VERB 2 ccomp
. PUNCT 2 punct
"""
NOUN_PHRASE = """
Rahim PROPN 2 nsubj B-PER
menilai VERB 0 ROOT
kinerja NOUN 2 obj
kapal NOUN 3 nmod
itu DET 4 det
. PUNCT 2 punct
"""
TITLED = """
Sekretaris NOUN 6 nsubj
Jenderal NOUN 1 flat
, PUNCT 4 punct
Rahim PROPN 1 appos B-PER
, PUNCT 1 punct
mengklaim VERB 0 ROOT
kapal NOUN 9 nsubj
telah ADV 9 advmod
kembali VERB 6 ccomp
. PUNCT 6 punct
"""
TWO = """
Rahim PROPN 4 nsubj B-PER
dan CCONJ 3 cc
Dewi PROPN 1 conj B-PER
mengatakan VERB 0 ROOT
bahwa SCONJ 8 mark
kapal NOUN 8 nsubj
sudah ADV 8 advmod
kembali VERB 4 ccomp
. PUNCT 4 punct
"""
AIDE = """
Ajudan NOUN 3 nsubj
Rahim PROPN 1 nmod B-PER
mengatakan VERB 0 ROOT
bahwa SCONJ 7 mark
kapal NOUN 7 nsubj
sudah ADV 7 advmod
kembali VERB 3 ccomp
. PUNCT 3 punct
"""


def named(rows: str) -> Reading:
    """A reading by hand whose names are mentions."""
    made = by_hand(rows)
    mentions = []
    for sentence in made.sentences:
        for name in sentence.names:
            first, last = sentence.tokens[name.first], sentence.tokens[name.last - 1]
            text = made.article.text[first.start : last.end]
            mentions.append(Mention("a1", first.start, last.end, text, "PER", f"Q-{text}", "test"))
    return Reading(made.article, made.sentences, tuple(mentions))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (CLAUSE, [("indirect", "Rahim", "kapal itu tidak kembali")]),
        (NOUN_PHRASE, []),
        (TITLED, [("indirect", "Rahim", "kapal telah kembali")]),
        (TWO, [("indirect", "Rahim", "kapal sudah kembali"), ("indirect", "Dewi", "kapal sudah kembali")]),
        (AIDE, [("indirect", "Ajudan Rahim", "kapal sudah kembali")]),
    ],
)
def test_the_tree_gives_subject_and_clause(rows: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(named(rows)) == expected


def test_offsets_and_order() -> None:
    made = flat(
        "“Kapal kami kembali,” kata [Rahim]. Menurut [Dewi], kapal itu hilang. Awaknya telah pulang, ujarnya."
    )
    found = annotate(made).statements
    assert [s.id for s in found] == ["a:s1", "a:s2", "a:s3"]
    assert [s.content.start for s in found] == sorted(s.content.start for s in found)
    for s in found:
        for piece in (s.content, s.cue, s.speaker_text):
            assert piece is not None
            assert made.article.text[piece.start : piece.end] == piece.text


def test_a_text_without_an_end_takes_no_time() -> None:
    made = flat("[Rahim] mengatakan bahwa kapal itu kembali, kata [Dewi], “mundur”, " * 3000)
    started = time.perf_counter()
    annotate(made)
    assert time.perf_counter() - started < 3


def test_reading_twice_changes_nothing() -> None:
    once = annotate(flat("“Kapal kami kembali,” kata [Rahim]."))
    assert annotate(once) == once


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Namun, kata {dia}, aturan itu tetap berlaku.", "aturan itu tetap berlaku"),
        ("Selain itu, lanjut {dia}, warga mengungsi ke bukit.", "warga mengungsi ke bukit"),
        ("Oleh karena itu, ujar [Tari Melati], jembatan itu ditutup.", "jembatan itu ditutup"),
        (
            "Pada hari Senin, kata [Tari Melati], jembatan itu ditutup.",
            "Pada hari Senin, kata Tari Melati, jembatan itu ditutup",
        ),
        (
            "Warga, kata [Tari Melati], mengungsi ke bukit.",
            "Warga, kata Tari Melati, mengungsi ke bukit",
        ),
        (
            "Jika sungai meluap, kata [Tari Melati], warga mengungsi.",
            "Jika sungai meluap, kata Tari Melati, warga mengungsi",
        ),
        (
            "Jika sungai meluap, [Tari Melati] mengatakan, warga mengungsi ke bukit.",
            "Jika sungai meluap, Tari Melati mengatakan, warga mengungsi ke bukit",
        ),
        ("Kemarin, [Tari Melati] mengatakan, warga mengungsi ke bukit.", "warga mengungsi ke bukit"),
    ],
)
def test_a_cue_between_commas_is_no_part_of_the_clause_behind_it(text: str, content: str) -> None:
    assert [found for *_, found in said(flat(text))] == [content]
