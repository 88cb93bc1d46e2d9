"""From scores to trees with one root and names whose marks are in order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from saksama.language.decode import MARKS, spans, tree


def scores(heads: list[int], sure: float = 5.0) -> np.ndarray:
    """Arc scores that favour the given heads; heads are numbered from 1, 0 is the root."""
    grid = np.zeros((len(heads) + 1, len(heads) + 1), np.float32)
    for child, head in enumerate(heads, start=1):
        grid[child, head] = sure
    return grid


def marked(*marks: str) -> np.ndarray:
    grid = np.zeros((len(marks), len(MARKS)), np.float32)
    for row, mark in zip(grid, marks, strict=True):
        row[MARKS.index(mark)] = 5.0
    return grid


def test_a_tree_stays_as_it_is():
    assert tree(scores([2, 0, 2, 3])).tolist() == [2, 0, 2, 3]


def test_the_likelier_of_two_roots_stays():
    grid = scores([0, 0, 2])
    grid[2, 0] = 9.0
    assert tree(grid).tolist() == [2, 0, 2]


def test_a_circle_is_broken_where_it_costs_least():
    grid = scores([2, 1, 0])
    grid[1, 3] = 4.0
    assert tree(grid).tolist() == [3, 1, 0]


@given(
    arrays.arrays(np.float32, st.integers(2, 9).map(lambda n: (n, n)), elements=st.floats(-9, 9, width=32))
)
def test_any_scores_give_one_rooted_tree(grid: np.ndarray):
    heads = [0, *tree(grid).tolist()]
    assert heads[1:].count(0) == 1
    reached = {0}
    for _ in heads:
        reached |= {word for word, head in enumerate(heads) if head in reached}
    assert reached == set(range(len(heads)))


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        (["O", "S-LOC"], [(1, 2, "LOC")]),
        (["B-PER", "I-PER", "E-PER", "O"], [(0, 3, "PER")]),
        (["B-PER", "E-PER", "B-ORG", "E-ORG"], [(0, 2, "PER"), (2, 4, "ORG")]),
        (["O", "O"], []),
    ],
)
def test_names(marks: list[str], found: list[tuple[int, int, str]]):
    assert spans(marked(*marks)) == found


def test_marks_out_of_order_become_the_likeliest_in_order():
    grid = marked("B-PER", "O", "O")
    grid[0, MARKS.index("S-PER")] = 4.0
    assert spans(grid) == [(0, 1, "PER")]


@given(
    arrays.arrays(
        np.float32, st.integers(1, 8).map(lambda n: (n, len(MARKS))), elements=st.floats(-9, 9, width=32)
    )
)
def test_any_marks_give_names_apart_from_each_other(grid: np.ndarray):
    found = spans(grid)
    edges = [edge for start, end, _ in found for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(grid) for start, end, _ in found)
