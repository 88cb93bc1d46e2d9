"""Who an article is: a stable id from its URL or file name, and its outlet from the host."""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from saksama.records import Article, Evidence

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


def distinct(articles: Iterable[Article]) -> list[Article]:
    """The articles, each under an id of its own, whatever their order.

    Of articles with the same id and text one remains; those with the same id and another text get
    the start of their text's digest behind it.
    """
    groups: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        kept = groups[article.id].setdefault(article.text, article)
        if (article.path or "") < (kept.path or ""):
            groups[article.id][article.text] = article
    whole: list[Article] = []
    for group in groups.values():
        alone = len(group) == 1
        whole += [a if alone else _renamed(a, f"{a.id}-{_digest(a.text)[:6]}") for a in group.values()]
    return whole


def _renamed(article: Article, name: str) -> Article:
    shown = tuple(Evidence(name, e.start, e.end, e.text) for e in article.published_evidence)
    return replace(article, id=name, published_evidence=shown)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:12]
