"""The fields of an entry made plain: markup out of titles, links whole, lengths bounded."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from saksama.sources.address import whole
from saksama.sources.decode import tidy
from saksama.sources.feeds.entry import Entry

MOST_ENTRIES = 500
_LONGEST = {"title": 400, "summary": 4000, "id": 500, "date": 80, "content": 400_000}
_SCRIPT = re.compile(r"<(?:script|style)\b", re.I)
_SCRIPT_END = re.compile(r"</(?:script|style)\b", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")


def entry(plain: Mapping[str, str], base: str) -> Entry:
    """An entry from its strings: link, id, title, published, updated, summary, content."""
    link = whole(base, plain["link"])
    return Entry(
        link=link,
        id=tidy(plain["id"]).strip()[: _LONGEST["id"]] or link or "",
        title=one_line(plain["title"], _LONGEST["title"]),
        published=_date(plain["published"]),
        updated=_date(plain["updated"]),
        summary=one_line(plain["summary"], _LONGEST["summary"]),
        content=tidy(plain["content"][: _LONGEST["content"]]),
    )


def one_line(text: str, longest: int) -> str:
    """A text without markup, control characters and line ends, at most so long."""
    text = text[: 20 * longest]
    if "<" in text:
        text = _TAG.sub(" ", _without_scripts(text))
    plain = " ".join(tidy(html.unescape(text)).split())
    if "<" in plain and _TAG.search(plain):  # markup that was written as plain text
        plain = " ".join(_TAG.sub(" ", _without_scripts(plain)).split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def _without_scripts(text: str) -> str:
    pieces, at = [], 0
    while found := _SCRIPT.search(text, at):
        pieces.append(text[at : found.start()])
        end = _SCRIPT_END.search(text, found.end())
        at = end.start() if end else len(text)
    return "".join(pieces) + text[at:]


def _date(text: str) -> str | None:
    return " ".join(tidy(text[:200]).split())[: _LONGEST["date"]] or None
