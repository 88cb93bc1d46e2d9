"""A day that stands out from a story's own past."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksama.watch.surge import PAST_DAYS, crossed, surge

TODAY = date(2026, 11, 22)


def days(*past, today):
    """Counts of the days before today, the latest last, and today's."""
    counts = {(TODAY - timedelta(days=len(past) - i)).isoformat(): n for i, n in enumerate(past)}
    return {**counts, TODAY.isoformat(): today}


@pytest.mark.parametrize(
    ("past", "today", "surges"),
    [
        ([1, 1, 1, 1], 5, True),
        ([1, 1, 1, 1], 4, False),  # below five nothing is a surge
        ([1, 0, 0, 0, 0, 0], 5, True),
        ([9, 1], 40, False),  # too short a past to know what is usual
        ([10] * 10, 22, False),
        ([10] * 10, 23, True),  # 10 and four times the root of 10
        ([2, 20, 3, 18, 20, 2, 21], 30, False),  # it always scatters so
        ([2, 2, 2, 90, 2, 2, 2], 8, True),  # one old wave does not hide a new one
        ([], 50, False),
    ],
)
def test_the_rule(past, today, surges):
    assert bool(surge(days(*past, today=today), TODAY.isoformat())) is surges


def test_what_is_long_past_does_not_count():
    old = {(TODAY - timedelta(days=PAST_DAYS + 5)).isoformat(): 500}
    found = surge({**old, TODAY.isoformat(): 6}, TODAY.isoformat())
    assert found
    assert (found.count, found.usual, found.limit) == (6, 0, 5)


@pytest.mark.parametrize("day", ["2026-11", "", "kemarin"])
def test_a_day_that_is_none_does_not_surge(day):
    assert surge(days(1, 1, 1, 1, today=9), day) is None


def test_it_is_told_once_a_day():
    told = [crossed(days(1, 1, 1, 1, today=count), TODAY.isoformat()) for count in range(1, 12)]
    assert [bool(one) for one in told].count(True) == 1


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.integers(0, 50), min_size=3, max_size=40), st.integers(0, 200))
def test_more_texts_never_end_a_surge(past, today):
    if surge(days(*past, today=today), TODAY.isoformat()):
        assert surge(days(*past, today=today + 1), TODAY.isoformat())
