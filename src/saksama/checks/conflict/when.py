"""When it happened: one deed of the same parties, given days that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator

from saksama import edtf
from saksama.checks.case import Case, finding
from saksama.checks.conflict.pairs import NEAR_DAYS, Twin, certain, grouped, same_deed, twins
from saksama.checks.conflict.telling import deed, reasons
from saksama.checks.wording import Day, say
from saksama.records import Check, EventMention

AGREE_DAYS = 1  # one day apart: time zones, or a stay over two days


def find(case: Case) -> Iterator[Check]:
    for group in grouped(case.events, same_deed):
        for twin in twins(case, group):
            if _differ(twin.one, twin.other) and not _elsewhere(twin):
                yield _check(case, twin)


def _differ(one: EventMention, other: EventMention) -> bool:
    """Both give days, further apart than agrees and nearer than another occasion would be."""
    if edtf.precision(one.when) != "day" or edtf.precision(other.when) != "day":
        return False
    apart = edtf.days_apart(one.when, other.when)
    return apart is not None and AGREE_DAYS < apart <= NEAR_DAYS


def _elsewhere(twin: Twin) -> bool:
    """Two places and two days are two occasions."""
    here, there = twin.one.where, twin.other.where
    return here is not None and there is not None and here.name != there.name


def _check(case: Case, twin: Twin) -> Check:
    message = say(
        "conflict-when",
        event=deed(twin),
        one=Day(twin.one.when or ""),
        other=Day(twin.other.when or ""),
        shared=reasons(twin.shared),
    )
    return finding(
        "conflict",
        "conflict" if certain(case, twin) else "caution",
        message,
        (twin.one.evidence, twin.other.evidence),
        slot="when",
        events=(twin.first.id, twin.second.id),
    )
