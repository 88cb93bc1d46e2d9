"""What is shown, in which order and how it is worded, before any face lays it out."""

from dataclasses import replace

import pytest
from accounts import ONE, Page, account, happening, party

from saksama.account.as_markdown import escaped
from saksama.account.compose import view
from saksama.account.layers import Layer, bracketed, segments
from saksama.account.marks import Marks
from saksama.account.piles import dated
from saksama.account.relations import web
from saksama.account.voices import _title
from saksama.account.words import words
from saksama.records import Account, Bilingual, Check, NotChecked, Story, TimeExpression, TitleClaim

PAGE = Page("satu", ONE)


def with_events(*events: object) -> Account:
    return replace(account(), events=tuple(events), checks=())


def test_the_lead_tells_what_happened_and_the_most_told_first() -> None:
    once = happening("a", "AID", PAGE, "mengunjungi", "mengunjungi")
    often = happening("b", "CONSULT", PAGE, "mengunjungi", "mengunjungi", distinct_texts=3)
    third = happening("c", "ACCUSE", PAGE, "mengunjungi", "mengunjungi")
    feared = happening(
        "d", "ASSAULT", PAGE, "mengunjungi", "mengunjungi", status="possible", distinct_texts=9
    )
    lead = view(with_events(once, often, third, feared), "id").lead
    assert [moment.ids for moment in lead] == [("b",), ("a",), ("c",)]


@pytest.mark.parametrize("status", ["possible", "hypothetical", "denied"])
def test_what_may_never_happen_is_never_in_the_lead(status: str) -> None:
    event = happening("a", "AID", PAGE, "mengunjungi", "mengunjungi", status=status)
    assert view(with_events(event), "id").lead == ()


def test_events_that_read_the_same_become_one_line() -> None:
    one = happening("a", "AID", PAGE, "mengunjungi", "mengunjungi")
    other = happening("b", "AID", PAGE, "membawa", "membawa")
    shown = view(with_events(one, other), "id")
    assert [moment.ids for moment in shown.undated] == [("a", "b")]
    assert [mark.label for mark in shown.undated[0].marks] == ["1:2", "1:3"]


def test_a_wrong_weekday_is_folded_away_and_other_cautions_are_not() -> None:
    base = account()
    piece = PAGE.sentence("mengunjungi")
    day = PAGE.find("Rabu, 19 Juni 2024")
    wrong = TimeExpression("t", "satu", day.start, day.end, day.text, "DATE", "2024-06-19", weekday=4)
    said = Bilingual("a", "a")
    checks = (
        Check("slip", "calendar", None, "caution", said, (), (piece,)),
        Check("hard", "calendar", None, "impossible", said, (), (piece,)),
    )
    shown = view(replace(base, checks=checks, times=(wrong,)), "id")
    assert [finding.id for finding in shown.findings] == ["hard"]
    assert [finding.id for finding in shown.slips] == ["slip"]
    right = replace(wrong, weekday=2)
    assert view(replace(base, checks=checks, times=(right,)), "id").slips == ()


def test_sides_light_up_what_tells_them_apart() -> None:
    sides = view(account(), "id").findings[0].sides
    lit = [[piece.text for piece in side.pieces if piece.lit] for side in sides]
    assert lit == [["lebih dari 1.200 ton beras"], ["sekitar 900 ton beras"]]


def test_a_side_holds_its_whole_sentence() -> None:
    side = view(account(), "id").cautions[0].sides[0]
    assert (
        "".join(piece.text for piece in side.pieces)
        == "Presiden Arda mengunjungi Borneo pada Rabu, 19 Juni 2024."
    )


def test_marks_count_sentences_and_survive_without_them() -> None:
    whole = account()
    piece = PAGE.find("membawa")
    assert Marks(whole).of(piece).label == "1:3"
    assert Marks(replace(whole, readings=())).of(piece).label == "1:2"  # by lines


@pytest.mark.parametrize(
    ("published", "basis", "day"),
    [
        ("2024-06-19", "page", "19 Juni 2024"),
        ("2023-09-04/..", "inferred", "tidak sebelum 4 September 2023"),
        ("../2024-10-01", "inferred", "tidak setelah 1 Oktober 2024"),
        ("2014-10-01/2024-10-01", "inferred", "antara 1 Oktober 2014 dan 1 Oktober 2024"),
        (None, "unknown", "tanggal tidak diketahui"),
    ],
)
def test_dates_of_publication_in_words(published: str | None, basis: str, day: str) -> None:
    article = replace(PAGE.article, published=published, published_basis=basis)
    assert dated(article, words("id"))[0] == day


