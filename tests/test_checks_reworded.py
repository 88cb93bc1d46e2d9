"""Two tellings of one sentence laid side by side: which words in the place of which are another fact."""

import pytest
from builders import found, read

from saksama.checks import conflict
from saksama.checks.conflict.refigured import rounded
from saksama.checks.conflict.renamed import short_for

TEXT = """Kepala Desa Darmono Wiryawan mengizinkan warga memakai balai itu untuk rapat koperasi nelayan.
Bendahara koperasi berinisial SW (37) menyimpan kas hingga Rp2,36 miliar di bank milik daerah sejak lama.
Pengurus lama dihukum penjara karena menjual mesin pendingin yang dibeli di Surabaya pada tahun silam.
Kapal patroli berangkat pukul 16.40 WIB membawa beras dan selimut bagi nelayan yang terdampar di pulau.
Perusahaan Bahari Jaya menuduh koperasi Mina Sentosa meniru lambang yang dipakai di lambung kapal mereka.
Air di tambak sudah surut sehingga petani dapat memperbaiki tanggul sebelum musim hujan datang lagi.
Harga ikan asin naik tajam karena angin barat membuat nelayan lebih sering tinggal di rumah.
Menteri Perdagangan Galih Prasetya menimbang 40 kilogram teri di Jawa Barat bersama utusan Malaysia.
Pertandingan persahabatan antarkampung itu berakhir 2-1 pada Senin malam di lapangan dekat dermaga.
Rapat ditutup dengan makan bersama dan pembagian bibit bakau kepada warga pesisir."""


def told(old: str, new: str) -> list[tuple[str | None, str]]:
    assert old in TEXT
    desk = read(TEXT, TEXT.replace(old, new), published="2024-06-04")
    return [(check.slot, check.severity) for check in found(conflict, desk)]


@pytest.mark.parametrize(
    ("old", "new", "slot"),
    [
        ("mengizinkan warga", "tidak mengizinkan warga", None),
        ("mengizinkan warga", "melarang warga", None),
        ("sudah surut", "belum surut", None),
        ("naik tajam", "turun tajam", None),
        ("SW (37)", "SW (27)", "number"),
        ("hingga Rp2,36 miliar", "hingga Rp3,26 miliar", "number"),
        ("pukul 16.40", "pukul 19.40", "when"),
        ("di Surabaya", "di Malang", "where"),
        ("Kepala Desa Darmono", "Bendahara Koperasi Darmono", "office"),
        ("Menteri Perdagangan Galih", "Menteri Kesehatan Galih", "office"),
        ("40 kilogram", "40 ton", "number"),
        ("Jawa Barat", "Jawa Tengah", "where"),
        ("utusan Malaysia", "utusan Thailand", "who"),
        ("berakhir 2-1", "berakhir 3-1", "number"),
        ("Senin malam", "Kamis malam", "when"),
    ],
)
def test_a_fact_in_the_place_of_another(old: str, new: str, slot: str | None) -> None:
    assert told(old, new) == [(slot, "conflict")]


def test_two_names_around_a_deed_exchanged() -> None:
    old = "Perusahaan Bahari Jaya menuduh koperasi Mina Sentosa"
    assert told(old, "Perusahaan Mina Sentosa menuduh koperasi Bahari Jaya") == [("direction", "conflict")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mengizinkan warga", "tidak hanya mengizinkan warga"),
        ("mengizinkan warga", "membolehkan warga"),
        ("naik tajam", "melonjak tajam"),
        ("SW (37)", "SW (38)"),
        ("Rp2,36 miliar", "Rp2,4 miliar"),
        ("pukul 16.40", "pukul 16.45"),
        ("di Surabaya", "di Jawa Timur"),
        ("Kepala Desa Darmono", "Kades Darmono"),
        ("Menteri Perdagangan Galih", "Mendag Galih"),
        ("40 kilogram", "40 kg"),
        ("berakhir 2-1", "berakhir 1-2"),
        ("Malaysia.", "Malaysia dan Thailand."),
        ("sehingga petani dapat", "sehingga para petani bisa"),
        ("Perusahaan Bahari Jaya menuduh", "Perusahaan itu menuduh"),
        ("beras dan selimut", "selimut dan beras"),
    ],
)
def test_other_words_of_one_fact(old: str, new: str) -> None:
    assert told(old, new) == []


def test_states_in_another_order() -> None:
    lists = [
        TEXT.replace("utusan Malaysia", f"utusan {names}")
        for names in ("Malaysia dan Thailand", "Thailand dan Malaysia")
    ]
    assert found(conflict, read(*lists, published="2024-06-04")) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(3.26, 3.3, True), (3.26, 3.2, True), (3.26, 3.62, False), (23, 20, False), (17286000, 17000000, True)],
)
def test_a_figure_and_its_rounding(one: float, other: float, same: bool) -> None:
    assert rounded(one, other) is rounded(other, one) is same


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [("mendag", "menteri perdagangan", True), ("kapolda", "kepala polda", True), ("bupati", "camat", False)],
)
def test_a_name_cut_short(short: str, long: str, fits: bool) -> None:
    assert short_for(short, long) is fits
