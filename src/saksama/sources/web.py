"""What came over the network as articles: a page, or the pages that a feed names.

Whatever parses foreign bytes runs confined; here is only what puts its findings together.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from saksama.errors import InputError, NoArticle, Unreachable, Unsafe
from saksama.records import Article, Skipped
from saksama.sources.address import parse
from saksama.sources.assemble import assemble
from saksama.sources.confine import Confined
from saksama.sources.decode import as_utf8, decode
from saksama.sources.feeds import Entry, looks_like_feed
from saksama.sources.net import Answer, Client, Robots
from saksama.sources.net.pace import Pace
from saksama.sources.options import Draft, Note, SourceOptions
from saksama.sources.page import looks_like_html
from saksama.sources.page_date import local_time

_STATUS = {
    401: "asks for a password",
    403: "does not let us read it",
    404: "no such page",
    410: "gone for good",
    429: "asks for fewer requests",
    503: "asks us to come back later",
}
_PAUSE = 2.0  # seconds between two pages of one host
_LOOK = 4000


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a page beforehand: its outlet, its date as the caller gives it, its feed's entry."""

    outlet: str | None = None
    published: str | None = None
    entry: Entry | None = None


@dataclass(slots=True)
class Ways:
    """How the network is asked and what comes is parsed."""

    client: Client
    parsers: Confined
    robots: Robots = field(default_factory=lambda: Robots(time.monotonic))
    pace: Pace = field(default_factory=lambda: Pace(_PAUSE, time.monotonic))


def articles_at(url: str, ways: Ways, told: Told, most: int) -> Iterator[Article | Skipped | Note]:
    """The article at a URL; of a feed those of its first `most` entries. What fails is a `Skipped`.

    A page that is named is fetched as a browser would; the pages that a feed names as robots.txt allows.
    """
    try:
        answer = ways.client.get(url)
        if problem := problem_of(answer):
            raise Unreachable(url, problem)
        if not looks_like_feed(answer.body):
            article, notes = article_of(answer, ways.parsers, told)
            yield article
            yield from notes
            return
        feed = ways.parsers.feed(answer.body, answer.url, answer.charset)
    except InputError as error:
        yield Skipped(error.path or url, error.reason)
        return
    client = near(ways.client, answer.url)
    for entry in feed.entries[:most]:
        yield from _entry(entry, replace(ways, client=client), replace(told, entry=entry, published=None))
    left = len(feed.entries[most:]) + feed.more
    if left:
        yield Note(url, f"a feed with {left} more entries, which were left out")


def near(client: Client, url: str) -> Client:
    """The client for what a page or feed leads to: into local places from local places alone."""
    return client if parse(url).origin in client.allow else replace(client, allow=frozenset())


def problem_of(answer: Answer) -> str | None:
    """Why an answer is no page, None if it is one."""
    if answer.status == 200:
        return None
    return f"{_STATUS.get(answer.status, 'answers with an error')} ({answer.status})"


def _entry(entry: Entry, ways: Ways, told: Told) -> Iterator[Article | Skipped | Note]:
    link = entry.link
    if link is None:
        yield Skipped(entry.id or entry.title, "an entry without a link that can be fetched")
        return
    try:
        verdict = ways.robots.verdict(link, ways.client.get)
        if not verdict.allowed:
            raise Unsafe(link, verdict.reason)
        time.sleep(ways.pace.wait(link))
        ways.pace.asked(link, verdict.delay)
        answer = ways.client.get(link)
        if problem := problem_of(answer):
            raise Unreachable(link, problem)
        article, notes = article_of(answer, ways.parsers, told)
    except InputError as error:
        yield Skipped(error.path or link, error.reason)
        return
    yield article
    yield from notes


def article_of(answer: Answer, parsers: Confined, told: Told) -> tuple[Article, tuple[Note, ...]]:
    """The article of an answer, and what is odd about it. Raises an `InputError`."""
    head = decode(as_utf8(answer.body[:_LOOK], answer.charset) or b" ", answer.url, html=True)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "text/plain" and not looks_like_html(head):
        draft = Draft(text=decode(as_utf8(answer.body, answer.charset), answer.url), path=answer.url)
    else:
        draft = parsers.page(answer.body, answer.url, answer.charset)
    return _assembled(draft, answer.url, told)


def article_in(entry: Entry, url: str, parsers: Confined, told: Told) -> tuple[Article, tuple[Note, ...]]:
    """The article that a feed's entry carries itself; `url` is where the feed came from.

    Raises an `InputError`, `NoArticle` where the entry holds no more than a summary.
    """
    where = entry.link or url
    if not entry.content:
        raise NoArticle(where, "the feed does not carry the text of this entry")
    page = f"<!DOCTYPE html><html><body><article>{entry.content}</article></body></html>"
    draft = parsers.page(page.encode("utf-8", "replace"), where)
    return _assembled(replace(draft, title=None, url=None, date=None), where, told)


def _assembled(draft: Draft, url: str, told: Told) -> tuple[Article, tuple[Note, ...]]:
    """The draft with what is known beforehand. A page may name its own address, on its own host alone."""
    entry = told.entry
    said = entry.published if entry else None
    own = draft.url if draft.url and _host(draft.url) == _host(url) else url
    whole = replace(
        draft,
        title=draft.title or (entry.title if entry else None) or None,
        date=draft.date or (local_time(said) if said else None),
        given=told.published,
        url=own,
        outlet=told.outlet or draft.outlet,
        path=url,
    )
    article, notes = assemble(whole, SourceOptions())
    return replace(article, path=None), notes


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
