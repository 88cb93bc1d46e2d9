"""Addresses to articles: `from_url` tells a feed from a page by what it holds."""

import gzip

import pytest
from sites import SENTENCES, Reply, Site, page, rss

from saksama.errors import UsageError
from saksama.records import Article, Skipped
from saksama.sources import Note, from_url

TITLE = "Pasar Ikan Lewoleba Diresmikan"


@pytest.fixture
def site():
    with Site() as running:
        yield running


def read(site, path, **options):
    return list(from_url(site.url(path), allow=[site.origin], **options))


def test_a_page_is_an_article_with_its_address(site):
    head = '<meta property="article:published_time" content="2026-11-20T08:00:00+07:00">'
    site.pages["/lama"] = Reply(status=301, headers={"Location": "/baru"})
    site.pages["/baru"] = Reply(page(TITLE, head=head))
    (article,) = read(site, "/lama")
    assert isinstance(article, Article)
    assert (article.headline, article.url, article.published) == (TITLE, site.url("/baru"), "2026-11-20")
    assert article.path is None


def test_a_feed_is_the_articles_that_it_names(site):
    site.pages["/umpan"] = Reply(rss("/a", "/rahasia", "/tidak-ada", "file:///etc/passwd"))
    site.pages["/robots.txt"] = Reply(b"User-agent: saksama\nDisallow: /rahasia")
    site.pages["/a"] = Reply(page(TITLE))
    article, *others = read(site, "/umpan")
    assert (article.headline, article.published) == (
        TITLE,
        "2026-11-22",
    )  # the feed's date, the page has none
    assert [item.reason for item in others] == [
        "robots.txt does not allow it",
        "no such page (404)",
        "an entry without a link that can be fetched",
    ]


def test_entries_beyond_the_wanted_are_told_of(site):
    site.pages["/umpan"] = Reply(rss("/a", "/b", "/c"))
    site.pages["/a"] = Reply(page(TITLE))
    assert read(site, "/umpan", most=1)[1:] == [
        Note(site.url("/umpan"), "a feed with 2 more entries, which were left out")
    ]


def test_a_page_names_its_own_address_on_its_own_host_alone(site):
    site.pages["/a"] = Reply(page(TITLE, head='<link rel="canonical" href="https://koran.example/lain">'))
    (article,) = read(site, "/a")
    assert article.url == site.url("/a")


def test_plain_text_is_read_as_such(site):
    body = f"{TITLE}\n\n{' '.join(SENTENCES)}".encode("cp1252")
    site.pages["/a.txt"] = Reply(body, headers={"Content-Type": "text/plain; charset=windows-1252"})
    (article,) = read(site, "/a.txt")
    assert article.headline == TITLE


def test_a_given_date_holds(site):
    site.pages["/a"] = Reply(page(TITLE))
    (article,) = read(site, "/a", published="2026-11-01")
    assert (article.published, article.published_basis) == ("2026-11-01", "given")
    with pytest.raises(UsageError):
        read(site, "/a", published="kemarin dulu")


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=410), "gone for good (410)"),
        (Reply(status=500), "answers with an error (500)"),
        (Reply(b""), "the file is empty"),
        (Reply(b"%PDF-1.7 ..."), "a binary file, not a text"),
        (Reply(b"<html><body>" + b"<div>" * 1_100_000), "more than 5 MB"),
        (Reply(gzip.compress(b"a" * 30_000_000), headers={"Content-Encoding": "gzip"}), "more than 5 MB"),
        (Reply(b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss/>'), "definitions"),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:1/"}), "a loopback address"),
    ],
)
def test_what_cannot_be_read_is_one_line(site, reply, reason):
    site.pages["/a"] = reply
    (skipped,) = read(site, "/a")
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason
    assert "\n" not in skipped.reason


def test_a_feed_from_outside_leads_to_no_local_place(site, monkeypatch):
    from saksama.sources.net import Client
    from saksama.sources.web import near

    client = Client(allow=site.allow)
    assert near(client, site.url("/umpan")) is client
    assert near(client, "https://luar.example/umpan").allow == frozenset()
