"""Nothing that a page holds can steer a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.account.clean import clean, line, safe_url, shorten

FORBIDDEN = [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x061C, *range(0x200B, 0x2010)]
FORBIDDEN += [0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0xAD, 0xFFFE]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("biasa saja", "biasa saja"),
        ("“kutip” – é ü 日本 🙂", "“kutip” – é ü 日本 🙂"),
        ("\x1b[31mmerah\x1b[0m", "merah"),
        ("\x1b]0;judul\x07isi", "isi"),
        ("\x1b]8;;http://x.example\x1b\\tautan\x1b]8;;\x1b\\", "tautan"),
        ("\x9b31mmerah", "merah"),
        ("\x1b]tak selesai", "tak selesai"),
        ("a\u202eb\u2066c\u200bd", "abcd"),
        ("satu\u2028dua\r\ntiga\vempat", "satu\ndua\ntiga\nempat"),
        ("rusak \ud800 di sini", "rusak \N{REPLACEMENT CHARACTER} di sini"),
    ],
)
def test_clean(text: str, wanted: str) -> None:
    assert clean(text) == wanted


@given(st.text(st.characters(codec=None) | st.sampled_from([chr(code) for code in FORBIDDEN])))
def test_no_forbidden_character_is_left_and_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    assert not set(map(ord, cleaned)) & set(FORBIDDEN)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@pytest.mark.parametrize(
    "bomb", ["\x1b" * 200_000, "\x1b]" * 100_000, "\x9b" + "0" * 200_000, "\x1b[" * 100_000]
)
def test_hostile_sequences_take_no_longer_than_their_length(bomb: str) -> None:
    assert "\x1b" not in clean(bomb)


def test_line_and_shorten() -> None:
    assert line(" a\n\n b\tc ") == "a b c"
    assert shorten("satu dua tiga empat", 12) == "satu dua…"
    assert shorten("pendek", 12) == "pendek"


@pytest.mark.parametrize("url", ["https://warta.example/a?b=1&c=2", "http://warta.example:8080/x"])
def test_plain_addresses_stay(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<b>",
        "file:///etc/passwd",
        "//warta.example",
        "https://",
        "https://a@b.example/",
        'https://a.example/"onclick="x',
        "https://a.example/<b>",
        "https://a.example/\u202egpj",
        "https://[::1",
        " https://a.example",
    ],
)
def test_other_addresses_are_dropped(url: str | None) -> None:
    assert safe_url(url) is None
