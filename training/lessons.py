"""What the network learns from: sentences in ever new variants, packed into rows of tensors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from saksama.language.decode import MARKS
from saksama.language.rows import LENGTH, Rows, Words, in_pieces, pack
from training.sentence import Sentence

NONE = -100
"""What PyTorch's losses leave out."""
ROWS = 8
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The tags and labels that the network knows, in the order of its outputs."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A few rows with their answers, each of shape (rows, slots); `NONE` where nothing is annotated."""

    inputs: dict[str, Tensor]
    tags: Tensor
    heads: Tensor
    labels: Tensor
    names: Tensor


def scheme(sentences: Sequence[Sentence]) -> Scheme:
    tags = sorted({tag for s in sentences for tag in s.tags or ()})
    return Scheme(tuple(tags), tuple(sorted({label for s in sentences for label in s.deps or ()})))


def marks(sentence: Sentence) -> list[int]:
    """The BIOES mark of each word."""
    found = [0] * len(sentence.words)
    for start, end, kind in sentence.entities or ():
        inner = ["S"] if end - start == 1 else ["B", *"I" * (end - start - 2), "E"]
        found[start:end] = [MARKS.index(f"{mark}-{kind}") for mark in inner]
    return found


def lessons(
    sentences: Sequence[Sentence],
    known: Scheme,
    pieces: Callable[[str, bool], tuple[int, ...]],
    random: Random,
) -> Iterator[Lesson]:
    """All sentences once, in a new order; those too long for a row are left out."""
    inputs = [(s, in_pieces(s.words, s.spaces, pieces)) for s in sentences]
    random.shuffle(inputs)
    for group in grouped(inputs):
        yield _lesson(group, known)


def grouped(given: Iterable[tuple[Item, Words]]) -> Iterator[list[tuple[Item, Words]]]:
    """Items with their pieces, as many at a time as fill the rows of a step; what no row holds is left."""
    budget, size = ROWS * LENGTH * 0.96, 0
    group: list[tuple[Item, Words]] = []
    for item, words in given:
        cost = 2 + sum(map(len, words))
        if cost > LENGTH:
            continue
        if size + cost > budget:
            yield group
            group, size = [], 0
        group.append((item, words))
        size += cost
    if group:
        yield group


def _lesson(group: list[tuple[Sentence, Words]], known: Scheme) -> Lesson:
    rows = pack([words for _, words in group])
    return Lesson(tensors(rows), *map(torch.tensor, answers([s for s, _ in group], rows, known)))


def answers(sentences: Sequence[Sentence], rows: Rows, known: Scheme) -> NDArray[np.int64]:
    """Tags, heads, labels and marks in the slots of the rows, of shape (4, rows, slots)."""
    found = np.full((4, *rows.words.shape), NONE)
    for sentence, (row, slot, count) in zip(sentences, rows.places, strict=True):
        here = slice(slot + 1, slot + 1 + count)
        if sentence.tags is not None:
            found[0, row, here] = [known.tags.index(tag) for tag in sentence.tags]
        if sentence.heads is not None and sentence.deps is not None:
            found[1, row, here] = [
                slot if head == i else slot + 1 + head for i, head in enumerate(sentence.heads)
            ]
            found[2, row, here] = [known.labels.index(label) for label in sentence.deps]
        if sentence.entities is not None:
            found[3, row, here] = marks(sentence)
    return found


def tensors(rows: Rows) -> dict[str, Tensor]:
    return {name: torch.tensor(values) for name, values in rows.feed().items()}
