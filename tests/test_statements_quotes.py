"""Quotation marks in pairs, with whatever marks and slips a page has."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama.records import Article, Boilerplate
from saksama.statements.page import closing_cue
from saksama.statements.quotes import find_quotes


def contents(text: str, boilerplate: tuple[Boilerplate, ...] = ()) -> list[str]:
    article = Article("a", None, None, None, "id", None, "unknown", (), text, None, boilerplate)
    return [text[quote.start : quote.end] for quote in find_quotes(article, closing_cue())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Kami siap,” kata Rahim.", ["Kami siap"]),
        ('"Kami siap," kata Rahim.', ["Kami siap"]),
        ("”Kami siap,” kata Rahim. ”Besok pun siap.”", ["Kami siap", "Besok pun siap."]),
        ("«Kami siap», kata Rahim.", ["Kami siap"]),
        ("„Kami siap“, kata Rahim.", ["Kami siap"]),
        ("Rahim menyebutnya 'perang dingin'.", ["perang dingin"]),
        ("Ma'ruf dan Jum'at bukan kutipan.", []),
        ("“Kata ‘damai’ itu penting,” kata Rahim.", ["Kata ‘damai’ itu penting"]),
        ('" Kami siap , " kata Rahim . " Besok " .', ["Kami siap", "Besok"]),
        ("“Kami siap. Besok kami berangkat. Titik,” katanya.", ["Kami siap. Besok kami berangkat. Titik"]),
    ],
)
def test_pairs_whatever_the_marks(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“Kapal pertama tiba pagi.\n“Kapal kedua menyusul,” kata Rahim."
    assert contents(text) == ["Kapal pertama tiba pagi.\n“Kapal kedua menyusul"]


def test_a_forgotten_closing_mark_is_found_by_the_cue() -> None:
    assert contents("“Kami siap, kata Rahim.\n“Kami juga,” kata Dewi.") == ["Kami siap", "Kami juga"]


def test_a_mark_that_is_never_closed_swallows_nothing() -> None:
    assert contents("Ia membaca “Kabar Pagi di beranda.\n\n“Kami siap,” kata Rahim.") == ["Kami siap"]


def test_boilerplate_has_no_quotations() -> None:
    text = "Baca juga: “Perang usai”\n“Kami siap,” kata Rahim."
    assert contents(text, (Boilerplate(0, 24, "related"),)) == ["Kami siap"]


@given(st.text(alphabet="ab .,!?\n\"“”'‘’«»„", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    article = Article("a", None, None, None, "id", None, "unknown", (), text, None, ())
    last = 0
    for quote in find_quotes(article, closing_cue()):
        assert last <= quote.left < quote.start < quote.end <= quote.right <= len(text)
        last = quote.right


@pytest.mark.parametrize("unit", ['"', ' "a', "“a\n", "'a ", ' "a\n', "“ ", ', "kata '])
def test_time_grows_with_the_length_only(unit: str) -> None:
    started = time.perf_counter()
    contents(unit * 200_000)
    assert time.perf_counter() - started < 6
