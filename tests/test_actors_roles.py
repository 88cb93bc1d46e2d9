import pytest
from test_actors_resolve import base, found, read

from saksama.actors.roles import host_of, name_of, participants
from saksama.records import Participant


@pytest.mark.parametrize(
    ("text", "name", "day", "expected"),
    [
        ("[Rusia LOC] menolak/VERB", "Rusia", None, Participant("RUS", "RUS", "GOV")),
        ("[NATO ORG] menolak/VERB", "NATO", None, Participant("IGO-NATO", "IGO-NATO", "IGO")),
        ("[Departemen Pertahanan AS ORG] menolak/VERB", "Departemen Pertahanan AS", None,
         Participant("USA-DOD", "USA", "MIL")),
        ("[Putin PER] menolak/VERB", "Putin", None, Participant("Q7747", "RUS", "GOV")),
        ("[Stoltenberg PER] pergi/VERB", "Stoltenberg", "2024-06", Participant("Q57643", "IGO-NATO", "IGO")),
        ("[Stoltenberg PER] pergi/VERB", "Stoltenberg", "2010", Participant("Q57643", "NOR", "GOV")),
        ("Menlu [Ukraina LOC] [Ivan Bondar PER] menolak/VERB", "Ivan Bondar", None,
         Participant("local:ivan-bondar", "UKR", "GOV")),
        ("[Ivan Bondar PER] menolak/VERB", "Ivan Bondar", None, Participant("local:ivan-bondar", "", "CVL")),
        ("pemerintah [AS LOC] menolak/VERB", "pemerintah AS", None, Participant("USA", "USA", "GOV")),
    ],
)  # fmt: skip
def test_for_whom_a_mention_acts(text, name, day, expected):
    reading = read(text)
    assert participants(reading, found(reading, name), day, base()) == (expected,)


def test_a_title_elsewhere_in_the_article_counts_for_a_bare_name():
    reading = read("Sekjen [NATO ORG] [Stoltenberg PER] tiba/VERB\n[Stoltenberg PER] menolak/VERB")
    second = [m for m in reading.mentions if m.text == "Stoltenberg"][1]
    assert participants(reading, second, None, base())[0].acts_for == "IGO-NATO"


def test_a_plural_gives_several():
    reading = read("hubungan [Rusia LOC] dan [Korea Utara LOC] membaik/VERB\nSikap kedua negara jelas")
    acting = {p.acts_for for p in participants(reading, found(reading, "kedua negara"), None, base())}
    assert acting == {"RUS", "PRK"}


def test_nobody_stands_behind_an_open_mention():
    reading = read("Ia/PRON pergi/VERB")
    assert participants(reading, found(reading, "Ia"), None, base()) == ()


def test_a_mere_place_has_a_host():
    reading = read("rombongan tiba/VERB di [Moskow LOC]")
    assert host_of(found(reading, "Moskow"), base()) == Participant("RUS", "RUS", "GOV")
    assert host_of(found(read("[Rusia LOC] menolak/VERB"), "Rusia"), base()) is None


def test_names_come_from_the_base_or_the_text():
    reading = read("[Ivan Bondar PER] bertemu/VERB [Putin PER]")
    names = [name_of(reading, actor, base()) for actor in ("local:ivan-bondar", "Q7747", "Q0")]
    assert names == ["Ivan Bondar", "Vladimir Putin", "Q0"]
