"""Figures that cannot all be right: ages, people and their parts, shares, headlines."""

import pytest
from builders import found, read

from saksama.checks import conflict, headline

REST = " Warga sekitar menyambut kabar itu dengan tenang dan kembali bekerja di ladang masing-masing."
CRASH = """Truk bermuatan pasir menabrak warung kopi di tepi jalan raya desa pada dini hari.
{who} meninggal di rumah sakit setelah dirawat semalam oleh dokter jaga.
Sopir truk melarikan diri ke arah hutan dan masih dicari oleh petugas kepolisian.
Keluarga meminta pemilik truk menanggung biaya pemakaman serta perbaikan warung."""


def ages(one: str, other: str) -> list[tuple[str | None, str]]:
    texts = [CRASH.format(who=who) for who in (one, other)]
    return [(c.slot, c.severity) for c in found(conflict, read(*texts, published="2024-06-04"))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Darmono Wiryawan (45)", "Darmono Wiryawan (54)"),
        ("Darmono Wiryawan (45 tahun)", "Darmono Wiryawan (54 tahun)"),
        ("Darmono Wiryawan (45)", "Darmono Wiryawan, 54 tahun,"),
        ("Darmono Wiryawan (45)", "Darmono Wiryawan yang berusia 54 tahun"),
    ],
)
def test_one_person_of_two_ages(one: str, other: str) -> None:
    assert ("number", "conflict") in ages(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Darmono Wiryawan (45)", "Darmono Wiryawan (46)"),
        ("Darmono Wiryawan (45)", "Darmono Wiryawan"),
        ("DW (45)", "DW (54)"),
        ("Darmono Wiryawan (45)", "Darmono Wiryawan (2024)"),
    ],
)
def test_ages_that_agree_or_are_none(one: str, other: str) -> None:
    assert ages(one, other) == []


def test_two_ages_in_one_text_are_a_caution() -> None:
    text = CRASH.format(who="Darmono Wiryawan (45 tahun)") + " Darmono Wiryawan, 54 tahun, petani tembakau."
    (check,) = found(conflict, read(text, published="2024-06-04"))
    assert check.severity == "caution"


def within(text: str) -> list[str]:
    checks = found(conflict, read(text + REST, published="2024-06-04"))
    assert all(c.severity == "caution" for c in checks)
    return [str(c.slot) for c in checks]


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 45 orang tewas, terdiri atas 20 laki-laki dan 15 perempuan.",
        "Bus itu membawa 31 penumpang, yakni 12 pelajar, 10 guru, dan 5 perawat.",
        "Sebanyak 120 persen warga setuju dengan rencana itu.",
        "Lebih dari 130 persen dari responden menolak kenaikan tarif.",
        "Sebanyak 60 persen setuju, sedangkan sisanya 50 persen menolak.",
    ],
)
def test_figures_that_do_not_add_up(text: str) -> None:
    assert within(text) == ["number"]


@pytest.mark.parametrize(
    "text",
    [
        "Sebanyak 45 orang tewas, terdiri atas 20 laki-laki dan 25 perempuan.",
        "Sebanyak 45 orang tewas, terdiri atas 20 laki-laki dan 25 perempuan, 5 di antaranya anak-anak.",
        "Sekitar 45 orang tewas, terdiri atas 20 laki-laki dan 15 perempuan.",
        "Sebanyak 10 tim bertanding, terdiri atas 5 pemain dan 2 pelatih.",
        "Sebanyak 45 orang datang, yakni pada 3 Juni dan 4 Juni 2024.",
        "Laba naik 120 persen tahun ini.",
        "Sebanyak 60 persen setuju, sedangkan sisanya 40 persen menolak.",
        "Sebanyak 60 persen setuju dan 70 persen membaca beritanya.",
    ],
)
def test_figures_that_may_all_be_right(text: str) -> None:
    assert within(text) == []


BODY = """Kejaksaan menetapkan {told} kasus korupsi dana hibah Desa Sukamaju setelah memeriksa saksi.
Penyidik menyita dokumen dan dua mobil dari rumah bendahara desa.
Kuasa hukum mereka menyatakan akan mengajukan praperadilan.
Warga berharap uang desa segera kembali.
Sidang pertama dijadwalkan bulan depan."""


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("16 Orang Jadi Tersangka Korupsi Dana Hibah Desa", "lima tersangka"),
        ("16 Tersangka Korupsi Dana Hibah Desa Ditetapkan", "lima tersangka"),
        ("16 Tersangka Korupsi Dana Hibah Desa Ditetapkan", "lebih dari 5 tersangka"),
        ("16 Tersangka Korupsi Dana Hibah Desa Ditetapkan", "lima orang sebagai tersangka"),
    ],
)
def test_a_headline_with_a_greater_figure(title: str, told: str) -> None:
    (check,) = found(headline, read(BODY.format(told=told), title=title, published="2024-06-04"))
    assert (check.kind, check.severity) == ("headline", "caution")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("16 Orang Jadi Tersangka Korupsi Dana Hibah Desa", "16 tersangka"),
        ("16 Orang Jadi Tersangka Korupsi Dana Hibah Desa", "20 tersangka"),
        (
            "16 Orang Jadi Tersangka Korupsi Dana Hibah Desa",
            "11 tersangka laki-laki dan 5 tersangka perempuan",
        ),
        ("150 Tersangka Korupsi Dana Hibah Desa Ditetapkan", "lebih dari seratus tersangka"),
        ("Belasan Orang Jadi Tersangka Korupsi Dana Hibah", "14 tersangka"),
        ("16 Desa Menang Lomba", "lima tersangka"),
    ],
)
def test_a_headline_that_the_text_bears_out(title: str, told: str) -> None:
    assert found(headline, read(BODY.format(told=told), title=title, published="2024-06-04")) == []
