"""What is said of an article that makes a known claim: who checked it, when, with which rating, where."""

from __future__ import annotations

from saksama import edtf
from saksama.checks.wording import Day, say
from saksama.records import Bilingual, ClaimReview, Reading

OLD = 365  # days by which an article may be younger than a fact-check before this is told


def report(review: ClaimReview, reading: Reading) -> Bilingual:
    """The explanation of a finding, in both languages."""
    return say(
        "known-claim",
        claim=review.claim,
        publisher=_or("known-claim-publisher", review.publisher),
        date=Day(review.published) if review.published else say("known-claim-undated"),
        rating=_or("known-claim-unrated", review.rating.text),
        where=f" {review.url}" if review.url else "",
        old=say("known-claim-old") if _is_old(review, reading) else "",
    )


def _or(key: str, text: str | None) -> str | Bilingual:
    return text or say(key)


def _is_old(review: ClaimReview, reading: Reading) -> bool:
    """Whether the article is so much younger that the matter may have changed."""
    if not reading.article.dated:
        return False
    gap = edtf.days_apart(review.published, reading.article.published)
    return gap is not None and gap > OLD and edtf.before(review.published, reading.article.published)
