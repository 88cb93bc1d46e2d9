"""Dates as the first and the last day that they can be, for columns that ranges are asked of."""

from __future__ import annotations

from saksama import edtf

FIRST, LAST = "0001-01-01", "9999-12-31"  # open ends


def span(date: str | None) -> tuple[str | None, str | None]:
    """First and last possible day of an EDTF date in ISO 8601; two None where it is unknown."""
    bounds = edtf.parse(date)
    if bounds is None:
        return None, None
    first, last = bounds.earliest, bounds.latest
    return (first.isoformat() if first else FIRST), (last.isoformat() if last else LAST)
