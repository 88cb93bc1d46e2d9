"""Two papers tell one happening in their own words: what contradicts, and what may both be right."""

from dataclasses import replace
from typing import Any

import pytest
from builders import Page, found, one_story, read

from saksama.checks.conflict import age, credited, exchanged, fates, periods, stances
from saksama.records import Lineage

FLOOD = """Banjir bandang melanda Kabupaten Lembayung pada Selasa malam.
Menurut catatan petugas, sebanyak 14 orang meninggal dan 23 orang luka-luka.
Adapun {missing} orang hilang terseret arus Sungai Beringin, kata Kepala BPBD Lembayung Wahyu Santika.
Warga mengungsi ke balai desa dan tenda darurat di lapangan Kecamatan Cempaka."""
FLOOD_TOO = """Jumlah korban jiwa akibat banjir bandang di Lembayung mencapai {dead} orang.
Kepala BPBD setempat, Wahyu Santika, mengatakan {missing} orang masih hilang setelah Sungai Beringin meluap.
Tenda darurat berdiri di Kecamatan Cempaka dan balai desa menampung warga."""

RATE = """Bank Sentral Nusantara memutuskan untuk {verb} suku bunga acuan di level 5,25 persen, Rabu.
Gubernur Bank Sentral Nusantara Hartono Wibisana menyebut inflasi terkendali dan rupiah stabil.
Pelaku pasar menantikan arah kebijakan moneter Bank Sentral Nusantara pada triwulan berikutnya."""
RATE_TOO = """Rapat Dewan Gubernur Bank Sentral Nusantara berakhir pada Rabu dengan keputusan bulat.
Bank Sentral Nusantara {verb} suku bunga acuan menjadi 5,25 persen, kata Gubernur Hartono Wibisana.
Inflasi dinilai terkendali, rupiah stabil, dan arah kebijakan moneter dinantikan pelaku pasar."""

DEAL = """Penandatanganan perjanjian dagang kakao berlangsung di Manado pada {days} September 2025.
Menteri Perdagangan Rahmat Saputro hadir bersama petani kakao dari Sulawesi.
Perjanjian dagang itu membuka pasar kakao bagi petani."""
DEAL_TOO = """Menteri Perdagangan Rahmat Saputro bertemu petani kakao Sulawesi di Manado.
Ia datang untuk penandatanganan perjanjian dagang kakao yang digelar {days} September 2025.
Pasar kakao terbuka bagi petani lewat perjanjian dagang itu."""


def raised(kind: Any, *texts: str) -> list[str]:
    """The severities of what one check finds between two texts in one story."""
    return [check.severity for check in found(kind, read(*texts, published="2025-09-10"))]


@pytest.mark.parametrize(
    ("dead", "missing", "expected"),
    [("14", "9", ["caution"]), ("14", "dua", []), ("17", "9", []), ("14", "lebih dari 2", [])],
)
def test_another_figure_of_a_toll_whose_dead_are_the_same(
    dead: str, missing: str, expected: list[str]
) -> None:
    texts = FLOOD.format(missing="dua"), FLOOD_TOO.format(dead=dead, missing=missing)
    assert raised(fates, *texts) == expected


@pytest.mark.parametrize(
    ("verb", "other", "count"),
    [
        ("mempertahankan", "menaikkan", 1),
        ("mempertahankan", "memangkas", 1),
        ("mempertahankan", "mempertahankan", 0),
        ("mempertahankan", "akan menaikkan", 0),
        ("mempertahankan", "tidak menaikkan", 0),
    ],
)
def test_opposite_decisions_on_one_object(verb: str, other: str, count: int) -> None:
    assert len(raised(stances, RATE.format(verb=verb), RATE_TOO.format(verb=other))) == count


@pytest.mark.parametrize(("days", "count"), [("8-9", 1), ("10-11", 0), ("11-12", 0), ("8-12", 0)])
def test_a_run_of_days_at_one_event(days: str, count: int) -> None:
    assert len(raised(periods, DEAL.format(days="11-12"), DEAL_TOO.format(days=days))) == count


THEFT = """Kejaksaan Negeri Sukamaju menghentikan penuntutan perkara pencurian sepeda motor.
Remaja berusia 19 tahun, KRW, bebas setelah berdamai dengan korban."""
THEFT_TOO = """Perkara pencurian sepeda motor di Sukamaju berakhir damai.
Kejaksaan Negeri Sukamaju membebaskan KRW, pemuda {age}, setelah penuntutan dihentikan."""


@pytest.mark.parametrize(
    ("years", "count"), [("berumur 24 tahun", 1), ("berumur 20 tahun", 0), ("asal Lembayung", 0)]
)
def test_the_age_of_somebody_told_by_initials(years: str, count: int) -> None:
    assert len(raised(age, THEFT, THEFT_TOO.format(age=years))) == count


RAIN = """Gubernur Wahyu Santika menanggapi temuan BRIN tentang plastik halus di dalam air hujan.
Dinas Lingkungan Hidup diminta memeriksa air hujan di lima kecamatan, Rabu (10/9/2025).
Warga diimbau menampung air hujan dengan saringan dan menutup sumur terbuka.
Hasil pemeriksaan laboratorium akan diumumkan kepada warga pekan depan.
Pemerintah kota juga mengurangi pembakaran sampah yang menyebarkan serat plastik."""


@pytest.mark.parametrize(("body", "count"), [("BMKG", 1), ("BRIN", 0)])
def test_whose_finding_it_is(body: str, count: int) -> None:
    old = Page("a", RAIN, "2025-09-10").mention("BRIN", "ORG-1", "ORG")
    new = Page("b", RAIN.replace("BRIN", body), "2025-09-10").mention(body, f"ORG-{body}", "ORG")
    desk = one_story(old, new)
    story = replace(desk.stories()[0], lineage=(Lineage("a", "b", "rewrite", 1.0, ()),))
    desk.put_story(story)
    assert len(found(credited, desk)) == count


BOOK = """Pada peluncuran buku itu {told}
Acara berlangsung di Balai Wartawan Sukamaju."""
ONE, TURNED = "Wahyu Santika membisiki Ratna Kusumawati.", "Ratna Kusumawati membisiki Wahyu Santika."


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (TURNED, 1),
        (ONE.replace(".", " sebentar."), 0),
        (TURNED + "\n" + ONE, 0),
        (TURNED.replace("bisik", "dekat"), 0),
    ],
)
def test_who_did_it_to_whom_in_a_retelling(other: str, count: int) -> None:
    desk = read(BOOK.format(told=ONE), BOOK.format(told=other), published="2025-09-10")
    old, new = (reading.article.id for reading in desk.readings())
    story = replace(desk.stories()[0], articles=(old, new))
    desk.put_story(replace(story, lineage=(Lineage(old, new, "rewrite", 1.0, ()),)))
    assert len(found(exchanged, desk)) == count
