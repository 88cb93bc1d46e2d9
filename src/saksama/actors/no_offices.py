"""Offices that a state does not have: no premier beside the president, no army, no state at all yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from saksama import edtf
from saksama.actors.tables import table
from saksama.records import Bilingual

MAIN = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
_ALWAYS = "../.."


@dataclass(frozen=True, slots=True)
class NoOffice:
    """No such office during an `interval` (EDTF, open ends allowed), and why."""

    interval: str
    reason: Bilingual

    @property
    def always(self) -> bool:
        return self.interval == _ALWAYS

    def covers(self, day: str) -> bool:
        """Whether the whole of `day` (EDTF) lies in it."""
        return edtf.intersect(self.interval, day) == edtf.intersect(day, day)


@lru_cache(maxsize=1)
def no_offices() -> dict[tuple[str, str], tuple[NoOffice, ...]]:
    """By state and role; raises `DataError` where the table is broken."""
    found: dict[tuple[str, str], tuple[NoOffice, ...]] = {}
    for role, start, end, states, own, english in table(
        "no_offices.tsv", ("role", "from", "to", "states", "reason_id", "reason_en")
    ):
        absent = NoOffice(f"{start or '..'}/{end or '..'}", Bilingual(own, english))
        for state in states.split():
            for each in MAIN if role == "*" else (role,):
                found[state, each] = (*found.get((state, each), ()), absent)
    return found


def absent(role: str, state: str, day: str) -> Bilingual | None:
    """Why there was no such office on the whole of `day`; None where there was, or may have been."""
    return next((n.reason for n in no_offices().get((state, role), ()) if n.covers(day)), None)


def never(role: str, state: str) -> Bilingual | None:
    """Why there is no such office in a state at any time that matters here; None where there is."""
    return next((n.reason for n in no_offices().get((state, role), ()) if n.always), None)
