"""A number in the headline that is greater than the text gives for the same thing.

Part of the `headline` check. The text must count the same unit in a sentence that shares words with the
headline, and nowhere give the number itself, nor parts that add up to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from saksama.checks.case import finding, quoted
from saksama.checks.conflict.figures import overlapping
from saksama.checks.wording import say
from saksama.language.wordlists import words
from saksama.records import Check, Quantity, Reading, Sentence

SHARED = 2  # content words that the headline and the sentence have in common, beside the unit
PART = 0.25  # of the headline's figure: what is less counts some of the things, or others
PARTS = 8  # figures of which sums are tried
LEAST = 2  # a headline that says "one" says nothing
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def figure(reading: Reading, titles: list[Sentence], body: list[Sentence]) -> Iterator[Check]:
    """At most one finding: the first figure of the headline that the text falls short of."""
    heads = {s.index for s in titles}
    measures = words(reading.article.language, "checks", "measures")
    told = [q for q in reading.quantities if q.sentence not in heads]
    for quantity in reading.quantities:
        unit = (quantity.unit or "").lower()
        if quantity.sentence not in heads or not unit or unit in measures:
            continue
        like = _like(quantity, told, titles, body)
        if quantity.value >= LEAST and like and not _borne_out(quantity, told, like):
            most = max(like, key=lambda q: q.value)
            title = next(s for s in titles if s.index == quantity.sentence)
            sentence = next(s for s in body if s.index == most.sentence)
            message = say("headline-figure", words=quantity.text, other=most.text)
            yield finding("headline", "caution", message, (quoted(reading, title), quoted(reading, sentence)))
            return


def _like(
    quantity: Quantity, told: list[Quantity], titles: list[Sentence], body: list[Sentence]
) -> list[Quantity]:
    """What the text counts by the same unit, in sentences with words of the headline."""
    unit = (quantity.unit or "").lower()
    head = {lemma for s in titles for lemma in _content(s)} - {unit}
    near = {s.index for s in body if len((_content(s) - {unit}) & head) >= SHARED}
    found = [q for q in told if q.sentence in near and (q.unit or "").lower() == unit]
    return [q for q in found if q.value >= quantity.value * PART]


def _content(sentence: Sentence) -> set[str]:
    return {t.lemma.lower() for t in sentence.tokens if t.upos in _CONTENT}


def _borne_out(quantity: Quantity, told: list[Quantity], like: list[Quantity]) -> bool:
    """Whether the text gives the number by whatever unit, more than it, or parts that make it."""
    if any(overlapping(quantity, other) for other in told):
        return True
    if max(other.value for other in like) >= quantity.value:
        return True
    values = sorted({other.value for other in told if 0 < other.value < quantity.value})[-PARTS:]
    sums = (sum(some) for size in range(2, len(values) + 1) for some in combinations(values, size))
    return any(abs(total - quantity.value) < 1e-9 for total in sums)
