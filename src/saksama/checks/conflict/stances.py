"""Two papers have one party do opposite things to one object: support it and reject it, raise it and keep it.

Only what is told as done counts, of one party by name or with one figure beside it; a text that has both
words for the object tells of two steps or two parties, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from saksama import edtf
from saksama.checks.case import Case, finding, quoted
from saksama.checks.conflict.papers import facing
from saksama.checks.wording import say
from saksama.language.tree import Tree
from saksama.language.wordlists import wordlist, words
from saksama.records import Check, Reading, Sentence, Token

CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
COMMON = 2  # words of the object that both texts have, its head among them
OF_THE_DAY = 2  # days between publication and a day beside what was done
NAMED = ("PER", "ORG", "LOC")
Name = frozenset[str]  # the words of a name, in small letters
Side = tuple[int, int]  # a group of opposites, and which of its sides


@dataclass(frozen=True, slots=True)
class Stance:
    """A verb of a side, the words of its object, who does it, and the figures beside it."""

    reading: Reading
    sentence: Sentence
    verb: Token
    sides: frozenset[Side]
    head: str
    thing: frozenset[str]
    parties: frozenset[Name]
    figures: frozenset[tuple[float, str | None]]
    done: bool


def find(case: Case) -> Iterator[Check]:
    told: set[frozenset[str]] = set()
    for one, other in facing(case, stances, lambda stance: stance.head):
        pair = frozenset((one.reading.article.id, other.reading.article.id))
        if pair not in told and _opposed(one, other):
            told.add(pair)
            yield _check(one, other)


def stances(reading: Reading) -> list[Stance]:
    """What is done once to an object in a text, and nothing where the text has opposites for it."""
    found = [s for sentence in reading.sentences if not sentence.is_title for s in _of(reading, sentence)]
    return [s for s in found if s.done and not any(_turned(s, other) for other in found)]


def _of(reading: Reading, sentence: Sentence) -> Iterator[Stance]:
    sides = _sides(reading.article.language)
    at = [i for i, t in enumerate(sentence.tokens) if t.text.lower() in sides]
    tree = Tree(sentence) if at else None
    for index in at if tree else ():
        assert tree is not None
        verb = sentence.tokens[index]
        passive = verb.text.lower().startswith("di")
        below = _object(tree, index, passive)
        thing = _phrase(tree, below[0]) if below else frozenset()
        if len(thing) < COMMON:
            continue
        yield Stance(
            reading,
            sentence,
            verb,
            sides[verb.text.lower()],
            head=sentence.tokens[below[0]].lemma.lower(),
            thing=thing,
            parties=_parties(reading, tree, index, passive),
            figures=frozenset((q.value, q.unit) for q in reading.quantities if q.sentence == sentence.index),
            done=_is_done(reading, sentence, verb),
        )


def _object(tree: Tree, verb: int, passive: bool) -> list[int]:
    """What is done to; what stands behind an active verb is no subject, whatever the parser says."""
    if passive:
        return list(tree.children(verb, "nsubj"))
    return [i for i in tree.children(verb, "obj", "nsubj") if i > verb]


@lru_cache(maxsize=4)
def _sides(language: str) -> dict[str, frozenset[Side]]:
    found: dict[str, set[Side]] = {}
    for number, groups in enumerate(wordlist(language, "retold")["decided"]):
        for side, group in enumerate(groups.split("|")):
            for word in group.split():
                found.setdefault(word, set()).add((number, side))
    return {word: frozenset(sides) for word, sides in found.items()}


def _phrase(tree: Tree, head: int) -> frozenset[str]:
    """The nouns and adjectives of a noun phrase, without what is said of it in a clause."""
    found, queue = set[str](), [head]
    while queue:
        index = queue.pop()
        if tree.tokens[index].upos in CONTENT:
            found.add(tree.tokens[index].lemma.lower())
        queue += tree.children(index, "compound", "amod", "flat")
    return frozenset(found)


def _parties(reading: Reading, tree: Tree, verb: int, passive: bool) -> frozenset[Name]:
    """Who is named in the subject of the verb, or of the verb that governs it."""
    for index in (verb, *tree.ancestors(verb)):
        below = tree.children(index, "obl") if passive else tree.children(index, "nsubj")
        if below:
            spans = [tree.span(i) for i in below]
            runs = [run for i in below for run in _proper(tree, i)]
            return frozenset([*_named(reading, spans), *runs])
    return frozenset()


def _named(reading: Reading, spans: list[tuple[int, int]]) -> Iterator[Name]:
    """People by their names, known actors by their ids."""
    for m in reading.mentions:
        if m.label in NAMED and any(start <= m.start and m.end <= end for start, end in spans):
            if m.actor and m.actor.startswith("Q"):
                yield frozenset({m.actor})
            if m.label == "PER":
                yield frozenset(m.text.lower().split())


def _proper(tree: Tree, head: int) -> Iterator[Name]:
    """A subject that is a proper name of more than one word: "Kejaksaan Negeri Sukamaju"."""
    run = [i for i in tree.subtree(head) if tree.is_dep(i, "flat") or i == head]
    if len(run) > 1 and all(tree.tokens[i].upos == "PROPN" for i in run):
        yield frozenset(tree.tokens[i].text.lower() for i in run)


def _is_done(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    undecided = words(reading.article.language, "retold", "undecided")
    if any(t.text.lower() in undecided for t in sentence.tokens):
        return False
    days = [t for t in reading.times if t.sentence == sentence.index and t.interval]
    return all(_of_the_day(reading, t.interval) for t in days)


def _of_the_day(reading: Reading, interval: str | None) -> bool:
    apart = edtf.days_apart(interval, reading.article.published)
    return edtf.precision(interval) == "day" and apart is not None and apart <= OF_THE_DAY


def _turned(one: Stance, other: Stance) -> bool:
    """Whether two verbs are of other sides of a group, and said of one thing."""
    groups = dict(one.sides)
    apart = any(number in groups and groups[number] != side for number, side in other.sides)
    return apart and one.head == other.head and len(one.thing & other.thing) >= COMMON


def _opposed(one: Stance, other: Stance) -> bool:
    return _turned(one, other) and (_one_party(one, other) or bool(one.figures & other.figures))


def _one_party(one: Stance, other: Stance) -> bool:
    """Whether a name of the one is that of the other, or a part of it."""
    return any(a <= b or b <= a for a in one.parties for b in other.parties)


def _check(one: Stance, other: Stance) -> Check:
    message = say("conflict-stance", one=one.verb.text, other=other.verb.text, thing=_worded(one, other))
    evidence = (quoted(one.reading, one.sentence), quoted(other.reading, other.sentence))
    same_day = one.reading.article.published == other.reading.article.published
    sure = same_day and _one_party(one, other)
    return finding("conflict", "conflict" if sure else "caution", message, evidence, slot="direction")


def _worded(one: Stance, other: Stance) -> str:
    """The words of the object that both texts have, in the order of the first."""
    shared = one.thing & other.thing
    after = [t.text for t in one.sentence.tokens if t.start > one.verb.end and t.lemma.lower() in shared]
    before = [t.text for t in one.sentence.tokens if t.end < one.verb.start and t.lemma.lower() in shared]
    return " ".join(dict.fromkeys(after or before))
