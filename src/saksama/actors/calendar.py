"""National and commemorative days, as `national_days.tsv` has them."""

from __future__ import annotations

from dataclasses import dataclass

from saksama.actors.tables import table


@dataclass(frozen=True, slots=True)
class NationalDay:
    """A fixed day of the year, ``MM-DD``, kept since a year ("" unknown); `state` may be IGO-UN."""

    state: str
    day: str
    name_id: str
    name_en: str
    kind: str
    since: str


def national_days() -> dict[str, tuple[NationalDay, ...]]:
    """The days by state, each in order of the year."""
    days: dict[str, list[NationalDay]] = {}
    for row in table("national_days.tsv", ("state", "day", "name_id", "name_en", "kind", "since")):
        days.setdefault(row[0], []).append(NationalDay(*row))
    return {state: tuple(sorted(found, key=lambda d: d.day)) for state, found in days.items()}
