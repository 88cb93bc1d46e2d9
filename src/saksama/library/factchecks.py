"""Published fact-checks on the desk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.errors import InputError
from saksama.library.intake import is_address
from saksama.records import ClaimReview, Record, Skipped

if TYPE_CHECKING:
    from saksama.store import FileDesk


@dataclass(frozen=True, slots=True)
class AddedReviews(Record):
    """What became of fact-checks: ids of those that are new, that were changed, and that were known."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def add_factchecks(
    inputs: Iterable[str | os.PathLike[str]], desk: FileDesk, *, allow: Iterable[str] = ()
) -> AddedReviews:
    """Keep the fact-checks (schema.org/ClaimReview) of files and addresses.

    Each input is kept whole or not at all. What cannot be read is in `skipped`; raises `UsageError` for a
    place in `allow` that is none, `DeskError` where the desk cannot be written.
    """
    found: dict[str, list[str]] = {"new": [], "changed": [], "known": []}
    skipped: list[Skipped] = []
    for name in [str(one) for one in inputs]:
        try:
            reviews, odd = _read(name, tuple(allow))
        except InputError as error:
            skipped.append(Skipped(error.path or name, error.reason))
            continue
        skipped += odd
        with desk.transaction():
            for review in reviews:
                found[_keep(desk, review)].append(review.id)
    return AddedReviews(**{name: tuple(ids) for name, ids in found.items()}, skipped=tuple(skipped))


def _read(name: str, allow: tuple[str, ...]) -> tuple[list[ClaimReview], list[Skipped]]:
    from saksama.sources.claimreview import read_reviews

    if not is_address(name):
        return read_reviews(name, name)
    from saksama.errors import Unreachable
    from saksama.sources.net import Client, origins
    from saksama.sources.web import problem_of

    answer = Client(allow=origins(allow)).get(name)
    if problem := problem_of(answer):
        raise Unreachable(name, problem)
    return read_reviews(answer.body, name)


def _keep(desk: FileDesk, review: ClaimReview) -> str:
    from saksama.checks.known_claim import keys_of
    from saksama.store import lists

    before = lists.review(desk, review.id)
    if before == review:
        return "known"
    desk.put_review(review, keys_of(review))
    return "changed" if before else "new"


def factchecks(
    desk: FileDesk, *, since: str | None = None, until: str | None = None, limit: int = 20
) -> tuple[tuple[ClaimReview, ...], int]:
    """Fact-checks by their day of publication, the newest first, and how many there are."""
    from saksama.store import lists

    return lists.reviews(desk, lists.Window.of(since, until), limit)
