"""Speech in headlines."""

import pytest
from spoken import flat, said


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("[Rahim]: Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("[Rahim] soal Blokade: Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("[Rahim] Sebut Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("Profil: Kapal yang Sudah Kembali", None),
        ("[Rahim] Ungkap Alasan Blokade", None),
        ("[Rahim] Puji Nelayan: Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("Respons [Rahim] soal Blokade: Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("Temui Nelayan, [Rahim] Sebut Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("[Rahim] Sebut Kapal Sudah Kembali, Begini Alasannya", "Kapal Sudah Kembali"),
        ("Kata [Rahim], Kapal Sudah Kembali", "Kapal Sudah Kembali"),
        ("[Rahim] Salah Sebut Nama Kapal", None),
        ("[Rahim] Ungkap Kapal yang Sudah Kembali", None),
    ],
)
def test_headlines(title: str, content: str | None) -> None:
    found = said(flat(f"{title}\nCuaca cerah.", title=True))
    assert found == ([("indirect", "Rahim", content)] if content else [])


@pytest.mark.parametrize(
    ("title", "speaker"),
    [("Ahli Laut: Kapal Sudah Kembali", "Ahli Laut"), ("Rahim Hakim: Kapal Sudah Kembali", "Rahim Hakim")],
)
def test_an_office_or_a_name_that_the_text_explains_speaks_in_a_headline(title: str, speaker: str) -> None:
    found = said(flat(f"{title}\nNelayan menunggu [Rahim Hakim] di pantai.", title=True))
    assert found == [("indirect", speaker, "Kapal Sudah Kembali")]
