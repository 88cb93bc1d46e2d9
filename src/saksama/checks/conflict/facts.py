"""The facts of two tellings of one sentence, and which stands in the place of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from saksama.checks.conflict.aligned import Pair
from saksama.records import Mention, Quantity, Reading, Sentence, TimeExpression

Kind = TypeVar("Kind", Mention, Quantity, TimeExpression)


@dataclass(frozen=True, slots=True)
class Other(Generic[Kind]):
    """A fact of the earlier telling, and what the later one has in its place.

    `beside` tells whether the same words stand next to both.
    """

    pair: Pair
    one: Kind
    other: Kind
    beside: bool


def changed(
    pair: Pair,
    facts: Callable[[Reading], Iterable[Kind]],
    meaning: Callable[[Kind], Hashable],
    fits: Callable[[Kind, Kind], bool],
) -> Iterator[Other[Kind]]:
    """Facts that one telling has and the other lacks, paired by the words beside them.

    What stands alone on both sides is paired too: a retelling moves the words around. What one telling
    has more often than the other may stand in a place as well, but only beside the same words. `fits` says
    which facts can stand for one another at all.
    """
    ours, theirs = _inside(facts(pair.old), pair.before), _inside(facts(pair.new), pair.after)
    lost, come = _without(ours, theirs, meaning), _without(theirs, ours, meaning)
    alone = len(lost) == len(come) == 1
    for one in lost:
        company = _company(pair.before, one)
        fitting = [other for other in come if fits(one, other)]
        close = [other for other in fitting if company & _company(pair.after, other)]
        again = [o for o in _more(theirs, ours, meaning) if company and company <= _company(pair.after, o)]
        if close or (alone and fitting):
            other = (close or fitting)[0]
            come.remove(other)
            yield Other(pair, one, other, bool(close))
        else:
            yield from (Other(pair, one, other, True) for other in again[:1] if fits(one, other))
    for other in come:
        company = _company(pair.after, other)
        again = [o for o in _more(ours, theirs, meaning) if company and company <= _company(pair.before, o)]
        yield from (Other(pair, one, other, True) for one in again[:1] if fits(one, other))


def _more(some: list[Kind], others: list[Kind], meaning: Callable[[Kind], Hashable]) -> list[Kind]:
    """Facts that some have more often than the others, which have them too."""
    here, there = Counter(map(meaning, some)), Counter(map(meaning, others))
    return [fact for fact in some if here[meaning(fact)] > there[meaning(fact)] > 0]


def _inside(facts: Iterable[Kind], sentence: Sentence) -> list[Kind]:
    return [fact for fact in facts if sentence.start <= fact.start and fact.end <= sentence.end]


def _without(some: list[Kind], others: list[Kind], meaning: Callable[[Kind], Hashable]) -> list[Kind]:
    known = {meaning(other) for other in others} | {other.text.casefold() for other in others}
    return [fact for fact in some if meaning(fact) not in known and fact.text.casefold() not in known]


def _company(sentence: Sentence, fact: Mention | Quantity | TimeExpression) -> set[tuple[str, ...]]:
    """The two words before a fact, and the two after it."""
    words = [t for t in sentence.tokens if t.upos not in ("PUNCT", "SYM")]
    after = [t.text.casefold() for t in words if t.start >= fact.end][:2]
    return {("<", *before(sentence, fact)), (">", *after)} - {("<",), (">",)}


def before(sentence: Sentence, fact: Mention | Quantity | TimeExpression) -> list[str]:
    """The two words before a fact, in small letters."""
    words = [t for t in sentence.tokens if t.upos not in ("PUNCT", "SYM") and t.end <= fact.start]
    return [t.text.casefold() for t in words][-2:]
