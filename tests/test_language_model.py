"""The trained pipeline as it ships: it loads once, is small, and reads plain sentences sensibly."""

from __future__ import annotations

from pathlib import Path

import pytest

import saksama.language
from saksama.errors import UnknownLanguage

MODEL = Path(saksama.language.__file__).parent / "id" / "model"
pytestmark = pytest.mark.skipif(not MODEL.is_dir(), reason="the language model is not in this checkout")


def read(text: str):  # type: ignore[no-untyped-def]
    return saksama.language.load("id")(text)


def test_loads_once():
    assert saksama.language.load("id") is saksama.language.load("id")


def test_unknown_language():
    with pytest.raises(UnknownLanguage):
        saksama.language.load("xx")


def test_fits_in_the_package():
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) < 30_000_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ir. Hasan, S.H., M.H., tiba pukul 22.02 WIB.", "Ir.|Hasan|,|S.H.|,|M.H.|,|tiba|pukul|22.02|WIB|."),
        ("Harga Rp1,5 miliar (16/5).", "Harga|Rp|1,5|miliar|(|16/5|)|."),
        ("Lee Jong-su dan negara-negara ke-7.", "Lee|Jong-su|dan|negara-negara|ke-7|."),
        ("Hubungan AS-China, KPK-nya", "Hubungan|AS|-|China|,|KPK-nya"),
        ("“Tidak,” kata dia di kantornya.", "“|Tidak|,|”|kata|dia|di|kantornya|."),
        ("Ia pulang.Menurut KOMPAS.com begitu.", "Ia|pulang|.|Menurut|KOMPAS.com|begitu|."),
    ],
)
def test_tokens(text: str, words: str):
    assert [token.text for token in read(text)] == words.split("|")


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Perdana Menteri Anwar Ibrahim tiba di Jakarta pada hari Senin.", "Anwar Ibrahim", "PER"),
        ("Menurut Siti Rahmawati, warga sudah mengungsi ke Surabaya.", "Surabaya", "LOC"),
        ("Kepala KPK mengatakan penyidikan berjalan.", "KPK", "ORG"),
    ],
)
def test_names(text: str, name: str, label: str):
    assert (name, label) in [(entity.text, entity.label_) for entity in read(text).ents]


@pytest.mark.parametrize(
    ("text", "verb", "dep", "word"),
    [
        ("Polisi menangkap tiga tersangka di Medan.", "menangkap", "nsubj", "Polisi"),
        ("Polisi menangkap tiga tersangka di Medan.", "menangkap", "obj", "tersangka"),
        ("Jembatan itu diresmikan oleh gubernur kemarin.", "diresmikan", "nsubj:pass", "Jembatan"),
        ("Presiden tidak menghadiri rapat.", "menghadiri", "advmod", "tidak"),
    ],
)
def test_trees(text: str, verb: str, dep: str, word: str):
    found = {(token.head.text, token.dep_, token.text) for token in read(text)}
    assert (verb, dep, word) in found


def test_one_root_a_sentence():
    doc = read("Menteri itu mundur. Ia digantikan wakilnya, Budi Santoso, S.H., mulai besok.")
    sentences = list(doc.sents)
    assert len(sentences) == 2
    assert all(sum(token.head is token or token.head == token for token in s) == 1 for s in sentences)


@pytest.mark.parametrize(
    ("word", "root"),
    [("mendukung", "dukung"), ("perundingan", "runding"), ("dituduh", "tuduh"), ("katanya", "kata")],
)
def test_lemmas(word: str, root: str):
    assert read(f"Mereka {word} lagi.")[1].lemma_ == root


def test_reading_does_not_depend_on_company():
    texts = ["Kapal itu tenggelam di Laut Jawa.", "Tim SAR mencari korban.", "Menteri Retno terbang ke Wina."]
    nlp = saksama.language.load("id")
    together = [doc.to_json() for doc in nlp.pipe(texts)]
    assert together == [nlp(text).to_json() for text in texts]
