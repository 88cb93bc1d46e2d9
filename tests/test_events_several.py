"""Groups of states without a list, and acts inside one state."""

from __future__ import annotations

import pytest
from test_events import MODEL, events, told

pytestmark = pytest.mark.skipif(not MODEL.is_dir(), reason="the language model is not in this checkout")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Negara-negara Teluk mengecam Iran.", ("ACCUSE", "MULTI", "IRN")),
        ("Sejumlah negara mengecam Myanmar.", ("ACCUSE", "MULTI", "MMR")),
        ("Rusia menuduh negara-negara Barat.", ("ACCUSE", "RUS", "MULTI")),
        ("Iran menuduh Barat.", ("ACCUSE", "IRN", "MULTI")),
        ("Masyarakat internasional mengecam Israel.", ("ACCUSE", "MULTI", "ISR")),
    ],
)
def test_unnamed_groups_of_states(text, expected):
    assert expected in [told(event) for event in events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kanada menjatuhkan sanksi terhadap beberapa negara termasuk Belarusia.",
            ("SANCTION", "CAN", "BLR"),
        ),
        (
            "Kanada menjatuhkan sanksi terhadap sejumlah negara, antara lain Belarusia dan Myanmar.",
            ("SANCTION", "CAN", "BLR+MMR"),
        ),
        ("Sejumlah negara Eropa, termasuk Swedia dan Polandia, mengecam Iran.", ("ACCUSE", "POL+SWE", "IRN")),
        (
            "Menlu Jepang berunding dengan Chile soal ikan setelah kedua negara berperang lama.",
            ("ASSAULT", "CHL+JPN", ""),
        ),
    ],
)
def test_the_members_of_a_group_stand_for_it_where_they_are_named(text, expected):
    assert expected in [told(event) for event in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Warga negara Jepang mengecam Rusia.",
        "Gubernur Jawa Barat mengecam Israel.",
        "Dua negara bagian mengecam Meksiko.",
    ],
)
def test_no_group_of_states(text):
    assert not any("MULTI" in code for event in events(text) for code in told(event)[1:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru mengumumkan keadaan darurat.", ("COERCE", "PER", "PER")),
        ("Presiden Filipina memberlakukan darurat militer di Mindanao.", ("COERCE", "PHL", "PHL")),
    ],
)
def test_an_act_inside_one_state_has_it_on_both_sides(text, expected):
    assert expected in [told(event) for event in events(text)]


def test_the_headline_of_a_page_that_tests_a_rumour_is_denied():
    text = (
        "Tentara Kenya Serang Uganda\n\nBeredar video dengan narasi tentara Kenya menyerang Uganda. Hasil "
        "penelusuran Tim Cek Fakta menunjukkan klaim itu hoaks. Konten tersebut menyesatkan."
    )
    found = [event for event in events(text) if event.type == "ASSAULT"]
    assert found
    assert {event.status for event in found} == {"denied"}


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Kim Jong Un menjanjikan dukungan bagi Rusia dalam perang di Ukraina.", "menjanjikan", None),
        ("Rusia dan Jepang menandatangani perjanjian di Tokyo.", "menandatangani", "Tokyo"),
    ],
)
def test_the_place_of_a_war_is_not_the_place_of_a_promise(text, trigger, place):
    event = next(event for event in events(text) if event.trigger.text.startswith(trigger))
    assert (event.where.name if event.where else None) == place
