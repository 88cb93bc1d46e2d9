"""Who did it to whom, in a retelling: one verb between two parties, the other way round.

Each text has only one way; what goes both ways, such as a meeting, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksama.checks.case import Case, finding, quoted
from saksama.checks.wording import say
from saksama.language.frequencies import weights
from saksama.language.stem import related
from saksama.language.tree import Tree
from saksama.language.wordlists import words
from saksama.records import Check, Reading, Sentence, Token

RARE = 4.0  # inverse document frequency of the verb: common ones tell of many deeds
_TO = frozenset({"kepada", "terhadap", "pada"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb, the actor that does it and the one to whom it is done."""

    sentence: Sentence
    verb: Token
    agent: str
    patient: str


def find(case: Case) -> Iterator[Check]:
    """At most one finding for each retelling."""
    for story in case.desk.stories():
        for edge in story.lineage:
            if edge.kind == "rewrite":
                old, new = case.desk.reading(edge.from_), case.desk.reading(edge.to)
                yield from _between(old, new)


def _between(old: Reading, new: Reading) -> Iterator[Check]:
    ours, theirs = list(_deeds(old)), list(_deeds(new))
    for one in ours:
        for other in theirs:
            both_ways = any(_swapped(deed, one) for deed in ours) or any(_swapped(d, other) for d in theirs)
            if _swapped(one, other) and not both_ways:
                message = say("conflict-exchanged", one=one.verb.text, other=other.verb.text)
                evidence = (quoted(old, one.sentence), quoted(new, other.sentence))
                yield finding("conflict", "caution", message, evidence, slot="direction")
                return


def _swapped(one: _Deed, other: _Deed) -> bool:
    turned = (one.agent, one.patient) == (other.patient, other.agent)
    return turned and related(one.verb.text, other.verb.text)


def _deeds(reading: Reading) -> Iterator[_Deed]:
    listed, rare = weights(reading.article.language)
    mutual = words(reading.article.language, "checks", "mutual")
    for sentence in reading.sentences:
        actors = {
            (m.start, m.end): m.actor
            for m in reading.mentions
            if m.sentence == sentence.index and m.actor and not m.members
        }
        if sentence.is_title or len(set(actors.values())) < 2:
            continue
        tree = Tree(sentence)
        for index, token in enumerate(sentence.tokens):
            weight = listed.get(token.lemma.lower(), rare)
            if token.upos == "VERB" and weight >= RARE and token.text.lower() not in mutual:
                yield from _deed(tree, index, actors)


def _deed(tree: Tree, verb: int, actors: dict[tuple[int, int], str]) -> Iterator[_Deed]:
    """The deed of an active verb, or of a passive one with its doer."""
    token = tree.tokens[verb]
    passive = token.text.lower().startswith("di")
    first = [a for i in tree.children(verb, "nsubj") if (a := _actor(tree, i, actors))]
    second = [
        a
        for i in tree.children(verb, "obj", "obl")
        if i > verb and _reached(tree, i, passive) and (a := _actor(tree, i, actors))
    ]
    if len(first) == 1 and len(second) == 1 and first != second:
        agent, patient = (second[0], first[0]) if passive else (first[0], second[0])
        yield _Deed(tree.sentence, token, agent, patient)


def _reached(tree: Tree, index: int, passive: bool) -> bool:
    """An object, a "kepada" or, of a passive, an "oleh" or nothing."""
    cases = {tree.tokens[i].text.lower() for i in tree.children(index, "case")}
    return cases <= {"oleh"} if passive else cases <= _TO


def _actor(tree: Tree, index: int, actors: dict[tuple[int, int], str]) -> str | None:
    """The actor of the mention in which the head of a phrase lies."""
    start = tree.tokens[index].start
    return next((actor for (a, b), actor in actors.items() if a <= start < b), None)
