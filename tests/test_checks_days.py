"""Days that no month has, days after publication told as past, feasts on the wrong day."""

import pytest
from builders import found, read

from saksama.checks import calendar
from saksama.records import Check

REST = " Warga sekitar menyambutnya dengan gembira dan membawa makanan dari rumah masing-masing."


def checks(text: str, published: str | None = "2024-06-20") -> list[Check]:
    return found(calendar, read(text + REST, published=published))


@pytest.mark.parametrize(
    "text",
    [
        "Rapat warga digelar Rabu (32/5/2024) di balai desa.",
        "Rapat warga digelar Rabu, 34/5, di balai desa.",
        "Rapat warga digelar pada 35 Mei 2024 di balai desa.",
    ],
)
def test_a_day_that_no_month_has(text: str) -> None:
    (check,) = checks(text)
    assert check.severity == "impossible"


@pytest.mark.parametrize(
    "text",
    ["Surat bernomor 45/10/2024 itu hilang.", "Nilainya 33/5 dari juri.", "Ia menanam 40 mei di kebun."],
)
def test_other_figures_with_a_stroke_are_no_dates(text: str) -> None:
    assert checks(text) == []


SAID = '"Kami siap," kata Camat Darmono di kantornya, {day}.'


def test_what_was_said_after_publication() -> None:
    (check,) = checks(SAID.format(day="Senin (1/7/2024)"))
    assert check.severity == "caution"
    assert "1 July 2024" in check.explanation.en


@pytest.mark.parametrize(
    "text",
    [
        "Peristiwa itu terjadi pada Senin (1/7/2024) sekitar pukul 15.10 WIT.",
        "Kedua negara menandatangani perjanjian mineral, Senin (1/7/2024) waktu setempat.",
        "Seorang petani ditemukan tewas di saluran air desa, Senin (1/7/2024).",
    ],
)
def test_what_has_happened_after_publication(text: str) -> None:
    (check,) = checks(text)
    assert check.severity == "caution"


def test_what_is_said_to_lie_ahead_does_not_excuse_the_day_of_saying() -> None:
    text = 'Rapat itu akan digelar di kantornya, "Besok kita mulai," kata Camat Darmono, Senin (1/7/2024).'
    (check,) = checks(text)
    assert check.severity == "caution"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (SAID.format(day="Rabu (19/6/2024)"), "2024-06-20"),
        (SAID.format(day="Jumat (21/6/2024)"), "2024-06-20"),
        (SAID.format(day="Senin (1/7/2024)"), None),
        ("Peristiwa itu terjadi sebelum lomba yang akan digelar Senin (1/7/2024).", "2024-06-20"),
        ("Tim itu sudah tiba di Osaka untuk laga Senin (1/7/2024).", "2024-06-20"),
        ("Camat Darmono mengatakan rapat akan digelar Senin (1/7/2024).", "2024-06-20"),
        ("Pendaftaran ditutup, kata Camat Darmono, paling lambat Senin (1/7/2024).", "2024-06-20"),
    ],
)
def test_what_lies_ahead_may_lie_ahead(text: str, published: str | None) -> None:
    assert checks(text, published) == []


@pytest.mark.parametrize(
    "text",
    [
        "Acara itu bertepatan dengan Iduladha yang jatuh pada 20 Agustus 2024.",
        "Warga merayakan Idulfitri di lapangan pada 15 Februari 2024.",
        "Misa digelar tepat pada Hari Natal, 5 November 2023.",
    ],
)
def test_a_feast_on_the_wrong_day(text: str) -> None:
    (check,) = checks(text)
    assert check.severity == "caution"


@pytest.mark.parametrize(
    "text",
    [
        "Acara itu bertepatan dengan Iduladha yang jatuh pada 17 Juni 2024.",
        "Warga merayakan Idulfitri di lapangan pada 11 April 2024.",
        "Mereka merayakan Lebaran bersama pada 28 April 2024.",
        "Misa digelar tepat pada Hari Natal, 25 Desember 2023.",
        "Tiket kereta Lebaran dijual mulai 15 Februari 2024.",
    ],
)
def test_a_feast_near_its_day_is_quiet(text: str) -> None:
    assert checks(text) == []
