"""How well clusters agree: MUC, B-cubed and CEAF-e, and their mean, the CoNLL score.

Each measure gives counts, which add up over documents before they are divided (Vilain et al. 1995, Bagga
and Baldwin 1998, Luo 2005; predicted mentions as they are, after Pradhan et al. 2014). A cluster is a
set of mentions, each any hashable value; no mention is in two clusters of one side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from math import inf

Clusters = Sequence[frozenset[Hashable]]
MEASURES = ("muc", "b3", "ceafe")


@dataclass(frozen=True, slots=True)
class Counts:
    """What is divided: hits over `ours` is precision, hits over `gold` recall; the two hits may differ."""

    hits: float = 0.0
    ours: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.hits + other.hits,
            self.ours + other.ours,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        return self.hits / self.ours if self.ours else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """The three measures, summed over the documents that were added."""

    counts: dict[str, Counts] = field(default_factory=lambda: dict.fromkeys(MEASURES, Counts()))

    def add(self, gold: Clusters, ours: Clusters) -> None:
        for name, count in (("muc", muc), ("b3", b_cubed), ("ceafe", ceaf_e)):
            self.counts[name] += count(gold, ours)

    @property
    def conll(self) -> float:
        """The mean F1 of the three."""
        return sum(self.counts[name].f1 for name in MEASURES) / len(MEASURES)


def muc(gold: Clusters, ours: Clusters) -> Counts:
    """Links: how few would have to be added to make each cluster of one side out of the other's."""
    return Counts(*_links(ours, gold), *_links(gold, ours))


def _links(whole: Clusters, parts: Clusters) -> tuple[float, float]:
    of = _cluster_of(parts)
    kept = wanted = 0
    for cluster in whole:
        pieces = {of.get(mention, mention) for mention in cluster}
        kept += len(cluster) - len(pieces)
        wanted += len(cluster) - 1
    return kept, wanted


def b_cubed(gold: Clusters, ours: Clusters) -> Counts:
    """Mentions: what share of a mention's cluster is in its cluster of the other side."""
    return Counts(*_shares(ours, gold), *_shares(gold, ours))


def _shares(whole: Clusters, parts: Clusters) -> tuple[float, float]:
    of = _cluster_of(parts)
    shared = 0.0
    for cluster in whole:
        sizes = Counter(of[mention] for mention in cluster if mention in of)
        shared += sum(size * size for size in sizes.values()) / len(cluster)
    return shared, sum(map(len, whole))


def _cluster_of(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def ceaf_e(gold: Clusters, ours: Clusters) -> Counts:
    """Clusters: one to one, so that what the pairs share (Dice) is the most that can be."""
    rows, columns = (gold, ours) if len(gold) <= len(ours) else (ours, gold)
    gains = [[2 * len(a & b) / (len(a) + len(b)) for b in columns] for a in rows]
    best = sum(gains[row][column] for row, column in enumerate(assignment(gains)))
    return Counts(best, len(ours), best, len(gold))


def assignment(gains: Sequence[Sequence[float]]) -> list[int]:
    """The column for each row, each used once, with the greatest sum (Kuhn 1955).

    There must be at least as many columns as rows.
    """
    height, width = len(gains), len(gains[0]) if gains else 0
    offsets, prices, row_of = [0.0] * (height + 1), [0.0] * (width + 1), [0] * (width + 1)
    for row in range(1, height + 1):
        row_of[0] = row
        way = _cheapest(gains, row_of, offsets, prices)
        column = way[-1]
        while column:
            row_of[column], column = row_of[way[column]], way[column]
    found = [0] * height
    for column in range(1, width + 1):
        if row_of[column]:
            found[row_of[column] - 1] = column - 1
    return found


def _cheapest(
    gains: Sequence[Sequence[float]], row_of: list[int], offsets: list[float], prices: list[float]
) -> list[int]:
    """By column the one before it on the cheapest way to a free column, which stands last."""
    width = len(prices) - 1
    costs, way, done = [inf] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    column = 0
    while row_of[column]:
        done[column] = True
        row, step, nearest = row_of[column], inf, 0
        for other in range(1, width + 1):
            if done[other]:
                continue
            cost = -gains[row - 1][other - 1] - offsets[row] - prices[other]
            if cost < costs[other]:
                costs[other], way[other] = cost, column
            if costs[other] < step:
                step, nearest = costs[other], other
        for other in range(width + 1):
            if done[other]:
                offsets[row_of[other]] += step
                prices[other] -= step
            else:
                costs[other] -= step
        column = nearest
    return [*way, column]
