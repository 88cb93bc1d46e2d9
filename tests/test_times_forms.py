"""Every form of time that news uses: its span, type, value and interval, read on one day."""

from __future__ import annotations

import pytest

from saksama.times import find_times

PUBLISHED = "2026-05-28"  # a Thursday


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None, str | None]]:
    found = find_times(text, published)
    return [(text[t.start : t.end], t.sense.type, t.sense.value, t.sense.interval) for t in found]


@pytest.mark.parametrize(
    ("text", "span", "kind", "value", "interval"),
    [
        ("Tiba Selasa (26/5/2026) sore.", "Selasa (26/5/2026) sore", "TIME", "2026-05-26TAF", "2026-05-26"),
        ("Lomba dibuka pada 19/6 di alun-alun.", "19/6", "DATE", "2026-06-19", "="),
        ("Warga berkumpul di Sigli (2/6) untuk berdoa.", "2/6", "DATE", "2026-06-02", "="),
        ("Jembatan itu ambruk Senin pekan lalu.", "Senin pekan lalu", "DATE", "2026-05-18", "="),
        ("Panen raya pertengahan Juni.", "pertengahan Juni", "DATE", "2026-06", "2026-06-11/2026-06-20"),
        ("Hujan turun awal pekan ini.", "awal pekan ini", "DATE", "2026-W22", "2026-05-25/2026-05-27"),
        ("Pasar ramai akhir pekan ini.", "akhir pekan ini", "DATE", "2026-W22-WE", "2026-05-30/2026-05-31"),
        ("Ramai akhir pekan nanti.", "akhir pekan nanti", "DATE", "2026-W22-WE", "2026-05-30/2026-05-31"),
        ("Listrik padam malam tadi.", "malam tadi", "TIME", "2026-05-27TNI", "2026-05-27/2026-05-28"),
        ("Listrik padam dini hari tadi.", "dini hari tadi", "TIME", "2026-05-28TMO", "2026-05-28"),
        ("Konser digelar malam Minggu.", "malam Minggu", "TIME", "2026-05-23TNI", "2026-05-23"),
        ("Konser digelar Rabu malam kemarin.", "Rabu malam kemarin", "TIME", "2026-05-27TNI", "2026-05-27"),
        ("Pawai mulai siang nanti.", "siang nanti", "TIME", "2026-05-28TAF", "2026-05-28"),
        ("Gempa terasa pukul 22.02 WIB.", "pukul 22.02 WIB", "TIME", "T22:02", None),
        ("Gempa terasa 22.02 WITA.", "22.02 WITA", "TIME", "T22:02", None),
        ("Gempa terasa pukul 03.15.20 WIT.", "pukul 03.15.20 WIT", "TIME", "T03:15:20", None),
        ("Loket buka pukul 08.00-15.00 WIB.", "pukul 08.00-15.00 WIB", "TIME", "T08:00/T15:00", None),
        ("Loket buka jam 11 siang.", "jam 11 siang", "TIME", "T11:00", None),
        ("Loket buka jam dua siang.", "jam dua siang", "TIME", "T14:00", None),
        ("Tol ditutup setengah hari.", "setengah hari", "DURATION", "P0.5D", None),
        ("Tol ditutup 2x24 jam.", "2x24 jam", "DURATION", "PT48H", None),
        ("Tol ditutup 20-30 menit.", "20-30 menit", "DURATION", "PT20M/PT30M", None),
        ("Dihukum dua tahun dan enam bulan.", "dua tahun dan enam bulan", "DURATION", "P2Y6M", None),
        ("Mereka menunggu berhari-hari.", "berhari-hari", "DURATION", "PXD", None),
        ("Harga turun selama tiga bulan terakhir.", "tiga bulan", "DURATION", "P3M", None),
        ("Rapat digelar tiap Jumat.", "tiap Jumat", "SET", "XXXX-WXX-5", None),
        ("Buka setiap Senin dan Kamis.", "setiap Senin dan Kamis", "SET", "XXXX-WXX-1,XXXX-WXX-4", None),
        ("Upacara digelar setiap 17 Agustus.", "setiap 17 Agustus", "SET", "XXXX-08-17", None),
        ("Obat diminum tiga kali sehari.", "tiga kali sehari", "SET", "P1D", None),
        ("Doa bersama setiap malam Jumat.", "setiap malam Jumat", "SET", "XXXX-WXX-4TNI", None),
        ("Belanja tahun anggaran 2025 naik.", "tahun anggaran 2025", "DATE", "2025", "="),
        ("Benteng dari abad ke-17.", "abad ke-17", "DATE", "16", "16XX"),
        ("Benteng dari abad XVII.", "abad XVII", "DATE", "16", "16XX"),
        ("Lagu dari era 1990-an.", "era 1990-an", "DATE", "199", "199X"),
        ("Lagu dari awal 2000-an.", "awal 2000-an", "DATE", "200", "2000-01-01/2003-05-01"),
        ("Toko tutup on May 28, 2026.", "May 28, 2026", "DATE", "2026-05-28", "="),
        ("Toko tutup 29-31 Mei 2026.", "29-31 Mei 2026", "DATE", "2026-05-29/2026-05-31", "="),
        ("Toko tutup 5 hingga 7 Juni.", "5 hingga 7 Juni", "DATE", "2026-06-05/2026-06-07", "="),
        ("Toko tutup 5 s.d. 7 Juni 2026.", "5 s.d. 7 Juni 2026", "DATE", "2026-06-05/2026-06-07", "="),
        ("Laga pada 5 dan 6 Juni.", "5 dan 6 Juni", "DATE", "2026-06-05/2026-06-06", "="),
        ("Laga 5 dan 12 Juni.", "5 dan 12 Juni", "DATE", "{2026-06-05,2026-06-12}", "2026-06-05/2026-06-12"),
        ("Pekan ketiga Juni 2026.", "Pekan ketiga Juni 2026", "DATE", "2026-06", "2026-06-15/2026-06-21"),
        ("Gaji cair tanggal 5 bulan depan.", "tanggal 5 bulan depan", "DATE", "2026-06-05", "="),
        ("Ekonomi tumbuh kuartal I.", "kuartal I", "DATE", "2026-Q1", "2026-01-01/2026-03-31"),
        ("Tumbuh paruh pertama 2025.", "paruh pertama 2025", "DATE", "2025-H1", "2025-01-01/2025-06-30"),
        ("Anggaran cair akhir tahun.", "akhir tahun", "DATE", "2026", "2026-09-01/2026-12-31"),
        ("Naik dari periode yang sama tahun lalu.", "periode yang sama tahun lalu", "DATE", "2025", "="),
        ("Festival musim panas 2026.", "musim panas 2026", "DATE", "2026-SU", None),
        ("Dewasa ini banyak orang merantau.", "Dewasa ini", "DATE", "PRESENT_REF", "2026-05-28"),
        ("Misa Natal 2025 khidmat.", "Natal 2025", "DATE", "2025-12-25", "="),
        ("Pesta malam Tahun Baru 2026.", "malam Tahun Baru 2026", "TIME", "2025-12-31TNI", "2025-12-31"),
    ],
)  # fmt: skip
def test_forms(text: str, span: str, kind: str, value: str, interval: str | None) -> None:
    assert (span, kind, value, value if interval == "=" else interval) in read(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ia pergi dua minggu.", "P2W"),
        ("Minggu depan ia pergi.", "2026-W23"),
        ("Ia pergi minggu lalu.", "2026-W21"),
        ("Ia pergi pada Minggu lalu.", "2026-05-24"),
        ("Ia pergi hari Minggu.", "2026-05-24"),
        ("Ia pergi Minggu (31/5).", "2026-05-31"),
        ("Ia pergi pada minggu kedua Mei.", "2026-05"),
        ("Ia pergi setiap Minggu.", "XXXX-WXX-7"),
    ],
)
def test_minggu_is_sunday_or_a_week(text: str, value: str) -> None:
    assert [found[2] for found in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value", "interval"),
    [
        ("Ia lahir 3 Mei 2019. Dua hari kemudian ibunya wafat.", "2019-05-05", "="),
        ("Ia lahir 3 Mei 2019. Esok harinya ibunya wafat.", "2019-05-04", "="),
        ("Ia lahir 3 Mei 2019. Malam itu ibunya wafat.", "2019-05-03TNI", "2019-05-03"),
        ("Ia lahir 3 Mei 2019. Pada hari yang sama ibunya wafat.", "2019-05-03", "="),
        ("Ia lahir pada Mei 2019. Dua bulan kemudian ibunya wafat.", "2019-07", "="),
        ("Ia lahir pada 2019. Setahun sebelumnya ayahnya wafat.", "2018", "="),
        ("Ia lahir pada 2019. Dua hari kemudian ibunya wafat.", "XXXX-XX-XX", None),
        ("Beberapa hari kemudian ibunya wafat.", "XXXX-XX-XX", None),
        ("Api menyala Rabu (27/5). Api padam pukul 22.00 WIB.", "2026-05-27T22:00", "2026-05-27"),
        ("Ekspor 2023 turun, terutama pada kuartal III.", "2023-Q3", "2023-07-01/2023-09-30"),
        ("Sidang dibuka Senin (1/6). Tim bersiap untuk sidang Senin.", "2026-06-01", "="),
    ],
)
def test_the_text_moves_in_time(text: str, value: str, interval: str | None) -> None:
    assert read(text)[-1][2:] == (value, value if interval == "=" else interval)


