"""What two passages share beyond the pair of actors: the reason to take two tellings as one event.

The same quantity, the same day or duration, the same place, a third party, or the same rare turn of
phrase (two content words in a row). Generic words do not count, nor do the parties' own names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from saksama.checks.wording import name
from saksama.language.frequencies import weights
from saksama.records import Bilingual, Event, Reading, Sentence, Token

RARE_PHRASE = 6.0  # summed inverse document frequency of two words in a row
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
BACK = 2  # sentences
Detail = str | Bilingual  # words of a text, or the names of actors
NAMED = ("PER", "ORG", "LOC")


@dataclass(frozen=True, slots=True)
class Passage:
    """Some sentences of one article: all of them, or those around a mention."""

    reading: Reading
    sentences: tuple[Sentence, ...]

    def covers(self, offset: int) -> bool:
        return any(s.start <= offset < s.end for s in self.sentences)


def whole(reading: Reading) -> Passage:
    """The whole article but for its headline."""
    return Passage(reading, tuple(s for s in reading.sentences if not s.is_title))


def around(reading: Reading, index: int) -> Passage:
    """A sentence of an article, by its index, with those before it that "perjanjian itu" points back to."""
    near = range(index - BACK, index + 1)
    return Passage(reading, tuple(s for s in reading.sentences if s.index in near))


def details(one: Passage, other: Passage, parties: frozenset[str]) -> list[Detail]:
    """The shared details, as worded in the first passage; `parties` are actor ids and codes to ignore."""
    return [
        *_quantities(one, other),
        *_times(one, other),
        *_third_parties(one, other, parties),
        *_phrases(one, other),
    ]


def parties_of(event: Event) -> frozenset[str]:
    """Ids and codes of all who take part."""
    both = (*event.actors, *event.recipients)
    return frozenset(p.actor for p in both) | frozenset(p.acts_for for p in both if p.acts_for)


def _quantities(one: Passage, other: Passage) -> Iterator[str]:
    theirs = {(q.value, q.unit) for q in other.reading.quantities if other.covers(q.start)}
    mine = (q for q in one.reading.quantities if one.covers(q.start) and (q.value, q.unit) in theirs)
    yield from dict.fromkeys(q.text for q in mine)


def _times(one: Passage, other: Passage) -> Iterator[str]:
    theirs = {t.value for t in other.reading.times if other.covers(t.start) and _telling(t.value)}
    mine = (t for t in one.reading.times if one.covers(t.start) and t.value in theirs)
    yield from {t.value: t.text for t in mine}.values()


def _telling(value: str | None) -> bool:
    """A day or a duration; the present, a bare year or an unresolved weekday tell nothing."""
    if not value or "XX" in value or value.endswith("_REF"):
        return False
    return value.startswith("P") or value.count("-") >= 2


def _third_parties(one: Passage, other: Passage, parties: frozenset[str]) -> Iterator[Bilingual]:
    """Two or more third parties in common count as one detail: any two texts on a topic share one."""
    shared = (set(_actors(one)) & set(_actors(other))) - parties
    if len(shared) > 1:
        names: list[Bilingual] = [name(one.reading, actor) for actor in shared]
        names.sort(key=lambda each: each.id)
        yield Bilingual(", ".join(each.id for each in names), ", ".join(each.en for each in names))


def _actors(passage: Passage) -> Iterator[str]:
    for m in passage.reading.mentions:
        if m.actor and m.label in NAMED and passage.covers(m.start):
            yield m.actor


def _phrases(one: Passage, other: Passage) -> Iterator[str]:
    theirs = {lemmas for lemmas, _, _ in _pairs(other)}
    taken_until = -1
    for lemmas, start, end in _pairs(one):
        if lemmas in theirs and start >= taken_until:
            taken_until = end
            theirs.discard(lemmas)
            yield " ".join(one.reading.article.text[start:end].split())


def _pairs(passage: Passage) -> Iterator[tuple[tuple[str, str], int, int]]:
    """Two content words in a row that together are rare, with their character span."""
    listed, rare = weights(passage.reading.article.language)
    for sentence in passage.sentences:
        words = list(_content(passage.reading, sentence))
        for first, second in pairwise(words):
            lemmas = (first.lemma.lower(), second.lemma.lower())
            if sum(listed.get(lemma, rare) for lemma in lemmas) >= RARE_PHRASE:
                yield lemmas, first.start, second.end


def _content(reading: Reading, sentence: Sentence) -> Iterable[Token]:
    """Content words that are no part of a name or a title: those are compared as third parties."""
    named = [(m.start, m.end) for m in reading.mentions if m.sentence == sentence.index and m.label in NAMED]
    named += [(t.evidence.start, t.evidence.end) for t in reading.titles if t.sentence == sentence.index]
    for token in sentence.tokens:
        inside = any(start <= token.start < end for start, end in named)
        if token.upos in CONTENT and not inside and len(token.lemma) > 2:
            yield token
