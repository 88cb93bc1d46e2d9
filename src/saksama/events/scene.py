"""A sentence as the coder sees it: words, tree, and phrases with the parties in them.

Indonesian puts the object right behind its verb and marks the rest with prepositions, so a row of
phrases, each with its preposition, finds most arguments even where the tree is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from saksama.actors import MentionIndex
from saksama.events.lexicon import lexicon
from saksama.events.words import Words, bare, event_words
from saksama.language.speech import speech
from saksama.language.tree import Tree
from saksama.records import Quantity, Reading, Sentence, TimeExpression, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_FREE_PRONOUNS = frozenset({"yang"})
# "menghentikan sementara" and "kapal termasuk" end no clause; ", sementara" does.
_MODIFIERS = frozenset({"sementara"})
_MEASURES = frozenset({"hingga", "sampai", "sekitar"})
_HYPHENS = frozenset({"-", "–"})
_PREFIXES = ("me", "di", "ber", "ter", "be")
_SPORT_SHARE, _SPORT_LEAST = 0.008, 4
_ISO = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``[first, last)`` with the preposition in front, and what joins it to the phrase before.

    `joint` is ``,`` or ``dan`` where it follows another phrase directly; `aside` is true in brackets.
    """

    first: int
    last: int
    preposition: str
    joint: str
    aside: bool
    head: int


class Page:
    """What all sentences of one reading share."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.index = MentionIndex(reading)
        self.words: Words = event_words()
        self.low = [[token.text.lower() for token in s.tokens] for s in reading.sentences]
        self.verbs, self.derived = lexicon().verbs, lexicon().derived
        self.plain_verbs = self.words.plain_verbs | self.verbs | speech().by_form.keys()
        self.times: dict[int, list[TimeExpression]] = {}
        for time in reading.times:
            self.times.setdefault(time.sentence, []).append(time)
        self.quantities: dict[int, list[Quantity]] = {}
        for quantity in reading.quantities:
            self.quantities.setdefault(quantity.sentence, []).append(quantity)

    @cached_property
    def tests_rumour(self) -> bool:
        """Whether the article takes a rumour apart."""
        found: set[str] = set()
        return len(found.union(*(self.words.rumours.intersection(low) for low in self.low))) > 1

    @cached_property
    def is_sport(self) -> bool:
        """Whether the article is about sport, where "menyerang" and "Argentina" mean a game and a team."""
        sport = self.words.sport
        count = sum(word in sport for low in self.low for word in low)
        return count >= _SPORT_LEAST and count >= _SPORT_SHARE * sum(map(len, self.low))

    @cached_property
    def sole_state(self) -> str | None:
        """The one state that the article names; None where it names several or none."""
        states = {m.acts_for for m in self.reading.mentions if m.acts_for and len(m.acts_for) == _ISO}
        return next(iter(states)) if len(states) == 1 else None


class Scene:
    """One sentence of a page."""

    def __init__(self, page: Page, sentence: Sentence, low: list[str]) -> None:
        self.page = page
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.low = low
        self.bare = [bare(word) for word in self.low]

    @cached_property
    def tree(self) -> Tree:
        return Tree(self.sentence)

    @cached_property
    def sporty(self) -> bool:
        """Whether the sentence tells of a match."""
        return len(self.page.words.sport.intersection(self.bare)) > 1

    @cached_property
    def wordset(self) -> frozenset[str]:
        return frozenset(self.bare) | frozenset(self.low)

    @cached_property
    def named(self) -> frozenset[int]:
        """Tokens inside a mention of an actor."""
        found: set[int] = set()
        for mention in self.page.index.within(self.sentence.start, self.sentence.end):
            found.update(self.tree.between(mention.start, mention.end))
        return frozenset(found)

    def asks(self, index: int) -> bool:
        """Whether the token stands in a question; in "X: Y?" only Y asks."""
        return any(word == "?" for word in self.low[-3:]) and ":" not in self.low[index:]

    def ends(self, index: int) -> bool:
        """Whether a clause ends before this token."""
        word = self.low[index]
        if index in self.named or (word in _MODIFIERS and index and self.low[index - 1] != ","):
            return False
        if word in _HYPHENS and index - 1 in self.named and index + 1 in self.named:
            return False
        return word in self.page.words.ends or word in (";", ":", ".", "!", "?", "–", "—")

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        return tuple(self._phrases())

    @cached_property
    def phrase_at(self) -> dict[int, int]:
        """Token to the number of its phrase."""
        return {token: number for number, p in enumerate(self.phrases) for token in range(p.first, p.last)}

    def _phrases(self) -> Iterator[Phrase]:
        preposition, joint, index, depth = "", "", 0, 0
        count = len(self.tokens)
        while index < count:
            word = self.low[index]
            depth += (word in _OPENING) - (word in _CLOSING)
            if self._nominal(index):
                last = self._end(index)
                yield Phrase(index, last, preposition, joint, depth > 0, self.head(index, last))
                preposition, joint, index = "", "", last
                continue
            if word in _MEASURES and index + 1 < count and self.tokens[index + 1].upos == "NUM":
                pass
            elif word in self.page.words.prepositions:
                preposition = word
            elif word in _HYPHENS and index - 1 in self.named and index + 1 in self.named:
                joint, preposition = "dan", ""
            elif word == "," or word in self.page.words.joints:
                joint = word if word == "," else "dan"
                preposition = ""
            else:
                preposition = joint = ""
            index += 1

    def verbal(self, index: int) -> bool:
        """Whether the token is a verb: tagged so, or a derived form that can be nothing else."""
        word = self.low[index]
        if index in self.named or word in self.page.words.rebels:
            return False
        if self.tokens[index].upos == "VERB" and (
            word.startswith(_PREFIXES) or word in self.page.plain_verbs
        ):
            return True
        return word in self.page.derived or (self.sentence.is_title and index > 0 and word in self.page.verbs)

    def _nominal(self, index: int) -> bool:
        if index in self.named:
            return True
        word = self.low[index]
        words = self.page.words
        if self.verbal(index):
            return False
        if word in _FREE_PRONOUNS or word in words.ends or word in words.joints or word in words.prepositions:
            return False
        return (self.tokens[index].upos in _NOMINAL or word in words.rebels) and word not in ("(", ")", ",")

    def _end(self, index: int) -> int:
        last = index + 1
        while last < len(self.tokens) and self._nominal(last):
            last += 1
        return last

    def head(self, first: int, last: int) -> int:
        """The first noun that is no quantifier: the head of an Indonesian phrase."""
        for index in range(first, last):
            if index in self.named and self.bare[index] not in self.page.words.quantifiers:
                return index
            if self.bare[index] in self.page.words.crowds:
                return index
            if self.tokens[index].upos in ("NUM", "DET") or self.bare[index] in self.page.words.quantifiers:
                continue
            return index
        return first
