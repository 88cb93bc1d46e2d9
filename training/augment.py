"""Small changes that make training text as uneven as real pages: letter case, quotes, lost full stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from training.sentence import Sentence

_LOWER, _UPPER, _TITLE, _CURLY, _NO_STOP = 0.05, 0.04, 0.06, 0.35, 0.06
_SMALL = {"di", "ke", "dari", "dan", "yang", "untuk", "pada", "dengan", "oleh", "bagi", "dalam", "atau"}


def one_of(sentence: Sentence, random: Random) -> Sentence:
    """The sentence itself or, now and then, in another letter case or without its full stop."""
    if random.random() < _CURLY:
        sentence = _curled(sentence)
    if change := letter_case(random):
        return _without_stop(sentence.with_words(change))
    return _without_stop(sentence) if random.random() < _NO_STOP else sentence


def letter_case(random: Random) -> Callable[[str], str] | None:
    """Now and then another letter case to write a sentence in."""
    drawn = random.random()
    for share, change in ((_LOWER, str.lower), (_UPPER, str.upper), (_TITLE, _title)):
        drawn -= share
        if drawn < 0:
            return change
    return None


def _title(word: str) -> str:
    return word if word in _SMALL or not word.islower() else word[0].upper() + word[1:]


def _curled(sentence: Sentence) -> Sentence:
    words, opened = list(sentence.words), False
    for index, word in enumerate(words):
        if word in ('"', "``", "''"):
            opened = not opened
            words[index] = "“" if opened else "”"
    return replace(sentence, words=tuple(words))


def _without_stop(sentence: Sentence) -> Sentence:
    """Without a final full stop, as in a headline, if nothing hangs on it."""
    last = len(sentence.words) - 1
    heads = sentence.heads or ()
    if last < 3 or sentence.words[last] != "." or any(h == last for i, h in enumerate(heads) if i != last):
        return sentence
    return Sentence(
        sentence.words[:last],
        (*sentence.spaces[: last - 1], False),
        sentence.tags and sentence.tags[:last],
        sentence.heads and sentence.heads[:last],
        sentence.deps and sentence.deps[:last],
        sentence.entities and tuple(e for e in sentence.entities if e[1] <= last),
    )
