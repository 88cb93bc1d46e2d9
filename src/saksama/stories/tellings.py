"""How many distinct texts tell a thing, after copies and shared carriers are folded together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from saksama.records import Event, Lineage
from saksama.store import Desk
from saksama.stories.credits import credited
from saksama.stories.ties import ties


class Groups:
    """Articles for which a shared origin is not excluded."""

    def __init__(self) -> None:
        self._group: dict[str, str] = {}

    def distinct(self, articles: Iterable[str]) -> int:
        """The number of groups among the articles."""
        return len({self.of(article) for article in articles})

    def of(self, article: str) -> str:
        """The article that stands for its group."""
        while (above := self._group.get(article, article)) != article:
            article = above
        return article

    def unite(self, one: str, other: str) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        if low != high:
            self._group[high] = low

    def of_story(self, lineage: Iterable[Lineage], carried: Iterable[tuple[str, str]]) -> None:
        """Unite what was made from one another, and what credits one carrier (articles with carriers)."""
        for edge in lineage:
            self.unite(edge.from_, edge.to)
        first: dict[str, str] = {}
        for article, via in carried:
            self.unite(first.setdefault(via.casefold(), article), article)


def tellings(desk: Desk) -> Groups:
    """The groups of all articles of a desk, story by story."""
    groups = Groups()
    for story in desk.stories():
        readings = map(desk.reading, story.articles)
        carried = ((r.article.id, carrier) for r in readings for carrier in sorted(credited(r)))
        groups.of_story(story.lineage, carried)
    return groups


def counted(desk: Desk) -> tuple[Event, ...]:
    """The events of the desk, each with its number of distinct texts and why its mentions are one."""
    groups = tellings(desk)
    return tuple(
        replace(e, distinct_texts=groups.distinct(e.articles), ties=ties(desk, e)) for e in desk.events()
    )
