"""A feed and its entries, as far as we want to know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `link` is a whole http or https URL; `title` and `summary` are plain text in one line.

    `published` and `updated` are ISO 8601 where they can be read, else as they are written; `content` is
    the HTML of the whole article, if the feed carries it.
    """

    link: str | None
    id: str
    title: str
    published: str | None = None
    updated: str | None = None
    summary: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `kind` is ``rss20``, ``atom10``, ``json`` and the like; `more` counts entries left out."""

    kind: str
    title: str
    entries: tuple[Entry, ...]
    more: int = 0
