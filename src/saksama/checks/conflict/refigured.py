"""Another figure in the place of one, in two tellings of a sentence that is otherwise the same.

Also figures of which no quantity was read: an age in brackets, a share of a span, a time of the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import floor, log10

from saksama.checks.conflict.replaced import Compared, Replaced, Word
from saksama.language.wordlists import words

Sides = tuple[tuple[Word, ...], tuple[Word, ...]]
ROUGH = 0.1  # of a figure, that rounding leaves out at most
BIRTHDAY = 1  # years that two ages may lie apart
NEAR = 20.0  # minutes by which two witnesses may take the time
_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")


def figures(both: Compared) -> Iterator[Sides]:
    """A figure alone in the place of a figure that is not its rounding."""
    for part in both.replaced:
        if part.single and not _dated(both, part):
            one, other = value(part.one[0].text), value(part.other[0].text)
            if one is not None and other is not None and not rounded(one, other) and not _age(both, part):
                yield _shown(both, part)


def spans(both: Compared) -> Iterator[Sides]:
    """A span of time, or a time of the clock, by another figure; the words after it are the same."""
    for part in both.replaced:
        if not part.single:
            continue
        one, other = part.one[0].text, part.other[0].text
        if _in_time(both, part, "DURATION"):
            ours, theirs = value(one), value(other)
            differ = ours is not None and theirs is not None and not rounded(ours, theirs)
            differ = differ and not _age(both, part)
        else:
            ours, theirs = _minutes(one), _minutes(other)
            differ = ours is not None and theirs is not None and abs(ours - theirs) > NEAR
            differ = differ and _in_time(both, part, "TIME")
        if differ:
            yield _shown(both, part)


def _minutes(text: str) -> float | None:
    """The minutes since midnight of "18.52"."""
    found = _CLOCK.fullmatch(text)
    return int(found[1]) * 60.0 + int(found[2]) if found else None


def _shown(both: Compared, part: Replaced) -> Sides:
    """The figures, each with the word after it, if nothing but a blank stands between."""
    sides = []
    for text, told, (start, end) in (
        (both.pair.old.article.text, both.old, part.here),
        (both.pair.new.article.text, both.new, part.there),
    ):
        close = end < len(told) and text[told[end - 1].end : told[end].start] == " "
        sides.append(told[start : end + close])
    return sides[0], sides[1]


def value(text: str) -> float | None:
    """What a figure of plain digits is worth, as Indonesian writes it; None for a day or a clock."""
    if _GROUPED.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def rounded(one: float, other: float) -> bool:
    """Whether the figures are equal, or one is the other with fewer digits."""
    return one == other or _rounds(one, other) or _rounds(other, one)


def _rounds(rough: float, exact: float) -> bool:
    """Whether `rough` is what `exact` comes to, up or down, by as many digits as `rough` shows."""
    if rough <= 0 or exact <= 0 or _digits(rough) >= _digits(exact):
        return False
    step = 10.0 ** (floor(log10(rough)) - _digits(rough) + 1)
    return abs(rough - exact) < min(step * (1 - 1e-9), ROUGH * exact)


def _digits(number: float) -> int:
    """How many digits a number shows, zeros at its end left out."""
    return len(f"{number:.10g}".replace(".", "").strip("0").partition("e")[0])


def _age(both: Compared, part: Replaced) -> bool:
    """Whether two figures are ages, as brackets or words tell, with no more than a birthday between."""
    text = both.pair.old.article.text
    start, end = part.one[0].start, part.one[0].end
    bracket = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    aged = words(both.pair.old.article.language, "checks", "aged") & set(part.before())
    ages = [value(side[0].text) or 0.0 for side in (part.one, part.other)]
    return (bracket or bool(aged)) and abs(ages[0] - ages[1]) <= BIRTHDAY


def _dated(both: Compared, part: Replaced) -> bool:
    """Whether a figure is of a day, a clock or a span, which are held against one another as times."""
    return any(
        time.start <= word.start < time.end
        for reading, word in ((both.pair.old, part.one[0]), (both.pair.new, part.other[0]))
        for time in reading.times
    )


def _in_time(both: Compared, part: Replaced, kind: str) -> bool:
    """Whether both figures stand in a time of a kind."""
    return all(
        any(t.type == kind and t.start <= word.start < t.end for t in reading.times)
        for reading, word in ((both.pair.old, part.one[0]), (both.pair.new, part.other[0]))
    )
