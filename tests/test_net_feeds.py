"""Feeds to entries: every kind, in every encoding, and nothing that could define or fetch anything."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.errors import InputError, NotText, TooLarge, Unsafe
from saksama.sources.feeds import looks_like_feed, read_feed

URL = "https://kabar.example/umpan/rss"
ITEM = "<title>Jembatan dibuka</title><link>/a/jembatan</link>"
FEEDS = {
    "rss20": f'<rss version="2.0"><channel><title>K</title><item>{ITEM}</item></channel></rss>',
    "rss091u": f'<rss version="0.91"><channel><title>K</title><item>{ITEM}</item></channel></rss>',
    "rss092": f'<rss version="0.92"><channel><title>K</title><item>{ITEM}</item></channel></rss>',
    "rss10": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    f"<channel><title>K</title></channel><item>{ITEM}</item></rdf:RDF>",
    "rss090": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns="http://my.netscape.com/rdf/simple/0.9/">'
    f"<channel><title>K</title></channel><item>{ITEM}</item></rdf:RDF>",
    "atom10": '<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry>'
    '<title>Jembatan dibuka</title><link href="/a/jembatan"/></entry></feed>',
    "json": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "K",
            "items": [{"id": 1, "url": "/a/jembatan", "title": "Jembatan dibuka"}],
        }
    ),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("kind", FEEDS)
def test_every_kind_in_every_encoding(kind, encoding):
    raw = FEEDS[kind].encode(encoding)
    feed = read_feed(raw, URL)
    (entry,) = feed.entries
    assert looks_like_feed(raw)
    assert (feed.kind, feed.title) == (kind, "K")
    assert (entry.link, entry.title) == ("https://kabar.example/a/jembatan", "Jembatan dibuka")


@pytest.mark.parametrize(
    ("raw", "feed"),
    [
        (b"<!doctype html><html><body><feed>", False),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html/>", False),
        (b"<?xml version='1.0'?><?xml-stylesheet x?><!-- a --><rss/>", True),
        (b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "b">]><rss/>', True),
        (b"<p>teks biasa dengan rss", False),
        (b'{"a": 1}', False),
        (b"%PDF-1.4", False),
        (b"", False),
    ],
)
def test_a_feed_is_told_from_a_page(raw, feed):
    assert looks_like_feed(raw) is feed


def item(inner, head=""):
    namespaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return (
        f'{head}<rss version="2.0" {namespaces}><channel><title>K</title><item>{inner}</item></channel></rss>'
    )


def one(inner, encoding="utf-8", charset=None, head=""):
    (entry,) = read_feed(item(inner, head).encode(encoding), URL, charset).entries
    return entry


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Harga &amp; upah", "Harga & upah"),
        ("<![CDATA[<b>Harga</b> naik]]>", "Harga naik"),
        ("Harga &lt;script&gt;alert('x')&lt;/script&gt; naik", "Harga naik"),
        ("<![CDATA[Harga &lt;img src=x onerror=alert(1)&gt; naik]]>", "Harga naik"),
        ("Nilai 3 &lt; 5 dan 6 &gt; 4", "Nilai 3 < 5 dan 6 > 4"),
        ("Robert'); DROP TABLE articles;--", "Robert'); DROP TABLE articles;--"),
        ("Satu\x00\x07\x1b[31m dua\n tiga&#0;&#x1B;", "Satu dua tiga"),
        ("<![CDATA[<script>jahat]]>", ""),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),  # it is the exports that must neutralise this
        ("x" * 3000, "x" * 399 + "…"),
    ],
)
def test_titles_are_plain_text(written, title):
    assert one(f"<title>{written}</title>").title == title


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("<pubDate>Sun, 22 Nov 2026 20:00:00 +0700</pubDate>", "2026-11-22T13:00:00Z"),
        ("<pubDate>Sun, 22 Nov 2026 20:00:00 GMT</pubDate>", "2026-11-22T20:00:00Z"),
        ("<pubDate>2026-11-22 20:00:00</pubDate>", "2026-11-22"),  # no zone: the day as it is written
        ("<dc:date>2026-11-22T20:00:00Z</dc:date>", None),
        ("<pubDate>Minggu, 22 November 2026 20:00 WIB</pubDate>", "Minggu, 22 November 2026 20:00 WIB"),
        ("<pubDate>kapan-kapan</pubDate>", "kapan-kapan"),
        ("<pubDate>Sun, 99 Xyz 2026</pubDate>", "Sun, 99 Xyz 2026"),
        ("", None),
    ],
)
def test_dates_survive_however_they_are_written(written, published):
    entry = one(f"<title>x</title>{written}")
    assert (entry.published or entry.updated) == (published or ("2026-11-22T20:00:00Z" if written else None))


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("a/b", "https://kabar.example/umpan/a/b"),
        ("http://lain.example/x y", "http://lain.example/x%20y"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("http://u:p@lain.example/", None),
        ("", None),
    ],
)
def test_links_are_whole_or_none(written, link):
    assert one(f"<title>x</title><link>{written}</link>").link == link


def test_the_other_fields():
    entry = one(
        "<title>x</title><guid isPermaLink='false'>n-1</guid>"
        "<description>&lt;p&gt;Satu&lt;/p&gt; dua</description>"
        "<content:encoded><![CDATA[<p>Isi</p><!DOCTYPE html>]]></content:encoded>"
    )
    assert (entry.id, entry.summary, entry.content) == ("n-1", "Satu dua", "<p>Isi</p><!DOCTYPE html>")


@pytest.mark.parametrize(
    ("encoding", "charset", "head"),
    [
        ("cp1252", "windows-1252", ""),
        ("cp1252", "iso-8859-1", ""),
        ("cp1252", None, '<?xml version="1.0" encoding="ISO-8859-1"?>'),
        (
            "utf-8",
            "iso-8859-1",
            '<?xml version="1.0" encoding="ISO-8859-1"?>',
        ),  # what it is, not what is said
    ],
)
def test_the_encoding_is_found(encoding, charset, head):
    assert one("<title>“Kafé”</title>", encoding, charset, head).title == "“Kafé”"


def test_feeds_that_are_no_whole_xml_are_read_all_the_same():
    raw = b"<rss version='2.0'><channel><item><title>Satu & dua</title><link>http://a.example/1</link></item><item>"
    assert read_feed(raw, URL).entries[0].title == "Satu & dua"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<rss><channel><title>&b;</title></channel></rss>"
)
DEFINITIONS = {
    "billion laughs": LAUGHS,
    "external entity": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>',
    "external definition": '<!DOCTYPE rss SYSTEM "http://169.254.169.254/x.dtd"><rss/>',
    "parameter entity": '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://a.example/p"> %p;]><rss/>',
    "small letters": "<!doctype rss><rss/>",
    "behind the root": '<rss><channel/></rss><!ENTITY a "b">',
    "behind a comment": "<!-- x --><!-->--><!DOCTYPE rss><rss/>",
    "comment without end": "<rss><!-- x",
    "marked text without end": "<rss><![CDATA[ x",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", DEFINITIONS)
def test_definitions_are_refused_before_anything_is_parsed(name, encoding, monkeypatch):
    import feedparser

    monkeypatch.setattr(feedparser, "parse", lambda *_, **__: pytest.fail("it came to the parser"))
    with pytest.raises(Unsafe) as refused:
        read_feed(DEFINITIONS[name].encode(encoding), URL)
    assert "\n" not in str(refused.value)


def test_an_encoding_hides_no_definition():
    raw = (
        b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-'
        b"<rss><channel><title>x</title></channel></rss>"
    )
    assert read_feed(raw, URL, "utf-7").kind == "rss"  # read as what it plainly is; +ADw- stays text


def test_large_feeds_are_refused():
    with pytest.raises(TooLarge, match="more than 5 MB"):
        read_feed(b"<rss>" + b" " * 5_000_001, URL)


def test_entries_beyond_the_limit_are_counted():
    raw = f"<rss version='2.0'><channel>{'<item><title>x</title></item>' * 510}</channel></rss>".encode()
    feed = read_feed(raw, URL)
    assert (len(feed.entries), feed.more) == (500, 10)


@pytest.mark.parametrize("items", ["[1, null, {}]", '[{"url": 5, "title": ["x"]}]'])
def test_odd_json(items):
    raw = f'{{"version": "https://jsonfeed.org/version/1", "items": {items}}}'.encode()
    assert all(entry.link is None for entry in read_feed(raw, URL).entries)


@pytest.mark.parametrize("items", ["{}", '"x"', "[" * 50_000, "9" * 10_000])
def test_broken_json_is_one_line(items):
    raw = f'{{"version": "https://jsonfeed.org/version/1", "items": {items}'.encode()
    with pytest.raises(NotText, match="not a JSON Feed that can be read"):
        read_feed(raw, URL)


@settings(deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: item(text).encode()))
def test_any_bytes_are_a_feed_or_an_error_of_ours(raw):
    try:
        feed = read_feed(raw, URL)
    except InputError:
        return
    for entry in feed.entries:
        assert entry.title == " ".join(entry.title.split())
        assert not re.search("[\x00-\x1f\x7f]", entry.title + entry.summary)
