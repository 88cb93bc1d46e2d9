"""Which of several candidates a pronoun means: a sum of learnt weights over readable features.

The weights are in `language/<language>/antecedents.tsv`; `training/antecedents.py` learns them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Protocol

from saksama.errors import DataError

if TYPE_CHECKING:
    from saksama.actors.candidates import Asked, Candidate

_TABLE = "antecedents.tsv"
_COLUMNS = ["pronoun", "feature", "weight"]

Features = Sequence[str]


class Ranker(Protocol):
    """Chooses whom a pronoun means."""

    def choose(
        self, asked: Asked, options: Sequence[Features], among: Sequence[Candidate]
    ) -> tuple[int, float]:
        """0 for nobody, else the number of the candidate from 1 on; and how sure it is, 0 to 1.

        `options` are the features of nobody and then those of each candidate of `among`.
        """


class Weighted:
    """The option with the greatest sum of weights; its share of the softmax is how sure it is."""

    def __init__(self, weights: Mapping[tuple[str, str], float]) -> None:
        self._weights: dict[str, dict[str, float]] = {}
        for (pronoun, feature), weight in weights.items():
            self._weights.setdefault(pronoun, {})[feature] = weight

    def choose(
        self, asked: Asked, options: Sequence[Features], among: Sequence[Candidate]
    ) -> tuple[int, float]:
        weights = self._weights.get(asked.pronoun, {})
        sums = [sum(weights.get(feature, 0.0) for feature in option) for option in options]
        best = max(range(len(sums)), key=sums.__getitem__)
        return best, 1.0 / sum(exp(total - sums[best]) for total in sums)


@lru_cache(maxsize=4)
def ranker(language: str = "id") -> Weighted:
    """The weights of a language; raises `DataError` where the table is missing or broken."""
    try:
        text = (files("saksama.language") / language / _TABLE).read_text("utf-8")
        rows = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
        if rows[0] != _COLUMNS:
            raise ValueError(f"the columns must be {', '.join(_COLUMNS)}")
        return Weighted({(pronoun, feature): float(weight) for pronoun, feature, weight in rows[1:]})
    except (OSError, IndexError, ValueError) as error:
        raise DataError(f"{_TABLE} of {language!r}: {error}") from error
