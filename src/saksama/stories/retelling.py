"""The same facts in the same order in other words: the traces that a rewrite cannot wipe off.

A text is reduced to the order in which it first names each actor, day, figure and rare word. Two texts
that share most of this list, in the same order, throughout both, tell one text. A reused block of
background shares it only where the block stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from saksama.language.frequencies import weights
from saksama.records import Reading

RARE = 3.5  # inverse document frequency from which a word is a trace
LEAST = 12  # traces, below which a text is too short to tell
SHARED = 0.5  # of the shorter list
IN_ORDER = 0.28  # of the shorter list
SPREAD = 0.55  # of the sentences of each text that hold a trace in order
FIGURES = 3  # fewer figures tell nothing of a template
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
NAMED = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Trace:
    """What is named, and the index of the sentence that names it first."""

    what: str
    sentence: int


def is_retold(old: Reading, new: Reading) -> bool:
    """Whether `new` tells the facts of `old` in their order, throughout both."""
    ours, theirs = traces(old), traces(new)
    least = min(len(ours), len(theirs))
    if least < LEAST:
        return False
    place = {trace.what: number for number, trace in enumerate(ours)}
    common = [(place[t.what], t) for t in theirs if t.what in place]
    if len(common) < SHARED * least or not _figures_agree(old, new):
        return False
    kept = _longest_rise([number for number, _ in common])
    if len(kept) < IN_ORDER * least:
        return False
    mine = {ours[common[at][0]].sentence for at in kept}
    yours = {common[at][1].sentence for at in kept}
    return len(mine) >= SPREAD * _told(old) and len(yours) >= SPREAD * _told(new)


def _figures_agree(old: Reading, new: Reading) -> bool:
    """Texts of one template differ in their figures; a retelling keeps most of them."""
    ours, theirs = ({(q.value, q.unit) for q in reading.quantities} for reading in (old, new))
    least = min(len(ours), len(theirs))
    return least < FIGURES or len(ours & theirs) >= SHARED * least


def traces(reading: Reading) -> list[Trace]:
    """Actors, days, figures and rare words in the order in which the body first names them."""
    found: dict[str, Trace] = {}
    for _, what, sentence in sorted(_named(reading)):
        found.setdefault(what, Trace(what, sentence))
    return list(found.values())


def _named(reading: Reading) -> Iterator[tuple[int, str, int]]:
    listed, rare = weights(reading.article.language)
    covered: set[int] = set()
    titles = {s.index for s in reading.sentences if s.is_title}
    for start, end, what, index in _facts(reading):
        covered.update(range(start, end))
        if index not in titles:
            yield start, what, index
    for sentence in reading.sentences:
        for token in sentence.tokens if not sentence.is_title else ():
            lemma = token.lemma.lower()
            if token.upos in CONTENT and token.start not in covered and listed.get(lemma, rare) >= RARE:
                yield token.start, lemma, sentence.index


def _facts(reading: Reading) -> Iterator[tuple[int, int, str, int]]:
    for m in reading.mentions:
        if m.label in NAMED:
            yield m.start, m.end, f"@{m.actor or m.text}", m.sentence
    for t in reading.times:
        if t.value and t.type in ("DATE", "TIME"):
            yield t.start, t.end, f"t:{t.value}", t.sentence
    for q in reading.quantities:
        yield q.start, q.end, f"q:{q.value}", q.sentence


def _told(reading: Reading) -> int:
    return sum(not s.is_title and len(s.tokens) > 3 for s in reading.sentences)


def _longest_rise(values: list[int]) -> list[int]:
    """Indices of a longest rising run that can be picked out of the values."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, value in enumerate(values):
        place = bisect_left(ends, value)
        ends[place : place + 1] = [value]
        last[place : place + 1] = [index]
        before.append(last[place - 1] if place else None)
    run: list[int] = []
    at = last[-1] if last else None
    while at is not None:
        run.append(at)
        at = before[at]
    return run[::-1]
