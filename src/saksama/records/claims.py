"""What published fact-checks say: a claim, who checked it, and the rating as given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from saksama.records.base import Record

RatingKind = Literal["false", "misleading", "mixed", "true", "unproven", "satire"]


@dataclass(frozen=True, slots=True)
class Rating(Record):
    """A fact-checker's verdict: `text` as given, `kind` what it amounts to, `reason` how we know.

    `kind` is None where neither the words nor the number tell.
    """

    text: str
    kind: RatingKind | None
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimReview(Record):
    """A claim that a published fact-check dealt with (schema.org/ClaimReview).

    `claim` is the claim as the fact-checker puts it; `claimed` and `published` are EDTF, of the claim and
    of its check; `appearances` are the addresses at which the claim was seen; `language` is a code such
    as ``id``, None where the page does not say.
    """

    id: str
    url: str | None
    claim: str
    claimant: str | None
    claimed: str | None
    appearances: tuple[str, ...]
    publisher: str | None
    published: str | None
    rating: Rating
    language: str | None
