"""Which words of a sentence stand for which in another telling of it, where all the others are the same.

The two tellings are laid side by side word by word. Names need not be found nor figures read for that, so
that it sees what the stages before had no record of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from saksama.checks.conflict.aligned import Pair
from saksama.records import Sentence

EQUAL = 0.75  # share of the words of both tellings that stay in their places
LEAST = 5  # such words
MOST = 120  # words of a sentence: the time grows with their square
_WORD = re.compile(r"\d+(?:[.,/:-]\d+)*|[^\W\d_]+(?:[-'’.][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a figure, by its offsets in the article; `bare` in small letters."""

    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.casefold()


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words ``[start, end)`` of the earlier telling and what the later has there; either may be empty."""

    old: tuple[Word, ...]
    new: tuple[Word, ...]
    here: tuple[int, int]
    there: tuple[int, int]

    @property
    def one(self) -> tuple[Word, ...]:
        return self.old[self.here[0] : self.here[1]]

    @property
    def other(self) -> tuple[Word, ...]:
        return self.new[self.there[0] : self.there[1]]

    @property
    def single(self) -> bool:
        """One word in the place of one."""
        return len(self.one) == len(self.other) == 1

    def before(self, count: int = 1) -> tuple[str, ...]:
        """The words before, the same in both tellings."""
        return tuple(word.bare for word in self.old[max(0, self.here[0] - count) : self.here[0]])

    def after(self, count: int = 1) -> tuple[str, ...]:
        """The words after, the same in both tellings."""
        return tuple(word.bare for word in self.old[self.here[1] : self.here[1] + count])


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair with the words of both tellings and what stands for what, in order."""

    pair: Pair
    old: tuple[Word, ...]
    new: tuple[Word, ...]
    replaced: tuple[Replaced, ...]


def compared(pair: Pair) -> Compared | None:
    """The two tellings side by side; None where they are one sentence no more, or one to the letter."""
    old, new = (_words(r.article.text, s) for r, s in ((pair.old, pair.before), (pair.new, pair.after)))
    if not 0 < max(len(old), len(new)) <= MOST:
        return None
    found = tuple(_replaced(old, new))
    same = len(old) - sum(len(part.one) for part in found)
    if not found or same < LEAST or 2 * same < EQUAL * (len(old) + len(new)):
        return None
    return Compared(pair, old, new, found)


def _words(text: str, sentence: Sentence) -> tuple[Word, ...]:
    end = min(sentence.end, len(text))
    return tuple(Word(*m.span(), m[0]) for m in _WORD.finditer(text, sentence.start, end))


def _replaced(old: tuple[Word, ...], new: tuple[Word, ...]) -> Iterator[Replaced]:
    ours, theirs = ([word.bare for word in words] for words in (old, new))
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Replaced(old, new, (a, b), (c, d))
