"""Who it was: one deed on the same day in the same place, done by other people of the same side."""

from __future__ import annotations

from collections.abc import Iterator

from saksama import edtf
from saksama.checks.case import Case, finding
from saksama.checks.conflict.pairs import Twin, grouped, same_deed, twins
from saksama.checks.conflict.telling import deed, reasons
from saksama.checks.wording import listed, name, say
from saksama.records import Bilingual, Check, EventMention


def find(case: Case) -> Iterator[Check]:
    for group in grouped(case.events, same_deed):
        for twin in twins(case, group):
            if _one_occasion(twin.one, twin.other) and (sides := _other_people(twin)):
                yield _check(case, twin, sides)


def _one_occasion(one: EventMention, other: EventMention) -> bool:
    """The same day to the day and the same place by name: else it is simply another meeting."""
    if edtf.precision(one.when) != "day" or one.when != other.when:
        return False
    return one.where is not None and other.where is not None and one.where.name == other.where.name


def _other_people(twin: Twin) -> tuple[list[str], list[str]] | None:
    """The people of one state or organisation on each side, where none of them is the same."""
    ours, theirs = _people(twin.one), _people(twin.other)
    for acts_for in sorted(ours.keys() & theirs.keys()):
        if not set(ours[acts_for]) & set(theirs[acts_for]):
            return ours[acts_for], theirs[acts_for]
    return None


def _people(mention: EventMention) -> dict[str, list[str]]:
    people: dict[str, list[str]] = {}
    for party in (*mention.actors, *mention.recipients):
        if party.is_person:
            people.setdefault(party.acts_for, []).append(party.actor)
    return people


def _check(case: Case, twin: Twin, sides: tuple[list[str], list[str]]) -> Check:
    one, other = (
        _names(case, mention, people) for mention, people in zip((twin.one, twin.other), sides, strict=True)
    )
    message = say("conflict-who", event=deed(twin), one=one, other=other, shared=reasons(twin.shared))
    events = (twin.first.id, twin.second.id)
    return finding(
        "conflict", "conflict", message, (twin.one.evidence, twin.other.evidence), slot="who", events=events
    )


def _names(case: Case, mention: EventMention, people: list[str]) -> Bilingual:
    reading = case.desk.reading(mention.article)
    return listed([name(reading, person) for person in people])