def test_a_day_of_telling_is_not_the_day_of_what_is_told() -> None:
    text = 'Api menyala Rabu (27/5). "Padam pukul 22.00 WIB," kata Sari, Kamis (28/5). Sehari kemudian hujan.'
    assert [found[2] for found in read(text)] == [
        "2026-05-27",
        "2026-05-27T22:00",
        "2026-05-28",
        "2026-05-28",
    ]


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2025-12-20", "Minyak untuk pengiriman Februari turun.", "2026-02"),
        ("2025-12-20", "Harga itu terendah sejak Juni.", "2025-06"),
        ("2025-12-20", "Harga naik pada Oktober.", "2025-10"),
        ("2025-12-20", "Rapat akan digelar Oktober.", "2026-10"),
        ("2025-12-20", "Tiket dijual dari Juni hingga Juli 2024.", "2024-06"),
        ("2026-01-05", "Ekonomi tumbuh pada kuartal IV.", "2025-Q4"),
        ("2026-01-05", "Harga naik pada akhir tahun.", "XXXX"),
    ],
)
def test_the_year_that_is_not_said(published: str, text: str, value: str) -> None:
    assert read(text, published)[0][2] == value


def test_slips_are_kept_as_written() -> None:
    (slip,) = find_times("Ia pergi Kamis 27/5 pagi.", PUBLISHED)
    assert (slip.sense.value, slip.sense.weekday) == ("2026-05-27TMO", 3)
    assert slip.sense.reason == "the weekday is another"


@pytest.mark.parametrize(
    "text", ["Sewa Rp2 juta hari ini.", "Naik Rp. 50 ribu hari ini.", "Harga US$ 7 ribu hari ini."]
)
def test_money_counts_no_days(text: str) -> None:
    assert [found[0] for found in read(text)] == ["hari ini"]
