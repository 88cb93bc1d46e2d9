"""The date of an article that bears none: from offices and from what is told as past."""

from __future__ import annotations

from dataclasses import replace

import pytest

from saksama.actors.knowledge import load
from saksama.records import Article, Reading, Sentence, TitleClaim, Token
from saksama.times import annotate, date_article

NATO = ("secretary_general", "IGO-NATO")
MINISTER = ("foreign_minister", "USA")


def person(name: str) -> str:
    return next(actor.id for actor in load().actors() if actor.name == name)


def reading(*sentences: str) -> Reading:
    """Sentences parted by a blank, with their words as tokens."""
    text, found = " ".join(sentences), []
    start = 0
    for index, sentence in enumerate(sentences):
        tokens, at = [], start
        for word in sentence.rstrip(".").split(" "):
            tokens.append(Token(at, at + len(word), word, word, "X", 0, "dep"))
            at += len(word) + 1
        end = start + len(sentence)
        found.append(Sentence(index, 0, start, end, False, tuple(tokens), ()))
        start = end + 1
    return Reading(Article("a", None, None, None, "id", None, "unknown", (), text, None, ()), tuple(found))


def claiming(page: Reading, *claims: tuple[str, tuple[str, str], str]) -> Reading:
    """The reading with claims (name, office, excuse); each is evidenced by its name in the text."""
    titles = []
    for name, (role, for_), excuse in claims:
        start = page.article.text.index(name)
        sentence = next(s.index for s in page.sentences if s.start <= start < s.end)
        evidence = page.article.evidence(start, start + len(name))
        titles.append(TitleClaim("a", person(name), role, for_, "", evidence, sentence, excuse))
    return replace(annotate(page), titles=tuple(titles))


@pytest.mark.parametrize(
    ("claims", "published", "evidence"),
    [
        ([("Jens Stoltenberg", NATO, "")], "2014-10-01/2024-10-01", ["Jens Stoltenberg"]),
        (
            [("Jens Stoltenberg", NATO, ""), ("Antony Blinken", MINISTER, "")],
            "2021-01-26/2024-10-01",
            ["Jens Stoltenberg", "Antony Blinken"],
        ),
        ([("Jens Stoltenberg", NATO, "mantan")], "2024-10-01/..", ["Jens Stoltenberg"]),
        ([("Jens Stoltenberg", NATO, "calon")], None, []),
        ([("Jens Stoltenberg", NATO, "mantan"), ("Antony Blinken", MINISTER, "")],
         "2024-10-01/2025-01-20", ["Jens Stoltenberg", "Antony Blinken"]),
    ],
)  # fmt: skip
def test_offices(
    claims: list[tuple[str, tuple[str, str], str]], published: str | None, evidence: list[str]
) -> None:
    page = claiming(reading("Jens Stoltenberg bicara.", "Antony Blinken diam."), *claims)
    article = date_article(page).article
    assert article.published == published
    assert article.published_basis == ("inferred" if published else "unknown")
    assert [piece.text for piece in article.published_evidence] == evidence
    assert not article.dated


def test_contradicting_offices_leave_the_date_unknown() -> None:
    page = reading("Jens Stoltenberg bicara.", "Marco Rubio diam.")
    told = claiming(page, ("Jens Stoltenberg", NATO, ""), ("Marco Rubio", MINISTER, ""))
    assert date_article(told).article.published is None


def test_a_day_told_beyond_the_office_leaves_the_date_unknown() -> None:
    page = claiming(
        reading("Jens Stoltenberg bicara.", "Rapat pada 4 Mei 2025 ramai."), ("Jens Stoltenberg", NATO, "")
    )
    assert date_article(page).article.published is None


def test_a_claim_beside_a_date_of_its_own_bounds_nothing() -> None:
    page = reading("Pada 2016 Jens Stoltenberg bicara.")
    assert date_article(claiming(page, ("Jens Stoltenberg", NATO, ""))).article.published is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Pertemuan itu telah usai pada Senin, 4 September 2023.", "2023-09-04/.."),
        ("Gempa terjadi pada Maret 2022 lalu.", "2022-03-01/.."),
        ("Ia meninggal sejak tahun 2019 silam.", "2019-01-01/.."),
        ("Ia akan datang pada 4 September 2023.", None),
        ("Proyek itu telah dirancang hingga 2045.", None),
        ("Ia sudah ikut Pemilu 2024.", None),
        ("Ia sudah hadir pada 2024.", None),
        ("Ia sudah datang pada Rabu (19/6).", None),
        ("Gempa terjadi pada 31 Februari 2022.", None),
    ],
)
def test_dates_told_as_past(text: str, published: str | None) -> None:
    assert date_article(annotate(reading(text))).article.published == published


def test_a_date_that_is_known_stays() -> None:
    page = reading("Gempa terjadi pada Maret 2022 lalu.")
    dated = replace(page, article=replace(page.article, published="2024-01-05", published_basis="page"))
    assert date_article(annotate(dated)).article == dated.article
