"""Fact-checks are read from whatever form they come in; what is broken costs one line and no more."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from saksama.records import ClaimReview
from saksama.sources.claimreview import read_reviews
from saksama.sources.claimreview.ratings import kind_of

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://cek.example.id/jembatan",
    "claimReviewed": "Jembatan Sungai Rawa ambruk dua hari setelah diresmikan",
    "datePublished": "2026-03-04T08:00:00+07:00",
    "author": {"@type": "Organization", "name": "Cek Rawa"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Akun Warga Rawa"},
        "datePublished": "2026-03-01",
        "appearance": [{"@type": "CreativeWork", "url": "https://media.example/p/1"}],
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Salah",
    },
    "inLanguage": "id-ID",
}
BARE = {"@type": "ClaimReview", "claimReviewed": "Pasar Rawa tutup selamanya"}


def reviews(value: Any, name: str = "a.json") -> list[ClaimReview]:
    return read_reviews(json.dumps(value).encode(), name)[0]


def one(**more: Any) -> ClaimReview:
    found, skipped = read_reviews(json.dumps(REVIEW | more).encode(), "a.json")
    assert not skipped
    return found[0]


def test_all_fields_of_a_full_review() -> None:
    found = one().to_dict()
    assert len(found.pop("id")) == 16
    assert found == {
        "url": "https://cek.example.id/jembatan",
        "claim": "Jembatan Sungai Rawa ambruk dua hari setelah diresmikan",
        "claimant": "Akun Warga Rawa",
        "claimed": "2026-03-01",
        "appearances": ["https://media.example/p/1"],
        "publisher": "Cek Rawa",
        "published": "2026-03-04",
        "rating": {"text": "Salah", "kind": "false", "reason": "word: salah"},
        "language": "id",
    }


@pytest.mark.parametrize(
    "wrapped",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {"dataFeedElement": [{"item": REVIEW}, {"item": None}, 7, None, "x"]},
        REVIEW | {"@type": ["Article", "http://schema.org/ClaimReview"]},
        {"@type": "NewsArticle", "review": REVIEW},
    ],
)
def test_wherever_it_lies(wrapped: Any) -> None:
    assert [r.claim for r in reviews(wrapped)] == [REVIEW["claimReviewed"]]


@pytest.mark.parametrize(
    ("more", "field", "wanted"),
    [
        ({"author": "Cek Rawa"}, "publisher", "Cek Rawa"),
        ({"author": [{"name": "A"}, {"name": "B"}]}, "publisher", "A, B"),
        ({"author": None}, "publisher", "cek.example.id"),
        ({"itemReviewed": {"@type": "CreativeWork", "author": "Si Fulan"}}, "claimant", "Si Fulan"),
        ({"itemReviewed": [{"author": [{"name": "A"}, "B"]}]}, "claimant", "A, B"),
        ({"itemReviewed": "sebuah video"}, "claimant", None),
        (
            {"itemReviewed": {"firstAppearance": {"url": "https://x.example/2"}}},
            "appearances",
            ("https://x.example/2",),
        ),
        ({"claimReviewed": {"@value": "<b>Air</b> &amp;amp; api"}}, "claim", "Air & api"),
        ({"claimReviewed": "", "itemReviewed": {"name": "Air habis"}}, "claim", "Air habis"),
        ({"inLanguage": {"name": "Indonesian"}}, "language", "id"),
        ({"inLanguage": 3}, "language", None),
        ({"datePublished": "4 Maret 2026"}, "published", "2026-03-04"),
        ({"url": "javascript:alert(1)"}, "url", None),
    ],
)
def test_forms_of_a_property(more: dict[str, Any], field: str, wanted: Any) -> None:
    assert getattr(one(**more), field) == wanted


def test_references_by_id_are_followed() -> None:
    graph = [BARE | {"author": {"@id": "#we"}}, {"@id": "#we", "@type": "Organization", "name": "Cek Rawa"}]
    assert reviews({"@graph": graph})[0].publisher == "Cek Rawa"


@pytest.mark.parametrize(
    ("rating", "kind", "text"),
    [
        ({"alternateName": "HOAKS!"}, "false", "HOAKS!"),
        ({"alternateName": "Sebagian salah"}, "mixed", "Sebagian salah"),
        (
            {"alternateName": "Konteks yang Salah (False Context)"},
            "misleading",
            "Konteks yang Salah (False Context)",
        ),
        ({"alternateName": "Tidak benar"}, "false", "Tidak benar"),
        ({"alternateName": "Benar"}, "true", "Benar"),
        ({"alternateName": "tidak palsu"}, None, "tidak palsu"),
        ({"alternateName": "Empat Pinokio"}, None, "Empat Pinokio"),
        ({"name": "Satire"}, "satire", "Satire"),
        ("Menyesatkan", "misleading", "Menyesatkan"),
        ({"ratingValue": "1", "bestRating": "5", "worstRating": "1"}, "false", "1 (1–5)"),
        ({"ratingValue": 5, "bestRating": 1, "worstRating": 5}, "false", "5 (5–1)"),
        ({"ratingValue": 9, "bestRating": 5, "worstRating": 1}, None, "9 (1–5)"),
        ({"ratingValue": 3}, None, "3"),
        ({"ratingValue": "NaN", "bestRating": 5, "worstRating": 1}, None, ""),
        ({"alternateName": ["Keliru"], "ratingValue": {}}, "false", "Keliru"),
        (None, None, ""),
        (True, None, ""),
    ],
)
def test_ratings(rating: Any, kind: str | None, text: str) -> None:
    found = one(reviewRating=rating).rating
    assert (found.kind, found.text) == (kind, text)
    assert found.reason


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Belum terbukti", "unproven"),
        ("half-true", "mixed"),
        ("Mostly false", "false"),
        ("benar / salah", None),
    ],
)
def test_the_longest_phrase_decides(text: str, kind: str | None) -> None:
    assert kind_of(text)[0] == kind


def test_json_lines_with_a_broken_one() -> None:
    raw = f"{json.dumps(REVIEW)}\n{{broken\n\n{json.dumps(BARE)}\n".encode()
    for name in ("a.jsonl", "pile"):
        found, skipped = read_reviews(raw, name)
        assert [r.claim for r in found] == [REVIEW["claimReviewed"], BARE["claimReviewed"]]
        assert [s.path for s in skipped] == [f"{name}:2"]
        assert "not valid JSON" in skipped[0].reason


def test_a_page_with_several_scripts() -> None:
    page = f"""<!doctype html><html><head>
    <script>var x = "<script type='application/ld+json'>";</script>
    <SCRIPT id=a type='application/ld+json'>{{"@type": "ClaimReview", </SCRIPT>
    <script type="application/ld+json">//<![CDATA[
    {json.dumps(REVIEW)}
    //]]></script>
    <script type=application/ld+json><!-- {json.dumps(BARE)} --></script>
    <script type="application/ld+json">"""
    found, skipped = read_reviews(page.encode(), "hal.html")
    assert [r.claim for r in found] == [REVIEW["claimReviewed"], BARE["claimReviewed"]]
    assert [s.path for s in skipped] == ["hal.html (script 1)"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "binary"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "nested too deep"),
        (b'{"@type": "ClaimReview", "n": ' + b"9" * 6000 + b"}", "too long"),
        (b"<html><body>Halo</body></html>", "no ClaimReview"),
        (b'{"@type": "NewsArticle"}', "no ClaimReview"),
        (b'{"@type": "ClaimReview", "claimReviewed": 12, "itemReviewed": [[]]}', "without a claim"),
        (b"\x1f\x8b\x08broken", "cannot be read"),
    ],
)
def test_what_gives_nothing_says_why_in_one_line(raw: bytes, said: str) -> None:
    found, skipped = read_reviews(raw, "x.json")
    assert found == []
    assert len(skipped) == 1
    assert said in skipped[0].reason
    assert "\n" not in skipped[0].reason


@pytest.mark.parametrize("wrong", [None, 0, 1.5, True, "", [], {}, [[]], [None], {"@id": "#x"}, {"name": {}}])
@pytest.mark.parametrize("key", [k for k in REVIEW if k not in ("@type", "claimReviewed")])
def test_any_property_may_have_any_type(key: str, wrong: Any) -> None:
    assert len(reviews([REVIEW | {key: wrong}])) == 1


def test_a_date_that_does_not_exist_is_left_out_and_told() -> None:
    found, skipped = read_reviews(json.dumps(REVIEW | {"datePublished": "2026-02-30"}).encode(), "a.json")
    assert found[0].published is None
    assert skipped[0].to_dict() == {
        "path": "a.json",
        "reason": "no such date: '2026-02-30'; the review is read without it",
    }


def test_a_review_that_comes_twice_is_kept_once() -> None:
    found, skipped = read_reviews(json.dumps([REVIEW, BARE, REVIEW]).encode(), "a.json")
    assert len(found) == 2
    assert [s.path for s in skipped] == ["a.json (review 3)"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_and_gzip(encoding: str, tmp_path: Path) -> None:
    text = json.dumps(BARE | {"claimReviewed": "Café Rawa tutup"}, ensure_ascii=False)
    file = tmp_path / "a.json.gz"
    file.write_bytes(gzip.compress(text.encode(encoding)))
    assert read_reviews(file, "a.json.gz")[0][0].claim == "Café Rawa tutup"


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    assert read_reviews(tmp_path / "none.json", "none.json")[1][0].reason == "cannot be read: no such file"


def test_a_review_is_the_same_by_any_spelling_of_its_address() -> None:
    other = REVIEW | {"url": "http://www.cek.example.id/jembatan/?utm_source=x"}
    assert one().id == reviews(other)[0].id
