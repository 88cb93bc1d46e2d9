"""Foreign bytes are parsed in a process that can be ended: hostile pages cost one line and a bounded time."""

import os
import signal
import time

import pytest
from sites import SENTENCES, page

from saksama.errors import InputError, NoArticle, TooHeavy, TooLarge, Unsafe
from saksama.sources import SourceOptions
from saksama.sources.confine import Bounds, Confined
from saksama.sources.page import read_page

URL = "https://kabar.example/berita/1"
FULL = SourceOptions().max_page_bytes - 200
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs the limits of a Unix process")


@pytest.fixture(scope="module")
def parsers():
    with Confined(Bounds(cpu_seconds=3)) as running:
        yield running


def test_a_page_is_read_as_it_would_be_here(parsers):
    raw = page("Pasar Ikan Lewoleba Diresmikan", "Ikan laut dan ikan tawar.")
    assert parsers.page(raw, URL) == read_page(raw, URL, SourceOptions())


def test_the_encoding_that_the_server_names_is_heeded(parsers):
    raw = page("Kafe “Ikan” Dibuka", "Harga seporsi €2.").decode().encode("cp1252")
    raw = raw.replace(b'<meta charset="utf-8">', b"")
    draft = parsers.page(raw, URL, "windows-1252")
    assert draft.title == "Kafe “Ikan” Dibuka"
    assert "€2" in draft.text


def test_errors_of_the_parser_come_back_as_they_are(parsers):
    with pytest.raises(NoArticle, match="a page without an article") as found:
        parsers.page(b"<html><body><p>x</p></body></html>", URL)
    assert found.value.path == URL
    with pytest.raises(Unsafe, match="definitions"):
        parsers.feed(b"<!DOCTYPE rss><rss/>", URL)


LINKS = """<html><body><a href="/tentang/kami-semua-di-sini-dan-sana">x</a><a href="/">x</a>
<a href="/2026/11/22/a">satu</a> <a href="https://nasional.kabar.example/harga-beras-naik-lagi?utm_source=x">x</a>
<a href="http://kabar.example/2026/11/22/a#k">lagi</a> <a href="https://lain.example/harga-beras-naik-lagi">x</a>
<a href="/read/123456/berita">Jembatan baru dibuka pagi ini</a><a href="/read/123457/berita">foto</a>
<a href="javascript:alert(1)">x</a><a href="http://127.0.0.1/harga-beras-naik-lagi">x</a></body></html>"""


def test_the_articles_that_an_index_page_links_to(parsers):
    assert parsers.links(LINKS.encode(), "https://www.kabar.example/indeks", None, 10) == (
        "https://www.kabar.example/2026/11/22/a",
        "https://nasional.kabar.example/harga-beras-naik-lagi?utm_source=x",
        "https://www.kabar.example/read/123456/berita",
    )
    assert len(parsers.links(LINKS.encode(), "https://www.kabar.example/indeks", None, 1)) == 1


HOSTILE = {
    "50 MB of nested tags": b"<html><body>" + b"<div>" * 10_000_000,
    "nested tags": b"<html><body>" + b"<div>" * (FULL // 5),
    "tags that never end": b"<html><body>" + b"<a " * (FULL // 3),
    "a comment that never ends": b"<html><body><!--" + b"teks " * (FULL // 5),
    "nothing but zeros": b"\0" * FULL,
    "control characters": b"<html><body><p>" + b"\x00\x01\x1b[31m" * (FULL // 7),
    "an odd encoding": b'<meta charset="punycode"><p>\xff\xfe' + b"abc-" * (FULL // 4),
    "a feed of nested tags": b"<rss><channel>" + b"<a>" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_one_line_in_bounded_time(parsers, name):
    start = time.monotonic()
    read = parsers.feed if "feed" in name else parsers.page
    with pytest.raises(InputError) as refused:
        read(HOSTILE[name], URL)
    assert "\n" not in str(refused.value)
    assert time.monotonic() - start < parsers.bounds.seconds + 10


def test_a_page_that_never_closes_its_tags_is_too_large_for_an_article():
    from saksama.sources import from_html

    with pytest.raises(TooLarge, match="more than 300,000 characters"):
        from_html(b"<html><body><p>" + (" ".join(SENTENCES) * 2000).encode())


def test_control_characters_in_an_article_are_made_blanks(parsers):
    raw = page("Pasar\x00 Ikan\x1b[31m Lewoleba &#0;&#27;Diresmikan", "Ikan\x07 segar.")
    draft = parsers.page(raw, URL)
    assert draft.title == "Pasar Ikan Lewoleba Diresmikan"
    assert not any(char < " " for char in draft.text.replace("\n", ""))


def test_time_of_the_processor_is_limited():
    heavy = b"<html><body>" + b"<h1>Judul yang panjang</h1>" * (FULL // 27)
    with Confined(Bounds(cpu_seconds=1)) as parsers:
        with pytest.raises(TooHeavy, match="more than 1 seconds of the processor"):
            parsers.page(heavy, URL)
        assert parsers.page(page("Pasar Ikan Diresmikan"), URL).title == "Pasar Ikan Diresmikan"


def test_memory_is_limited():
    heavy = b"<html><body>" + b"<i></i>" * (FULL // 7)
    with Confined(Bounds(memory=190_000_000)) as parsers, pytest.raises(TooHeavy):
        parsers.links(heavy, URL, None, 5)


@pytest.mark.parametrize(
    ("sent", "reason"), [(signal.SIGSTOP, "more than 1 seconds"), (signal.SIGKILL, "broke down")]
)
def test_a_process_that_hangs_or_dies_costs_one_page(sent, reason, monkeypatch):
    with Confined(Bounds(seconds=1)) as parsers:
        process = parsers._started()
        os.kill(process.pid, sent)
        monkeypatch.setattr(Confined, "_started", lambda self: process)  # it happens while it is at work
        with pytest.raises(TooHeavy, match=reason):
            parsers.page(b"x", URL)


def test_no_process_outlives_its_owner():
    with Confined() as parsers:
        process = parsers._started()
    assert process.poll() is not None
