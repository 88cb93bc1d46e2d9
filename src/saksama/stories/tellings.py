"""How many distinct texts tell a thing, after copies and shared carriers are folded together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from saksama.records import Event
from saksama.store import Desk


class Tellings:
    """Groups of articles for which a shared origin is not excluded (union of lineage and carriers)."""

    def __init__(self, desk: Desk) -> None:
        self._group: dict[str, str] = {}
        for story in desk.stories():
            for edge in story.lineage:
                self._unite(edge.from_, edge.to)
            self._unite_carriers(desk, story.articles)

    def distinct(self, articles: Iterable[str]) -> int:
        """The number of groups among the articles."""
        return len({self._find(article) for article in articles})

    def _unite_carriers(self, desk: Desk, articles: Iterable[str]) -> None:
        first: dict[str, str] = {}
        for article in articles:
            for statement in desk.reading(article).statements:
                if statement.via:
                    self._unite(first.setdefault(statement.via.casefold(), article), article)

    def _find(self, article: str) -> str:
        while (above := self._group.get(article, article)) != article:
            article = above
        return article

    def _unite(self, one: str, other: str) -> None:
        low, high = sorted((self._find(one), self._find(other)))
        if low != high:
            self._group[high] = low


def counted(desk: Desk) -> tuple[Event, ...]:
    """The events of the desk, each with its number of distinct texts."""
    tellings = Tellings(desk)
    return tuple(replace(e, distinct_texts=tellings.distinct(e.articles)) for e in desk.events())
