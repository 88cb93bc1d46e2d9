"""How events are told: presupposed, coming, hoped for, begun long ago, told together."""

from __future__ import annotations

import pytest
from test_events import events, told

MINISTER = "Menteri Luar Negeri AS Marco Rubio mengatakan bahwa "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{MINISTER}kunjungan Narendra Modi ke Beijing menandai babak baru.", "occurred"),
        (f"{MINISTER}kunjungan Narendra Modi ke Beijing akan menandai babak baru.", "planned"),
        (f"{MINISTER}kunjungan Narendra Modi ke Beijing dapat menandai babak baru.", "alleged"),
        (f"{MINISTER}Narendra Modi mengunjungi Beijing.", "alleged"),
        (f"{MINISTER}serangan Rusia ke Finlandia menandai babak baru.", "alleged"),
    ],
)
def test_what_is_said_of_a_visit_presupposes_it(text, status):
    assert [event.status for event in events(text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bursa melemah menjelang perundingan antara Jepang dan India.", "planned"),
        ("Rusia memiliki dua tujuan, yaitu menyerang Finlandia dan membuka pasar.", "planned"),
        ("Diharapkan langkah ini membuat tenang, lalu Jepang mendesak India membuka pasar.", "possible"),
        ("Perundingan antara Jepang dan India pekan ini akan membawa kemajuan.", "planned"),
        ("Tidak ada masalah jika Jepang membeli minyak dari Rusia.", "hypothetical"),
        ("Brasil akan memperbarui armada, melatih perwira, dan menyerang Somalia.", "planned"),
    ],
)
def test_what_is_only_to_come_is_not_told_as_done(text, status):
    assert [event.status for event in events(text)] == [status]


def test_a_question_about_a_meeting_tells_no_meeting_of_its_own():
    assert not events("Apa hasil pertemuan Presiden Rusia Vladimir Putin dan Presiden Turki Erdogan?")


def test_a_journey_and_the_meeting_at_its_end_are_two():
    text = "Presiden Rusia Vladimir Putin tiba di Hanoi, bertemu dengan Presiden Vietnam To Lam."
    assert [(told(event), event.mode) for event in events(text)] == [
        (("CONSULT", "RUS", "VNM"), "visit"),
        (("CONSULT", "RUS+VNM", ""), None),
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Kementerian Luar Negeri China pada 3 Juni 2024 mengatakan telah mengirim beras ke Sudan.", None),
        ("Kementerian Luar Negeri China pada 3 Juni 2024 menyatakan dukungan kepada Sudan.", "2024-06-03"),
        ("Israel menyerang Lebanon sejak Oktober 2023.", "2023-10/.."),
    ],
)
def test_the_day_of_a_statement_is_not_that_of_the_deed(text, when):
    assert [event.when for event in events(text)] == [when]


def test_the_owner_of_a_concern_is_never_its_target():
    text = "Sekretaris Jenderal NATO Mark Rutte menyampaikan keprihatinannya atas pertemuan Xi dan Putin."
    (accused,) = [event for event in events(text) if event.type == "ACCUSE"]
    assert told(accused) == ("ACCUSE", "IGO-NATO", "CHN+RUS")


@pytest.mark.parametrize("group", ["korban KKB", "anak korban Hamas", "korban serangan Israel"])
def test_who_harmed_the_victims_gets_no_help(group):
    harmed = {"NSA-TPNPB", "NSA-HAMAS", "ISR"}
    found = events(f"Indonesia mengirim bantuan untuk {group}.")
    assert harmed.isdisjoint(p.acts_for for event in found for p in event.recipients)


@pytest.mark.parametrize("group", ["Hamas", "korban gempa Turki", "warga Israel"])
def test_whom_a_disaster_struck_or_who_is_no_victim_gets_it(group):
    (aid,) = events(f"Indonesia mengirim bantuan untuk {group}.")
    assert aid.type == "AID"
    assert aid.recipients
