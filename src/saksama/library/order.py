"""The one order in which articles are added, their ids, and which of them are versions of one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from saksama.records import Article, Reading, Skipped
from saksama.store import Desk
from saksama.store.digests import digest

VERSIONS = 5  # so many of the latest texts of one file name are asked whether they are kin

Version = tuple[str, str]  # the id and the digest of a text


class Pages:
    """The texts of each page. An article's own id names its page; each text of it gets an id once.

    `known` gives the texts of a page that were taken before, `exists` whether an id is in use at all.
    """

    def __init__(
        self, known: Callable[[str], Iterable[Version]], exists: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._known, self._exists = known, exists
        self._texts: dict[str, dict[str, str]] = {}
        self._page: dict[str, str] = {}

    def known(self, article: Article) -> str | None:
        """The id under which this text of the page is known."""
        return self._of(article.id).get(digest(article.text))

    def take(self, article: Article) -> Article:
        """The article under the id that it gets: its own, and with a piece of the digest for later texts."""
        texts, sha256 = self._of(article.id), digest(article.text)
        free = (name for name in _names(article.id, sha256, not texts) if self._is_free(name))
        identity = texts[sha256] = next(free)
        self._page[identity] = article.id
        return article if identity == article.id else rename(article, identity)

    def page(self, identity: str) -> str:
        """The page of an article that was taken."""
        return self._page[identity]

    def before(self, identity: str) -> list[str]:
        """Ids of the texts that the page had before this one."""
        texts = list(self._texts[self._page[identity]].values())
        return texts[: texts.index(identity)]

    def _of(self, page: str) -> dict[str, str]:
        if page not in self._texts:
            self._texts[page] = {sha256: identity for identity, sha256 in self._known(page)}
        return self._texts[page]

    def _is_free(self, identity: str) -> bool:
        return identity not in self._page and not self._exists(identity)


def _names(page: str, sha256: str, first: bool) -> list[str]:
    return [*([page] if first else []), *(f"{page}-{sha256[:size]}" for size in (6, 12, 64))]


def canonical(articles: Sequence[Article]) -> tuple[list[Article], list[Skipped]]:
    """The order in which articles are added: published, then id; the same text again is left out.

    Two texts under one id (versions of a page, files of one name) get ids of their own.
    """
    return taken(articles, Pages(lambda _: ()))


def taken(articles: Iterable[Article], pages: Pages) -> tuple[list[Article], list[Skipped]]:
    """As `canonical`, of articles of which some may be known."""
    kept, doubles = [], []
    for article in in_order(articles):
        if identity := pages.known(article):
            doubles.append(Skipped(article.path or identity, f"the same article as {identity}; read once"))
        else:
            kept.append(pages.take(article))
    return kept, doubles


def in_order(articles: Iterable[Article]) -> list[Article]:
    """By day and hour of publication, what lacks one last; then by id, text and path."""
    return sorted(
        articles,
        key=lambda a: (a.published or "~", a.moment or "~", a.id, digest(a.text), a.path or ""),
    )


def rename(article: Article, identity: str) -> Article:
    """The article under another id, its evidence with it."""
    evidence = tuple(replace(e, article=identity) for e in article.published_evidence)
    return replace(article, id=identity, published_evidence=evidence)


def version_before(desk: Desk, reading: Reading, earlier: Sequence[str]) -> str | None:
    """Of the earlier texts of a page, the one that this one replaces.

    At one address that is the latest, whatever it said. Files of one name may be articles that have
    nothing in common: there the two must be kin.
    """
    from saksama.stories import kindred

    if reading.article.url:
        return earlier[-1] if earlier else None
    latest = reversed(earlier[-VERSIONS:])
    return next((other for other in latest if kindred(desk.reading(other), reading)), None)
