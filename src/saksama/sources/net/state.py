"""The small interface to whatever keeps the states of addresses, and a keeper in memory."""

from __future__ import annotations

from typing import Protocol

from saksama.records import FetchState

__all__ = ["NEVER", "FetchState", "MemoryStates", "States"]

NEVER = "9999-12-31T00:00:00Z"  # `next_at` of an address that is gone for good


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
