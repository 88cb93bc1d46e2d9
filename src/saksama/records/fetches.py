"""What is remembered of an address between two visits."""

from __future__ import annotations

from dataclasses import dataclass

from saksama.records.base import Record


@dataclass(frozen=True, slots=True)
class FetchState(Record):
    """One address as it was left. Moments are ISO 8601 in universal time, ``2024-06-19T08:30:00Z``.

    `digest` is the SHA-256 of the last body, `next_at` the moment before which it is not asked again,
    `failures` how often in a row it could not be had, `problem` why, in one line. `mark` is the digest of
    what a feed said about the page when it was fetched: another mark means that the page was changed.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    fetched_at: str | None = None
    next_at: str | None = None
    failures: int = 0
    problem: str | None = None
    mark: str | None = None
