"""A feed or page that was asked, and the articles it leads to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from saksama.records import FetchState
from saksama.sources.confine import Confined
from saksama.sources.feeds import Entry, looks_like_feed
from saksama.sources.net import Answer, Client
from saksama.watch.config import Source


@dataclass(slots=True)
class Lead:
    """A source and what is still to be fetched for it; `state` is what will be remembered of it.

    `whole` is False once an article had to be left for later: then the source is asked anew in full.
    """

    source: Source
    client: Client
    state: FetchState
    left: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """One article to fetch: `mark` is the digest of what the feed says about it."""

    lead: Lead
    url: str
    mark: str
    entry: Entry | None = None


def entries(answer: Answer, source: Source, parsers: Confined) -> list[Entry]:
    """The entries of a feed, or the links of a page as entries. Raises an `InputError`.

    What it is is told by its content: a page may be given as a feed, and a feed as a page.
    """
    if source.kind == "feed" or looks_like_feed(answer.body):
        return list(parsers.feed(answer.body, answer.url, answer.charset).entries)
    links = parsers.links(answer.body, answer.url, answer.charset, 4 * source.most)
    return [Entry(link, link, "") for link in links]


def mark_of(entry: Entry) -> str:
    """What the feed says about an entry: its headline and its date, or when it was changed."""
    said = f"{entry.title}\n{entry.updated or entry.published or ''}"
    return digest(said.encode("utf-8", "surrogatepass"))[:16]


def digest(raw: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(raw).hexdigest()
