"""Words in rows: every word keeps its pieces, its sentence and its place."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saksama.language.rows import END, LENGTH, LONGEST, START, chunks, pack

word = st.lists(st.integers(4, 99), min_size=1, max_size=6).map(tuple)
sentence = st.lists(word, min_size=1, max_size=20)


@given(st.lists(sentence, min_size=1, max_size=12))
def test_every_word_keeps_its_place(sentences: list[list[tuple[int, ...]]]):
    rows = pack(sentences)
    for number, (words, (row, slot, count)) in enumerate(zip(sentences, rows.places, strict=True)):
        assert count == len(words)
        assert (rows.owners[row, slot : slot + count + 1] == number).all()
        places = rows.words[row, slot : slot + count + 1]
        assert rows.pieces[row, places[0]] == START
        for pieces, at in zip(words, places[1:], strict=True):
            assert tuple(rows.pieces[row, at : at + len(pieces)]) == pieces
        own = rows.sentences[row] == number
        assert rows.pieces[row][own][-1] == END
        assert rows.positions[row][own].tolist() == list(range(own.sum()))


def test_short_sentences_share_a_row():
    rows = pack([[(5,)] * 30] * 3)
    assert rows.pieces.shape == (1, 96)
    assert rows.pieces.size <= LENGTH


def test_a_long_sentence_makes_long_rows():
    assert pack([[(5,)] * 200, [(6,)]]).pieces.shape == (1, 205)


def test_rows_are_filled_evenly():
    rows = pack([[(5,)] * 28] * 5)
    assert rows.pieces.shape == (2, 90), "three sentences of thirty pieces, and two"


def test_a_sentence_too_long_for_any_row_is_read_in_parts():
    words = [(5, 6)] * 1000
    parts = chunks(words)
    assert [one for part in parts for one in part] == words
    assert all(2 + sum(map(len, part)) <= LONGEST for part in parts)


def test_an_endless_word_is_cut():
    (part,) = chunks([(7,) * 5000])
    assert len(part[0]) < LONGEST


def test_one_sentence_is_not_seen_by_another():
    rows = pack([[(5,)] * 10, [(6,)] * 10])
    assert len(np.unique(rows.sentences[rows.sentences >= 0])) == 2
