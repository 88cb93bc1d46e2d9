"""An article that makes a claim which was checked is told; the same topic, or the denial, is not."""

import pytest
from builders import Page, case_of, desk_of

from saksama.checks import known_claim, run
from saksama.checks.known_claim.keys import asked
from saksama.checks.known_claim.profile import profile
from saksama.records import Check, ClaimReview, NotChecked, Rating
from saksama.records.claims import RatingKind
from saksama.store import MemoryDesk

CLAIM = "Wali Kota Semarang menyita 40 kapal nelayan Juwana"


def review(claim: str, kind: RatingKind = "false", identity: str = "r1", **more: str | None) -> ClaimReview:
    facts = {"url": "https://cek.example.id/1", "publisher": "Cek Rawa", "published": "2026-03-04"} | more
    rating = Rating("Salah" if kind == "false" else kind, kind, "by hand")
    return ClaimReview(
        identity, facts["url"], claim, None, None, (), facts["publisher"], facts["published"], rating, "id"
    )


def desk_with(text: str, *reviews: ClaimReview, published: str | None = None) -> MemoryDesk:
    desk = desk_of(Page("a", text, published))
    for each in reviews:
        desk.put_review(each, known_claim.keys_of(each))
    return desk


def found(text: str, claim: str, kind: RatingKind = "false") -> str:
    """What the article is found to do with the claim."""
    desk = desk_with(text, review(claim, kind))
    return " ".join(match.stance for match in known_claim.matches(desk.readings()[0], desk))


@pytest.mark.parametrize(
    "text",
    [
        "Wali Kota Semarang menyita 40 kapal nelayan Juwana .",
        "Sebanyak 40 kapal nelayan Juwana disita Wali Kota Semarang .",
        "Hari cerah .\nKabarnya Wali Kota Semarang rampas 40 kapal nelayan Juwana .",
        "Nelayan Juwana resah .\n40 kapal mereka disita Wali Kota Semarang , kata nelayan Juwana .",
    ],
)
def test_a_claim_is_known_again_in_other_words(text: str) -> None:
    assert found(text, CLAIM) == "carries"


@pytest.mark.parametrize(
    "text",
    [
        "Wali Kota Semarang menyita 14 kapal nelayan Juwana .",  # another number
        "Wali Kota Semarang menyita 40 kapal nelayan Rembang .",  # another place
        "Wali Kota Semarang mengunjungi 40 kapal nelayan Juwana .",  # another deed
        "Wali Kota Semarang akan menyita 40 kapal nelayan Juwana .",  # not yet
        "Jika Wali Kota Semarang menyita 40 kapal nelayan Juwana , ia keliru .",
        "Nelayan Juwana minta 40 kapal .\nHari cerah .\nWali Kota Semarang menyita motor .",  # far apart
    ],
)
def test_the_same_topic_is_not_the_same_claim(text: str) -> None:
    assert found(text, CLAIM) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Wali Kota Semarang tidak menyita 40 kapal nelayan Juwana .",
        "Hoaks : Wali Kota Semarang menyita 40 kapal nelayan Juwana .",
        "Wali Kota Semarang menyita 40 kapal nelayan Juwana .\nKabar itu tidak benar .",
        CLAIM + " .\nA b c .\nD e f .\nG h i .\nDemikian cek fakta kami .",
    ],
)
def test_an_article_that_deals_with_the_claim_is_no_alarm(text: str) -> None:
    assert found(text, CLAIM) == "deals"


def test_a_claim_found_true_is_no_alarm() -> None:
    assert found(f"{CLAIM} .", CLAIM, "true") == "deals"


