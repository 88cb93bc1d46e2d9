"""Quantities: number, comparator and unit; and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from saksama.records import Article, Name, Quantity, Reading, Sentence, Token
from saksama.times import annotate
from saksama.times.figures import figure
from saksama.times.lexer import lex
from saksama.times.lexicon import lexicon

NOUNS = frozenset(("kontainer", "pencarian", "rudal", "pejabat", "laga", "siswa", "gudang", "berita"))


def reading(text: str, names: tuple[tuple[int, int], ...] = ()) -> Reading:
    """One sentence; a few words are nouns, capitalised ones names, all else is untagged."""
    row = lex(text, 0, len(text), lexicon("id"))
    tokens = []
    for start, end in zip(row.starts, row.ends, strict=True):
        word = text[start:end]
        tag = "NOUN" if word.lower() in NOUNS else "PROPN" if word[0].isupper() and start else "X"
        tokens.append(Token(start, end, word, word.lower(), tag, 0, "dep"))
    marked = tuple(Name(first, last, "ORG") for first, last in names)
    sentence = Sentence(0, 0, 0, len(text), False, tuple(tokens), marked)
    article = Article("a", None, None, None, "id", "2024-06-20", "given", (), text, None, ())
    return Reading(article, (sentence,))


def quantities(text: str) -> tuple[Quantity, ...]:
    return annotate(reading(text)).quantities


@pytest.mark.parametrize(
    ("text", "span", "comparator", "value", "unit"),
    [
        ("Ada lebih dari 11.000 kontainer amunisi.", "lebih dari 11.000 kontainer", ">", 11000, "kontainer"),
        ("Tercatat sekitar 10 ribu pencarian.", "sekitar 10 ribu pencarian", "~", 10000, "pencarian"),
        ("Sedikitnya 12 orang tewas.", "Sedikitnya 12 orang", ">=", 12, "orang"),
        ("Tidak kurang dari 40 rumah rusak.", "Tidak kurang dari 40 rumah", ">=", 40, "rumah"),
        ("Setidak-tidaknya tiga desa.", "Setidak-tidaknya tiga desa", ">=", 3, "desa"),
        ("Ia kirim lusinan rudal balistik.", "lusinan rudal", ">", 12, "rudal"),
        ("Ada puluhan ribu warga.", "puluhan ribu warga", ">", 10000, "warga"),
        ("Datang ratusan orang.", "ratusan orang", ">", 100, "orang"),
        ("Nilainya Rp1,5 triliun.", "Rp1,5 triliun", "=", 1.5e12, "IDR"),
        ("Nilainya Rp. 250.000 saja.", "Rp. 250.000", "=", 250000, "IDR"),
        ("Butuh Rp 30 T buat itu.", "Rp 30 T", "=", 3e13, "IDR"),
        ("Dana US$ 3 juta.", "US$ 3 juta", "=", 3e6, "USD"),
        ("Dana hampir 2 miliar dolar AS.", "hampir 2 miliar dolar AS", "~", 2e9, "USD"),
        ("Naik 5,2 persen.", "5,2 persen", "=", 5.2, "percent"),
        ("Naik 0,25%.", "0,25%", "=", 0.25, "percent"),
        ("Sebanyak 1.200 tentara.", "1.200 tentara", "=", 1200, "tentara"),
        ("Berat 1.5 ton.", "1.5 ton", "=", 1.5, "ton"),
        ("Sejauh 100 kilometer.", "100 kilometer", "=", 100, "km"),
        ("Melaju 60 km/jam.", "60 km/jam", "=", 60, "km/jam"),
        ("Seluas 300 m2.", "300 m2", "=", 300, "m²"),
        ("Beratnya 16kg.", "16kg", "=", 16, "kg"),
        ("Ada dua pejabat.", "dua pejabat", "=", 2, "pejabat"),
        ("Ada dua ratus lima puluh ribu siswa.", "dua ratus lima puluh ribu siswa", "=", 250000, "siswa"),
        ("Ada 100-an orang.", "100-an orang", "~", 100, "orang"),
        ("Ada 50 orang lebih.", "50 orang lebih", ">", 50, "orang"),
        ("Ada 100 lebih orang.", "100 lebih orang", ">", 100, "orang"),
        ("Paling banyak 40 kursi.", "Paling banyak 40 kursi", "<=", 40, "kursi"),
        ("Di bawah 3 persen.", "Di bawah 3 persen", "<", 3, "percent"),
        ("Ada 200 sekian ribu rumah.", "200 sekian ribu rumah", "~", 200000, "rumah"),
        ("Bunga di angka 5 persen.", "5 persen", "=", 5, "percent"),
        ("Disusul Joko 2 persen.", "2 persen", "=", 2, "percent"),
        ("Sebanyak 2024 orang.", "2024 orang", "=", 2024, "orang"),
    ],
)
def test_found(text: str, span: str, comparator: str, value: float, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.text, found.comparator, found.unit) == (span, comparator, unit)
    assert found.value == pytest.approx(value)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Ada 5-10 orang.", 5, 10, "orang"),
        ("Ada 5 hingga 10 ribu orang.", 5000, 10000, "orang"),
        ("Ada antara tiga dan lima desa.", 3, 5, "desa"),
        ("Biayanya Rp 5-7 juta.", 5e6, 7e6, "IDR"),
    ],
)
def test_ranges_give_both_ends(text: str, low: float, high: float, unit: str) -> None:
    first, second = quantities(text)
    assert (first.comparator, first.value, first.unit) == (">=", low, unit)
    assert (second.comparator, second.value, second.unit) == ("<=", high, unit)
    assert first.end <= second.start


@pytest.mark.parametrize(
    "text",
    [
        "Ia seorang pejabat di sebuah gudang.",
        "Salah satu pejabat bicara empat mata.",
        "Menurut Pasal 5 ayat 2 dan UU No. 3 itu.",
        "Ia (45) berada di peringkat 3 dunia.",
        "Menang 3-1 laga itu.",
        "Pada babak ke-2 laga itu.",
        "Selama 24 tahun terakhir sejak 2018.",
        "Pada Rabu (19/6) pukul 10.30 WIB.",
        "Hubungi 081234567890 orang itu.",
        "Sebanyak 1/3 warga.",
        "Di Liga 1 laga itu dimulai.",
        "Jet Su-35 dan anggota G20.",
        "Satu-satunya warga di situ.",
        "1. Berita",
        "Kena (PPh) 22 atas emas dan sidang lima tahunan.",
        "Penerima di desil 1 hingga 4 itu.",
    ],
)
def test_none(text: str) -> None:
    assert [found.text for found in quantities(text)] == []


def test_names_hold_no_quantities_but_years_stay_times() -> None:
    text = "Partai Tiga Rudal di Pemilu 2024"
    found = annotate(reading(text, ((0, 3), (4, 6))))
    assert found.quantities == ()
    assert [time.text for time in found.times] == ["2024"]


def test_times_and_quantities_never_overlap() -> None:
    text = "Pada 5 Juni 2024 ada 5 orang selama 5 hari dengan Rp5 juta dan 5 persen."
    found = annotate(reading(text))
    spans = sorted((piece.start, piece.end) for piece in (*found.times, *found.quantities))
    assert len(spans) == 5
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("word", "value"),
    [("11.000", 11000), ("1,5", 1.5), ("1.5", 1.5), ("1.234.567,8", 1234567.8), ("1,234.5", 1234.5),
     ("0,5", 0.5), ("2024", 2024), ("10.30.15", None), ("1,2,3", None), ("9" * 60, None)],
)  # fmt: skip
def test_figures(word: str, value: float | None) -> None:
    assert figure(word) == value
