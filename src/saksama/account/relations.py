"""Who did what to whom, bundled: one relation for each pair, direction, quarter and certainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from saksama.account.quads import quad
from saksama.records import Event, Participant

NODES, EDGES = 12, 36


@dataclass(frozen=True, slots=True)
class Relation:
    """All that `actor` did to `recipient` in one quarter; `mutual` has no direction."""

    actor: str
    recipient: str
    quad: str
    sure: bool
    mutual: bool
    types: tuple[tuple[str, int], ...]
    tellings: int

    @property
    def count(self) -> int:
        return sum(number for _, number in self.types)


@dataclass(frozen=True, slots=True)
class Web:
    """The relations that are drawn, their nodes in order around the circle, and how many there are."""

    nodes: tuple[str, ...]
    relations: tuple[Relation, ...]
    total: int


def web(events: tuple[Event, ...]) -> Web:
    """The most told relations between the most told actors."""
    relations = _bundled(events)
    weight: Counter[str] = Counter()
    for relation in relations:
        weight[relation.actor] += relation.tellings
        weight[relation.recipient] += relation.tellings
    kept = {node for node, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))[:NODES]}
    drawn = [r for r in relations if r.actor in kept and r.recipient in kept][:EDGES]
    return Web(_round(drawn), tuple(drawn), len(relations))


def _bundled(events: tuple[Event, ...]) -> list[Relation]:
    types: dict[tuple[str, str, str, bool, bool], Counter[str]] = {}
    tellings: Counter[tuple[str, str, str, bool, bool]] = Counter()
    for event in events:
        for actor, recipient, mutual in _pairs(event):
            key = (actor, recipient, quad(event.type), event.status == "occurred", mutual)
            types.setdefault(key, Counter())[event.type] += 1
            tellings[key] += event.distinct_texts
    found = [
        Relation(
            *key, types=tuple(sorted(counted.items(), key=lambda i: (-i[1], i[0]))), tellings=tellings[key]
        )
        for key, counted in types.items()
    ]
    return sorted(found, key=lambda r: (-r.tellings, r.actor, r.recipient, r.quad, not r.sure, r.mutual))


def _pairs(event: Event) -> Iterator[tuple[str, str, bool]]:
    """Ordered pairs of an event's parties; a mutual one is named in one order whoever stands first."""
    actors = sorted({code for party in event.actors if (code := _code(party))})
    recipients = sorted({code for party in event.recipients if (code := _code(party))})
    for actor in actors:
        yield from ((actor, recipient, False) for recipient in recipients if recipient != actor)
    if event.reciprocal and not recipients:
        yield from ((one, other, True) for one, other in combinations(actors, 2))


def _code(party: Participant) -> str:
    return party.acts_for or party.actor


def _round(relations: list[Relation]) -> tuple[str, ...]:
    """Nodes in their places round the circle: the two most tied face each other, the rest stand near
    those they are tied to."""
    ties: Counter[tuple[str, str]] = Counter()
    for relation in relations:
        ties[relation.actor, relation.recipient] += relation.tellings
        ties[relation.recipient, relation.actor] += relation.tellings
    weight: Counter[str] = Counter()
    for (node, _), told in ties.items():
        weight[node] += told
    left = sorted(weight, key=lambda node: (-weight[node], node))
    free = list(range(len(left)))
    placed: dict[str, int] = {}
    for node in left:
        place = len(left) // 2 if len(placed) == 1 else _nearest(node, free, placed, ties, len(left))
        placed[node] = place
        free.remove(place)
    return tuple(sorted(placed, key=placed.__getitem__))


def _nearest(
    node: str, free: list[int], placed: dict[str, int], ties: Counter[tuple[str, str]], size: int
) -> int:
    """The free place with the shortest way to what the node is tied to."""

    def way(place: int) -> int:
        apart = {other: abs(place - at) for other, at in placed.items()}
        return sum(min(gap, size - gap) * ties[node, other] for other, gap in apart.items())

    return min(free, key=lambda place: (way(place), place))
