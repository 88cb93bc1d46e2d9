"""One toll in two papers: the dead are the same, the missing are not.

A toll grows from hour to hour, so two figures for the missing prove nothing by themselves. Where another
figure of the toll is the same in both texts of one day, they tell one state of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from saksama.checks.case import Case, finding, quoted, sentence_at
from saksama.checks.conflict.figures import overlapping
from saksama.checks.conflict.papers import facing
from saksama.checks.wording import say
from saksama.language.wordlists import wordlist, words
from saksama.records import Check, Quantity, Reading, Sentence, Token

AHEAD, BACK = 4, 16  # tokens between the figure and the word that says how people fare
_ENDS = (",", ";", ".")
DEAD = "dead"
TELLING = 3  # people, from which the same figure in two texts is no chance


@dataclass(frozen=True, slots=True)
class Count:
    """So many people who fare so, and where it stands."""

    sentence: Sentence
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Toll:
    """What an article counts, by how people fare; only where it gives one figure for it."""

    reading: Reading
    counts: dict[str, Count]


def find(case: Case) -> Iterator[Check]:
    for one, other in facing(case, _tolls, lambda toll: toll.reading.article.published):
        check = _disagreement(one, other)
        if check is not None:
            yield check


def _disagreement(one: Toll, other: Toll) -> Check | None:
    both = [fate for fate in one.counts if fate in other.counts]
    same = [f for f in both if one.counts[f].quantity.value == other.counts[f].quantity.value >= TELLING]
    apart = [f for f in both if not overlapping(one.counts[f].quantity, other.counts[f].quantity)]
    if not same or len(apart) != 1:
        return None
    first, second, known = one.counts[apart[0]], other.counts[apart[0]], one.counts[same[0]]
    message = say(
        "conflict-toll", one=first.quantity.text, other=second.quantity.text, same=known.quantity.text
    )
    evidence = (quoted(one.reading, first.sentence), quoted(other.reading, second.sentence))
    return finding("conflict", "caution", message, evidence, slot="number")


def _tolls(reading: Reading) -> Iterator[Toll]:
    found: dict[str, list[Count]] = {}
    language = reading.article.language
    people = words(language, "checks", "people") | words(language, "retold", "victims")
    for quantity in reading.quantities:
        sentence = sentence_at(reading, quantity.start)
        if sentence is None or quantity.comparator != "=" or (quantity.unit or "").lower() not in people:
            continue
        fate = _fate(language, sentence, quantity)
        if fate:
            found.setdefault(fate, []).append(Count(sentence, quantity))
    counts = {fate: of[-1] for fate, of in found.items() if len({c.quantity.value for c in of}) == 1}
    if len(counts) > 1:
        yield Toll(reading, counts)


def _fate(language: str, sentence: Sentence, quantity: Quantity) -> str | None:
    """The word of fate behind the figure or, where there is none, the one before it in its clause."""
    after = [t for t in sentence.tokens if t.start >= quantity.end][:AHEAD]
    before = [t for t in sentence.tokens if t.end <= quantity.start][-BACK:]
    return _behind(language, after) or _in_front(language, before[::-1])


def _behind(language: str, tokens: list[Token]) -> str | None:
    fates = _fates(language)
    for token in tokens:
        if token.text in _ENDS or token.upos in ("CCONJ", "NUM"):
            return None
        if token.text.lower() in fates:
            return fates[token.text.lower()]
    return None


def _in_front(language: str, tokens: list[Token]) -> str | None:
    """Backwards; beyond a comma only "korban tewas …, …, menjadi 19 orang"."""
    fates, beyond = _fates(language), False
    victims, lives = (words(language, "retold", key) for key in ("victims", "lives"))
    for token, earlier in pairwise([*tokens, None]):
        assert token is not None
        if token.text == ";" or token.upos in ("CCONJ", "NUM"):
            return None
        beyond = beyond or token.text == ","
        of_victims = earlier is not None and earlier.text.lower() in victims
        if of_victims and token.text.lower() in lives:
            return DEAD
        if token.text.lower() in fates and (of_victims or not beyond):
            return fates[token.text.lower()]
    return None


@lru_cache(maxsize=4)
def _fates(language: str) -> dict[str, str]:
    listed = wordlist(language, "retold")["fates"]
    return {word: fate for fate, of in listed.items() for word in of.split()}
