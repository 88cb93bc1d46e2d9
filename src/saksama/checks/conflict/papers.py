"""What articles of one story are held against one another where neither was made from the other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations
from typing import Protocol, TypeVar

from saksama import edtf
from saksama.checks.case import Case
from saksama.records import Reading, Story

NEAR_DAYS = 1  # between reports of one happening
MOST = 40  # facts of one kind and key in a story that are held against one another


class Told(Protocol):
    """A fact of an article."""

    @property
    def reading(self) -> Reading: ...


Fact = TypeVar("Fact", bound=Told)


def facing(
    case: Case,
    facts: Callable[[Reading], Iterable[Fact]],
    key: Callable[[Fact], Hashable],
) -> Iterator[tuple[Fact, Fact]]:
    """Facts with the same key of two articles of one story and almost one day."""
    for story in case.desk.stories():
        if len(story.articles) < 2:
            continue
        kin, groups = _versions(story), dict[Hashable, list[Fact]]()
        for article in story.articles:
            reading = case.desk.reading(article)
            if reading.article.dated:
                for fact in facts(reading):
                    groups.setdefault(key(fact), []).append(fact)
        for group in groups.values():
            yield from (pair for pair in combinations(group[:MOST], 2) if _comparable(pair, kin))


def _versions(story: Story) -> set[frozenset[str]]:
    """Pairs of articles that are one text, which are compared sentence by sentence."""
    return {frozenset((e.from_, e.to)) for e in story.lineage if e.kind != "rewrite"}


def _comparable(pair: tuple[Told, Told], kin: set[frozenset[str]]) -> bool:
    one, other = (fact.reading.article for fact in pair)
    if one.id == other.id or frozenset((one.id, other.id)) in kin:
        return False
    apart = edtf.days_apart(one.published, other.published)
    return apart is not None and apart <= NEAR_DAYS
