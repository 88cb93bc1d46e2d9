"""A number in the headline that is greater than the text gives for the same thing.

Part of the `headline` check. The text must count the same unit in a sentence that shares words with the
headline, or the same word beside the unit, and nowhere give the number itself, nor parts that add up to it.
People are one unit where the headline names them as what the text counts ("16 Orang Jadi Tersangka").
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
PARTS, AT_ONCE = 8, 4  # figures of which sums are tried, and how many make a sum
ABOVE = 1.5  # times the least that the text gives: what is more than that it does not bear out
ORDERS = frozenset(10.0**power for power in range(1, 13))  # "puluhan", "lebih dari seratus"
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
        like = _like(reading, quantity, titles, body)
        if quantity.value >= LEAST and like and not _borne_out(quantity, told, like):
            most = max(like, key=lambda q: q.value)
            title = next(s for s in titles if s.index == quantity.sentence)
            sentence = next(s for s in body if s.index == most.sentence)
            message = say("headline-figure", words=quantity.text, other=most.text)
            yield finding("headline", "caution", message, (quoted(reading, title), quoted(reading, sentence)))
            return


def _like(
    reading: Reading, quantity: Quantity, titles: list[Sentence], body: list[Sentence]
) -> list[Quantity]:
    """What the text counts by the same unit, in sentences with words of the headline."""
    unit = (quantity.unit or "").lower()
    head = {lemma for s in titles for lemma in _content(s)} - {unit}
    units = {unit}
    if unit in words(reading.article.language, "checks", "people"):
        heads = {s.index for s in titles}
        others = {
            (q.unit or "").lower() for q in reading.quantities if q.sentence in heads and q is not quantity
        }
        units |= {t.text.lower() for s in titles for t in s.tokens if t.upos == "NOUN"} - others
    named = {s.index for s in body if any(t.text.lower() == unit for t in s.tokens)}
    people = words(reading.article.language, "checks", "people")
    crowd = unit in words(reading.article.language, "checks", "counted")
    near = {s.index for s in body if len((_content(s) - {unit}) & head) >= SHARED}
    beside = _beside(titles, quantity)
    return [
        q
        for q in reading.quantities
        if q.sentence not in {s.index for s in titles}
        and ((q.unit or "").lower() in units or (crowd and q.unit in people and q.sentence in named))
        and q.value >= quantity.value * PART
        and (q.sentence in near or (beside and beside == _beside(body, q)))
    ]


def _beside(sentences: list[Sentence], quantity: Quantity) -> str:
    """The noun that follows a figure and its unit, once where it is doubled ("obat-obatan": "obat")."""
    sentence = next((s for s in sentences if s.index == quantity.sentence), None)
    after = next((t for t in sentence.tokens if t.start >= quantity.end), None) if sentence else None
    if after is None or after.upos not in ("NOUN", "PROPN"):
        return ""
    return after.lemma.lower().partition("-")[0]


def _content(sentence: Sentence) -> set[str]:
    return {t.lemma.lower() for t in sentence.tokens if t.upos in _CONTENT}


def _far_above(quantity: Quantity, other: Quantity) -> bool:
    """ "Di atas 4 persen" leaves room upwards, but does not bear out thirteen."""
    figure = any(char.isdigit() for char in other.text) or other.value not in ORDERS
    return figure and other.comparator in (">", ">=") and quantity.value > ABOVE * other.value


def _borne_out(quantity: Quantity, told: list[Quantity], like: list[Quantity]) -> bool:
    """Whether the text gives the number by whatever unit, more than it, or parts that make it."""
    units = {q.unit for q in (quantity, *like)}
    for other in told:
        plain = other.unit in units or other.comparator in ("=", "~")
        if plain and overlapping(quantity, other) and not _far_above(quantity, other):
            return True
    if max(other.value for other in like) >= quantity.value:
        return True
    parts = sorted({q.value for q in told if q.unit in units and 0 < q.value < quantity.value})[-PARTS:]
    together = [{q.value for q in told if q.sentence == at} for at in sorted({q.sentence for q in told})]
    return any(_adds_up(quantity.value, sorted(some)) for some in (parts, *together))


def _adds_up(total: float, values: list[float]) -> bool:
    """Whether some of the values, up to four, make the total."""
    sizes = range(2, min(len(values), AT_ONCE) + 1)
    return any(abs(sum(some) - total) < 1e-9 for size in sizes for some in combinations(values[:PARTS], size))
