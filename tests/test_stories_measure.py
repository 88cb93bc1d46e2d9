"""How stories and lineage are scored, and how kinship is planted."""

import random

from evaluation.kinship import _of, reworded
from evaluation.stories import Gold, Told, scores

LABELS = Gold(
    {1: "a", 2: "a", 3: "b", 4: "c"},
    dict.fromkeys((1, 2, 3, 4), "dev"),
    {frozenset((3, 4))},
    {(1, 2): ("copy", True), (1, 3): ("rewrite", False), (3, 4): ("none", True)},
)
LINES = [1, 2, 3, 4]


def test_stories_as_labelled_score_all() -> None:
    found = scores(LABELS, Told(LABELS.story, {(1, 2): "copy"}), LINES)
    assert (found["b3_f1"], found["pair_f1"], found["copy_f1"], found["lineage_f1"]) == (1, 1, 1, 1)


def test_unsure_pairs_count_neither_way_and_others_do() -> None:
    found = scores(LABELS, Told({1: "x", 2: "x", 3: "y", 4: "y"}, {(1, 3): "copy"}), LINES)
    assert found["pair_f1"] == 1
    assert found["b3_precision"] == 0.75
    assert found["lineage_f1"] == 0


def test_an_edge_turned_round_is_wrong() -> None:
    assert scores(LABELS, Told(LABELS.story, {(2, 1): "copy"}), LINES)["copy_f1"] == 0


def test_words_are_swapped_and_the_last_clause_comes_first() -> None:
    told = reworded("Warga mengungsi ke balai desa, karena air sungai meluap.", {"warga": "penduduk"})
    assert told == "Karena air sungai meluap, penduduk mengungsi ke balai desa."


def test_each_kind_is_planted() -> None:
    body = [f"Kalimat ke {n} tentang sawah di lereng bukit." for n in range(10)]
    made = list(_of(body, body[::-1], {}, random.Random(1)))
    assert [pair.kind for pair in made] == ["copy", "update", "rewrite", "none", "none"]
    assert all(pair.old != pair.new for pair in made)
