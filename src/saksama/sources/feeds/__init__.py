"""Feeds to entries: RSS, Atom and JSON Feed, with nothing in them that could define or fetch anything."""

from __future__ import annotations

from saksama.sources.feeds.entry import Entry, Feed
from saksama.sources.feeds.guard import looks_like_feed, safe_text

__all__ = ["Entry", "Feed", "looks_like_feed", "read_feed"]


def read_feed(raw: bytes, url: str, charset: str | None = None) -> Feed:
    """The feed in some bytes; `url` is where they came from, `charset` what the server said they are.

    Raises an `InputError`: `Unsafe` for a feed with definitions, `TooLarge`, `NotText`, `EmptyInput`.
    """
    text = safe_text(raw, url, charset).lstrip("\ufeff \t\n")
    if text.startswith("{"):
        from saksama.sources.feeds.jsonfeed import read_json

        return read_json(text, url)
    from saksama.sources.feeds.xmlfeed import read_xml

    return read_xml(text, url)
