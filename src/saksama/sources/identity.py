"""Who an article is: a stable id from its URL or file name, and its outlet from the host."""

from __future__ import annotations

import hashlib
import os
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|source|_ga|yclid|amp)\Z", re.I
)
_SLUG = re.compile(r"[^0-9a-z]+")
_SUFFIXES = (".gz", ".txt", ".html", ".htm", ".jsonl")


def clean_url(url: str | None) -> str | None:
    """The URL if it is a whole http or https one, trimmed; else `None`."""
    if not url:
        return None
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and "." in parts.hostname else None


def normal_url(url: str) -> str:
    """Two URLs of one page are the same after this: no scheme, www, tracking, fragment, last slash."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    address = host + parts.path.rstrip("/")
    return f"{address}?{urlencode(sorted(query))}" if query else address


def article_id(url: str | None, key: str | None, text: str) -> str:
    """Twelve hex digits of the URL's digest, else a slug of the key, else of the text's digest."""
    if url:
        return _digest(normal_url(url))
    slug = _SLUG.sub("-", (key or "").lower()).strip("-")[:80]
    return slug or _digest(text)


def key_of(path: str) -> str:
    """The file name without what tells its kind."""
    name = os.path.basename(path)
    for suffix in _SUFFIXES:
        if name.lower().endswith(suffix):
            name = name[: -len(suffix)]
    return name


def host_name(url: str | None) -> str | None:
    """The host as an outlet's name, as far as nothing better is known: ``tekno.kompas.com``."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.").removeprefix("m.") if host else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:12]
