"""The batch entry: sentences as records, with offsets into the article's own text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.language import analyse
from saksama.language.analyse import sheets_of
from saksama.records import Article, Boilerplate, Span

STORY = "Presiden Joko Widodo tiba di Maumere.\nIa meresmikan  jembatan\tbaru itu, kata warga."


def article(text, skip=(), title=None):
    marked = tuple(Boilerplate(*span, "related") for span in skip)
    span = Span(0, title) if title else None
    return Article("a", None, None, None, "id", None, "unknown", (), text, span, marked)


def read(*articles):
    return list(analyse(articles))


def test_offsets_point_into_the_article():
    text = f"Jembatan Dibuka\n\n{STORY}"
    (reading,) = read(article(text, title=15))
    assert [s.index for s in reading.sentences] == [0, 1, 2]
    assert [s.is_title for s in reading.sentences] == [True, False, False]
    for sentence in reading.sentences:
        assert sentence.tokens[0].start == sentence.start
        assert sentence.tokens[-1].end == sentence.end
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
            assert not token.text.isspace()


def test_a_root_heads_itself_and_every_sentence_has_one():
    (reading,) = read(article(STORY))
    for sentence in reading.sentences:
        roots = [token for index, token in enumerate(sentence.tokens) if token.head == index]
        assert len(roots) == 1
        assert roots[0].dep.lower() == "root"


def test_names_are_tokens_of_their_sentence():
    (reading,) = read(article(STORY))
    names = [
        (name.label, " ".join(token.text for token in sentence.tokens[name.first : name.last]))
        for sentence in reading.sentences
        for name in sentence.names
    ]
    assert ("PER", "Joko Widodo") in names
    assert {label for label, _ in names} <= {"PER", "ORG", "LOC"}


def test_boilerplate_is_never_read():
    text = "Warga senang. Baca juga: Harga Turun Menteri datang."
    (reading,) = read(article(text, [(14, 36)]))
    assert not any("Harga" in token.text for sentence in reading.sentences for token in sentence.tokens)


def test_order_is_kept_and_empty_articles_have_no_sentences():
    texts = ["Warga senang.", "   \n", "Menteri datang.", "***"] * 12
    found = read(*(article(text) for text in texts))
    assert [reading.article.text for reading in found] == texts
    assert [len(reading.sentences) for reading in found] == [1, 0, 1, 0] * 12


def test_articles_are_drawn_batch_by_batch():
    drawn = []

    def source():
        for number in range(100):
            drawn.append(number)
            yield article("Warga senang.")

    next(analyse(source()))
    assert len(drawn) < 50


@pytest.mark.parametrize("text", ["x" * 100_000, "kata " * 5000, "kata! " * 6000, "“" * 3000 + "kata"])
def test_long_runs_are_cut_and_nothing_blows_up(text):
    (reading,) = read(article(text))
    assert max(len(token.text) for sentence in reading.sentences for token in sentence.tokens) <= 1500
    assert all(len(sheet.text) <= 16_000 for sheet in sheets_of(article(text)))
    found = "".join(token.text for sentence in reading.sentences for token in sentence.tokens)
    assert found.count("k") == text.count("k")


def test_one_article_alone_reads_as_in_a_batch():
    alone = read(article(STORY))[0].sentences
    assert read(article("Warga senang. " * 30), article(STORY))[1].sentences == alone


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([*'aB1 .,!?\n\t\u00a0"“”', "kata ", "Ia ", "Rp1,5 "]), max_size=40).map("".join)
)
def test_every_token_slices_back(text):
    (reading,) = read(article(text))
    for sentence in reading.sentences:
        assert sentence.tokens
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
        joined = "".join(token.text for token in sentence.tokens)
        assert joined == "".join(text[sentence.start : sentence.end].split())
