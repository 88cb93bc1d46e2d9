"""The hour of publication, and the order that it gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saksama.library.order import in_order
from saksama.sources import from_html, from_text, load_all
from saksama.sources.moments import moment

BODY = "Wali kota membuka pasar ikan yang baru di tepi sungai itu. Pedagang lama pindah lebih dahulu. "


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Selasa, 19 Mei 2026 01:05 WIB", "2026-05-18T18:05Z"),
        ("15/11/2025 13.45 WITA", "2025-11-15T05:45Z"),
        ("Senin, 25 Mei 2026 - pukul 08.10 WIT", "2026-05-24T23:10Z"),
        ("20/10/2025 9:15 PM", "2025-10-20T14:15Z"),
        ("2024-09-03 10:00:00", "2024-09-03T03:00Z"),
        ("2024-09-03T10:00:00.000Z", "2024-09-03T10:00Z"),
        ("2024-09-03T00:00:00Z", None),
        ("2024-09-03", None),
        ("19 Mei 2026 25:70", None),
        ("2024-09-03T10:00:00+99:00", None),
        ("pukul 10.00", None),
        ("", None),
    ],
)
def test_the_hour_in_universal_time(printed: str, expected: str | None) -> None:
    assert moment(printed) == expected


def test_the_hour_comes_from_wherever_the_day_does(tmp_path: Path) -> None:
    given = from_text(BODY, title="Pasar ikan baru dibuka", published="2025-03-02T14:00:00+07:00")
    head = '<head><meta property="article:published_time" content="2025-03-01T20:30:00Z"></head>'
    body = f"<body><article><h1>Pasar ikan baru dibuka</h1><p>{BODY * 4}</p></article></body>"
    page = from_html(f"<html>{head}{body}</html>".encode())
    assert (given.published, given.moment) == ("2025-03-02", "2025-03-02T07:00Z")
    assert (page.published, page.moment) == ("2025-03-02", "2025-03-01T20:30Z")
    assert [a.moment for a in in_order([given, page])] == [page.moment, given.moment]
    pile = tmp_path / "a.jsonl"
    pile.write_text(json.dumps({"text": BODY, "title": "Pasar", "published": "2025-03-02 09:10:00"}) + "\n")
    assert [a.moment for a in load_all([str(pile)])[0]] == ["2025-03-02T02:10Z"]
