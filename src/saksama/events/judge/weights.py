"""The judge's two small networks, in NumPy; trained by ``training/judge.py``, which writes the file.

Both have one hidden layer with a second one beside it. The first tells of a word which type of event it
tells, if any, and with which status; the second, of a word and somebody named, whether that is an actor
or a recipient.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from saksama.errors import DataError

Floats = NDArray[np.float32]
_FILE = Path(__file__).parents[2] / "language" / "id" / "plover" / "judge.npz"
_LINES = "told vector norm second kind status pair trigger other third side by_kind"
_NAMES = {f"{line}.{part}" for line in _LINES.split() for part in ("weight", "bias")} | {"of_kind.weight"}


class Weights:
    """The weights of one judge by name; see `training/judge.py` for what made them."""

    def __init__(self, by_name: Mapping[str, Floats]) -> None:
        self._by_name = by_name

    def words(self, told: Floats, vectors: Floats) -> tuple[Floats, Floats]:
        """Chances of no event and of each type (words, 17), and of each status (words, 6)."""
        hidden = _gelu(self._normed(self._line("told", told) + self._line("vector", vectors)))
        hidden = hidden + _gelu(self._line("second", hidden))
        return _softmax(self._line("kind", hidden)), _softmax(self._line("status", hidden))

    def sides(self, told: Floats, kind: int, vectors: tuple[Floats, Floats]) -> Floats:
        """Chances to be actor and recipient of an event of a kind (candidates, 2); the vectors are the
        trigger's (384) and the candidates' (candidates, 384)."""
        trigger, others = vectors
        hidden = self._line("pair", told) + self._by_name["of_kind.weight"][kind]
        hidden = _gelu(hidden + self._line("trigger", trigger) + self._line("other", others))
        hidden = hidden + _gelu(self._line("third", hidden))
        by_kind = self._by_name["by_kind.weight"][:, kind] + self._by_name["by_kind.bias"]
        scores = self._line("side", hidden) + told @ by_kind.reshape(2, -1).T
        return np.asarray(1 / (1 + np.exp(-scores)), np.float32)

    def _line(self, name: str, value: Floats) -> Any:
        return value @ self._by_name[f"{name}.weight"].T + self._by_name[f"{name}.bias"]

    def _normed(self, value: Floats) -> Any:
        apart = value - value.mean(-1, keepdims=True)
        even = apart / np.sqrt((apart**2).mean(-1, keepdims=True) + 1e-5)
        return even * self._by_name["norm.weight"] + self._by_name["norm.bias"]


@cache
def shipped(path: Path = _FILE) -> Weights:
    """The shipped weights, read once; raises `DataError` where the file is missing or damaged."""
    try:
        with np.load(path) as held:
            by_name = {name: held[name].astype(np.float32) for name in held}
    except FileNotFoundError:
        raise DataError(f"{path.name}: the file of the judge is missing") from None
    except (OSError, ValueError, EOFError, AttributeError, zlib.error, BadZipFile):
        raise DataError(f"{path.name}: the file of the judge is damaged") from None
    if set(by_name) != _NAMES:
        raise DataError(f"{path.name}: these are not the weights of a judge")
    return Weights(by_name)


def _gelu(value: Any) -> Any:
    """The usual approximation by a hyperbolic tangent."""
    return 0.5 * value * (1 + np.tanh(0.7978845608 * (value + 0.044715 * value**3)))


def _softmax(value: Any) -> Any:
    raised = np.exp(value - value.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)
