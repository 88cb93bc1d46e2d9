"""Who did it to whom, in two tellings of one sentence: the same names, changed about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from saksama.checks.conflict.aligned import Pair
from saksama.language.wordlists import words
from saksama.records import Mention, Reading, Sentence

AROUND = 0.7  # overlap of the two tellings: what was put otherwise may have turned the verb


def turned(pair: Pair) -> Iterator[tuple[Mention, Mention, Mention, Mention]]:
    """Two names beside one another in the earlier telling, and the same two the other way round."""
    if pair.overlap < AROUND:
        return
    ours, theirs = _named(pair.old, pair.before), _named(pair.new, pair.after)
    if [m.actor for m in ours] == [m.actor for m in theirs]:
        return
    for first, second in pairwise(ours):
        for third, fourth in pairwise(theirs):
            crossed = (first.actor, second.actor) == (fourth.actor, third.actor)
            if crossed and first.actor != second.actor:
                here = _between(pair.old, pair.before, first, second)
                there = _between(pair.new, pair.after, third, fourth)
                if _one_way(pair.old, here) and _one_way(pair.new, there):
                    yield first, second, third, fourth


def _named(reading: Reading, sentence: Sentence) -> list[Mention]:
    found = [
        m
        for m in reading.mentions
        if m.sentence == sentence.index and m.actor and m.label in ("PER", "ORG", "LOC")
    ]
    return sorted(found, key=lambda m: m.start)


def _between(reading: Reading, sentence: Sentence, one: Mention, other: Mention) -> list[str]:
    """The verbs between two names; a verb decides which way it goes."""
    return [
        t.text.lower() for t in sentence.tokens if one.end <= t.start < other.start and t.upos == "VERB"
    ] or [""]


def _one_way(reading: Reading, verbs: list[str]) -> bool:
    """A verb of doing it to somebody: to meet or to talk goes both ways."""
    verb = verbs[0]
    mutual = words(reading.article.language, "checks", "mutual")
    return verb.startswith("me") and verb not in mutual
