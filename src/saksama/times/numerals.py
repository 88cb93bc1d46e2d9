"""Numbers in a sentence: "11.000", "dua puluh ribu", "puluhan ribu", "100-an", "selusin"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from saksama.times.amounts import Amounts
from saksama.times.figures import number
from saksama.times.lexer import Row

Tag = Callable[[int], str]  # universal part of speech of the word that starts at an offset
_MOST: Final = 1e18


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence to read quantities from: its row, the tokens of times and names, a tagger."""

    row: Row
    taken: frozenset[int]
    tag: Tag
    words: Amounts

    def word(self, index: int) -> str:
        """A token in lower case; nothing beyond the ends."""
        return self.row.words[index] if 0 <= index < len(self.row.words) else ""

    def phrase(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self.row.words[max(first, 0) : last])

    def touches(self, index: int) -> bool:
        """Whether a token follows the one before without a space."""
        return 0 < index < len(self.row.words) and self.row.ends[index - 1] == self.row.starts[index]

    def is_scale(self, index: int) -> bool:
        """Whether a token multiplies what stands before it ("ribu")."""
        return index < len(self.row.words) and str(self.row.values[index]).startswith("*")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the tokens ``[first, last)``.

    `kind` is "=", ">" for the plural of a round number, "~" for "100-an"; `scale` the multiplier
    that it ends with.
    """

    first: int
    last: int
    value: float
    kind: str = "="
    scale: float = 1.0


def numeral_at(scene: Scene, first: int) -> Numeral | None:
    """The number that begins at a token, if one does."""
    row, words = scene.row, scene.words
    word = scene.word(first)
    if not word or first in scene.taken:
        return None
    if word in words.plurals:
        return _plural(scene, first)
    if word == words.single["dozen"]:
        return Numeral(first, first + 1, 12.0)
    if word[0].isdigit():
        if row.letters[first] == "x" or not _is_amount(scene, first):
            return None
    elif row.letters[first] != "w" or scene.is_scale(first):
        return None
    last = first + 1
    while last < len(row.letters) and row.letters[last] == "w" and last not in scene.taken:
        last += 1
    value = number(row.words[first:last], row.values[first:last])
    return None if value is None or value > _MOST else _suffixed(scene, first, last, value)


def _is_amount(scene: Scene, index: int) -> bool:
    """Whether a figure is one: no telephone number, no fraction, no letters glued behind."""
    word, after = scene.word(index), scene.word(index + 1)
    if word.isdigit() and (len(word) > 9 or (word[0] == "0" and len(word) > 1)):
        return False
    if scene.word(index - 1) == "/" or (after == "/" and scene.word(index + 2)[:1].isdigit()):
        return False
    if not scene.touches(index + 1) or not after[0].isalpha():
        return True
    words = scene.words
    return (
        after in words.measures
        or after in words.counted
        or after in words.money_scales
        or (scene.row.letters[index + 1] == "w")
    )


def _suffixed(scene: Scene, first: int, last: int, value: float) -> Numeral:
    """With what makes it rough behind it: "100-an", "10 ribuan"."""
    words = scene.words
    scale = (
        float(str(scene.row.values[last - 1])[1:]) if last - first > 1 and scene.is_scale(last - 1) else 1.0
    )
    if scene.word(last) in words.plurals and scene.word(first)[0].isdigit():
        more = words.plurals[scene.word(last)]
        return Numeral(first, last + 1, value * more, "~", scale * more)
    rough = 2 if scene.phrase(last, last + 2) == ("-", words.single["about_suffix"]) else 0
    if rough or scene.word(last) == words.single["about_after"]:
        last, kind = last + (rough or 1), "~"
        while scene.is_scale(last):
            value *= float(str(scene.row.values[last])[1:])
            last += 1
        return Numeral(first, last, value, kind)
    return Numeral(first, last, value, "=", scale)


def _plural(scene: Scene, first: int) -> Numeral:
    value, last = scene.words.plurals[scene.word(first)], first + 1
    while scene.is_scale(last):
        value *= float(str(scene.row.values[last])[1:])
        last += 1
    return Numeral(first, last, value, ">")
