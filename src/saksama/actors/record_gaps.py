"""What the office records lack: holes, overlaps, states without a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from saksama import edtf
from saksama.actors.entries import Kind, Missing
from saksama.actors.no_offices import MAIN, absent, never
from saksama.actors.role_titles import title_of
from saksama.actors.terms import gaps_and_overlaps, held
from saksama.records import Bilingual, Office

if TYPE_CHECKING:
    from saksama.actors.record_book import RecordBook

SINCE = date(2000, 1, 1)
_HANDOVER = timedelta(days=14)
_DAY = timedelta(days=1)
_ASIDE = ("acting_", "deputy_")  # nobody acts, or has a deputy, at all times; some have several
_SHARED = frozenset({"mfa_spokesperson", "spokesperson", "presidential_aide"})


def all_missing(book: RecordBook) -> Iterator[Missing]:
    """What is missing anywhere: offices with records in the order of the tables, then states without."""
    states = [a.id for a in book.known.actors() if a.kind == "state"]
    main = [(state, role) for state in states for role in MAIN]
    for for_, role in sorted({*book.records, *main}):
        yield from missing_in(book, role, for_)


def missing_in(book: RecordBook, role: str, for_: str) -> Iterator[Missing]:
    """What the records of one office lack; nothing where there was no such office."""
    records = book.records.get((for_, role), [])
    state = book.is_state(for_)
    if not records:
        if role in MAIN and state and not never(role, for_):
            yield Missing("none", role, title_of(role, for_), for_, None, None)
        return
    if role in MAIN and state:
        yield from _before(book, records)
    if role not in _SHARED and not role.startswith(_ASIDE):
        yield from _between(book, records)
    if (role in MAIN and state) or for_.startswith("IGO-"):
        yield from _after(book, records)


def _before(book: RecordBook, records: list[Office]) -> Iterator[Missing]:
    first = records[0]
    start = edtf.parse(first.from_)
    if start and start.earliest and start.earliest > SINCE + _HANDOVER:
        days = SINCE, start.earliest - _DAY
        yield from _unless_excused(book, "before", days, (None, first))


def _between(book: RecordBook, records: list[Office]) -> Iterator[Missing]:
    for kind, one, two, _ in gaps_and_overlaps(records):
        first, second = edtf.parse(one.to), edtf.parse(two.from_)
        if kind == "gap" and first and second and first.latest and second.earliest:
            days = first.latest + _DAY, second.earliest - _DAY
            yield from _unless_excused(book, "hole", days, (one, two))
        elif kind == "overlap" and one.person != two.person:
            yield _of(book, "overlap", (two.from_, one.to), (one, two))


def _after(book: RecordBook, records: list[Office]) -> Iterator[Missing]:
    """Nothing since the last record ended, unless that is where all knowledge ends."""
    ends = [(bounds.latest, o) for o in records if (bounds := edtf.parse(o.to)) and bounds.latest]
    known = edtf.parse(book.known.known_until)
    if len(ends) < len(records) or not ends or known is None or known.earliest is None:
        return
    last, office = max(ends, key=lambda pair: pair[0])
    if last + _HANDOVER < known.earliest:
        yield from _unless_excused(book, "after", (last + _DAY, known.earliest), (office, None))


def _unless_excused(
    book: RecordBook, kind: Kind, days: tuple[date, date], beside: tuple[Office | None, Office | None]
) -> Iterator[Missing]:
    """The hole, unless another record covers it, somebody acted, or there was no such office."""
    office = beside[0] or beside[1]
    assert office is not None
    span = edtf.interval(*days)
    acting = book.records.get((office.for_, f"acting_{office.role}"), ())
    others = [*book.records[office.for_, office.role], *acting]
    if absent(office.role, office.for_, span) or any(held(o, span).answer == "yes" for o in others):
        return
    end = None if kind == "after" else days[1].isoformat()
    yield _of(book, kind, (days[0].isoformat(), end), beside)


def _of(
    book: RecordBook,
    kind: Kind,
    days: tuple[str | None, str | None],
    beside: tuple[Office | None, Office | None],
) -> Missing:
    office = beside[0] or beside[1]
    assert office is not None
    one, two = (book.term(each, beside=True) if each else None for each in beside)
    title = Bilingual(office.title_id or office.title, office.title)
    return Missing(kind, office.role, title, office.for_, *days, one, two)
