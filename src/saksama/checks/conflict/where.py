"""Where it happened: one deed of the same parties on the same day, put in two places."""

from __future__ import annotations

from collections.abc import Iterator

from saksama import edtf
from saksama.checks.case import Case, finding
from saksama.checks.conflict.pairs import Twin, grouped, same_deed, twins
from saksama.checks.conflict.telling import deed, reasons
from saksama.checks.wording import say
from saksama.records import Check, Place

FAR_KM = 100.0  # nearer places may be a city and its suburb


def find(case: Case) -> Iterator[Check]:
    for group in grouped(case.events, same_deed):
        for twin in twins(case, group):
            if _one_day(twin) and _apart(twin.one.where, twin.other.where):
                yield _check(case, twin)


def _one_day(twin: Twin) -> bool:
    """The same day to the day: the next day may see the next stop of one journey."""
    days = twin.one.when, twin.other.when
    return edtf.precision(days[0]) == edtf.precision(days[1]) == "day" and edtf.overlap(*days)


def _apart(one: Place | None, other: Place | None) -> bool:
    """Both places are known points far from one another; a region may hold the other."""
    km = one.km_to(other) if one and other else None
    return km is not None and km > FAR_KM


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
