"""Places that are not where the text puts them."""

import pytest
from builders import found, read

from saksama.checks import geography

REST = " Warga sekitar menyambutnya dengan gembira dan membawa makanan dari rumah masing-masing."


def raised(text: str) -> list[str]:
    return [check.explanation.en for check in found(geography, read(text + REST, published="2024-06-20"))]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Pameran keramik itu dibuka di Semarang, Jerman, pada akhir pekan.", "Indonesia"),
        ("Perundingan lanjutan digelar di Hanoi, Kanada, pekan depan.", "Vietnam"),
        ("Gudang baru dibangun di Makassar, Aceh, dengan dana desa.", "km from Aceh"),
    ],
)
def test_a_place_in_the_wrong_state_or_province(text: str, where: str) -> None:
    (told,) = raised(text)
    assert where in told


@pytest.mark.parametrize(
    "text",
    [
        "Pameran keramik itu dibuka di Semarang, Jawa Tengah, pada akhir pekan.",
        "Perundingan lanjutan digelar di Hanoi, Vietnam, pekan depan.",
        "Rombongan singgah di Hanoi, Jepang, dan Kanada dalam satu perjalanan.",
        "Ia terbang dari Makassar ke Aceh lalu pulang.",
        "Toko itu punya cabang di Hyderabad, Pakistan.",
        "Kota itu, Kanada kata orang, dingin.",
    ],
)
def test_what_is_right_or_only_listed_is_quiet(text: str) -> None:
    assert raised(text) == []


def test_it_is_never_more_than_a_caution() -> None:
    (check,) = found(geography, read("Pameran dibuka di Semarang, Jerman." + REST, published="2024-06-20"))
    assert (check.kind, check.slot, check.severity) == ("geography", "where", "caution")
