"""What a trained encoder makes of each word of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saksama.language.rows import LENGTH, chunks, in_pieces, pack
from saksama.language.session import Session

WIDTH = 384
"""How many numbers the encoder makes of a word."""
Floats = NDArray[np.float32]


class Encoder:
    """An encoder in an ONNX file that reads the pieces of a language's network."""

    def __init__(self, path: Path, pieces: Callable[[str, bool], tuple[int, ...]]) -> None:
        self._session, self._pieces = Session(path, ("vectors",)), pieces

    def read(self, sentences: Sequence[tuple[Sequence[str], Sequence[bool]]]) -> list[Floats]:
        """The vectors (words, `WIDTH`) of sentences, each given as words and whether a blank follows;
        empty ones are not allowed."""
        parts = [chunks(in_pieces(words, spaces, self._pieces), LENGTH) for words, spaces in sentences]
        flat = [chunk for several in parts for chunk in several]
        rows = pack(flat)
        feed = {name: value for name, value in rows.feed().items() if name != "owners"}
        vectors: NDArray[Any] = self._session.run(feed)[0]
        found = iter(vectors[row, slot + 1 : slot + 1 + count] for row, slot, count in rows.places)
        return [np.concatenate([next(found) for _ in several]) for several in parts]
