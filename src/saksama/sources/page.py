"""HTML pages: trafilatura finds the article and its metadata; we make the text plain lines."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from saksama.errors import NoArticle, TooLarge
from saksama.sources.decode import decode, tidy
from saksama.sources.identity import clean_url
from saksama.sources.options import Draft, SourceOptions
from saksama.sources.page_date import day_in_url, published

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DEEPEST = 250
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,20})[^<>]{0,4000}?(/?)>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# we read dates ourselves: what this finds is not used, and its default limit is the clock
_FAST_DATE = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[1245-9]|2[0-9]|3[01]|127)(?!\d)|x0*(?:[0-8bcef]|1[0-9a-f]|7f)(?![0-9a-f]));?", re.I
)
_MOST_LINKS, _LONGEST_LINK = 2000, 200
_FEWEST_WORDS = 30
_LINK_SHARE = 0.6
_SEPARATED = re.compile(r"\s+[|\-–—»:•·]\s+")
_LOOKS_LIKE = re.compile(r"<(?:!doctype|html|head|body|article|div|p|meta|title|h1|section|main)\b", re.I)


def looks_like_html(text: str) -> bool:
    """Whether the start of a text is markup."""
    head = text[:2000].lstrip()
    return head.startswith("<") and bool(_LOOKS_LIKE.search(head))


def read_page(raw: bytes, path: str | None, options: SourceOptions) -> Draft:
    """The draft of a page. Raises `NoArticle` for front pages, link lists and broken markup."""
    where = path or ""
    if len(raw) > options.max_page_bytes:
        raise TooLarge(where, f"a page of more than {options.max_page_bytes // 1_000_000} MB")
    html = _CONTROL.sub(" ", tidy(decode(raw, where, html=True)))  # the parser takes neither kind
    tree = parse_tree(html, where)
    linked = _linked(tree)
    date = published(tree, options.language)  # before trafilatura takes the tree apart
    found = _extract(tree, where)
    lines = _lines(found["text"])
    url = clean_url(found.get("url"))
    outlet = _clean(found.get("sitename"))
    title = _bare_title(_clean(found.get("title")), outlet, found.get("hostname"))
    if lines and title and lines[0].casefold() == title.casefold():
        lines = lines[1:]
    if sum(len(line.split()) for line in lines) < _FEWEST_WORDS or _is_list(lines, linked):
        raise NoArticle(where, "a page without an article")
    return Draft(
        text="\n".join(lines),
        title=title,
        date=date or day_in_url(url),
        url=url,
        outlet=outlet,
        path=path,
        body_only=True,
    )


def _lines(text: str) -> list[str]:
    """The lines without their odd white space; a bullet that stands alone goes to its item."""
    bare = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"(?m)^-\n(?=.)", "- ", "\n".join(line for line in bare if line)).split("\n")


def parse_tree(html: str, where: str) -> HtmlElement:
    """The tree of a page. Whatever the parser stumbles over, the page has no article for us: `NoArticle`."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from trafilatura import load_html

    try:
        tree = load_html(_shallow(html))
    except (LxmlError, RecursionError, ValueError, TypeError, AttributeError):
        tree = None
    if tree is None:
        raise NoArticle(where, "the page cannot be parsed")
    return tree


def _extract(tree: HtmlElement, where: str) -> dict[str, Any]:
    """What trafilatura finds in a page: text, title, sitename, url, hostname."""
    import logging

    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        document = bare_extraction(
            tree,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=_FAST_DATE,
        )
    except (LxmlError, RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        raise NoArticle(where, "the page cannot be parsed") from None
    if document is None:
        raise NoArticle(where, "a page without an article")
    found = document if isinstance(document, dict) else document.as_dict()
    return {**found, "text": found.get("text") or ""}


def _shallow(html: str) -> str:
    """The page without the tags that nest deeper than a parser can follow in good time; their text stays."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[3] or tag[2].lower() in _VOID:
            return tag[0]
        deep = depth > _DEEPEST
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        return "\n" if deep else tag[0]

    return _TAG.sub(kept, html)


def _clean(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _bare_title(title: str | None, outlet: str | None, host: str | None) -> str | None:
    """The title without the outlet behind it: "Harga Naik - Kabarkita.com Ekonomi"."""
    if not title:
        return None
    names = [name.casefold() for name in (outlet, host, (host or "").split(".")[0]) if name]
    while len(parts := _SEPARATED.split(title)) > 1:
        last = parts[-1].casefold()
        if not any(name in last or last in name for name in names):
            break
        title = title[: len(title) - len(parts[-1])].rstrip().rstrip("|-–—»:•·").rstrip()
    return title


def _linked(tree: HtmlElement) -> set[str]:
    """The words of each link, if they are no more than a headline: a link that is never closed holds
    the whole article."""
    texts = (" ".join("".join(link.itertext()).split()) for link in islice(tree.iter("a"), _MOST_LINKS))
    return {text for text in texts if 0 < len(text) <= _LONGEST_LINK}


def _is_list(lines: list[str], linked: set[str]) -> bool:
    """Whether most of the text is links, or headlines: short lines that end without a full stop."""
    size = sum(len(line) for line in lines)
    sentences = sum(
        len(line) for line in lines if len(line) > 90 or line.rstrip("\"”’')").endswith((".", "!", "?"))
    )
    return sentences < (1 - _LINK_SHARE) * size or _in_links(lines, linked) > _LINK_SHARE * size


def _in_links(lines: list[str], linked: set[str]) -> int:
    """How many characters of the text stand in links."""
    text = "\n".join(lines)
    return sum(len(words) for words in linked if words in text)
