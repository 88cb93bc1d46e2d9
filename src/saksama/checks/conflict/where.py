"""Where it happened: one deed of the same parties on the same day, put in two places."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from saksama import edtf
from saksama.checks.case import Case, finding
from saksama.checks.conflict.pairs import Twin, grouped, same_deed, twins
from saksama.checks.conflict.telling import deed, reasons
from saksama.checks.wording import say
from saksama.records import Check, Place

FAR_KM = 100.0  # nearer places may be a city and its suburb
EARTH_KM = 6371.0


def find(case: Case) -> Iterator[Check]:
    for group in grouped(case.events, same_deed):
        for twin in twins(case, group):
            if _one_day(twin) and _apart(twin.one.where, twin.other.where):
                yield _check(case, twin)


def _one_day(twin: Twin) -> bool:
    """The days agree; without days on both sides nothing is said."""
    apart = edtf.days_apart(twin.one.when, twin.other.when)
    return apart is not None and apart <= 1


def _apart(one: Place | None, other: Place | None) -> bool:
    """Both places are known and far from one another, neither holding the other."""
    if one is None or other is None or None in (one.lat, one.lon, other.lat, other.lon):
        return False
    return distance_km(one, other) > FAR_KM


def distance_km(one: Place, other: Place) -> float:
    """Great-circle distance (haversine) between two places with coordinates in degrees."""
    lat, lon, lat2, lon2 = (radians(v or 0.0) for v in (one.lat, one.lon, other.lat, other.lon))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def _check(case: Case, twin: Twin) -> Check:
    here, there = twin.one.where, twin.other.where
    assert here is not None
    assert there is not None
    message = say(
        "conflict-where", event=deed(twin), one=here.name, other=there.name, shared=reasons(twin.shared)
    )
    events = (twin.first.id, twin.second.id)
    return finding(
        "conflict", "conflict", message, (twin.one.evidence, twin.other.evidence), slot="where", events=events
    )
