"""RSS 0.9x, 1 and 2, and Atom: feedparser reads them, behind our guard."""

from __future__ import annotations

import io
import re
import time
from typing import Any

from saksama.errors import NotText
from saksama.sources.feeds.entry import Entry, Feed
from saksama.sources.feeds.fields import MOST_ENTRIES, entry, one_line

_ZONE = re.compile(r"(?:[+-]\d\d:?\d\d|Z|GMT|UTC?)\s*\Z", re.I)


def read_xml(text: str, url: str) -> Feed:
    """The feed in a text that the guard let through. Raises `NotText`.

    feedparser gets bytes and no address, so it opens nothing; its own cleaning of HTML is left out, since
    only words are taken from it.
    """
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    raw = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        found = feedparser.parse(
            raw, response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
    except MemoryError:
        raise
    except Exception:  # what a broken feed does to the parser is not all known
        raise NotText(url, "not a feed that can be read") from None
    if not found.entries and not found.get("version"):
        raise NotText(url, "not a feed that can be read")
    entries = tuple(_entry(one, url) for one in found.entries[:MOST_ENTRIES])
    more = max(len(found.entries) - MOST_ENTRIES, 0)
    return Feed(
        found.get("version") or "unknown", one_line(str(found.feed.get("title", "")), 300), entries, more
    )


def _entry(one: Any, url: str) -> Entry:
    plain = {name: str(one.get(name) or "") for name in ("link", "id", "title", "summary")}
    plain["published"] = _moment(one, "published")
    plain["updated"] = _moment(one, "updated")
    plain["content"] = next((str(part.get("value") or "") for part in one.get("content") or ()), "")
    return entry(plain, url)


def _moment(one: Any, name: str) -> str:
    """A date as ISO 8601: in universal time if it names its zone, else the day as it is written."""
    written = str(dict.get(one, name) or "")
    parsed = dict.get(one, f"{name}_parsed")
    if not parsed:
        return written
    zoned = _ZONE.search(written)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ" if zoned else "%Y-%m-%d", parsed)
