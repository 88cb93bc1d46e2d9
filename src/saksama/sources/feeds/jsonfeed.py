"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import json
from typing import Any

from saksama.errors import NotText
from saksama.sources.feeds.entry import Entry, Feed
from saksama.sources.feeds.fields import MOST_ENTRIES, entry


def read_json(text: str, url: str) -> Feed:
    """The feed in a text. Raises `NotText`."""
    try:
        content = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise NotText(url, "not a JSON Feed that can be read") from None
    items = content.get("items") if isinstance(content, dict) else None
    if not isinstance(items, list):
        raise NotText(url, "a JSON Feed without entries")
    found = tuple(_entry(item, url) for item in items[:MOST_ENTRIES] if isinstance(item, dict))
    return Feed("json", _string(content, "title")[:300], found, max(len(items) - MOST_ENTRIES, 0))


def _entry(item: dict[str, Any], url: str) -> Entry:
    plain = {
        "link": _string(item, "url"),
        "id": str(item.get("id") or ""),
        "title": _string(item, "title"),
        "summary": _string(item, "summary"),
        "content": _string(item, "content_html") or _string(item, "content_text"),
        "published": _string(item, "date_published"),
        "updated": _string(item, "date_modified"),
    }
    return entry(plain, url)


def _string(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""
