"""Who copied whom: sentences of two articles aligned, then judged as copy, update or rewrite.

Near-equal sentences count as the same, so that a copy with one fact changed is still a copy, and the
changed fact is told. Articles that share a template (daily prices) differ in the numbers of most of
their common sentences: they are no copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Literal

from saksama import edtf
from saksama.language.frequencies import weights
from saksama.records import Lineage, Reading, Sentence
from saksama.stories.changes import changes
from saksama.stories.retelling import is_retold

SAME = 0.72  # weighted word overlap of two sentences that are one, but for a fact
ALIKE = 0.40  # of two sentences that tell the same in other words
TOUCHED = 0.5  # of two sentences that are one, touched up
COPIED = 0.8  # share of sentences that makes a copy
KEPT, EXTENDED = 0.6, 1.2  # share of the old sentences that stay the same in an update, and how it grows
RETOLD, LONG_ENOUGH = 0.75, 6  # share of sentences told again that makes a rewrite, of so many at least
BLOCK = 0.4  # share of the same sentences from which facts in common are a reused block
LEAST = 3  # sentences: nothing is said of texts that are shorter
SHORT = 4  # words: shorter sentences are not compared
MOST = 300  # sentences: a longer text is judged by its beginning, since each is held against each
UNCHANGED = 1 - 1e-9  # overlap of two sentences of the same words, whose facts are the same too
TEMPLATE = 0.4  # share of common sentences with other numbers, from which it is a template

_DIGIT = re.compile(r"\d")

Words = frozenset[str]
Kind = Literal["copy", "update", "rewrite"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence `new` of the later text told as sentence `old` of the earlier one; `overlap` 0 to 1."""

    old: Sentence
    new: Sentence
    overlap: float


def lineage(old: Reading, new: Reading) -> Lineage | None:
    """How the later of two texts was made from the earlier, or None.

    `old` is the earlier as far as the caller knows; the day and hour of the articles outweigh it.
    """
    if _came_before(new, old):
        old, new = new, old
    olds, news = _comparable(old), _comparable(new)
    if min(len(olds), len(news)) < LEAST:
        return None
    pairs = _align(old.article.language, olds, news)
    kind = _kind(pairs, len(olds), len(news)) or _rewritten(old, new, pairs, min(len(olds), len(news)))
    if kind is None or _is_template(pairs):
        return None
    if kind == "copy" and _was_first(new, old, len(news) / len(olds)):
        turned = [Pair(pair.new, pair.old, pair.overlap) for pair in pairs]
        return _edge(new, old, "update", turned)
    return _edge(old, new, kind, pairs)


def new_version(old: Reading, new: Reading) -> Lineage:
    """What changed between two versions of one page, which are an update whatever they share."""
    pairs = _align(old.article.language, _comparable(old), _comparable(new))
    return _edge(old, new, "update", pairs)


def _edge(old: Reading, new: Reading, kind: Kind, pairs: list[Pair]) -> Lineage:
    kept = [pair for pair in pairs if kind == "rewrite" or pair.overlap >= SAME]
    reworded = [pair for pair in pairs if pair.overlap < UNCHANGED]
    told = tuple(change for pair in reworded for change in changes(old, pair.old, new, pair.new))
    shared = round(len(kept) / max(1, len(_comparable(new))), 3)
    return Lineage(old.article.id, new.article.id, kind, shared, told)


def _comparable(reading: Reading) -> list[Sentence]:
    long_enough = (s for s in reading.sentences if not s.is_title and len(s.tokens) > SHORT)
    return list(islice(long_enough, MOST))


def _kind(pairs: list[Pair], olds: int, news: int) -> Kind | None:
    """By the share of sentences that are the same; an update may touch up what it extends."""
    same = sum(pair.overlap >= SAME for pair in pairs)
    touched = sum(pair.overlap >= TOUCHED for pair in pairs)
    if same >= COPIED * news:
        return "copy"
    if same >= COPIED * olds:
        return "update"
    if news >= EXTENDED * olds and touched >= COPIED * olds and same >= KEPT * olds:
        return "update"
    return None


