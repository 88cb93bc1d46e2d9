"""When a page says it was published: its metadata, a date by its headline, its address.

A date of the page is one that the page gives for itself. Dates in the story, in lists of other
articles and of later changes are none, so these are not looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import TYPE_CHECKING, Any

from saksama.sources.byline import date_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_PUBLISHED = re.compile(
    r"(?:.*[:._-])?(?:date)?-?_?(?:publish(?:ed)?|publication|pub|issued|created)(?:[_-]?(?:time|date|at|on))?"
    r"|(?:dc|dcterms|sailthru|article)[.:]date|date|publish_?date",
    re.I,
)
_LATER = re.compile(r"modif|updat|expir|review", re.I)
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)")
_LOCAL = timezone(timedelta(hours=7))  # Western Indonesian time, in which most papers print their dates
_ASIDE = frozenset(("aside", "nav", "footer", "li", "script", "style", "select", "option"))
_BEFORE, _AFTER = 12, 60  # elements around the headline
_LONG = 120
_HEADLINE = 12


def published(tree: HtmlElement, language: str) -> str | None:
    """The date as the page writes it, ISO 8601 where it is metadata; `None` where it gives none."""
    for found in (_linked_data(tree), _meta(tree), _by_headline(tree, language)):
        if text := next(found, None):
            return local_time(text)
    return None


def day_in_url(url: str | None) -> str | None:
    """The day in an address such as ``/2024/06/19/judul``."""
    found = _IN_URL.search(url) if url else None
    return "-".join(part.zfill(2) for part in found.groups()) if found else None


def local_time(text: str) -> str:
    """A moment given in universal time as it was in Jakarta, on that day; anything else as it is."""
    text = text.strip()
    if not _MOMENT.fullmatch(text) or not text.endswith(("Z", "+00:00", "+0000")):
        return text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)  # a day, not a moment
    return moment.date().isoformat() if midnight else moment.astimezone(_LOCAL).isoformat()


def _linked_data(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _dates_in(content)


def _dates_in(content: Any) -> Iterator[str]:
    """Every ``datePublished``, those further up first; depth is bounded by JSON's own limit."""
    waiting = [content]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, dict):
            if isinstance(date := item.get("datePublished"), str) and date.strip():
                yield date
            waiting += [value for value in item.values() if isinstance(value, dict | list)]
        elif isinstance(item, list):
            waiting += item[:200]


def _meta(tree: HtmlElement) -> Iterator[str]:
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if (
            content
            and _PUBLISHED.fullmatch(name)
            and not _LATER.search(name)
            and any(map(str.isdigit, content))
        ):
            yield content


def _by_headline(tree: HtmlElement, language: str) -> Iterator[str]:
    """A byline among the elements around the first headline, up to the first long paragraph."""
    every = [element for element in islice(tree.iter(), 6000) if isinstance(element.tag, str)]
    at = _headline(every)
    if at is None:
        return
    for element in every[max(0, at - _BEFORE) : at + _AFTER]:
        if element.tag in _ASIDE or any(above.tag in _ASIDE for above in islice(element.iterancestors(), 8)):
            continue
        if element.tag == "time" and (moment := element.get("datetime")):
            yield moment
        text = _text(element)
        if element.tag == "p" and len(text) > _LONG:
            return
        if text and (found := date_of(text, language)) and found.value:
            yield found.value


def _headline(every: list[HtmlElement]) -> int | None:
    """Which element is the headline: the heading that the page's title repeats, else the first h1."""
    title = next((_text(element) for element in every if element.tag == "title"), "")
    headings = [(i, _text(element)) for i, element in enumerate(every) if element.tag in ("h1", "h2", "h3")]
    for at, text in headings:
        if len(text) >= _HEADLINE and text.casefold() in title.casefold():
            return at
    return next((at for at, text in headings if every[at].tag == "h1" and len(text) >= _HEADLINE), None)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(islice(element.itertext(), 30)).split())
