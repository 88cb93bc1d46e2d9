"""A log-linear ranking: for each class, weights that give the right options the most probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from saksama.actors.candidates import Asked

if TYPE_CHECKING:
    from saksama.actors.ranking import Weighted

_RIDGE, _STEPS, _RATE = 1.0, 200, 0.1
_LEAST = 0.015  # a smaller weight is left out


@dataclass(frozen=True, slots=True)
class Case:
    """One decision: its class, the features of each option, and which options are right."""

    pronoun: str
    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]

    def outcome(self, ranker: Weighted) -> str:
        """right, left open (rightly or wrongly), another, or somebody where nobody is meant."""
        best, share = ranker.choose(Asked(0, self.pronoun), self.options, ())
        best = best if share >= 0.5 else 0
        if best in self.right:
            return "right" if best else "rightly open"
        return "missed" if best == 0 else "nobody meant" if self.right == {0} else "another"


def fit(cases: Sequence[Case]) -> dict[tuple[str, str], float]:
    """Weights by class and feature, rounded; the same cases give the same weights."""
    weights: dict[tuple[str, str], float] = {}
    for pronoun in sorted({case.pronoun for case in cases}):
        found = _fit([case for case in cases if case.pronoun == pronoun])
        weights.update(((pronoun, f), round(w, 2)) for f, w in found.items() if abs(w) >= _LEAST)
    return weights


def _fit(cases: Sequence[Case]) -> dict[str, float]:
    """Adam on the log-likelihood of the right options together, with a ridge."""
    names = {name: n for n, name in enumerate(sorted({f for c in cases for o in c.options for f in o}))}
    row = [(case, n in cases[case].right, option) for case in range(len(cases))
           for n, option in enumerate(cases[case].options)]  # fmt: skip
    of_case, right = np.array([case for case, _, _ in row]), np.array([good for _, good, _ in row], float)
    rows = np.array([n for n, (_, _, option) in enumerate(row) for _ in option])
    columns = np.array([names[feature] for _, _, option in row for feature in option])
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        sums = np.exp(np.bincount(rows, weights[columns], len(row)))
        whole, good = (np.bincount(of_case, part)[of_case] for part in (sums, sums * right))
        excess = sums / whole - sums * right / good
        slope = np.bincount(columns, excess[rows], len(names)) + _RIDGE * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))