def test_reasons_for_not_checking_are_told_once() -> None:
    items = (
        NotChecked("office", "satu", "undated"),
        NotChecked("office", "dua", "undated"),
        NotChecked("calendar", "satu", "undated"),
        NotChecked("calendar", "dua", "undated"),
        NotChecked("history", None, "not built yet"),
    )
    shown = view(replace(account(), not_checked=items), "en").not_checked
    assert shown == ("office and calendar – article without a date [1] [2]", "history – not built yet")


def test_people_of_one_state_do_not_carry_it_twice() -> None:
    event = happening(
        "a", "AID", PAGE, "membawa", "membawa", actors=(party("Q1", "AAA"),), recipients=(party("Q2", "AAA"),)
    )
    sentence = view(with_events(event), "id").undated[0].sentence
    assert sentence.endswith("kepada Q2")


def test_a_pile_without_a_main_story_is_only_counted() -> None:
    base = account()
    names = [f"n{number}" for number in range(12)]
    articles = tuple(replace(PAGE.article, id=name) for name in names)
    stories = tuple(replace(base.stories[0], id=name, articles=(name,), lineage=()) for name in names)
    empty = dict.fromkeys(
        ("events", "checks", "statements", "mentions", "times", "quantities", "readings", "not_checked"), ()
    )
    shown = view(replace(base, articles=articles, stories=stories, **empty), "en")
    assert shown.title == "Account of 12 articles"


def test_relations_bundle_by_pair_quarter_and_certainty() -> None:
    events = tuple(
        happening(name, kind, PAGE, "membawa", "membawa", status=status)
        for name, kind, status in (
            ("a", "AID", "occurred"),
            ("b", "COOPERATE", "occurred"),
            ("c", "AID", "alleged"),
        )
    )
    drawn = web(events).relations
    assert [(r.actor, r.recipient, r.quad, r.sure, r.count) for r in drawn] == [
        ("AAA", "BBB", "mc", True, 2),
        ("AAA", "BBB", "mc", False, 1),
    ]


def test_crossing_marks_are_closed_and_opened_again() -> None:
    layers = [Layer(0, 5, "mention", "A"), Layer(3, 8, "event", "B")]
    row = segments("abcdefgh", 0, 8, layers)
    assert "".join(segment.text for segment in row) == "abcdefgh"
    assert bracketed(row) == "[A: abc[B: de]][B: fgh]"


@pytest.mark.parametrize(
    "text", ["1. satu", "2) dua", "- tiga", "+ empat", "# lima", "> enam", "*tujuh*", "a | b"]
)
def test_no_text_becomes_markdown(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    html = markdown_it.MarkdownIt("commonmark").render(escaped(text))
    assert html.startswith("<p>")
    assert "<em>" not in html


def test_stories_of_one_article_share_a_heading() -> None:
    made = account()
    one, other = made.articles[0].id, made.articles[1].id
    alone = (Story("s1", "Satu", (one,), ()), Story("s2", "Dua", (other,), ()))
    (pile,) = view(replace(made, stories=alone), "id").piles
    assert pile.single
    assert [article.id for article in pile.articles] == [one, other]
    (pile,) = view(replace(made, stories=(Story("s1", "Satu", (one, other), ()),)), "id").piles
    assert not pile.single


@pytest.mark.parametrize(("kind", "counted"), [("ACCUSE", False), ("CONSULT", False), ("AID", True)])
def test_what_is_only_said_carries_no_figures(kind: str, counted: bool) -> None:
    made = account()
    quantity = made.quantities[0]
    event = replace(made.events[0], type=kind, mode=None, quantities=(quantity.id,))
    shown = view(replace(made, events=(event,), checks=()), "id")
    (moment,) = (*shown.dated, *shown.undated)
    assert (quantity.text in moment.sentence) is counted


def test_offices_are_named_in_english_and_without_their_abbreviation() -> None:
    made = account()
    said = made.articles[0].evidence(0, 5)
    claim = TitleClaim(said.article, "Q7747", "head_of_state", "RUS", "Presiden (Pres) Rusia", said, 1)
    assert _title(claim, words("id")) == "Presiden Rusia"
    assert _title(claim, words("en")) == "President"
