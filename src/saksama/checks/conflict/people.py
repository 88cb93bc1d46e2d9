"""Another person in the place of one, in two tellings of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.fuzz import ratio

from saksama.actors.knowledge import load
from saksama.checks.conflict.aligned import Pair
from saksama.checks.conflict.facts import Other, before, changed
from saksama.records import Mention, Reading, Sentence

SPELT = 60  # likeness in percent, from which two names are one, spelt in two ways
WHOLE = 0.8  # overlap of the tellings, from which people whom nobody knows may be told apart


def other_people(pair: Pair) -> Iterator[tuple[Mention, Mention]]:
    """Names in each other's place that are not of one person."""

    def two(one: Mention, other: Mention) -> bool:
        return _two(one, other) or _both_told(pair.old, one, other)

    for change in changed(pair, _people, lambda m: m.actor or m.text, two):
        if change.one.label == "PER" and _known_apart(change):
            yield change.one, change.other


def exchanged(pair: Pair) -> Iterator[tuple[Mention, Mention]]:
    """Two people who have changed places, each now beside the words that were the other's."""
    if pair.overlap < WHOLE:
        return
    ours, theirs = (_once(reading, s) for reading, s in ((pair.old, pair.before), (pair.new, pair.after)))
    for (name, one), (other_name, two) in combinations(ours.items(), 2):
        if {name, other_name} <= theirs.keys():
            here, there = before(pair.before, one), before(pair.before, two)
            moved = before(pair.after, theirs[other_name]), before(pair.after, theirs[name])
            if here != there and (here, there) == moved and here and there:
                yield one, theirs[other_name]
                return


def _once(reading: Reading, sentence: Sentence) -> dict[str, Mention]:
    """The people that a sentence names once, by their names."""
    named = [m for m in _people(reading) if m.sentence == sentence.index]
    told = [m.text for m in named]
    return {m.text: m for m in named if told.count(m.text) == 1}


def _people(reading: Reading) -> Iterator[Mention]:
    return (m for m in reading.mentions if m.label == "PER")


def _both_told(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether a text knows both as two people, however alike they are spelt."""
    apart = set(one.text.lower().split()).isdisjoint(other.text.lower().split())
    return apart and one.actor != other.actor and _named_by(reading, one) and _named_by(reading, other)


def _two(one: Mention, other: Mention) -> bool:
    """Whether two names have no word in common and are not the same name spelt otherwise."""
    ours, theirs = ({w.strip(".,").lower() for w in m.text.split()} for m in (one, other))
    if ours & theirs or ratio(one.text.lower(), other.text.lower()) >= SPELT:
        return False
    return not any(ratio(a, b) >= 80 for a in ours for b in theirs)


def _known_apart(change: Other[Mention]) -> bool:
    """Both in the knowledge base; both named in the earlier text; or whole names in equal words."""
    one, other, pair = change.one, change.other, change.pair
    first, second = (load().actor(m.actor) if m.actor else None for m in (one, other))
    if first is not None and second is not None:
        return first.id != second.id
    if _named_by(pair.old, other) and _named_by(pair.old, one):
        return True
    return change.beside and pair.overlap >= WHOLE and " " in one.text and " " in other.text


def _named_by(reading: Reading, mention: Mention) -> bool:
    """Whether a text names that person by that name, as somebody of his own."""
    return any(m.label == "PER" and m.text == mention.text and " " in m.text for m in reading.mentions)
