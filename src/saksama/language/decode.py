"""From the network's scores to trees and names that can be: one root, no circle, marks in order."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from saksama.language.rows import Ints

Floats = NDArray[np.float32] | NDArray[np.float64]

MARKS = ("O", *(f"{mark}-{kind}" for kind in ("PER", "ORG", "LOC") for mark in "BIES"))
"""What the network says of each word: it stands alone, begins, continues or ends a name, or neither."""
_NEVER = -1e9


def tree(scores: Floats) -> Ints:
    """The head of each word, numbered from 1, with 0 for the root, of the best tree with one root.

    `scores` has the shape (words + 1, words + 1), child by head; its first row and column are the root's.
    """
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) == 1 and not len(_circle(heads)):
        return heads[1:]
    return _spanning(_one_root(scores, heads))[1:]


def _one_root(scores: Floats, heads: Ints) -> Floats:
    """The scores with every root barred but the likeliest, of those that chose to be one if any did."""
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if not len(roots):
        roots = np.arange(1, len(scores))
    best = roots[scores[roots, 0].argmax()]
    barred = scores.astype(np.float64)
    barred[:, 0] = barred[best, 1:] = _NEVER
    barred[best, 0] = 0.0
    np.fill_diagonal(barred, 2 * _NEVER)
    return barred


def _circle(heads: Ints) -> Ints:
    """The words of one circle, in rising order; none if every word reaches the root."""
    far = heads
    for _ in range(len(heads).bit_length()):
        far = far[far]
    if not far.any():
        return far[:0]
    start = int(far[far.argmax()])
    found = [start]
    while (above := int(heads[found[-1]])) != start:
        found.append(above)
    return np.array(sorted(found))


def _spanning(scores: Floats) -> Ints:
    """The maximum spanning tree (Chu and Liu, 1965; Edmonds, 1967): circles become one word, then open."""
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    inside = _circle(heads)
    if not len(inside):
        return heads
    outside = np.setdiff1d(np.arange(len(scores)), inside)
    last = len(outside)
    into = scores[np.ix_(inside, outside)] - scores[inside, heads[inside]][:, None]
    out_of = scores[np.ix_(outside, inside)]
    smaller = np.full((last + 1, last + 1), 2 * _NEVER)
    smaller[:last, :last] = scores[np.ix_(outside, outside)]
    smaller[last, :last], smaller[:last, last] = into.max(axis=0), out_of.max(axis=1)
    found = _spanning(smaller)
    opened = found[last]
    heads[inside[into[:, opened].argmax()]] = outside[opened]
    below = inside[out_of.argmax(axis=1)]
    heads[outside] = np.where(found[:last] == last, below, outside[np.minimum(found[:last], last - 1)])
    heads[0] = 0
    return heads


def spans(scores: Floats) -> list[tuple[int, int, str]]:
    """Names as (first word, word behind the last, kind), from scores of shape (words, marks)."""
    marks = scores.argmax(axis=1)
    if not marks.any():
        return []
    if not _in_order(marks):
        marks = _best_path(scores)
    return list(_spans([MARKS[mark] for mark in marks.tolist()]))


def _spans(marks: list[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    first = 0
    for index, mark in enumerate(marks):
        if mark[0] in "BS":
            first = index
        if mark[0] in "ES":
            found.append((first, index + 1, mark[2:]))
    return found


def _in_order(marks: Ints) -> bool:
    allowed, begins, ends = _grammar()
    return bool(begins[marks[0]] and ends[marks[-1]] and allowed[marks[:-1], marks[1:]].all())


def _best_path(scores: Floats) -> Ints:
    """Viterbi: the marks with the highest sum of scores among those in order."""
    allowed, begins, ends = _grammar()
    barred = np.where(allowed, 0.0, _NEVER)
    total = scores[0] + np.where(begins, 0.0, _NEVER)
    steps: list[Ints] = []
    for row in scores[1:]:
        paths = total[:, None] + barred
        steps.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int((total + np.where(ends, 0.0, _NEVER)).argmax())]
    for step in reversed(steps):
        path.append(int(step[path[-1]]))
    return np.array(path[::-1])


@cache
def _grammar() -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Which mark may follow which, which may begin a sentence, and which may end it."""
    inside = np.array([mark[0] in "BI" for mark in MARKS])
    goes_on = np.array([mark[0] in "IE" for mark in MARKS])
    kinds = np.array([mark[2:] for mark in MARKS])
    same = kinds[:, None] == kinds[None, :]
    allowed = np.where(inside[:, None], goes_on[None, :] & same, ~goes_on[None, :])
    return allowed, ~goes_on, ~inside
