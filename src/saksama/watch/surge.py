"""When a story surges: a day that stands out from the story's own past, whatever single days were like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt
from statistics import median

from saksama.records import Record

PAST_DAYS = 28
FEWEST_DAYS = 3  # of past: a story that has just begun has no usual
FEWEST_TEXTS = 5  # on the day: below that nothing is a surge
TIMES = 4.0  # spreads above the usual
_NORMAL = 1.4826  # the median deviation of a normal distribution, as a standard deviation


@dataclass(frozen=True, slots=True)
class Surge(Record):
    """`count` texts on `day` where `usual` (a median) were the rule and fewer than `limit` are ordinary."""

    day: str
    count: int
    usual: float
    limit: int


def surge(days: Mapping[str, int], day: str) -> Surge | None:
    """Whether a day stands out in a story's counts per day (ISO 8601); None if it does not.

    The day's count is held against the median of the days before it, at most 28, from the story's first
    day on, empty days counting as nothing. It must exceed the median by four spreads, a spread being the
    median deviation, but at least the square root of the median and at least one, as counts scatter; and
    be five at least.
    """
    try:
        today = date.fromisoformat(day)
        first = min(date.fromisoformat(one) for one, count in days.items() if count > 0)
    except ValueError:
        return None
    length = min((today - first).days, PAST_DAYS)
    if length < FEWEST_DAYS:
        return None
    past = [days.get((today - timedelta(days=back)).isoformat(), 0) for back in range(1, length + 1)]
    usual = median(past)
    spread = max(_NORMAL * median(abs(count - usual) for count in past), sqrt(usual), 1.0)
    limit = max(ceil(usual + TIMES * spread), FEWEST_TEXTS)
    count = days.get(day, 0)
    return Surge(day, count, usual, limit) if count >= limit else None


def crossed(days: Mapping[str, int], day: str) -> Surge | None:
    """A surge that the last text of the day made: with one text fewer it was none, so it is told once."""
    found = surge(days, day)
    return found if found and found.count == found.limit else None
