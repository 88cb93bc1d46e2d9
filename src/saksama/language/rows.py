"""From words to the rows of pieces that the network reads, and back.

The network reads rows of a fixed length. Several sentences share a row; each begins with the start
piece, which also stands for the root of its tree, and a piece sees only pieces of its own sentence.
What is read of a sentence so depends on the sentence alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable

START, PAD, END, UNKNOWN = 0, 1, 2, 3
"""The special pieces, numbered as in XLM-R."""
LENGTH = 128
"""Pieces in a row at most; only a sentence that is longer gets one of up to `LONGEST`."""
LONGEST = 384
_EMPTY = -1
_SLACK = 6
_CACHED = 100_000

Words = Sequence[tuple[int, ...]]
"""A sentence: the pieces of each word."""
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rows:
    """What the network is given, with the place of every chunk of words.

    `pieces`, `sentences` and `positions` have the shape (rows, length), `words` and `owners` (rows,
    slots): where each word's first piece stands, and which sentence the slot belongs to. `places` holds
    (row, slot of the start piece, number of words) of each chunk, in the order they were given.
    """

    pieces: Ints
    sentences: Ints
    positions: Ints
    words: Ints
    owners: Ints
    places: tuple[tuple[int, int, int], ...]

    def feed(self) -> dict[str, Ints]:
        """The network's inputs by name."""
        names = ("pieces", "sentences", "positions", "words", "owners")
        return {name: getattr(self, name) for name in names}


def chunks(words: Words, longest: int = LONGEST) -> list[Words]:
    """A sentence in stretches that fit into a row; nearly always one. Endless words are cut short."""
    found: list[Words] = []
    start = size = 0
    words = [pieces[: longest // 2] or (UNKNOWN,) for pieces in words]
    for index, pieces in enumerate(words):
        if size + len(pieces) > longest - 2:
            found.append(words[start:index])
            start, size = index, 0
        size += len(pieces)
    if words:
        found.append(words[start:])
    return found


def pack(sentences: Sequence[Words]) -> Rows:
    """The chunks in as few rows as first-fit finds, the longest first; none may be over `LONGEST`."""
    sizes = [2 + sum(map(len, words)) for words in sentences]
    rows = _balanced(sizes, LENGTH if max(sizes, default=0) <= LENGTH else LONGEST)
    length = max((sum(sizes[i] for i in row) for row in rows), default=1)
    slots = max((sum(len(sentences[i]) + 1 for i in row) for row in rows), default=1)
    shape, wide = (len(rows), length), (len(rows), slots)
    pieces, owned, positions = np.full(shape, PAD), np.full(shape, _EMPTY), np.zeros(shape, np.int64)
    words, owners = np.zeros(wide, np.int64), np.full(wide, _EMPTY)
    places = [(0, 0, 0)] * len(sentences)
    for number, row in enumerate(rows):
        at = slot = 0
        for index in row:
            firsts, laid = _laid(sentences[index])
            size, count = len(laid), len(firsts)
            pieces[number, at : at + size] = laid
            owned[number, at : at + size] = index
            positions[number, at : at + size] = range(size)
            words[number, slot : slot + count] = [at + first for first in firsts]
            owners[number, slot : slot + count] = index
            places[index] = (number, slot, count - 1)
            at, slot = at + size, slot + count
    return Rows(pieces, owned, positions, words, owners, tuple(places))


def _balanced(sizes: Sequence[int], length: int) -> list[list[int]]:
    """As few rows as first-fit finds, and those about as short as they can be."""
    rows = _fitted(sizes, length)
    if len(rows) > 1:
        least, step = sum(sizes) // len(rows) + _SLACK, max(sizes) // 2
        for even in range(max(*sizes, least), length, max(1, step)):
            shorter = _fitted(sizes, even)
            if len(shorter) == len(rows):
                return shorter
    return rows


def _fitted(sizes: Sequence[int], length: int) -> list[list[int]]:
    rows: list[list[int]] = []
    room: list[int] = []
    for index in sorted(range(len(sizes)), key=lambda i: -sizes[i]):
        row = next((r for r, free in enumerate(room) if free >= sizes[index]), len(rows))
        if row == len(rows):
            rows.append([])
            room.append(length)
        rows[row].append(index)
        room[row] -= sizes[index]
    return rows


def _laid(words: Words) -> tuple[list[int], list[int]]:
    """Where each word begins, the start piece before all, and the pieces in a row."""
    firsts, pieces = [0], [START]
    for word in words:
        firsts.append(len(pieces))
        pieces.extend(word)
    return firsts, [*pieces, END]


def piecer(path: Path) -> Callable[[str, bool], tuple[int, ...]]:
    """A function from a word, and whether a blank stands before it, to its pieces."""
    from sentencepiece import SentencePieceProcessor

    encode = SentencePieceProcessor(model_file=str(path)).encode

    @lru_cache(_CACHED)
    def pieces(word: str, spaced: bool) -> tuple[int, ...]:
        return tuple(encode(" " + word if spaced else word)) or (UNKNOWN,)

    return pieces


def in_pieces(
    words: Iterable[str], spaces: Iterable[bool], pieces: Callable[[str, bool], tuple[int, ...]]
) -> Words:
    """The pieces of each word of a sentence; `spaces` tells whether a blank follows a word."""
    spaced, found = True, []
    for word, after in zip(words, spaces, strict=True):
        found.append(pieces(word, spaced))
        spaced = after
    return found
