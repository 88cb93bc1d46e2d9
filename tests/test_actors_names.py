"""Names on the real pipeline: what is a place, a state's money, a body; who no longer holds the office."""

import pytest
from trees import marked, real

from saksama.actors import MentionIndex, annotate, participants
from saksama.actors.base import base
from saksama.actors.resolve import resolve
from saksama.records import Participant, Reading
from saksama.statements import annotate as speak


def _reading(text: str) -> Reading:
    return annotate(real(text, "2024-05-02"))


def _who(text: str, word: str) -> tuple[Participant, ...]:
    read, start = _reading(text), text.index(word)
    mention = MentionIndex(read).at(start, start + len(word))
    return participants(read, mention) if mention else ()


@pytest.mark.parametrize(
    ("text", "word", "acts_for", "sector"),
    [
        ("Mantan Presiden AS Barack Obama mengkritik China.", "Barack Obama", "USA", "ELI"),
        ("Bekas Perdana Menteri Inggris Tony Blair tiba di Amman.", "Tony Blair", "GBR", "ELI"),
        ("Calon Presiden Polandia Marek Zielony mengecam Rusia.", "Marek Zielony", "POL", "PTY"),
        ("Presiden Bulgaria Todor Zhivkov mengunjungi Libya.", "Todor Zhivkov", "BGR", "GOV"),
        ("Palang Merah mengecam serangan terhadap ambulans.", "Palang Merah", "NGO-ICRC", "NGO"),
    ],
)
def test_for_whom_somebody_acts(text: str, word: str, acts_for: str, sector: str) -> None:
    assert [(p.acts_for, p.sector) for p in _who(text, word)] == [(acts_for, sector)]


@pytest.mark.parametrize("word", ["Persero", "Warganet", "LNG"])
def test_what_names_nobody(word: str) -> None:
    read = _reading(f"PT Sumber Terang ({word}) menunda proyek di Medan, kata Siti Rahmawati.")
    assert word not in [mention.text for mention in read.mentions]


def test_the_money_of_a_state_is_not_the_state() -> None:
    assert _who("Rupiah melemah terhadap dolar AS pada perdagangan Senin.", "AS") == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ledakan terdengar di Isfahan, kata warga.", "Isfahan"),
        ("Tentara menutup jalan ke Tepi Barat.", "Tepi Barat"),
        ("Upacara digelar di Lapangan Kim Il Sung.", "Lapangan Kim Il Sung"),
    ],
)
def test_places_without_a_mark_of_one(text: str, place: str) -> None:
    assert [(m.label, m.actor) for m in _reading(text).mentions if m.text == place] == [("LOC", None)]


def test_a_bare_name_is_the_one_whom_the_press_calls_so() -> None:
    read = _reading("Kim Jong Un berpidato. Ia mengenang kakeknya, Kim Il Sung. Kim lalu pergi.")
    assert [m.actor for m in read.mentions if m.text == "Kim"] == ["Q56226"]


def _speakers(text: str) -> list[str | None]:
    return [statement.speaker for statement in speak(_reading(text)).statements]


@pytest.mark.parametrize(
    "text",
    [
        "Juru bicara Presiden Prabowo Subianto, Rina Wati, menegaskan bahwa dana itu cukup.",
        "Rapat itu ditunda, kata juru bicara Presiden Joko Widodo, Rina Wati.",
        "Penasihat Presiden AS Donald Trump, Rina Wati, mengatakan bahwa tarif akan naik.",
        "Staf khusus Presiden Joko Widodo, Rina Wati, mengatakan bahwa dana itu cukup.",
        "Staf khusus Presiden Rina Wati mengatakan bahwa dana itu cukup.",
        "Juru bicara Presiden Rina Wati mengatakan bahwa dana itu cukup.",
    ],
)
def test_who_serves_a_president_speaks_and_not_the_president(text: str) -> None:
    assert _speakers(text) == ["local:rina-wati"]


@pytest.mark.parametrize(
    "text",
    [
        "Agus Sani, juru bicara Presiden Joko Widodo, mengatakan rapat itu ditunda.",
        "Rapat itu ditunda, kata juru bicara Presiden Joko Widodo, Agus Sani.",
        "Agus Sani, Head of Safety Wahana Motor menjelaskan pentingnya helm.",
    ],
)
def test_who_speaks_on_is_the_one_described_and_no_name_in_the_description(text: str) -> None:
    assert _speakers(f"{text} “Kami menunggu kabar,” ujarnya.")[-1] == "local:agus-sani"


def _persons(text: str) -> set[str]:
    reading = resolve(marked(text), base())
    return {mention.text for mention in reading.mentions if mention.label == "PER"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "CEO [Motora ORG] [Anna Petrova PER] tiba/VERB .\n[Motora PER] maju/VERB .\n"
            "[Motora PER] menang/VERB .",
            {"Anna Petrova"},
        ),
        ("Rider [Motora PER] , [Anna Petrova PER] , mengaku/VERB lelah .", {"Anna Petrova"}),
        (
            "Rider [Motora PER] , [Anna Petrova PER] , dan [Rina Wati PER] jatuh/VERB .",
            {"Motora", "Anna Petrova", "Rina Wati"},
        ),
        ("Rider [Budi PER] , [Anna Petrova PER] , mengaku/VERB lelah .\n[Budi Sani PER] diam .",
         {"Budi", "Anna Petrova", "Budi Sani"}),
    ],
)  # fmt: skip
def test_a_company_beside_its_people_is_no_person(text: str, people: set[str]) -> None:
    assert _persons(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Ketua KPU DKI Jakarta, Rina Wati, mengatakan bahwa suara telah dihitung.",
        "Koordinator BGN wilayah Kepulauan Anambas, Rina Wati, mengatakan bahwa dapur itu tutup.",
        "Ketua KPU Jawa Barat Rina Wati mengatakan bahwa suara telah dihitung.",
    ],
)
def test_the_head_of_a_branch_is_who_is_named_behind_its_place(text: str) -> None:
    reading = _reading(text)
    assert {m.actor for m in reading.mentions if m.label == "NOM"} == {"local:rina-wati"}
    assert reading.titles == ()


def test_a_party_of_ours_stays_ours_where_others_states_are_named() -> None:
    (party, *_) = _who("Partai Golkar bertemu delegasi China, Jepang, dan Rusia.", "Partai Golkar")
    assert not party.actor.startswith("local:")


@pytest.mark.parametrize(
    ("body", "sector", "acts_for"),
    [
        ("Badan Eksekutif Mahasiswa Sari", "NGO", None),
        ("Lembaga Bantuan Hukum Sari", "NGO", None),
        ("Lembaga Sari Maju", "", None),
        ("Lembaga Pemasyarakatan Sari", "GOV", "IDN"),
        ("Badan Cuaca Daerah", "GOV", "IDN"),
    ],
)
def test_not_every_body_is_the_state(body: str, sector: str, acts_for: str | None) -> None:
    reading = resolve(marked(f"[{body} ORG] diam .\n[Indonesia LOC] maju/VERB ."), base())
    assert [(m.sector, m.acts_for) for m in reading.mentions if m.text == body] == [(sector, acts_for)]
