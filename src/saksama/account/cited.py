"""Sentences with the outlet, the day and the address that they come from, for pages without marks."""

from __future__ import annotations

from collections.abc import Iterable

from saksama.account.card import Quote, Source
from saksama.account.clean import line, safe_url
from saksama.account.piles import dated, file_name, headline
from saksama.account.spans import pieces
from saksama.account.words import Words
from saksama.records import Article, Evidence, Span


class Cited:
    """The articles that a page quotes. `own` is the id of the one that it is about, if it is about one."""

    def __init__(self, articles: Iterable[Article], words: Words, own: str | None = None) -> None:
        self._articles = {article.id: article for article in articles}
        self._words, self._own = words, own

    def source(self, identity: str) -> Source:
        """ "Lentera Selat, 19 June 2024" with its address; without one, with the name of its file."""
        article = self._articles[identity]
        url = safe_url(article.url)
        day = dated(article, self._words)[0] if article.published else ""
        outlet = line(article.outlet or "") or (headline(article, self._words) if not url else "")
        file = "" if url else file_name(article)
        return Source(", ".join(part for part in (outlet, day, file) if part) or identity, url)

    def name(self, identity: str) -> str:
        """The headline of an article."""
        return headline(self._articles[identity], self._words)

    def quote(self, evidence: Evidence, lit: Iterable[Span] = ()) -> Quote:
        """A piece of an article with its source."""
        article = self._articles[evidence.article]
        told = pieces(article, Span(evidence.start, evidence.end), lit)
        if evidence.article == self._own:
            return Quote(told, Source(self._words.say("this_article")), own=True)
        return Quote(told, self.source(evidence.article))
