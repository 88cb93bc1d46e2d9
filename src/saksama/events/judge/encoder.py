"""The judge's encoder: the sentences of a page as it sees them, each read when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from saksama.errors import DataError
from saksama.events.judge.words import Floats, Sheet
from saksama.language.rows import piecer
from saksama.language.vectors import Encoder
from saksama.records import Sentence

_LANGUAGE = Path(__file__).parents[2] / "language" / "id"
_FILE = _LANGUAGE / "plover" / "encoder.onnx"
_PIECES = _LANGUAGE / "model" / "saksama_reader" / "pieces.model"


class Seen:
    """The word vectors of a page's sentences, by their number."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = sheets
        self._found: dict[int, Floats] = {}

    def look(self, numbers: Iterable[int]) -> None:
        """Read sentences that were not read yet, all at once."""
        new = [n for n in dict.fromkeys(numbers) if n not in self._found]
        if new:
            read = encoder().read([in_words(self.sheets[n].scene.sentence) for n in new])
            self._found.update(zip(new, read, strict=True))

    def of(self, number: int, at: Sequence[int]) -> Floats:
        """The vectors (words, 384) of some words of a sentence that was looked at."""
        return self._found[number][list(at)]

    def with_heads(self, number: int, at: Sequence[int]) -> Floats:
        """The vectors (words, 768) of some words, with those of their heads behind."""
        tokens = self.sheets[number].scene.tokens
        return np.concatenate([self.of(number, at), self.of(number, [tokens[i].head for i in at])], 1)


def in_words(sentence: Sentence) -> tuple[list[str], list[bool]]:
    """A sentence as words and whether a blank follows each."""
    tokens = sentence.tokens
    spaces = [one.end < other.start for one, other in pairwise(tokens)]
    return [token.text for token in tokens], [*spaces, False]


@cache
def encoder() -> Encoder:
    """The shipped encoder, loaded once; raises `DataError` where its file is missing or damaged."""
    if not _FILE.is_file():
        raise DataError(f"{_FILE.name}: the file of the judge's encoder is missing")
    try:
        return Encoder(_FILE, piecer(_PIECES))
    except Exception:  # ONNX Runtime's own errors share no base
        raise DataError(f"{_FILE.name}: the file of the judge's encoder is damaged") from None
