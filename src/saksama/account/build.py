"""The account of a desk: every record in one canonical order."""

from __future__ import annotations

from collections.abc import Iterable

from saksama import __version__
from saksama.actors.knowledge import Knowledge, load
from saksama.records import Account, Actor, Check, Event, NotChecked, Participant, Reading, Skipped
from saksama.store import Desk

SCHEMA = "saksama.account/1"


def build(
    desk: Desk,
    events: Iterable[Event],
    skipped: Iterable[Skipped],
    checked: tuple[Iterable[Check], Iterable[NotChecked]],
) -> Account:
    """All that the desk holds, as one account."""
    readings = desk.readings()
    known = load()
    in_order = tuple(sorted(events, key=_by_day))
    return Account(
        schema=SCHEMA,
        version=__version__,
        knowledge_until=known.known_until,
        articles=tuple(reading.article for reading in readings),
        skipped=tuple(sorted(skipped, key=_by_line)),
        actors=tuple(_actors(readings, in_order, known)),
        mentions=tuple(mention for reading in readings for mention in reading.mentions),
        times=tuple(time for reading in readings for time in reading.times),
        quantities=tuple(quantity for reading in readings for quantity in reading.quantities),
        events=in_order,
        statements=tuple(statement for reading in readings for statement in reading.statements),
        stories=desk.stories(),
        checks=tuple(checked[0]),
        not_checked=tuple(checked[1]),
        readings=readings,
    )


def _by_day(event: Event) -> tuple[str, str]:
    """By first possible day, undated last; an open start sorts by its end. Sorting keeps equals' order."""
    if event.when is None:
        return "~", ""
    start, _, end = event.when.partition("/")
    return (end if start in ("", "..") else start), event.when


def _by_line(skipped: Skipped) -> tuple[str, int, str]:
    """By file, the lines of a pile in their own order."""
    pile, colon, number = skipped.path.rpartition(":")
    numbered = colon and number.isascii() and number.isdigit() and len(number) < 13
    return (pile, int(number), skipped.reason) if numbered else (skipped.path, 0, skipped.reason)


def _actors(readings: tuple[Reading, ...], events: tuple[Event, ...], known: Knowledge) -> list[Actor]:
    """Every actor that something in the account refers to, by id; local ones from their article."""
    local = {actor.id: actor for reading in reversed(readings) for actor in reading.actors}
    found = {}
    for identity in sorted(_referred(readings, events)):
        actor = known.actor(identity) or local.get(identity)
        if actor is not None:
            found[identity] = actor
    return list(found.values())


def _referred(readings: tuple[Reading, ...], events: tuple[Event, ...]) -> set[str]:
    ids: set[str | None] = set()
    for reading in readings:
        ids |= {m.actor for m in reading.mentions}
        ids |= {actor for m in reading.mentions for actor in m.members}
        ids |= {s.speaker for s in reading.statements}
    for event in events:
        parties: tuple[Participant, ...] = (*event.actors, *event.recipients, *event.claimed_by)
        ids |= {p.actor for p in parties} | {p.acts_for for p in parties}
    return {identity for identity in ids if identity}