def _rewritten(old: Reading, new: Reading, pairs: list[Pair], least: int) -> Kind | None:
    """Nearly each sentence of the shorter text told again in order, or its facts in their order.

    Where many sentences are the same and the others have no partner, a block was reused: no rewrite.
    """
    touched = [pair for pair in pairs if pair.overlap >= TOUCHED]
    if len(touched) >= RETOLD * least and least >= LONG_ENOUGH and _in_order(touched):
        return "rewrite"
    block = sum(pair.overlap >= SAME for pair in pairs) >= BLOCK * least
    return "rewrite" if not block and is_retold(old, new) else None


def _in_order(pairs: list[Pair]) -> bool:
    steps = [(a.old.index, b.old.index) for a, b in pairwise(pairs)]
    return sum(one < other for one, other in steps) >= COPIED * len(steps)


def _came_before(one: Reading, other: Reading) -> bool:
    """Whether by day and hour the one was published before the other."""
    mine, theirs = one.article, other.article
    if not mine.dated or not theirs.dated:
        return False
    if mine.moment and theirs.moment:
        return mine.moment < theirs.moment
    return edtf.before(mine.published, theirs.published)


def _was_first(new: Reading, old: Reading, share: float) -> bool:
    """Whether the shorter text came first: a site extends its own report within the day.

    Asked where no hours are told.
    """
    one, other = old.article, new.article
    same_page_run = one.outlet == other.outlet and one.published == other.published
    hours = one.moment and other.moment
    return bool(one.outlet and one.published and not hours) and same_page_run and share * EXTENDED <= 1


def _align(language: str, olds: list[Sentence], news: list[Sentence]) -> list[Pair]:
    """The best partner of each later sentence, if alike at all; no earlier sentence is used twice."""
    theirs, mine = _weighed(language, olds), _weighed(language, news)
    holders: dict[str, list[int]] = {}
    for o, sentence in enumerate(theirs):
        for word in sentence:
            holders.setdefault(word, []).append(o)
    sizes = [sum(sentence.values()) for sentence in theirs]
    scored = [
        (-overlap, n, o)
        for n, sentence in enumerate(mine)
        for o, overlap in _overlaps(sentence, holders, sizes)
        if overlap >= ALIKE
    ]
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    pairs = []
    for overlap, n, o in sorted(scored):
        if n not in taken_new and o not in taken_old:
            taken_new.add(n)
            taken_old.add(o)
            pairs.append((n, Pair(olds[o], news[n], -overlap)))
    return [pair for _, pair in sorted(pairs, key=lambda item: item[0])]


def _weighed(language: str, sentences: list[Sentence]) -> list[dict[str, float]]:
    """The words of each sentence with their rarity; sorted, so that sums come out the same."""
    listed, rare = weights(language)
    return [{word: listed.get(word, rare) for word in sorted(words(sentence))} for sentence in sentences]


def _overlaps(
    sentence: dict[str, float], holders: dict[str, list[int]], sizes: list[float]
) -> Iterator[tuple[int, float]]:
    """Shared weight over all weight (Jaccard by rarity), for each earlier sentence that shares a word."""
    common: dict[int, float] = {}
    for word, weight in sentence.items():
        for o in holders.get(word, ()):
            common[o] = common.get(o, 0.0) + weight
    own = sum(sentence.values())
    for o, shared in common.items():
        if shared:
            yield o, shared / (own + sizes[o] - shared)


def words(sentence: Sentence) -> Words:
    """The lemmas of a sentence, without punctuation."""
    return frozenset(t.lemma.lower() for t in sentence.tokens if t.upos not in ("PUNCT", "SYM"))


def _is_template(pairs: list[Pair]) -> bool:
    figures = [(_numbers(pair.old), _numbers(pair.new)) for pair in pairs]
    other = [old for old, new in figures if old != new]
    return len(other) > 2 and len(other) > TEMPLATE * len(pairs)


def _numbers(sentence: Sentence) -> list[str]:
    return [t.text for t in sentence.tokens if _DIGIT.search(t.text)]
