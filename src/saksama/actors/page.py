"""All tokens of an article in one row, and longest matches of phrases over them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from typing import Generic, TypeVar

from saksama.language.tree import Tree
from saksama.records import Reading, Token

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_PARTICLE = re.compile(r"-(?:lah|kah|pun)$")
_OPENING, _CLOSING = "“«", "”»"


class Page:
    """The tokens of a reading by one running index; `sentence[i]` is the place of token i's sentence."""

    def __init__(self, reading: Reading) -> None:
        self.article = reading.article
        self.text = reading.article.text
        self.sentences = reading.sentences
        self.tokens: list[Token] = []
        self.sentence: list[int] = []
        self.first: list[int] = []
        for number, sentence in enumerate(reading.sentences):
            self.first.append(len(self.tokens))
            self.tokens.extend(sentence.tokens)
            self.sentence.extend([number] * len(sentence.tokens))
        self.first.append(len(self.tokens))
        self.starts = [token.start for token in self.tokens]
        self.lower = [token.text.lower() for token in self.tokens]
        self._trees: dict[int, Tree] = {}

    def tree(self, number: int) -> Tree:
        """The tree of a sentence, built at the first use."""
        if number not in self._trees:
            self._trees[number] = Tree(self.sentences[number])
        return self._trees[number]

    def head(self, index: int) -> int:
        """Running index of a token's head."""
        return self.first[self.sentence[index]] + self.tokens[index].head

    def stop(self, index: int) -> int:
        """The end of the sentence that holds the token."""
        return self.first[self.sentence[index] + 1]

    def begin(self, index: int) -> int:
        """The first token of the sentence that holds the token."""
        return self.first[self.sentence[index]]

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """Running indices [first, last) of the tokens that touch a character span."""
        return max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that stand somewhere in small letters."""
        return frozenset(token.text for token in self.tokens if token.text.islower())

    def slice(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Tokens inside quotation marks; a straight mark toggles, every paragraph begins outside."""
        inside: set[int] = set()
        open_, paragraph = False, -1
        for index, token in enumerate(self.tokens):
            at = self.sentences[self.sentence[index]].paragraph
            if at != paragraph:
                open_, paragraph = False, at
            if token.text in _OPENING or (token.text == '"' and not open_):
                open_ = True
            elif token.text in _CLOSING or token.text == '"':
                open_ = False
            elif open_:
                inside.add(index)
        return frozenset(inside)


class Phrases(Generic[T]):
    """Phrases of one or more lower-case words, each with a value; the longest at a place wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            first, *rest = phrase.lower().replace(",", " ,").split()
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self.firsts: Set[str] = self._by_first.keys()

    def longest(self, words: Sequence[str], at: int, stop: int) -> tuple[int, T] | None:
        """Index after the longest phrase that begins at `at` and ends before `stop`, and its value."""
        for rest, value in self._by_first.get(words[at], ()):
            end = at + 1 + len(rest)
            if end <= stop and tuple(words[at + 1 : end]) == rest:
                return end, value
        return None


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, small and without accents or "-lah"; a hyphen parts two."""
    plain = unicodedata.normalize("NFKD", _PARTICLE.sub("", name.lower()).replace("-", " "))
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))
