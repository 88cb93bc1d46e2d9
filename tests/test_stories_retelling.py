"""Texts that tell the same facts in other words, and texts that only report on the same matter."""

from dataclasses import replace

import pytest
from builders import Page

from saksama.records import Reading
from saksama.stories.retelling import is_retold

FACTS = [
    "Syahbandar menutup dermaga Lembayung setelah tongkang menabrak tiang pancang .",
    "Nakhoda tongkang mengaku kemudi macet menjelang fajar ketika kabut menebal .",
    "Penyelam memeriksa tiang pancang dan menemukan retakan sepanjang fondasi .",
    "Nelayan memindahkan perahu cadik ke muara sambil menunggu dermaga dibuka .",
]
MORE = [
    "Asuransi kapal menanggung ganti rugi menurut perjanjian sewa tahunan .",
    "Pengusaha es balok mengeluhkan pasokan ikan tongkol yang seret .",
    "Mercusuar tua di tanjung sedang dipugar dengan batu karang pilihan .",
    "Koperasi menyiapkan beras dan minyak goreng bagi keluarga nelayan .",
    "Pemandu wisata membatalkan pelayaran malam menuju gugusan atol .",
]
OWN = [
    "Wali kota menjanjikan anggaran darurat bagi pelabuhan feri .",
    "Mahasiswa kelautan mengusulkan sensor getaran pada jembatan timbang .",
    "Serikat buruh menuntut libur panjang dan tunjangan beras ketan .",
]
BRIEF = [
    "Dermaga Lembayung ditutup syahbandar karena tiang pancang tertabrak tongkang .",
    "Kemudi macet menjelang fajar saat kabut menebal , kata nakhoda .",
    "Retakan fondasi ditemukan penyelam , lalu perahu cadik pindah ke muara .",
]


def telling(identity: str, lines: list[str], outlet: str | None, day: str = "2025-02-03") -> Reading:
    reading = Page(identity, "\n".join(lines), day).reading
    return replace(reading, article=replace(reading.article, outlet=outlet))


@pytest.mark.parametrize(
    ("lines", "outlet", "day", "expected"),
    [
        (BRIEF, "lain.example", "2025-02-03", True),
        (BRIEF, "lain.example", "2025-02-04", True),
        (BRIEF, "koran.example", "2025-02-03", False),  # a paper's own second report
        (BRIEF, None, "2025-02-03", False),
        (BRIEF, "lain.example", "2025-03-03", False),
        ([BRIEF[0], *OWN], "lain.example", "2025-02-03", False),
    ],
)
def test_another_paper_tells_it_in_brief(
    lines: list[str], outlet: str | None, day: str, expected: bool
) -> None:
    old = telling("a", FACTS + MORE, "koran.example")
    assert is_retold(old, telling("b", lines, outlet, day)) is expected


def test_throughout_it_is_told_again_whoever_tells_it() -> None:
    assert is_retold(telling("a", FACTS, None), telling("b", FACTS, None))
