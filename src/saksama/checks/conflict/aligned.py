"""Sentences of two kindred texts that are one sentence, whatever facts stand in them.

Names, days and figures are left out of the comparison, so that a sentence is found again in a copy or
a retelling that changed them; what is left must agree by the weight of its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from saksama.checks.case import Case
from saksama.language.frequencies import weights
from saksama.records import Lineage, Reading, Sentence, Token

ALIKE = 0.5  # share of the weight of the words outside of facts
LEAST = 3  # words in common outside of facts
MOST = 300  # sentences of a text
NAMED = ("PER", "ORG", "LOC")
_EMPTY = frozenset({"PUNCT", "SYM"})


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence as the earlier and the later text have it; `overlap` is a share, 0 to 1."""

    old: Reading
    new: Reading
    before: Sentence
    after: Sentence
    overlap: float
    edge: Lineage


def pairs(case: Case, edge: Lineage) -> Iterator[Pair]:
    """The sentences of the later text that the earlier one has too, in order; none is used twice."""
    old, new = case.desk.reading(edge.from_), case.desk.reading(edge.to)
    theirs, mine = _worded(old), _worded(new)
    holders: dict[str, list[int]] = {}
    for number, (_, words) in enumerate(theirs):
        for word in words:
            holders.setdefault(word, []).append(number)
    scored = [
        (-score, here, there)
        for here, (_, words) in enumerate(mine)
        for there, score in _scores(words, theirs, holders)
    ]
    taken: set[tuple[str, int]] = set()
    found: list[tuple[int, Pair]] = []
    for score, here, there in sorted(scored):
        if ("new", here) not in taken and ("old", there) not in taken:
            taken |= {("new", here), ("old", there)}
            found.append((here, Pair(old, new, theirs[there][0], mine[here][0], -score, edge)))
    return (pair for _, pair in sorted(found, key=lambda item: item[0]))


def _worded(reading: Reading) -> list[tuple[Sentence, dict[str, float]]]:
    """The sentences of the body, each with the weight of its words outside of facts."""
    listed, rare = weights(reading.article.language)
    body = islice((s for s in reading.sentences if not s.is_title), MOST)
    found = []
    for sentence in body:
        plain = {t.lemma.lower() for t in outside(reading, sentence)}
        found.append((sentence, {word: listed.get(word, rare) for word in sorted(plain)}))
    return found


def outside(reading: Reading, sentence: Sentence) -> list[Token]:
    """The words of a sentence that belong to no name, day or figure."""
    spans = [(m.start, m.end) for m in reading.mentions if m.sentence == sentence.index and m.label in NAMED]
    spans += [(t.start, t.end) for t in reading.times if t.sentence == sentence.index]
    spans += [(q.start, q.end) for q in reading.quantities if q.sentence == sentence.index]
    return [
        token
        for token in sentence.tokens
        if token.upos not in _EMPTY and not any(start <= token.start < end for start, end in spans)
    ]


def _scores(
    words: dict[str, float], theirs: list[tuple[Sentence, dict[str, float]]], holders: dict[str, list[int]]
) -> Iterator[tuple[int, float]]:
    common: dict[int, list[float]] = {}
    for word, weight in words.items():
        for there in holders.get(word, ()):
            common.setdefault(there, []).append(weight)
    own = sum(words.values())
    for there, shared in common.items():
        both = sum(shared)
        score = both / (own + sum(theirs[there][1].values()) - both)
        if len(shared) >= LEAST and score >= ALIKE:
            yield there, score


def likeness(one: tuple[Reading, Sentence], other: tuple[Reading, Sentence]) -> float:
    """The share of the weight of two sentences' words, outside of facts, that both have; 0 to 1."""
    listed, rare = weights(one[0].article.language)
    ours, theirs = ({t.lemma.lower() for t in outside(*side)} for side in (one, other))
    whole = sum(listed.get(word, rare) for word in sorted(ours | theirs))
    return sum(listed.get(word, rare) for word in sorted(ours & theirs)) / whole if whole else 0.0
