"""Sentences by rule: where a full stop ends one, and that nothing of the text is lost."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.language.split import sentence_starts, sentences
from saksama.records import Span

SHARED = Path(__file__).parents[2] / "shared"


def pieces(text, skip=(), title=None):
    return [text[p.start : p.end] for p in sentences(text, skip, title)]


@pytest.mark.parametrize(
    "text",
    [
        "Harga naik Rp1,5 juta. | Warga mengeluh.",
        "Biayanya Rp 1.500.000 per orang. | Rp. 20.000 dibayar di muka.",
        "Ia bertemu dr. Tono, S.H., M.Si. dan Prof. Dr. Rina. | Mereka membahas vaksin.",
        "Rapat di Jl. Sudirman No. 3 dimulai pukul 10.30 WIB. | Warga hadir.",
        "H.M. Yusuf dan J. K. Rowling hadir. | Letjen. Budi menyusul.",
        "PT. Maju Jaya Tbk. untung besar. | CV. Rata rugi.",
        "Ada beras, gula, dll. | Namun harganya naik.",
        "Budi dkk. | Tiga orang pulang.",
        "Gelarnya S.H. | Ia lulus pada 2010.",
        "Putusan No. 90/PUU-XXI/2023 dibacakan. | Hakim setuju.",
        "Itu di luar bidangnya. | Kan beliau dokter.",
        "Ia mengutip Kabarkita.Com dan www.kompas.com di sana. | Lalu ia diam.",
        '"Kami siap. | Kami menang," kata Rina. | Warga bersorak.',
        "“Kami siap. | Kami menang,” kata Rina. | Warga bersorak.",
        "“Kami siap.” | Rina lalu pergi.",
        '"Kapan?" tanya Rina. | "Besok!" | Budi diam.',
        'Rina berkata, "Kami pulang." | Ia lalu pergi.',
        "Ia diam... | Lalu pergi. | Tapi... ia kembali.",
        "Ia diam… | Lalu pergi.",
        "Apa hasilnya? | Dunia menunggu! | Benar.",
        "1. Surat lamaran. | 2. Fotokopi KTP. | 3. Foto.",
        "Harganya 5.000. | Itu mahal.",
        "Ia lahir pada 1990. | 12 tahun kemudian ia pindah.",
        "Nilainya naik 3,5 persen (yoy). | Rupiah menguat.",
        "Ada banyak hal. | Warga tahu.",
        "Lihat hal. 5 buku itu. | Warga tahu.",
        "Mereka dari U.S. Navy. | Kapalnya besar.",
        "Skornya 2-1. | Timnas menang (lihat gambar.) | Suporter senang.",
        "Menurut A. Rahman itu salah. | Ia kecewa.",
        "Beras itu jenis C. | Namun warga suka.",
        "harga naik. | warga mengeluh soal no. 3 di jl. sudirman. | mereka pulang.",
        "Ia naik pangkat jadi brigjen. | Kemudian ia pindah.",
        'Isinya palsu." | Tidak mungkin begitu.',
        "Rapat pada 19 Jan. 2024 batal. | Warga pulang.",
    ],
)
def test_where_sentences_end(text):
    assert pieces(text.replace(" | ", " ")) == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "Ia dokter di bidangnya.|Kan begitu.",
        '"Kami senang."|Mereka pun pulang.',
        "“Kami senang.”|Mereka pun pulang.",
        "“Kami senang,” katanya.|“Kami pulang.”",
        "Nilainya 5%.|Rupiah menguat.",
        "Siapa dia?|Warga bertanya.",
        "Ia datang (Senin).|Warga senang.",
    ],
)
def test_a_missing_blank_does_not_glue_sentences(text):
    assert pieces(text.replace("|", "")) == text.split("|")


def test_a_cue_behind_a_quotation_stays_with_it():
    assert pieces('"Kapan kita pulang?" tanya Rina. "Besok," jawab Budi.') == [
        '"Kapan kita pulang?" tanya Rina.',
        '"Besok," jawab Budi.',
    ]


def test_paragraphs_and_the_headline():
    text = "Jembatan Dibuka? Warga Senang\n\nSatu. Dua.\n\nTiga"
    found = sentences(text, title=Span(0, 29))
    assert [(text[p.start : p.end], p.paragraph, p.is_title) for p in found] == [
        ("Jembatan Dibuka? Warga Senang", 0, True),
        ("Satu.", 1, False),
        ("Dua.", 1, False),
        ("Tiga", 2, False),
    ]


def test_boilerplate_is_cut_out_and_ends_a_sentence():
    text = "Warga senang. Baca juga: Harga Turun Menteri datang dan [Gambas] pergi."
    skip = [Span(14, 36), Span(text.index("["), text.index("]") + 1)]
    assert pieces(text, skip) == ["Warga senang.", "Menteri datang dan", "pergi."]
    assert {p.paragraph for p in sentences(text, skip)} == {0}


def test_lines_broken_to_a_width_are_one_paragraph():
    line = "Presiden meresmikan jembatan baru di Kabupaten Sikka pada hari\n"
    text = line * 7 + "Senin. Warga senang.\n\nMereka pulang."
    assert len(sentences(text)) == 3
    assert len(sentences(line * 3)) == 3


@pytest.mark.parametrize("text", ["kata " * 5000, "kata, " * 5000, "x" * 100_000])
def test_very_long_sentences_are_cut(text):
    found = sentences(text)
    assert max(p.end - p.start for p in found) <= 1500
    assert re.sub(r"\s", "", "".join(text[p.start : p.end] for p in found)) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "text", ['". ' * 50_000, "A.B" * 50_000, "kata. " * 50_000, "!?" * 100_000, "\n" * 200_000]
)
def test_time_grows_with_the_text_and_no_faster(text):
    before = time.process_time()
    sentences(text)
    assert time.process_time() - before < 10


alphabet = st.sampled_from([*"abAB12 .,!?…\"“”'()\n\t", "Rp1,5", " dr. ", "S.H.", ". Ia ", "kata "])
texts = st.lists(alphabet, max_size=60).map("".join)


@given(texts, st.data())
def test_nothing_is_lost_and_nothing_overlaps(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    skip = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    found = sentences(text, skip)
    spans = sorted([(p.start, p.end) for p in found] + [(s.start, s.end) for s in skip if s.start < s.end])
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    covered = {at for start, end in spans for at in range(start, end)}
    assert not any(text[at].isalnum() for at in range(len(text)) if at not in covered)
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() for p in found)
    assert sentences(text, skip) == found


def test_starts_for_a_tokenised_text():
    spacy = pytest.importorskip("spacy")
    doc = spacy.blank("id")("Warga senang. Mereka pulang.Lalu hujan.")
    assert [doc[i].text for i in sorted(sentence_starts(doc))][:2] == ["Warga", "Mereka"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not here")
def test_real_articles_lose_nothing_but_white_space_and_marks():
    import gzip
    import json
    from itertools import islice

    from saksama.sources import from_text

    with gzip.open(SHARED / "data/news/indonesian-news.jsonl.gz", "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in islice(file, 0, 9700, 97)]
    for item in items:
        found = from_text(item["text"], title=item["title"])
        spans = [(p.start, p.end) for p in sentences(found.text, found.boilerplate, found.title)]
        spans = sorted(spans + [(b.start, b.end) for b in found.boilerplate])
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        gaps = [
            found.text[a:b]
            for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), None], strict=True)
        ]
        assert not any(char.isalnum() for gap in gaps for char in gap)


def test_a_full_stop_glued_to_the_next_sentence_ends_one_behind_capitals_and_numbers() -> None:
    text = "China berselisih dengan AS.Seorang pejabat pergi pada 2019.Adapun WR.Supratman menulis lagu."
    assert [text[p.start : p.end] for p in sentences(text)] == [
        "China berselisih dengan AS.",
        "Seorang pejabat pergi pada 2019.",
        "Adapun WR.Supratman menulis lagu.",
    ]
