"""The measure of event merging: labels, and what counts as right."""

import pytest
from evaluation.merging import Found, Label, Outcome, Pile, piles, scores, unmarked


def test_marks_become_offsets() -> None:
    text, marks = unmarked("Ia [datang](A) lalu [pergi](B).")
    assert text == "Ia datang lalu pergi."
    assert [(text[start:end], name) for start, end, name in marks] == [("datang", "A"), ("pergi", "B")]


def outcome(*told: tuple[str, str, str]) -> Outcome:
    """Mentions found: article, happening, event."""
    found = [Found(Label(a, n, n + 1, h), e) for n, (a, h, e) in enumerate(told)]
    return Outcome(Pile("p", "dev", (), tuple(f.label for f in found)), tuple(found))


@pytest.mark.parametrize(
    ("told", "once", "apart", "precision", "recall"),
    [
        ([("a", "A", "1"), ("b", "A", "1")], 1.0, 1.0, 1.0, 1.0),
        ([("a", "A", "1"), ("b", "A", "2")], 0.0, 1.0, 0.0, 0.0),
        ([("a", "A", "1"), ("b", "A", "1"), ("b", "B", "1")], 0.0, 0.0, 1 / 3, 1.0),
        ([("a", "A", "1"), ("b", "A", "1"), ("b", "B", "2")], 1.0, 1.0, 1.0, 1.0),
        ([("a", "A", "1"), ("a", "A", "2")], 1.0, 1.0, 0.0, 0.0),
    ],
)
def test_scores(
    told: list[tuple[str, str, str]], once: float, apart: float, precision: float, recall: float
) -> None:
    found = scores([outcome(*told)])
    assert (found["told_once"], found["apart"]) == (once, apart)
    assert (found["pair_precision"], found["pair_recall"]) == (pytest.approx(precision), recall)


def test_each_part_has_tellings_and_traps() -> None:
    for part in ("dev", "held"):
        chosen = [pile for pile in piles() if pile.part == part]
        assert len(chosen) >= 10
        several = [pile for pile in chosen if len({label.happening for label in pile.labels}) > 1]
        assert 3 <= len(several) < len(chosen)
