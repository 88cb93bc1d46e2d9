"""Another figure of one thing in two tellings of a sentence, and which of them may both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from saksama.checks.conflict.aligned import Pair
from saksama.checks.conflict.facts import Other, changed
from saksama.checks.conflict.figures import overlapping
from saksama.checks.conflict.people import WHOLE
from saksama.checks.conflict.refigured import rounded
from saksama.language.wordlists import words
from saksama.records import Quantity

_MORE = re.compile(r" ?[.,] ?\d")


def other_numbers(pair: Pair) -> Iterator[Other[Quantity]]:
    """Figures by one unit in each other's place that are no two wordings of one figure."""
    for change in changed(pair, lambda r: r.quantities, lambda q: (q.value, q.comparator), _one_unit):
        grown = grows(pair, change.one.value, change.other.value) and not same_day(pair)
        if not (grown or _cut_short(change) or _agree(change) or _price(change)):
            yield change


def grows(pair: Pair, one: float, other: float) -> bool:
    """Whether the sentence gives a toll, and the later text a larger one."""
    tolls = words(pair.new.article.language, "checks", "tolls")
    return other > one and any(token.lemma.lower() in tolls for token in pair.after.tokens)


def same_day(pair: Pair) -> bool:
    """Whether two outlets told it on one day, so that it hardly had time to grow."""
    one, other = pair.old.article, pair.new.article
    rewritten = pair.edge.kind == "update" and one.outlet == other.outlet
    return one.published is not None and one.published == other.published and not rewritten


def _one_unit(one: Quantity, other: Quantity) -> bool:
    return (one.unit or "").lower() == (other.unit or "").lower()


def _agree(change: Other[Quantity]) -> bool:
    """Whether both can be meant: words like "hingga" before both figures leave no room between the two."""
    one, other = change.one, change.other
    if one.comparator == other.comparator and change.beside and change.pair.overlap >= WHOLE:
        one, other = (replace(q, comparator="=") for q in (one, other))
        near = overlapping(one, other)
        return rounded(one.value, other.value) or (near and _of_the_market(change))
    return overlapping(one, other)


def _cut_short(change: Other[Quantity]) -> bool:
    """Whether more of a figure stands behind a blank or a point, where a page was badly read."""
    sides = ((change.pair.old, change.one), (change.pair.new, change.other))
    return any(_MORE.match(reading.article.text, quantity.end) for reading, quantity in sides)


def _of_the_market(change: Other[Quantity]) -> bool:
    unit = change.one.unit or ""
    return unit.isupper() or unit.lower() in words(change.pair.new.article.language, "checks", "measures")


def _price(change: Other[Quantity]) -> bool:
    """Whether it is a price, or goes with the market, and the texts are of two days."""
    one, other = (reading.article for reading in (change.pair.old, change.pair.new))
    return _of_the_market(change) and one.published != other.published
