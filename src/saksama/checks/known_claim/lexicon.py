"""The words of `claims.yaml`, checked once and ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from saksama.language.components import lemma
from saksama.language.wordlists import broken, wordlist, words


@dataclass(frozen=True, slots=True)
class Marks:
    """Words and phrases by which a text gives away what it is about."""

    words: frozenset[str]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`same` takes a root to the one it stands for, `short` a short form to its words, `shown` a root to what
    kind of thing it shows."""

    same: Mapping[str, str]
    short: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, float]
    shown: Mapping[str, str]
    dealt: Marks
    checker: Marks
    frames: frozenset[str]
    titles: frozenset[str]
    becomes: frozenset[str]
    become: frozenset[str]
    turned: frozenset[str]
    open: frozenset[str]
    purpose: frozenset[str]
    verbal: frozenset[str]

    @property
    def prefixes(self) -> tuple[str, ...]:
        return tuple(sorted(self.verbal))

    def opener(self, word: str) -> str:
        """The list by which a word turns round or leaves open what follows; empty for most."""
        lists = {"turned": self.turned, "open": self.open, "purpose": self.purpose}
        return next((name for name, words in lists.items() if word in words), "")

    def root(self, word: str) -> str:
        """The root of a word whatever its part of speech, one for all that say the same."""
        found = lemma(word)
        return self.same.get(found, found)


@cache
def lexicon(language: str = "id") -> Lexicon:
    """Load and check the list once. Raises `DataError` where it is not what it must be."""
    content: Any = wordlist(language, "claims")
    try:
        same = {word: line.split()[0] for line in content["same"] for word in line.split()}
        shown = {word: kind for kind, line in content["shown"].items() for word in line.split()}
        short = {word: tuple(line.split()) for word, line in content["short"].items()}
        numbers = {word: float(value) for word, value in content["numbers"].items()}
        dealt, checker = (_marks(content[key]) for key in ("dealt", "checker"))
    except (AttributeError, KeyError, TypeError, ValueError):
        broken(language, "claims", "same, short, numbers, shown, dealt or checker are not as expected")
    lists = ("frames", "titles", "becomes", "become", "turned", "open", "purpose", "verbal")
    return Lexicon(
        same, short, numbers, shown, dealt, checker, *(words(language, "claims", key) for key in lists)
    )


def _marks(content: Any) -> Marks:
    return Marks(frozenset(content["words"].split()), tuple(phrase.strip() for phrase in content["phrases"]))
