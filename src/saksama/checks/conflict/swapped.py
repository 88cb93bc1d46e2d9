"""Who did it to whom, in two tellings of one sentence: the same verb, the same names, changed about.

Also where the names stay and the verb turns: "A mengecam B" and "A dikecam B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from saksama.checks.conflict.aligned import Pair
from saksama.language.stem import related
from saksama.language.wordlists import words
from saksama.records import Mention, Reading, Sentence, Token

AROUND = 0.7  # overlap of the two tellings, where the verb itself has changed
NAMED = ("PER", "ORG", "LOC")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turned:
    """Spans of both texts: from one name over the verb to the other."""

    old: Span
    new: Span


def turned(pair: Pair) -> Iterator[Turned]:
    """Two names on either side of a verb of doing, and the same two the other way round."""
    for verb, other in _verbs(pair):
        same = verb.text.lower() == other.text.lower()
        left, right = _sides(pair, verb, other)
        for one, here in left:
            for two, there in right:
                crossed = there[1] <= other.start < other.end <= here[0]
                kept = here[1] <= other.start < other.end <= there[0]
                if crossed if same else kept:
                    yield Turned((one.start, two.end), (min(here[0], there[0]), max(here[1], there[1])))


def _verbs(pair: Pair) -> Iterator[tuple[Token, Token]]:
    """The verb of the earlier telling, and the same one in the later, or its other voice."""
    ours, theirs = _doing(pair.old, pair.before), _doing(pair.new, pair.after)
    for verb in ours:
        word = verb.text.lower()
        same = [t for t in theirs if t.text.lower() == word]
        if len(same) == 1:
            yield verb, same[0]
        elif not same and pair.overlap >= AROUND:
            voiced = [t for t in theirs if t.text[:2].lower() != word[:2] and related(t.text, verb.text)]
            if len(voiced) == 1:
                yield verb, voiced[0]


def _doing(reading: Reading, sentence: Sentence) -> list[Token]:
    """The verbs that go one way, in the active or the passive voice, that the sentence has but once."""
    mutual = words(reading.article.language, "checks", "mutual")
    verbs = [t for t in sentence.tokens if t.upos == "VERB" and t.text[:2].lower() in ("me", "di")]
    told = [t.text.lower() for t in verbs]
    return [t for t in verbs if told.count(t.text.lower()) == 1 and t.text.lower() not in mutual]


def _sides(pair: Pair, verb: Token, other: Token) -> tuple[list[tuple[Mention, Span]], ...]:
    """The names before and after the verb in the earlier telling, each with its place in the later."""
    left: list[tuple[Mention, Span]] = []
    right: list[tuple[Mention, Span]] = []
    for mention in pair.old.mentions:
        if mention.sentence != pair.before.index or mention.label not in NAMED:
            continue
        there = _found(pair, mention)
        if there and (there[1] <= other.start or there[0] >= other.end):
            (left if mention.end <= verb.start else right).append((mention, there))
    return left, right


def _found(pair: Pair, mention: Mention) -> Span | None:
    """The one place of a name in the later telling: by its words, or as a mention of the same actor."""
    whole = re.compile(rf"\b{re.escape(mention.text)}\b")
    before = [m.span() for m in whole.finditer(pair.old.article.text, pair.before.start, pair.before.end)]
    after = [m.span() for m in whole.finditer(pair.new.article.text, pair.after.start, pair.after.end)]
    if not after and mention.actor:
        after = [
            (m.start, m.end)
            for m in pair.new.mentions
            if m.sentence == pair.after.index and m.label in NAMED and m.actor == mention.actor
        ]
    return after[0] if len(before) == len(after) == 1 else None
