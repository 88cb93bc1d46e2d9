"""The articles that an index page links to: links of its own site whose address or words are an article's."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from saksama.errors import NoArticle, TooLarge
from saksama.sources.address import whole
from saksama.sources.decode import decode, tidy
from saksama.sources.identity import normal_url
from saksama.sources.options import SourceOptions
from saksama.sources.page import parse_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_MOST_LOOKED_AT = 20_000
_LONGEST_WORDS = 300
_SLUG = re.compile(r"[^\W_]+(?:[-_][^\W_]+){3,}")  # "harga-beras-naik-lagi"
_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
_DAY = re.compile(r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])(?=/)")
_LISTS = re.compile(
    r"/(?:tags?|topik|topic|kategori|category|author|penulis|indeks|index|search|page|galeri|(?:read)?foto|video"
    r"|login|register|about|tentang|kontak|redaksi|privacy|pedoman)(?:/|\Z|\.)",
    re.I,
)
_FEWEST_WORDS = 4  # of a link, where its address alone does not tell


def article_links(raw: bytes, url: str, most: int) -> list[str]:
    """At most `most` whole URLs in the order of the page, none twice.

    `url` is where the page came from. Raises an `InputError` for what is no page.
    """
    if len(raw) > SourceOptions().max_page_bytes:
        raise TooLarge(url, f"a page of more than {SourceOptions().max_page_bytes // 1_000_000} MB")
    tree = parse_tree(tidy(decode(raw, url, html=True)), url)
    site, base = _site(url), _base(tree, url)
    seen = {normal_url(url)}
    found: list[str] = []
    for link in islice(tree.iter("a"), _MOST_LOOKED_AT):
        address = whole(base, link.get("href") or "")
        if not address or _site(address) != site or not _is_article(address, link):
            continue
        key = normal_url(address)
        if key not in seen:
            seen.add(key)
            found.append(address)
            if len(found) == most:
                break
    if not found:
        raise NoArticle(url, "a page without links to articles of its own site")
    return found


def _base(tree: HtmlElement, url: str) -> str:
    element = next(tree.iter("base"), None)
    return whole(url, element.get("href") or "") or url if element is not None else url


def _site(url: str) -> str:
    """The name under which a paper and its sections go: "nasional.kabarkita.co.id" is "kabarkita.co.id"."""
    parts = urlsplit(url)
    labels = (parts.hostname or "").removeprefix("www.").split(".")
    if labels[-1].isdigit() or len(labels) == 1:
        return parts.netloc
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if short else labels[-2:])


def _is_article(url: str, link: HtmlElement) -> bool:
    """A dated or numbered address, or one that ends in a headline; with neither, a link of many words."""
    path = urlsplit(url).path
    if len(path) < 3 or _LISTS.search(path):
        return False
    last = path.rstrip("/").rpartition("/")[2]
    if _DAY.search(path) or _SLUG.search(last):
        return True
    words = "".join(islice(link.itertext(), 20))[:_LONGEST_WORDS].split()
    return bool(_NUMBER.search(path)) and len(words) >= _FEWEST_WORDS
