"""How well times are found and valued on the development documents, where those are at hand."""

from pathlib import Path

import pytest
from evaluation import times

DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.mark.skipif(not (DATA / "times").is_dir(), reason="the shared time data is not at hand")
def test_the_aims_are_kept() -> None:
    reached = times.measure(DATA)
    assert reached["times.indotimex-dev.span_f1"] >= 0.96
    assert reached["times.indotimex-dev.tuned_value_f1"] >= 0.94
    assert reached["times.indotimex-dev.held_value_f1"] >= 0.94


def test_cut_words_are_joined_and_vague_adverbs_left_out() -> None:
    text = "Jumat, 6 Juni dan nanti"
    assert times.even(text, [(0, 5), (5, 13), (18, 23)]) == {(0, 13)}


def test_labels_hold_no_text_and_ten_documents_are_held_back() -> None:
    parts = [part for part, _ in times.labelled().values()]
    assert (parts.count("tuned"), parts.count("held")) == (20, 10)
    assert all(start < end for _, labels in times.labelled().values() for start, end, _, _ in labels)
