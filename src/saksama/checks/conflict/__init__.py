"""Sources disagree on a slot of one event: direction, when, where, who, number; a file each."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.checks.case import Case
from saksama.checks.conflict import (
    age,
    copies,
    credited,
    direction,
    exchanged,
    fates,
    number,
    parts,
    periods,
    spoken,
    stances,
    when,
    where,
    who,
)
from saksama.records import Check

SLOTS = (
    *(direction, when, where, who, number, copies, spoken, age, parts),
    *(stances, fates, periods, credited, exchanged),
)


def find(case: Case) -> Iterator[Check]:
    """Every conflict, one for each pair of sentences and slot."""
    told: set[tuple[str | None, frozenset[tuple[str, int]]]] = set()
    for slot in SLOTS:
        for check in slot.find(case):
            key = check.slot, frozenset((e.article, e.start) for e in check.evidence)
            if key not in told:
                told.add(key)
                yield check
