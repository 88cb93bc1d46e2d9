"""The record book as JSON, schema ``saksama.actors/1``, and as tab-separated rows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from saksama.account import spreadsheet
from saksama.account.book_words import BookWords
from saksama.actors.entries import Found, Missing, OfficeEntry, Term

SCHEMA = "saksama.actors/1"
_COLUMNS = ("for", "role", "title", "person", "name", "from", "to", "known_until", "source", "answer")
_GAPS = ("missing", "for", "role", "title", "from", "to", "earlier", "later")


def as_json(found: Found) -> str:
    """One JSON object, indented, ending in a line break."""
    from saksama import __version__

    whole = {"schema": SCHEMA, "version": __version__, **found.to_dict()}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_tsv(found: Found, words: BookWords) -> str:
    """One record a line below a line of column names; what is missing where that was asked for.

    `answer` is ``yes`` or ``unknown`` on the day asked for. An office without a record on that day
    has a line without a person.
    """
    if found.asked_gaps:
        return spreadsheet.as_tsv(_GAPS, (_gap(missing, words) for missing in found.missing))
    terms = [term for person in found.people for term in person.terms]
    offices = [*found.offices, *(office for side in found.sides for office in side.offices)]
    rows = [_row(term, words) for term in terms]
    rows += [row for office in offices for row in _of_office(office, words)]
    return spreadsheet.as_tsv(_COLUMNS, rows)


def _of_office(office: OfficeEntry, words: BookWords) -> Iterator[tuple[str, ...]]:
    yield from (_row(term, words) for term in office.terms)
    if not office.terms:
        yield (office.for_, office.role, words.of(office.title), *[""] * 6, office.answer or "none")


def _row(term: Term, words: BookWords) -> tuple[str, ...]:
    return (
        term.for_, term.role, words.of(term.title), term.person, term.name, term.from_ or "", term.to or "",
        term.known_until or "", term.source, term.answer or "",
    )  # fmt: skip


def _gap(missing: Missing, words: BookWords) -> tuple[str, ...]:
    beside = (term.name if term else "" for term in (missing.earlier, missing.later))
    times = missing.from_ or "", missing.to or ""
    return (missing.kind, missing.for_, missing.role, words.of(missing.title), *times, *beside)
