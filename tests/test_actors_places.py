"""Places: Indonesian names, the right state, and no ordinary word taken for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from saksama.actors.base import base
from saksama.actors.knowledge import load
from saksama.actors.places import COLUMNS, FAR, Places, places
from saksama.actors.tables import table

ROWS = table("places.tsv", COLUMNS)


def test_every_row_is_whole() -> None:
    known = load()
    for name, country, lat, lon, kind, mark, aliases in ROWS:
        assert name == name.strip(), name
        assert not country or known.actor(country), name
        assert abs(float(lat)) <= 90, name
        assert abs(float(lon)) <= 180, name
        assert kind in {"capital", "city", "place", "region", "sea"}, name
        assert mark in {"", "yes", FAR}, name
        assert "" not in aliases.split("|") or not aliases, name


def test_no_row_is_there_twice() -> None:
    keys = [(row[0], row[1]) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_no_place_bears_the_name_of_another_state() -> None:
    states = {alias.surface: alias.actor for found in load().aliases.values() for alias in found
              if len(alias.actor) == 3 and alias.kind == "name"}  # fmt: skip
    assert not [row[:2] for row in ROWS if states.get(row[0], row[1]) != row[1]]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Kairo", "EGY"), ("Moskwa", "RUS"), ("Moskow", "RUS"), ("Beograd", "SRB"), ("Athena", "GRC"),
        ("Peking", "CHN"), ("Jenewa", "CHE"), ("Wina", "AUT"), ("Den Haag", "NLD"), ("Aljir", "DZA"),
        ("Jalur Gaza", "PSE"), ("Tepi Barat", "PSE"), ("Rafah", "PSE"), ("Khan Younis", "PSE"),
        ("Dataran Tinggi Golan", "SYR"), ("Selat Hormuz", "IRN"), ("Selat Taiwan", "TWN"),
        ("Krimea", "UKR"), ("Donbas", "UKR"), ("Kharkiv", "UKR"), ("Kherson", "UKR"), ("Zaporizhzhia", "UKR"),
        ("Bakhmut", "UKR"), ("Fordow", "IRN"), ("Punggye-ri", "PRK"), ("Okinawa", "JPN"), ("Sabah", "MYS"),
        ("Surabaya", "IDN"), ("Tangsel", "IDN"), ("IKN", "IDN"), ("Kabupaten Nduga", "IDN"),
        ("Gunungkidul", "IDN"), ("Kota Bandung", "IDN"), ("Provinsi Riau", "IDN"), ("Raja Ampat", "IDN"),
    ],
)  # fmt: skip
def test_the_press_names_are_known_with_their_state(name: str, state: str) -> None:
    assert base().country_of_place(name) == state


@pytest.mark.parametrize("name", ["Laut Cina Selatan", "Laut China Selatan", "Semenanjung Korea"])
def test_a_sea_or_peninsula_is_known_and_wide(name: str) -> None:
    assert [place.wide for place in load().place(name)] == [True]


@pytest.mark.parametrize(
    "word",
    ["Batu", "Palu", "Solo", "Bima", "Malang", "Sorong", "Serang", "Kudus", "Paris", "Lima", "Surat", "Baku",
     "Batu Bara", "Tanah Laut", "Simpang Empat", "Victoria"],
)  # fmt: skip
def test_words_and_persons_names_are_marked(word: str) -> None:
    assert not load().place(word) or load().place_is_vague(word)


@pytest.mark.parametrize("word", ["Kota", "Kita", "Orang", "Negara", "Sumber", "Mulia", "Georgia", "Chad"])
def test_what_is_never_such_a_place_is_not_listed(word: str) -> None:
    assert not load().place(word)


TWO = Places([
    ["Punjab", "IND", "31", "75", "region", "yes", ""],
    ["Punjab", "PAK", "31", "72", "region", "yes", ""],
    ["Hamilton", "BMU", "32", "-64", "capital", "far", ""],
    ["Paris", "FRA", "48", "2", "capital", "yes", "Kota Cahaya"],
])  # fmt: skip


@pytest.mark.parametrize(
    ("name", "states", "country"),
    [
        ("Punjab", set(), None),
        ("Punjab", {"PAK"}, "PAK"),
        ("Punjab", {"PAK", "IND"}, None),
        ("Hamilton", set(), None),
        ("Hamilton", {"CAN"}, None),
        ("Hamilton", {"BMU"}, "BMU"),
        ("Paris", set(), "FRA"),
        ("Kota Paris", set(), "FRA"),
        ("Kota Cahaya", {"RUS"}, "FRA"),
        ("Nirgends", {"RUS"}, None),
    ],
)
def test_which_place_a_text_means(name: str, states: set[str], country: str | None) -> None:
    place = TWO.told(name, states)
    assert (place and place.country) == country


def test_a_doubtful_name_alone_has_no_state() -> None:
    assert [TWO.country(name) for name in ("Punjab", "Hamilton", "Paris")] == [None, None, "FRA"]


def test_distances_are_those_of_the_globe() -> None:
    (one,), (other,) = load().place("Jakarta"), load().place("Surabaya")
    assert 650 < (one.km_to(other) or 0) < 680
    assert replace(one, wide=True).km_to(other) is None
    assert places() is places()
