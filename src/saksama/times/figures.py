"""Numbers as Indonesian news writes them: "11.000", "1,5 juta", "dua puluh lima ribu", "setengah".

`.` parts thousands and `,` decimals; a `.` with other than three digits behind it is a decimal point
in the English manner ("1.5"), and two kinds in one number tell each other apart ("1,234.50").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_ENGLISH: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}", re.ASCII)
_PLAIN: Final = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_LONGEST: Final = 40  # digits beyond this are no amount


def figure(word: str) -> float | None:
    """The value of a figure; `None` where it is none ("10.30.15", "1,2,3")."""
    if len(word) > _LONGEST:
        return None
    if _GROUPED.fullmatch(word):
        return float(word.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(word):
        return float(word.replace(",", ""))
    if _PLAIN.fullmatch(word):
        return float(word.replace(",", "."))
    return None


def number(words: Sequence[str], values: Sequence[str | float]) -> float | None:
    """The value of a row of figures and number words; `values` are those of the lexicon.

    A plain number word adds, ``teens`` adds ten, and ``*100`` or ``*1000`` multiplies what stands
    before it: "dua ratus lima puluh ribu" is 250000. `None` where the row is no number.
    """
    total = group = last = 0.0
    seen = False
    for word, value in zip(words, values, strict=True):
        if word[0].isdigit():
            amount = figure(word)
            if amount is None or seen:
                return None
            group = last = amount
        elif isinstance(value, float | int):
            group += value
            last = float(value)
        elif value == "teens":
            group += 10
        elif value[:1] != "*":
            return None
        elif (scale := float(value[1:])) >= 1000:
            total += (group or 1) * scale
            group = last = 0.0
        else:
            group += (last or 1) * scale - last
            last = 0.0
        seen = True
    return total + group if seen else None