@pytest.mark.parametrize(
    ("text", "claim", "wanted"),
    [
        ("Rusia menyerang pelabuhan Ukraina .", "Ukraina menyerang pelabuhan Rusia", ""),
        ("Pelabuhan Rusia diserang Ukraina .", "Ukraina menyerang pelabuhan Rusia", "carries"),
        ("Lumba-lumba terdampar di Pacitan .", "Video lumba-lumba terdampar di Pacitan", ""),
        ("Sebuah rekaman memperlihatkan lumba-lumba terdampar di Pacitan .",
         "Video lumba-lumba terdampar di Pacitan", "carries"),
        ("Pajak sepeda Rp2,5 juta berlaku di Jepara .", "Pajak sepeda di Jepara Rp2.500.000", "carries"),
        ("Banjir rob Demak 2019 menewaskan petambak .", "Banjir rob Demak 2024 menewaskan petambak", ""),
        ("Kades Tambak mencopot Bendahara A .", "Kepala desa Tambak memecat bendahara", "carries"),
        ("Semarang hujan .", "Semarang hujan", ""),  # too little to be known again
    ],
)  # fmt: skip
def test_direction_pictures_numbers_years_and_short_forms(text: str, claim: str, wanted: str) -> None:
    assert found(text, claim) == wanted


def test_the_finding_tells_who_checked_when_with_which_rating_and_where() -> None:
    desk = desk_with(f"Hari cerah .\n{CLAIM} .", review(CLAIM))
    (check,) = known_claim.find(case_of(desk))
    assert isinstance(check, Check)
    assert (check.kind, check.severity, check.slot) == ("known-claim", "caution", None)
    assert [e.text for e in check.evidence] == [f"{CLAIM}."]
    for text in (check.explanation.id, check.explanation.en):
        assert all(
            part in text for part in ("Cek Rawa", "2026", "“Salah”", CLAIM, "https://cek.example.id/1")
        )
    assert "4 Maret 2026" in check.explanation.id


def test_a_finding_without_date_publisher_rating_and_address() -> None:
    bare = ClaimReview("r", None, CLAIM + " {x}", None, None, (), None, None, Rating("", None, "none"), None)
    (check,) = known_claim.find(case_of(desk_with(f"{CLAIM} x .", bare)))
    assert isinstance(check, Check)
    assert "tanpa penilaian" in check.explanation.id
    assert "None" not in check.explanation.en


@pytest.mark.parametrize(("published", "told"), [("2026-03-05", False), ("2027-06-01", True), (None, False)])
def test_an_old_check_is_told_as_old(published: str | None, told: bool) -> None:
    desk = desk_with(f"{CLAIM} .", review(CLAIM), published=published)
    (check,) = known_claim.find(case_of(desk))
    assert isinstance(check, Check)
    assert ("lebih dari setahun" in check.explanation.id) == told


def test_without_reviews_the_check_was_not_made() -> None:
    desk = desk_with("Hari cerah .")
    unmade = [item for item in run(desk, ())[1] if item.kind == "known-claim"]
    assert unmade == [NotChecked("known-claim", None, known_claim.NO_REVIEWS)]


def test_a_note_names_the_article_that_deals_with_the_claim() -> None:
    desk = desk_with(f"Hoaks : {CLAIM} .", review(CLAIM))
    assert list(known_claim.find(case_of(desk))) == [NotChecked("known-claim", "a", known_claim.DEALS)]


def test_one_finding_a_sentence_the_fullest() -> None:
    near = review("Wali Kota Semarang menyita 40 kapal", identity="r2")
    desk = desk_with(f"{CLAIM} .", near, review(CLAIM))
    assert [m.review.id for m in known_claim.matches(desk.readings()[0], desk)] in (["r1"], ["r2"])


def test_a_review_is_found_by_two_of_its_three_rarest_words() -> None:
    keys = set(known_claim.keys_of(review(CLAIM)))
    assert keys & set(asked([profile("Nelayan dari Juwana pulang")]))
    assert not keys & set(asked([profile("Nelayan pulang")]))
    assert len(keys) == 3


@pytest.mark.parametrize(
    "claim", ["", "?", "di dan yang", "😀 😀", "1 2 3", "a" * 3000, "¹²³ ٣ Ⅷ", "x " * 3000]
)
def test_an_odd_claim_matches_nothing_and_breaks_nothing(claim: str) -> None:
    assert found(f"{CLAIM} ³ 12.345.678,9.1 .", claim) == ""
