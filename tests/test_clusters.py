"""The measures of clusters against cases worked out by hand, and their laws."""

import pytest
from evaluation.clusters import MEASURES, Score, assignment, b_cubed, ceaf_e, muc
from hypothesis import given
from hypothesis import strategies as st


def clusters(text: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in text.split()]


@pytest.mark.parametrize(
    ("measure", "gold", "ours", "precision", "recall"),
    [
        (muc, "abcd", "ab cd", 1.0, 2 / 3),
        (muc, "abc de", "abcde", 3 / 4, 1.0),
        (muc, "ab", "cd", 0.0, 0.0),
        (b_cubed, "abcd", "ab cd", 1.0, 1 / 2),
        (b_cubed, "abc de", "abcde", 13 / 25, 1.0),
        (b_cubed, "abc", "abx", 4 / 9, 4 / 9),
        (ceaf_e, "abcd", "ab cd", 1 / 3, 2 / 3),
        (ceaf_e, "abc de", "abcde", 3 / 4, 3 / 8),
        (ceaf_e, "ab cd", "cd ab", 1.0, 1.0),
        (ceaf_e, "", "ab", 0.0, 0.0),
    ],
)
def test_hand_cases(measure, gold, ours, precision, recall):
    counts = measure(clusters(gold), clusters(ours))
    assert (counts.precision, counts.recall) == pytest.approx((precision, recall))


def test_documents_are_summed_before_they_are_divided():
    score = Score()
    score.add(clusters("ab"), clusters("ab"))
    score.add(clusters("abcd"), clusters("ab cd"))
    assert score.counts["muc"].recall == pytest.approx(3 / 4)
    assert score.conll == pytest.approx(sum(score.counts[name].f1 for name in MEASURES) / 3)


@pytest.mark.parametrize(
    ("gains", "columns"),
    [
        ([[1, 9], [8, 9]], [1, 0]),
        ([[1, 2, 3]], [2]),
        ([[5, 5, 1], [5, 4, 0], [1, 5, 0]], [2, 0, 1]),
        ([], []),
    ],
)
def test_the_best_assignment(gains, columns):
    assert assignment(gains) == columns


@given(st.lists(st.lists(st.floats(0, 1), min_size=4, max_size=4), min_size=1, max_size=4))
def test_an_assignment_uses_each_column_once_and_beats_the_diagonal(gains):
    found = assignment(gains)
    assert len(set(found)) == len(gains)
    best = sum(row[column] for row, column in zip(gains, found, strict=True))
    assert best >= sum(row[number] for number, row in enumerate(gains)) - 1e-9


@given(st.lists(st.sets(st.integers(0, 30), min_size=2), max_size=5))
def test_equal_clusters_are_perfect(drawn):
    parted = [frozenset((n, mention) for mention in cluster) for n, cluster in enumerate(drawn)]
    for measure in (muc, b_cubed, ceaf_e):
        assert measure(parted, parted).f1 == pytest.approx(1.0 if parted else 0.0)
