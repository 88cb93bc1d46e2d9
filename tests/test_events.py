"""Who did what to whom, and whether it happened: sentences through the whole reading."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import saksama.language
from saksama.records import Article, EventMention, Reading, Span

MODEL = Path(saksama.language.__file__).parent / "id" / "model"
pytestmark = pytest.mark.skipif(not MODEL.is_dir(), reason="the language model is not in this checkout")


@cache
def read(text: str, title: int = 0, published: str | None = "2024-06-20") -> Reading:
    from saksama.pipeline import read_articles

    basis = "given" if published else "unknown"
    span = Span(0, title) if title else None
    return next(
        iter(read_articles([Article("a", None, None, None, "id", published, basis, (), text, span, ())]))
    )  # type: ignore[arg-type]


def events(text: str) -> tuple[EventMention, ...]:
    return read(text).events


def told(event: EventMention) -> tuple[str, str, str]:
    """Type, actors and recipients as codes."""
    return (
        event.type,
        "+".join(sorted({p.acts_for for p in event.actors})),
        "+".join(sorted({p.acts_for for p in event.recipients})),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rusia menyerang Ukraina.", ("ASSAULT", "RUS", "UKR")),
        ("Ukraina diserang Rusia.", ("ASSAULT", "RUS", "UKR")),
        ("Ukraina diserang oleh Rusia pada malam hari.", ("ASSAULT", "RUS", "UKR")),
        ("Rusia melancarkan serangan ke Ukraina.", ("ASSAULT", "RUS", "UKR")),
        ("Pasukan yang menyerang Ukraina itu milik Rusia.", None),
        ("Turki mengecam serangan Israel ke Suriah.", ("ACCUSE", "TUR", "ISR")),
        ("Iran dituduh oleh Amerika Serikat membantu Rusia.", ("ACCUSE", "USA", "IRN")),
        ("Amerika Serikat menjatuhkan sanksi terhadap Iran.", ("SANCTION", "USA", "IRN")),
        ("Jepang memberikan bantuan kepada Filipina.", ("AID", "JPN", "PHL")),
        ("Presiden Prancis Emmanuel Macron mengunjungi Mesir.", ("CONSULT", "FRA", "EGY")),
        ("Presiden Mesir menyambut Presiden Prancis Emmanuel Macron.", ("CONSULT", "FRA", "EGY")),
        ("Israel menolak usulan Mesir.", ("REJECT", "ISR", "EGY")),
        ("Prancis mendesak Israel membuka perbatasan.", ("REQUEST", "FRA", "ISR")),
    ],
)
def test_who_did_what_to_whom(text, expected):
    found = [told(event) for event in events(text)]
    assert expected is None or expected in found


@pytest.mark.parametrize(
    "text",
    [
        "Presiden Rusia Vladimir Putin bertemu Presiden China Xi Jinping.",
        "Presiden Rusia Vladimir Putin dan Presiden China Xi Jinping bertemu di Moskow.",
        "Pertemuan antara Presiden Rusia Vladimir Putin dan Presiden China Xi Jinping digelar di Moskow.",
        "Presiden Rusia Vladimir Putin mengadakan pertemuan dengan Presiden China Xi Jinping.",
    ],
)
def test_a_meeting_has_all_sides_as_actors(text):
    (event,) = [e for e in events(text) if e.type == "CONSULT"]
    assert told(event) == ("CONSULT", "CHN+RUS", "")
    assert event.reciprocal
    assert event.status == "occurred"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rusia tidak menyerang Ukraina.", "denied"),
        ("Rusia batal menyerang Ukraina.", "denied"),
        ("Rusia akan menyerang Ukraina.", "planned"),
        ("Rusia berencana untuk menyerang Ukraina.", "planned"),
        ("Rusia dikhawatirkan akan menyerang Ukraina.", "possible"),
        ("Rusia mungkin menyerang Ukraina.", "possible"),
        ("Jika Rusia menyerang Ukraina, harga minyak naik.", "hypothetical"),
        ("Apakah Rusia menyerang Ukraina?", "hypothetical"),
        ("Rusia diduga menyerang Ukraina.", "alleged"),
        ("Rusia membantah menyerang Ukraina.", "denied"),
        ("Rusia telah menyerang Ukraina.", "occurred"),
        ("Rusia kembali menyerang Ukraina.", "occurred"),
    ],
)
def test_status_by_scope(text, status):
    assert [e.status for e in events(text) if e.type == "ASSAULT"] == [status]


@pytest.mark.parametrize(
    ("text", "expected", "status"),
    [
        ("Presiden Prancis Emmanuel Macron akan mengunjungi Mesir.", ("AGREE", "FRA", "EGY"), "planned"),
        ("Jepang berjanji membantu Filipina.", ("AGREE", "JPN", "PHL"), "occurred"),
        ("Rusia akan menarik pasukannya dari Suriah.", ("CONCEDE", "RUS", "SYR"), "planned"),
        ("Rusia setuju menarik pasukannya dari Suriah.", ("CONCEDE", "RUS", "SYR"), "occurred"),
        ("Iran mengancam akan menyerang Israel.", ("THREATEN", "IRN", "ISR"), "occurred"),
        ("Israel menolak bertemu dengan Suriah.", ("REJECT", "ISR", "SYR"), "occurred"),
    ],
)
def test_acts_inside_acts(text, expected, status):
    assert [(told(e), e.status) for e in events(text)] == [(expected, status)]


def test_an_accusation_and_what_it_alleges():
    found = events("Amerika Serikat menuduh Korea Utara telah mengirim 40 rudal ke Rusia.")
    assert [(told(e), e.status) for e in found] == [
        (("ACCUSE", "USA", "PRK"), "occurred"),
        (("AID", "PRK", "RUS"), "alleged"),
    ]
    assert [p.acts_for for p in found[1].claimed_by] == ["USA"]
    assert len(found[1].quantities) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Penyerang Argentina mencetak gol lewat serangan balik, pelatih dan pemain Prancis protes.",
        "Serangan itu mengejutkan Ukraina.",
        "Perusahaan Jepang menyerang pasar Thailand dengan produk baru.",
        "Budi menyerang tetangganya di Surabaya.",
        "Hubungan Rusia dan Korea Utara semakin erat.",
        "Harga minyak Rusia menekan rupiah.",
    ],
)
def test_what_is_no_event(text):
    assert events(text) == ()


def test_a_headline_speaks_in_bare_stems():
    title = "Iran Serang Israel"
    reading = read(f"{title}\n\nKota itu sepi.", len(title))
    assert [told(e) for e in reading.events] == [("ASSAULT", "IRN", "ISR")]


def test_a_date_and_a_place_of_the_same_clause():
    (event,) = events("Presiden Prancis Emmanuel Macron mengunjungi Mesir pada 7 April 2024.")
    assert (event.when, event.when_basis) == ("2024-04-07", "stated")


def test_history_is_background():
    found = events("Rusia menyerang Ukraina pada 24 Februari 2022.")
    assert [(e.when, e.background) for e in found] == [("2022-02-24", True)]


def test_evidence_slices_back_and_reading_twice_changes_nothing():
    from saksama.events import annotate

    reading = read("Turki mengecam Israel. Presiden Rusia Vladimir Putin tiba di China.")
    assert reading.events
    for event in reading.events:
        for piece in (event.trigger, event.evidence):
            assert reading.article.text[piece.start : piece.end] == piece.text
    assert annotate(reading) == reading
