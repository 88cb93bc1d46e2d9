"""What the record book answers with: persons, offices, states and organisations, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from saksama.records import Bilingual
from saksama.records.base import Record, internal

Known = Literal["held", "handover", "shared", "unknown", "none"]
Kind = Literal["none", "hole", "overlap", "before", "after"]


@dataclass(frozen=True, slots=True)
class Term(Record):
    """One record: `person` held the office `title` of `for_`, `from_` to `to` (EDTF; None: open).

    `answer` says whether that surely was so on the day asked for; None where no day was asked.
    """

    person: str
    name: str
    wikidata: str | None
    role: str
    title: Bilingual
    for_: str
    for_name: Bilingual
    from_: str | None
    to: str | None
    known_until: str | None
    source: str
    answer: Literal["yes", "unknown"] | None = None


@dataclass(frozen=True, slots=True)
class Missing(Record):
    """What the records of one office lack, or have twice: surely more than two weeks of it.

    `kind`: ``none`` no record at all; ``hole`` nobody between two records; ``overlap`` two at once;
    ``before`` nothing from 2000 to the first; ``after`` nothing since the last one ended. The time
    is `from_` to `to` (EDTF); `earlier` and `later` are the records beside it.
    """

    kind: Kind
    role: str
    title: Bilingual
    for_: str
    from_: str | None
    to: str | None
    earlier: Term | None = None
    later: Term | None = None


@dataclass(frozen=True, slots=True)
class OfficeEntry(Record):
    """An office of a state or organisation.

    Without a day `terms` holds every record, oldest first. With one: who surely or possibly held it
    then; `answer` is ``held`` (one surely), ``handover`` (one until that day, one from it), ``shared``
    (several surely), ``unknown``, or ``none`` (there was no such office, for the `reason`); `before` and
    `after` are the nearest records where unknown.
    """

    role: str
    title: Bilingual
    for_: str
    for_name: Bilingual
    terms: tuple[Term, ...]
    missing: tuple[Missing, ...] = ()
    answer: Known | None = None
    reason: Bilingual | None = None
    before: Term | None = None
    after: Term | None = None


@dataclass(frozen=True, slots=True)
class PersonEntry(Record):
    """A person with all offices, or with those of the day; the others are counted in `other_terms`."""

    id: str
    name: str
    wikidata: str | None
    country: str | None
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]
    other_terms: int = 0


@dataclass(frozen=True, slots=True)
class SideEntry(Record):
    """A state, organisation or body: its names, capitals, metonyms and offices, the main ones first."""

    id: str
    kind: str
    name: Bilingual
    acts_for: str | None
    wikidata: str | None
    aliases: tuple[str, ...]
    capitals: tuple[str, ...]
    metonyms: tuple[str, ...]
    offices: tuple[OfficeEntry, ...]


@dataclass(frozen=True, slots=True)
class Found(Record):
    """What a query found; `suggestions` are near names where it found nothing.

    Nothing is known after `knowledge_until`. `missing` answers a question for gaps.
    """

    query: str
    on: str | None
    knowledge_until: str
    people: tuple[PersonEntry, ...] = ()
    offices: tuple[OfficeEntry, ...] = ()
    sides: tuple[SideEntry, ...] = ()
    missing: tuple[Missing, ...] = ()
    suggestions: tuple[str, ...] = ()
    asked_gaps: bool = internal(False)

    def __bool__(self) -> bool:
        return bool(self.people or self.offices or self.sides or self.asked_gaps)
