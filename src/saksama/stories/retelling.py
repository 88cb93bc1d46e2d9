"""The same facts in the same order in other words: the traces that a rewrite cannot wipe off.

A text is reduced to the order in which it first names each actor, day, figure and rare word. Two texts
that share most of this list, in the same order, throughout both, tell one text. A reused block of
background shares it only where the block stands.

Another paper also leaves out what it has no room for: its shorter text may pass over parts of the longer
one, but nearly each of its own sentences then holds what the longer one has. A paper's own second report
on a matter is a follow-up, so this is asked only of two papers, within two days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from saksama import edtf
from saksama.language.frequencies import weights
from saksama.records import Reading

RARE = 3.5  # inverse document frequency from which a word is a trace
LEAST = 12  # traces, below which a text is too short to tell
SHARED = 0.5  # of the shorter list
IN_ORDER = 0.28  # of the shorter list
SPREAD = 0.55  # of the sentences of each text that hold a trace in order
FIGURES = 3  # fewer figures tell nothing of a template
NEAR_DAYS = 2  # in which another paper tells a text again
BRIEF_LEAST, BRIEF_SHARED = 15, 0.55  # traces of a shorter telling, and the share of them in the longer
BRIEF_SPREAD = 0.6  # of the sentences of the shorter telling that hold any of them
BRIEF_IN_ORDER = 0.5  # of the sentences of the shorter telling that hold one in order
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
NAMED = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Trace:
    """What is named, and the index of the sentence that names it first."""

    what: str
    sentence: int


@dataclass(frozen=True, slots=True)
class _Common:
    """The traces of two texts, those of both, and of these the longest run in one order.

    Traces in common are pairs of places in the two lists, by the order of the later text.
    """

    ours: list[Trace]
    theirs: list[Trace]
    both: list[tuple[int, int]]
    kept: list[tuple[int, int]]

    @property
    def least(self) -> int:
        return min(len(self.ours), len(self.theirs))


def is_retold(old: Reading, new: Reading) -> bool:
    """Whether `new` tells the facts of `old` in their order: throughout both, or in brief."""
    common = _common(traces(old), traces(new))
    if common.least < LEAST or len(common.both) < SHARED * common.least:
        return False
    if len(common.kept) < IN_ORDER * common.least:
        return False
    return _throughout(old, new, common) or _in_brief(old, new, common)


def _common(ours: list[Trace], theirs: list[Trace]) -> _Common:
    place = {trace.what: number for number, trace in enumerate(ours)}
    both = [(place[t.what], number) for number, t in enumerate(theirs) if t.what in place]
    kept = [both[at] for at in _longest_rise([here for here, _ in both])]
    return _Common(ours, theirs, both, kept)


def _throughout(old: Reading, new: Reading, common: _Common) -> bool:
    mine = {common.ours[here].sentence for here, _ in common.kept}
    yours = {common.theirs[there].sentence for _, there in common.kept}
    spread = len(mine) >= SPREAD * _told(old) and len(yours) >= SPREAD * _told(new)
    return spread and _figures_agree(old, new)


def _in_brief(old: Reading, new: Reading, common: _Common) -> bool:
    """Whether the shorter text of another paper has nearly all it tells from the longer one."""
    if not _of_two_papers(old, new) or common.least < BRIEF_LEAST:
        return False
    if len(common.both) < BRIEF_SHARED * common.least:
        return False
    side = 0 if len(common.ours) < len(common.theirs) else 1
    shorter = (old, new)[side]
    listed = (common.ours, common.theirs)[side]
    any_held, in_order = ({listed[pair[side]].sentence for pair in of} for of in (common.both, common.kept))
    told = _told(shorter)
    return len(any_held) >= BRIEF_SPREAD * told and len(in_order) >= BRIEF_IN_ORDER * told


def _of_two_papers(old: Reading, new: Reading) -> bool:
    one, other = old.article, new.article
    if not one.outlet or not other.outlet or one.outlet == other.outlet:
        return False
    apart = edtf.days_apart(one.published, other.published)
    return apart is not None and apart <= NEAR_DAYS


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
