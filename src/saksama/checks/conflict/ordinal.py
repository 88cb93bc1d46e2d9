"""The how-manieth it was, in two tellings of a sentence: "kunjungan kedua" and "kunjungan ketiga"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from saksama.checks.conflict.aligned import Pair
from saksama.language.wordlists import wordlist, words
from saksama.records import Reading, Sentence, Token

_FIGURES = re.compile(r"ke-?(\d{1,3})")


def other_ordinals(pair: Pair) -> Iterator[tuple[Token, Token]]:
    """The same noun with another ordinal, each the only one that its telling gives the noun."""
    ours, theirs = _ordinals(pair.old, pair.before), _ordinals(pair.new, pair.after)
    for noun, (number, token) in ours.items():
        other = theirs.get(noun)
        if other is not None and other[0] != number:
            yield token, other[1]


def _ordinals(reading: Reading, sentence: Sentence) -> dict[str, tuple[int, Token]]:
    """Ordinals by the noun before them; "kedua negara" is both, and days are counted on."""
    passed = words(reading.article.language, "checks", "measures")
    known = _known(reading.article.language)
    found: dict[str, list[tuple[int, Token]]] = {}
    for noun, token in pairwise(sentence.tokens):
        word = token.text.lower()
        figures = _FIGURES.fullmatch(word)
        number = int(figures[1]) if figures else known.get(word)
        if number is not None and noun.upos in ("NOUN", "PROPN") and noun.text.lower() not in passed:
            found.setdefault(noun.text.lower(), []).append((number, token))
    return {noun: numbers[0] for noun, numbers in found.items() if len(numbers) == 1}


@lru_cache(maxsize=4)
def _known(language: str) -> dict[str, int]:
    """Ordinals in words; Roman figures and letters are left out."""
    lists = wordlist(language, "times")["ordinals"]
    return {word: int(n) for n, spelt in lists.items() for word in spelt.split() if len(word) > len("viii")}
