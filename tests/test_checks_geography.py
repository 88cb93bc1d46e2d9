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


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("Banjir melanda Sydney, ibu kota Australia, sejak Senin.", "Canberra"),
        ("Istanbul adalah ibu kota Turki dan ramai dikunjungi.", "Ankara"),
        ("Mereka tiba di ibu kota Brasil, Rio de Janeiro, kemarin.", "Brasilia"),
        ("Gempa terasa di Semarang, ibu kota Jawa Timur, tadi malam.", "Surabaya"),
    ],
)
def test_a_capital_that_is_another_states(text: str, capital: str) -> None:
    (told,) = raised(text)
    assert capital in told


@pytest.mark.parametrize(
    "text",
    [
        "Banjir melanda Canberra, ibu kota Australia, sejak Senin.",
        "Mereka tiba di ibu kota Turki, Ankara, kemarin.",
        "Istanbul pernah menjadi ibu kota Turki pada masa lalu.",
        "Mereka tiba di bekas ibu kota Brasil, Rio de Janeiro, kemarin.",
        "Milan, ibu kota mode Italia, ramai pengunjung.",
        "Nusantara, ibu kota Indonesia, terus dibangun.",
        "Perundingan di Kyiv, ibu kota Ukraina, dan Istanbul berlanjut.",
    ],
)
def test_capitals_that_are_right_or_of_another_kind(text: str) -> None:
    assert raised(text) == []


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Pameran dibuka di Jember, Jawa Tengah, pada akhir pekan.", "Jawa Timur"),
        ("Pameran dibuka di Kabupaten Subang, Jateng, pada akhir pekan.", "Jawa Barat"),
        ("Banjir merendam Palembang, Sumatera Barat, sejak pagi.", "Sumatera Selatan"),
        ("Gudang itu berada di Solo, Jawa Timur.", "Jawa Tengah"),
    ],
)
def test_a_regency_in_a_neighbouring_province(text: str, province: str) -> None:
    (told,) = raised(text)
    assert province in told


@pytest.mark.parametrize(
    "text",
    [
        "Pameran dibuka di Jember, Jawa Timur, pada akhir pekan.",
        "Warga Desa Kuningan, Jawa Timur, panen raya.",
        "Kapal bertolak dari Sorong, Papua, kemarin.",
        "Bus melayani Jember, Jawa Tengah, dan Bali.",
        "Lomba diikuti pelajar dari Bandung, Jawa Tengah, Bali.",
    ],
)
def test_a_regency_where_it_may_be(text: str) -> None:
    assert raised(text) == []
