"""What is remembered of an address between two visits, and the small interface to whatever keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

NEVER = "9999-12-31T00:00:00Z"  # `next_at` of an address that is gone for good


@dataclass(frozen=True, slots=True)
class FetchState:
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


class States(Protocol):
    """Where the states lie: the desk's file, or memory."""

    def state(self, url: str) -> FetchState | None:
        """The state of an address, None if it was never asked for."""

    def remember(self, state: FetchState) -> None:
        """Keep a state under its address, in place of the one before."""


class MemoryStates:
    """States for one run, and for tests."""

    def __init__(self) -> None:
        self._states: dict[str, FetchState] = {}

    def state(self, url: str) -> FetchState | None:
        return self._states.get(url)

    def remember(self, state: FetchState) -> None:
        self._states[state.url] = state
