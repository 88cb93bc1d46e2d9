"""Who held an office on a day: yes, no or not known, honouring precision and the end of knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from saksama import edtf
from saksama.records import Office

Answer = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer with its reason in one line; `sourced` is False where memory alone vouches for it."""

    answer: Answer
    reason: str
    sourced: bool


def sources(office: Office) -> tuple[str, str]:
    """The source of the start and that of the end ("wikidata/unsourced" names two)."""
    start, _, end = office.source.partition("/")
    return start, end or start


def held(office: Office, day: str | None) -> Verdict:
    """Whether the office was surely held on the whole of `day` (EDTF), surely on none of it, or neither.

    A start or end that is known only to the month or year leaves that month or year open. An open
    record says nothing about days after its `known_until`.
    """
    when, begin = edtf.parse(day), edtf.parse(office.from_)
    first_source, last_source = sources(office)
    if when is None or when.earliest is None or when.latest is None:
        return Verdict("unknown", "the day is not known", False)
    if begin and begin.earliest and when.latest < begin.earliest:
        return Verdict("no", f"held only from {office.from_}", first_source != "unsourced")
    end = edtf.parse(office.to)
    if end and end.latest and when.earliest > end.latest:
        return Verdict("no", f"held only until {office.to}", last_source != "unsourced")
    if not begin or not begin.latest or when.earliest < begin.latest:
        return Verdict("unknown", f"the start is known only as {office.from_ or 'unknown'}", False)
    last = _last_sure_day(office, end)
    if last is None or when.latest > last:
        return Verdict("unknown", _beyond(office), False)
    return Verdict("yes", _span(office), "unsourced" not in (first_source, last_source))


def _last_sure_day(office: Office, end: edtf.Bounds | None) -> date | None:
    if end is not None:
        return end.earliest
    known = edtf.parse(office.known_until)
    return known.earliest if known else None


def _beyond(office: Office) -> str:
    if office.to:
        return f"the end is known only as {office.to}"
    return f"not known after {office.known_until}"


def _span(office: Office) -> str:
    return f"held from {office.from_} to {office.to or f'at least {office.known_until}'}"


def gaps_and_overlaps(offices: list[Office], handover: int = 14) -> list[tuple[str, Office, Office, int]]:
    """Neighbours in one office that overlap, or leave a hole, of more than `handover` days.

    Each item is ("gap" or "overlap", the earlier, the later, the least number of days for sure).
    """
    found = []
    ordered = sorted(offices, key=lambda o: (o.for_, o.role, o.from_ or "", o.to or "9999"))
    for one, two in pairwise(ordered):
        if (one.for_, one.role) != (two.for_, two.role):
            continue
        end, start = edtf.parse(one.to), edtf.parse(two.from_)
        if start is None or start.earliest is None or start.latest is None:
            continue
        sure_end = end.earliest if end else None
        overlap = (sure_end - start.latest).days if sure_end else handover + 1
        gap = (start.earliest - end.latest).days if end and end.latest else 0
        if overlap > handover:
            found.append(("overlap", one, two, overlap))
        elif gap > handover:
            found.append(("gap", one, two, gap))
    return found
