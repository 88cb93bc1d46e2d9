from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksama import edtf
from saksama.edtf import Bounds, parse

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    first, last = sorted((draw(days), draw(days)))
    return Bounds(draw(st.sampled_from((first, None))), draw(st.sampled_from((last, None))))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-06-18", "2024-06-18", "2024-06-18"),
        ("2024-06-18T10:30", "2024-06-18", "2024-06-18"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02?", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2014-10-01/2024-10", "2014-10-01", "2024-10-31"),
        ("2023-09-04/..", "2023-09-04", None),
        ("../2023", None, "2023-12-31"),
        ("2023/", "2023-01-01", None),
        ("../..", None, None),
    ],
)
def test_parse(text: str, first: str | None, last: str | None) -> None:
    found = parse(text)
    assert found is not None
    assert tuple(day and day.isoformat() for day in (found.earliest, found.latest)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [None, "", "unknown", "2024-02-31", "2024-13", "0000", "2024-6-1", "2024/2023", "XXXX-06",
     "2024-06-18x", "٢٠٢٤", "2023-02-29/2024", "00XX", "1/2/3"],
)  # fmt: skip
def test_unreadable_is_unknown(text: str | None) -> None:
    assert parse(text) is None
    assert edtf.days_apart(text, "2024") is None
    assert not edtf.overlap(text, "../..")


@pytest.mark.parametrize(
    ("one", "other", "both", "apart"),
    [
        ("2024-06", "2024-06-30/2024-07-04", "2024-06-30", 0),
        ("2014-10-01/2024-10-01", "2021-01-26/2025-01-20", "2021-01-26/2024-10-01", 0),
        ("2023-09-04/..", "../2023-09", "2023-09-04/2023-09-30", 0),
        ("2024", "2024-06", "2024-06", 0),
        ("2024-06-18", "2024-06-19", None, 1),
        ("2024-03-01", "2024-02", None, 1),
        ("2025", "2023", None, 367),
        ("../..", "2024", "2024", 0),
    ],
)
def test_pairs(one: str, other: str, both: str | None, apart: int) -> None:
    assert edtf.intersect(one, other) == edtf.intersect(other, one) == both
    assert edtf.days_apart(one, other) == edtf.days_apart(other, one) == apart


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2024-06-18", "day"), ("2024-06", "month"), ("2024", "year"), ("199X", "interval"),
     ("2024/..", "interval"), ("2024-06-18T10:30", "day"), (None, None), ("x", None)],
)  # fmt: skip
def test_precision(text: str | None, precision: str | None) -> None:
    assert edtf.precision(text) == precision


@pytest.mark.parametrize(
    ("one", "other", "is_before"),
    [("2023", "2024", True), ("2024-05", "2024", False), ("../2023", "2024/..", True),
     ("2023/..", "2024", False), (None, "2024", False)],
)  # fmt: skip
def test_before(one: str | None, other: str, is_before: bool) -> None:
    assert edtf.before(one, other) is is_before


@given(bounds())
def test_format_can_be_read_back(one: Bounds) -> None:
    assert parse(one.format()) == one


@given(bounds(), bounds())
def test_laws_of_pairs(one: Bounds, other: Bounds) -> None:
    both = one.intersect(other)
    assert both == other.intersect(one)
    assert (both is not None) == one.overlaps(other) == (one.gap(other) == 0)
    assert one.gap(other) == other.gap(one) >= 0
    if both:
        assert one.contains(both)
        assert other.contains(both)


@given(bounds(), st.integers(0, 400))
def test_a_widened_interval_holds_the_old_one(one: Bounds, leeway: int) -> None:
    assert one.widen(leeway).contains(one)


@given(bounds())
def test_all_time_holds_everything(one: Bounds) -> None:
    assert Bounds(None, None).contains(one)
    assert one.intersect(one) == one


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = parse(text)
    assert found is None or parse(found.format()) == found
