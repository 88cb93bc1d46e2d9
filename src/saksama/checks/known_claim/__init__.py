"""Claims that a published fact-check already dealt with: an article that makes one, or deals with it.

An article that is the fact-check, or reports that the claim was refuted, is no alarm: it gets a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from saksama import edtf
from saksama.checks.case import Case, finding, quoted
from saksama.checks.known_claim.compare import ENOUGH_OF_TWO, Told, likeness
from saksama.checks.known_claim.dealt import deals
from saksama.checks.known_claim.keys import asked, keys_of
from saksama.checks.known_claim.names import called
from saksama.checks.known_claim.profile import Profile, profile
from saksama.checks.known_claim.report import report
from saksama.records import Check, ClaimReview, Mention, NotChecked, Reading, Sentence
from saksama.store import Desk

__all__ = ["Match", "find", "keys_of", "matches"]

NO_REVIEWS = "no published fact-checks on the desk"
DEALS = "the article itself deals with a claim that was checked"


@dataclass(frozen=True, slots=True)
class Match:
    """One or two sentences with a claim that was checked: the article `carries` it, or `deals` with it."""

    review: ClaimReview
    sentences: tuple[Sentence, ...]
    share: float
    stance: Literal["carries", "deals"]


def find(case: Case) -> Iterator[Check | NotChecked]:
    if not case.desk.review_count():
        yield NotChecked("known-claim", None, NO_REVIEWS)
        return
    for reading in case.readings:
        for match in matches(reading, case.desk):
            if match.stance == "deals":
                yield NotChecked("known-claim", reading.article.id, DEALS)
            else:
                evidence = tuple(quoted(reading, sentence) for sentence in match.sentences)
                yield finding("known-claim", "caution", report(match.review, reading), evidence)


def matches(reading: Reading, desk: Desk) -> tuple[Match, ...]:
    """The claims of an article that were checked, one a sentence, in the order of the text."""
    article = reading.article
    profiles = [profile(article.text[s.start : s.end], article.language) for s in reading.sentences]
    best: dict[int, Match] = {}
    told: list[Told] = []
    for review in desk.reviews_by(asked(profiles)):
        told = told or list(_told(reading, profiles))
        if found := _best(reading, told, review):
            at = found.sentences[0].index
            if at not in best or found.share > best[at].share:
                best[at] = found
    return tuple(best[index] for index in sorted(best))


def _best(reading: Reading, told: list[Told], review: ClaimReview) -> Match | None:
    """Where the claim is made most fully: one sentence rather than two, the first among equals."""
    found = [(like, each) for each in told if (like := likeness(review, each))]
    if not found:
        return None
    like, each = max(found, key=lambda item: (item[1].first == item[1].last, item[0].share, -item[1].first))
    dealt = like.stance == "denies" or review.rating.kind == "true" or deals(reading, each.first)
    sentences = reading.sentences[each.first : each.last + 1]
    return Match(review, sentences, like.share, "deals" if dealt else "carries")


def _told(reading: Reading, profiles: list[Profile]) -> Iterator[Told]:
    """The sentences as they are compared, each alone and with the next one."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    year = _year(reading.article.published) if reading.article.dated else None
    roots = [
        words.roots | called(by_sentence.get(sentence.index, ()))
        for sentence, words in zip(reading.sentences, profiles, strict=True)
    ]
    for at, words in enumerate(profiles):
        yield Told(at, at, words, roots[at], year)
        if at + 1 < len(profiles):
            both = roots[at] | roots[at + 1]
            yield Told(at, at + 1, words + profiles[at + 1], both, year, ENOUGH_OF_TWO)


def _year(published: str | None) -> int | None:
    bounds = edtf.parse(published)
    return bounds.earliest.year if bounds and bounds.earliest else None
