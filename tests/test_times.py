"""Time expressions: what is found, what it means, and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.times import find_times

PUBLISHED = "2024-06-20"  # a Thursday


def first(text: str, published: str | None = PUBLISHED) -> tuple[str, str, str | None, str | None]:
    found = find_times(text, published)
    assert found, text
    sense = found[0].sense
    return text[found[0].start : found[0].end], sense.type, sense.value, sense.interval


@pytest.mark.parametrize(
    ("text", "span", "value", "interval"),
    [
        ("Rapat dibuka Rabu (19/6/2024) di aula.", "Rabu (19/6/2024)", "2024-06-19", "2024-06-19"),
        ("Rapat dibuka Rabu (19/6) di aula.", "Rabu (19/6)", "2024-06-19", "2024-06-19"),
        ("Rapat itu pada Senin, 4 September 2023.", "Senin, 4 September 2023", "2023-09-04", "2023-09-04"),
        ("Terbit 19 November, 2024 pagi", "19 November, 2024 pagi", "2024-11-19TMO", "2024-11-19"),
        ("pada hari Kamis, 6 Juni 2024", "hari Kamis, 6 Juni 2024", "2024-06-06", "2024-06-06"),
        ("pada 18-19 Juni 2024", "18-19 Juni 2024", "2024-06-18/2024-06-19", "2024-06-18/2024-06-19"),
        ("29 Mei - 2 Juni 2026", "29 Mei - 2 Juni 2026", "2026-05-29/2026-06-02", "2026-05-29/2026-06-02"),
        ("30 Desember-2 Januari", "30 Desember-2 Januari", "2023-12-30/2024-01-02", "2023-12-30/2024-01-02"),
        (
            "31 Mei 2023-1 Juli 2023",
            "31 Mei 2023-1 Juli 2023",
            "2023-05-31/2023-07-01",
            "2023-05-31/2023-07-01",
        ),
        (
            "31 Des 2023-1 Jan 2024",
            "31 Des 2023-1 Jan 2024",
            "2023-12-31/2024-01-01",
            "2023-12-31/2024-01-01",
        ),
        ("30 Des-2 Jan 2024", "30 Des-2 Jan 2024", "2023-12-30/2024-01-02", "2023-12-30/2024-01-02"),
        ("Jumat (7/6/2024) malam WIB", "Jumat (7/6/2024) malam WIB", "2024-06-07TNI", "2024-06-07"),
        ("kemarin (19/6)", "kemarin (19/6)", "2024-06-19", "2024-06-19"),
        ("2024-06-18", "2024-06-18", "2024-06-18", "2024-06-18"),
        ("pada 3 Okt. 2023", "3 Okt. 2023", "2023-10-03", "2023-10-03"),
        ("on June 18, 2024", "June 18, 2024", "2024-06-18", "2024-06-18"),
        ("pada 28 Desember lalu", "28 Desember lalu", "2023-12-28", "2023-12-28"),
        ("pada 1 Januari mendatang", "1 Januari mendatang", "2025-01-01", "2025-01-01"),
        ("hingga akhir 2023", "akhir 2023", "2023", "2023-09-01/2023-12-31"),
        ("pertengahan Juni", "pertengahan Juni", "2024-06", "2024-06-11/2024-06-20"),
        ("Maret 2022 lalu", "Maret 2022 lalu", "2022-03", "2022-03"),
        ("Januari-Maret 2025", "Januari-Maret 2025", "2025-01-01/2025-03-31", "2025-01-01/2025-03-31"),
        ("Agustus tahun lalu", "Agustus tahun lalu", "2023-08", "2023-08"),
        ("tahun anggaran 2025", "tahun anggaran 2025", "2025", "2025"),
        ("musim 2023/2024", "2023/2024", "2023/2024", "2023/2024"),
        ("sejak 2018", "2018", "2018", "2018"),
        ("pada 2017 lalu", "2017 lalu", "2017", "2017"),
        ("era 1990-an", "era 1990-an", "199", "199X"),
        ("abad ke-20", "abad ke-20", "19", "19XX"),
        ("kuartal III 2025", "kuartal III 2025", "2025-Q3", "2025-07-01/2025-09-30"),
        ("semester pertama tahun ini", "semester pertama tahun ini", "2024-H1", "2024-01-01/2024-06-30"),
        ("Tahun Baru 2025", "Tahun Baru 2025", "2025-01-01", "2025-01-01"),
    ],
)
def test_written_dates(text: str, span: str, value: str, interval: str) -> None:
    found = first(text)
    assert (found[0], *found[2:]) == (span, value, interval)


@pytest.mark.parametrize(
    ("text", "span", "value", "interval"),
    [
        ("pekan lalu", "pekan lalu", "2024-W24", "2024-06-10/2024-06-16"),
        ("awal pekan ini", "awal pekan ini", "2024-W25", "2024-06-17/2024-06-19"),
        ("akhir pekan depan", "akhir pekan depan", "2024-W26-WE", "2024-06-29/2024-06-30"),
        ("bulan depan", "bulan depan", "2024-07", "2024-07"),
        ("tahun lalu", "tahun lalu", "2023", "2023"),
        ("hari ini", "hari ini", "2024-06-20", "2024-06-20"),
        ("kemarin", "kemarin", "2024-06-19", "2024-06-19"),
        ("lusa", "lusa", "2024-06-22", "2024-06-22"),
        ("tiga hari lalu", "tiga hari lalu", "2024-06-17", "2024-06-17"),
        ("dua pekan yang lalu", "dua pekan yang lalu", "2024-W23", "2024-06-03/2024-06-09"),
        ("lima bulan lagi", "lima bulan lagi", "2024-11", "2024-11"),
        ("tadi malam", "tadi malam", "2024-06-19TNI", "2024-06-19/2024-06-20"),
        ("sore hari ini", "sore hari ini", "2024-06-20TAF", "2024-06-20"),
        ("besok pagi", "besok pagi", "2024-06-21TMO", "2024-06-21"),
        ("kini", "kini", "PRESENT_REF", "2024-06-20"),
    ],
)
def test_relative_dates(text: str, span: str, value: str, interval: str) -> None:
    found = first(f"Hal itu {text}.")
    assert (found[0], *found[2:]) == (span, value, interval)
    assert find_times(f"Hal itu {text}.")[0].sense.interval is None  # no date, nothing to reckon from


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ia bertolak Rabu.", "2024-06-19"),
        ("Ia bertolak Kamis.", "2024-06-20"),
        ("Ia bertolak Kamis lalu.", "2024-06-13"),
        ("Ia bertolak pada Ahad lalu.", "2024-06-16"),
        ("Ia bertolak Senin pekan lalu.", "2024-06-10"),
        ("Ia bertolak Jumat pekan depan.", "2024-06-28"),
        ("Ia akan bertolak Rabu.", "2024-06-26"),
        ("Ia bertolak Senin mendatang.", "2024-06-24"),
        ("Ia bertolak pada Minggu pagi.", "2024-06-16"),
    ],
)
def test_weekdays(text: str, day: str) -> None:
    assert first(text)[3] == day


@pytest.mark.parametrize(
    ("text", "span", "kind", "value"),
    [
        ("dalam 24 tahun terakhir", "24 tahun", "DURATION", "P24Y"),
        ("berusia 45 tahun", "45 tahun", "DURATION", "P45Y"),
        ("selama hampir dua minggu", "hampir dua minggu", "DURATION", "P2W"),
        ("lebih dari satu dekade", "lebih dari satu dekade", "DURATION", "P10Y"),
        ("1 jam 30 menit", "1 jam 30 menit", "DURATION", "PT1H30M"),
        ("selama beberapa bulan", "beberapa bulan", "DURATION", "PXM"),
        ("untuk lima tahun berikutnya", "lima tahun berikutnya", "DURATION", "P5Y"),
        ("hampir satu abad kemudian", "hampir satu abad kemudian", "DATE", "XX"),
        ("hanya sehari", "sehari", "DURATION", "P1D"),
        ("tiap Jumat", "tiap Jumat", "SET", "XXXX-WXX-5"),
        ("setiap dua tahun", "setiap dua tahun", "SET", "P2Y"),
        ("pukul 10.30 WIB", "pukul 10.30 WIB", "TIME", "T10:30"),
        ("jam 7 malam", "jam 7 malam", "TIME", "T19:00"),
        ("mulai 22.02 WITA", "22.02 WITA", "TIME", "T22:02"),
        ("baru-baru ini", "baru-baru ini", "DATE", "PAST_REF"),
        ("di masa depan", "masa depan", "DATE", "FUTURE_REF"),
        ("beberapa waktu lalu", "beberapa waktu lalu", "DATE", "PAST_REF"),
        ("Rabu", "Rabu", "DATE", "XXXX-WXX-3"),
        ("pada 19 Juni", "19 Juni", "DATE", "XXXX-06-19"),
    ],
)
def test_without_publication(text: str, span: str, kind: str, value: str) -> None:
    assert first(text, None) == (span, kind, value, None)


@pytest.mark.parametrize(
    "text",
    [
        "Timnas menang 2-1 atas tuan rumah.",
        "Harganya Rp2024 per butir.",
        "Sebanyak 2024 orang dan 2.024 warga hadir.",
        "Pembagian 2/3 dan 1/3 bagian, layanan 24/7, Brigif 13/1 Kostrad.",
        "Pesawat Su-35 dan B-52 milik G20.",
        "Ia tinggal di Pasar Minggu.",
        "Hubungi 0812-2024-1999.",
        "Undang-Undang Nomor 11 Tahun 2020 dan PMK 34/PMK.10/2017.",
        "Peraturan itu, No. 3/2013, dicabut.",
        "Ibu Juli Handayani dan Theresa May hadir.",
        "Peringatan di Universitas 17 Agustus.",
        "Kebutuhan sehari-hari naik.",
        "Nanti segera dibahas seperti sebelumnya.",
        "Jarak 2000 kilometer dan 1500 meter.",
    ],
)
def test_no_time(text: str) -> None:
    assert [text[t.start : t.end] for t in find_times(text, PUBLISHED)] == []


def test_impossible_and_conflicting_days() -> None:
    impossible = find_times("Pada 31 Februari 2024 ia pergi.", PUBLISHED)[0].sense
    assert (impossible.exists, impossible.value, impossible.interval) == (False, None, None)
    slip = find_times("Pada Senin (19/6/2024) ia pergi.", PUBLISHED)[0].sense
    assert (slip.exists, slip.value, slip.weekday) == (True, "2024-06-19", 0)
    assert slip.reason
    bracket = find_times("Pada Rabu (31/6) ia pergi.", None)[0].sense
    assert (bracket.exists, bracket.weekday) == (False, 2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ia tiba pada 4 September 2023. Dua hari kemudian ia pulang.", "2023-09-06"),
        ("Ia tiba pada 4 September 2023. Sehari sebelumnya ia pamit.", "2023-09-03"),
        ("Ia tiba pada 4 September 2023, dan keesokan harinya pulang.", "2023-09-05"),
        ("Ia tiba pada 4 September 2023. Pada 30 Agustus ia pamit.", "2023-08-30"),
    ],
)
def test_context(text: str, day: str) -> None:
    last = find_times(text)[-1].sense
    assert (last.interval, last.anchor) == (day, "context")


def test_a_stale_date_anchors_nothing() -> None:
    text = "Ia tiba pada 4 September 2023.\nIa makan.\nIa tidur.\nIa bangun.\nDua hari kemudian ia pulang."
    assert find_times(text)[-1].sense.interval is None


def test_a_time_of_day_gets_the_day_of_its_sentence() -> None:
    found = find_times("Laga pada Minggu (16/6/2024) pukul 20.00 WIB itu ramai.", PUBLISHED)
    assert [t.sense.value for t in found] == ["2024-06-16", "2024-06-16T20:00"]


@given(st.text(alphabet="0123456789-/.,() RabuJniMetjhslkdp\n", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    ends = 0
    for found in find_times(text, PUBLISHED):
        assert ends <= found.start < found.end <= len(text)
        ends = found.end


@pytest.mark.parametrize(
    "text",
    [
        "dua ratus 5 hari-",
        "5,5,5,",
        "pukul 10.00 kata Rabu (19/6) ",
        "2024 kuartal I dan ",
        "1 (satu) maulid x x ",
    ],
)
def test_long_rows_take_linear_time(text: str) -> None:
    started = time.process_time()
    find_times(text * 10_000, PUBLISHED)
    assert time.process_time() - started < 10
