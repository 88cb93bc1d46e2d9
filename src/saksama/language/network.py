"""The trained network: rows of pieces in, scores for every word out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from saksama.language.decode import Floats, spans, tree
from saksama.language.rows import LENGTH, Ints, Words, chunks, in_pieces, pack, piecer
from saksama.language.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read of a sentence, a value for each word: numbers of tags and labels in the scheme,
    heads as indices of words (a root is its own), names as (first, behind the last, kind)."""

    tags: Ints
    heads: Ints
    labels: Ints
    names: tuple[tuple[int, int, str], ...]


class Network:
    """The network of one language, from a folder that `training/export.py` wrote."""

    def __init__(self, folder: Path) -> None:
        scheme = json.loads((folder / "scheme.json").read_text(encoding="utf-8"))
        self.tags: tuple[str, ...] = tuple(scheme["tags"])
        self.labels: tuple[str, ...] = tuple(scheme["labels"])
        self.root = self.labels.index("ROOT")
        self._pieces: Callable[[str, bool], tuple[int, ...]] = piecer(folder / "pieces.model")
        self._session = Session(folder / "network.onnx", ("tags", "names", "arcs", "labels"))

    def read(self, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> list[Parsed]:
        """Read sentences, each given as words and whether a blank follows; empty ones are not allowed."""
        parts = [chunks(in_pieces(words, spaces, self._pieces)) for words, spaces in sentences]
        scored = iter(self._apart([chunk for several in parts for chunk in several]))
        return [_joined([next(scored) for _ in several]) for several in parts]

    def _apart(self, sentences: Sequence[Words]) -> list[Parsed]:
        """Long sentences in rows of their own, so that short ones need no long rows."""
        found: dict[int, Parsed] = {}
        sizes = [2 + sum(map(len, words)) for words in sentences]
        for is_long in (False, True):
            if group := [i for i, size in enumerate(sizes) if (size > LENGTH) == is_long]:
                found.update(zip(group, self._scored([sentences[i] for i in group]), strict=True))
        return [found[i] for i in range(len(sentences))]

    def _scored(self, sentences: Sequence[Words]) -> list[Parsed]:
        rows = pack(sentences)
        tags, names, arcs, labels = self._session.run(rows.feed())
        parsed = []
        for row, slot, count in rows.places:
            here = slice(slot, slot + count + 1)
            below = arcs[row, here, here], labels[row, here]
            parsed.append(self._parsed(tags[row, here], names[row, here], below))
        return parsed

    def _parsed(self, tags: Ints, names: Floats, arcs: tuple[Floats, Ints]) -> Parsed:
        scores, labels = arcs
        heads = tree(scores)
        roots = heads == 0
        named = labels[1:].copy()
        named[roots] = self.root
        above = np.where(roots, np.arange(len(heads)), heads - 1)
        return Parsed(tags[1:], above, named, tuple(spans(names[1:])))


def _joined(parts: list[Parsed]) -> Parsed:
    """The chunks of a sentence as one; the roots of later chunks stay roots of their own."""
    if len(parts) == 1:
        return parts[0]
    shifts = np.cumsum([0, *(len(part.tags) for part in parts[:-1])]).tolist()
    moved = list(zip(parts, shifts, strict=True))
    return Parsed(
        np.concatenate([part.tags for part in parts]),
        np.concatenate([part.heads + shift for part, shift in moved]),
        np.concatenate([part.labels for part in parts]),
        tuple((a + shift, b + shift, kind) for part, shift in moved for a, b, kind in part.names),
    )
