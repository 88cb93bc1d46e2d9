"""What videos, posts and rumours are said to tell is not told as done; a debunked headline tells nothing."""

from __future__ import annotations

import pytest
from test_events import MODEL, events, read

pytestmark = pytest.mark.skipif(not MODEL.is_dir(), reason="the language model is not in this checkout")
ATTACK = "Rusia menyerang Finlandia"


@pytest.mark.parametrize(
    "text",
    [
        "Unggahan berisi klaim “tentara Rusia datang untuk membantu Finlandia menyerang Norwegia”.",
        f'Sebuah video berjudul "{ATTACK}" beredar di media sosial.',
        f"Beredar kabar bahwa {ATTACK}.",
        f"Beredar kabar bahwa {ATTACK} dan mengusir duta besar Jepang.",
        f"Unggahan yang menyebut {ATTACK} ditonton jutaan kali.",
        f"Dalam video itu disebutkan bahwa {ATTACK}.",
        "Isu bahwa Jepang mengusir duta besar India beredar.",
        "Kedutaan tidak membenarkan kabar bahwa Jepang mengusir duta besar India.",
    ],
)
def test_what_a_rumour_tells_is_at_most_alleged(text):
    found = events(text)
    assert found
    assert {event.status for event in found} <= {"alleged", "denied"}


@pytest.mark.parametrize(
    "text",
    [
        f"Video itu memperlihatkan {ATTACK}.",
        f"Kementerian Pertahanan Rusia membenarkan kabar bahwa {ATTACK}.",
        f"Vladimir Putin lewat unggahan di Telegram mengatakan {ATTACK}.",
        f"Setelah membahas isu pangan, {ATTACK}.",
    ],
)
def test_what_is_seen_or_vouched_for_stays(text):
    assert [event.status for event in events(text) if event.type == "ASSAULT"] == ["occurred"]


@pytest.mark.parametrize("head", ["[HOAKS] ", "[SALAH] ", "Cek Fakta: ", "HOAKS: ", "[Cek Fakta] "])
def test_nothing_in_a_debunked_headline_happened(head):
    body = "\nJepang mengusir duta besar India."
    plain, title = "Rusia Serang Finlandia", f"{head}Rusia Serang Finlandia"
    assert [e.type for e in read(plain + body, len(plain)).events] == ["ASSAULT", "SANCTION"]
    assert [e.type for e in read(title + body, len(title)).events] == ["SANCTION"]


def test_a_headline_that_quotes_a_video_tells_nothing_as_done():
    title = "Video “Rusia Serang Finlandia” Beredar"
    assert [e.status for e in read(f"{title}\nPolisi memeriksanya.", len(title)).events] == ["alleged"]
