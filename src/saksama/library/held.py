"""One article held against the desk, which stays as it is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from saksama.errors import InputError, UsageError
from saksama.library.brief import account
from saksama.library.desk import beside, part_of
from saksama.library.find import find
from saksama.library.intake import is_address
from saksama.library.order import Pages, version_before
from saksama.records import Article, Reading, Skipped

if TYPE_CHECKING:
    from saksama.account.held import Dealt, Held
    from saksama.store import Desk, FileDesk


def check(desk: FileDesk, what: str, *, published: str | None = None, allow: Iterable[str] = ()) -> Held:
    """What the desk says about an article: a file, ``-`` (standard input), a URL, or one of the desk.

    Nothing is written. A URL that is on the desk is taken from there. `published` is the date that a page
    lacks, `allow` are local places that may be asked. Raises `InputError` where there is no article,
    `UsageError` where there are several.
    """
    if _is_file(what) or (is_address(what) and not _on_desk(desk, what)):
        return check_article(desk, _article(what, published, tuple(allow)))
    with desk.snapshot():
        return _known(desk, find(desk, what, ("article",)).id)


def check_article(desk: FileDesk, article: Article) -> Held:
    """As `check`, of an article that was loaded already."""
    with desk.snapshot():
        return _held(desk, article)


def _is_file(what: str) -> bool:
    return what == "-" or "\0" in what or os.path.exists(what)


def _on_desk(desk: FileDesk, url: str) -> bool:
    from saksama.store import lists

    return bool(lists.at(desk, url))


def _article(what: str, published: str | None, allow: tuple[str, ...]) -> Article:
    from saksama.sources import dated, from_url, load

    options = dated({what: published} if published else None)
    web = is_address(what)
    items = list(from_url(what, allow=allow, published=published) if web else load(what, options))
    articles = [item for item in items if isinstance(item, Article)]
    if len(articles) > 1:
        raise UsageError(f"{what}: {len(articles)} articles in it; check takes one")
    if not articles:
        skipped = next((item for item in items if isinstance(item, Skipped)), None)
        raise InputError(skipped.path if skipped else what, skipped.reason if skipped else "no article in it")
    return articles[0]


def _held(desk: FileDesk, article: Article) -> Held:
    """An article that may be new: read, and placed on a copy of what lies beside it."""
    from saksama import stories
    from saksama.pipeline import read_articles

    pages = Pages(desk.versions, desk.has_article)
    if known := pages.known(article):
        return _known(desk, known)
    page = article.id
    [reading] = read_articles([pages.take(article)])
    before = version_before(desk, reading, [identity for identity, _ in desk.versions(page)])
    around = dict.fromkeys((*beside(desk, reading), *([before] if before else [])))
    part = part_of(desk, around)
    stories.add(part, reading, before)
    return _told(desk, part, reading, (None, before))


def _known(desk: FileDesk, identity: str) -> Held:
    reading = desk.reading(identity)
    part = part_of(desk, (*beside(desk, reading), identity))
    return _told(desk, part, reading, (identity, None))


def _told(desk: FileDesk, part: Desk, reading: Reading, place: tuple[str | None, str | None]) -> Held:
    from saksama.account.held import Against, held

    identity = reading.article.id
    against = Against(len(part.readings()) - 1, len(desk.article_ids()) - bool(place[0]), *place)
    return held(account(part), identity, against, _dealt(reading, part))


def _dealt(reading: Reading, part: Desk) -> tuple[Dealt, ...]:
    """The published fact-checks on what the article claims."""
    from saksama.account.held import Dealt
    from saksama.checks.known_claim import matches

    return tuple(
        Dealt(
            match.review,
            match.stance,
            tuple(reading.article.evidence(s.start, s.end) for s in match.sentences),
        )
        for match in matches(reading, part)
    )
