"""When an address is asked next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from saksama.records import FetchState
from saksama.sources.net import NEVER, Answer
from saksama.watch.clock import later, written

LONGEST = 86_400.0  # a feed that fails is asked once a day at least
TRIES = 5  # of an article's page; a feed is never given up


def back_off(interval: float, failures: int, wait: float | None) -> float:
    """Seconds until an address is tried again: doubled with each failure in a row, a day at most.

    `wait` is what the host asked for (Retry-After), which is kept to where it is longer.
    """
    grown = min(interval * 2.0 ** min(failures, 20), max(LONGEST, interval))
    return max(grown, wait or 0.0)


def is_due(state: FetchState | None, now: datetime, eager: bool) -> bool:
    """Whether an address is asked now; `eager` does so before its time, if it did not fail."""
    if state is None or state.next_at is None:
        return True
    if state.next_at == NEVER:
        return False
    return state.next_at <= written(now) or (eager and state.failures == 0)


def failed(state: FetchState, problem: str, now: datetime, seconds: float) -> FetchState:
    """The state after one more failure."""
    return replace(
        state,
        failures=state.failures + 1,
        problem=problem,
        fetched_at=written(now),
        next_at=later(now, seconds),
    )


def settled(state: FetchState, problem: str, now: datetime) -> FetchState:
    """The state of an address that is not asked again: refused for good, or gone."""
    return replace(state, problem=problem, fetched_at=written(now), next_at=NEVER)


def fetched(state: FetchState, answer: Answer, digest: str | None, now: datetime) -> FetchState:
    """The state after an answer; what a 304 does not repeat stays."""
    return replace(
        state,
        etag=answer.etag or (state.etag if answer.status == 304 else None),
        modified=answer.modified or (state.modified if answer.status == 304 else None),
        digest=digest or state.digest,
        fetched_at=written(now),
        next_at=None,
        failures=0,
        problem=None,
    )
