"""Numbers with their unit noun: "lebih dari 11.000 kontainer" is > 11000 kontainer.

The span runs from the comparator to the unit noun, without what describes it further. The plural of
a round number is more than that number: "lusinan rudal" is > 12 rudal, "puluhan ribu orang" > 10000
orang. A range gives two quantities: "5-10 orang" is >= 5 orang and <= 10 orang. Units of money are
ISO 4217 codes, "percent" and "poin" stand for shares, measures have one spelling each, all else is
the noun in lower case. A number without a unit, in a name, a label ("Pasal 5"), a score, a fraction
or a time is no quantity, nor are "seorang" and "sebuah".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from saksama.records import Comparator
from saksama.times.around import blocked, comparator, joined_by, money_before, unit_after
from saksama.times.lexer import Row
from saksama.times.numerals import Numeral, Scene, numeral_at

_BEGINS: Final = re.compile("[dyntfvw]")  # the classes of what may begin a number
_SMALL: Final = 1000  # a low end below this takes over the scale of the high one: "5-10 ribu"


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity at its offsets."""

    start: int
    end: int
    value: float
    comparator: Comparator
    unit: str


def may_count(row: Row) -> bool:
    """Whether a sentence holds anything that may be a number."""
    return _BEGINS.search(row.letters) is not None


def read_amounts(scene: Scene) -> Iterator[Amount]:
    """The quantities of a sentence, from left to right."""
    index = 0
    while begins := _BEGINS.search(scene.row.letters, index):
        here = numeral_at(scene, begins.start())
        if here is None:
            index = begins.end()
            continue
        index = here.last
        high = numeral_at(scene, here.last + 1) if joined_by(scene, here) else None
        if blocked(scene, here):
            index = high.last if high else index
        elif high:
            yield from _range(scene, here, high)
            index = high.last
        elif found := _amount(scene, here):
            yield found


def _range(scene: Scene, low: Numeral, high: Numeral) -> Iterator[Amount]:
    """The two ends; only the high one where the low one is no lower ("2, sampai 1 kilometer")."""
    found = _amount(scene, high, low)
    if found is None:
        return
    value = low.value * (high.scale if low.scale == 1 and low.value < _SMALL else 1)
    if value < high.value:
        money = money_before(scene, low.first)
        first, _ = comparator(scene, money[0] if money else low.first)
        start, end = scene.row.starts[first], scene.row.ends[low.last - 1]
        yield Amount(start, end, value, ">=", found.unit)
        yield Amount(found.start, found.end, found.value, "<=", found.unit)
    elif scene.word(low.last) != "-":
        yield found


def _amount(scene: Scene, here: Numeral, low: Numeral | None = None) -> Amount | None:
    """A number with what stands around it; `low` is the other end of its range."""
    money = money_before(scene, here.first)
    if low and not money and (earlier := money_before(scene, low.first)):
        money = here.first, earlier[1]
    start = money[0] if money else here.first
    compared: Comparator = "="
    if low is None:
        start, compared = comparator(scene, start)
    value, last = here.value, here.last
    if money:
        scale = scene.words.money_scales.get(scene.word(last))
        unit, last, value = money[1], last + bool(scale), value * (scale or 1)
    elif named := unit_after(scene, last):
        unit, last = named
    else:
        return None
    compared, last = _more(scene, here, compared, last)
    return Amount(scene.row.starts[start], scene.row.ends[last - 1], value, compared, unit)


def _more(scene: Scene, here: Numeral, compared: Comparator, last: int) -> tuple[Comparator, int]:
    """ "100 orang lebih", "100 lebih orang", and what the number's own form says."""
    more = scene.words.single["more_after"]
    if scene.word(last) == more and scene.word(last + 1) in (",", ".", ""):
        return ">", last + 1
    if compared != "=":
        return compared, last
    if scene.word(here.last) == more or here.kind == ">":
        return ">", last
    return ("~" if here.kind == "~" else "="), last
