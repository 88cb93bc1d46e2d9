"""The account of a desk: every record in one canonical order."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from saksama import __version__
from saksama.actors.knowledge import Knowledge, load
from saksama.records import Account, Actor, Check, Event, Mention, NotChecked, Participant, Reading, Skipped
from saksama.store import Desk

SCHEMA = "saksama.account/1"


_SEVERAL = Actor("MULTI", "sejumlah negara", "organisation", None, None)


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
    listed = _listed(readings, in_order, known)
    return Account(
        schema=SCHEMA,
        version=__version__,
        knowledge_until=known.known_until,
        articles=tuple(reading.article for reading in readings),
        skipped=tuple(sorted(skipped, key=_by_line)),
        actors=tuple(listed[identity] for identity in sorted(listed)),
        mentions=tuple(_of_listed(m, listed) for reading in readings for m in reading.mentions),
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


def _listed(readings: tuple[Reading, ...], events: tuple[Event, ...], known: Knowledge) -> dict[str, Actor]:
    """The actors of the account by id: those known, and the text's own people, bodies and places."""
    local = {actor.id: actor for reading in reversed(readings) for actor in reading.actors}
    local[_SEVERAL.id] = _SEVERAL
    taking = _taking_part(readings, events)
    named = {actor for r in readings for m in r.mentions for actor in (m.actor, *m.members) if actor}
    found = {m.place: _place(m, known) for r in reversed(readings) for m in reversed(r.mentions) if m.place}
    for identity in named | taking:
        actor = known.actor(identity) or local.get(identity)
        if actor is not None:
            found[identity] = actor
    return found


def _place(mention: Mention, known: Knowledge) -> Actor:
    """A mere place as its first mention names it, with the state in which it lies."""
    state = known.actor(mention.acts_for or "")
    country = state.id if state and state.kind == "state" else None
    return Actor(mention.place or "", mention.text, "place", country, None)


def _taking_part(readings: tuple[Reading, ...], events: tuple[Event, ...]) -> set[str]:
    """Who acts, suffers, speaks or is called by a title of office."""
    ids: set[str | None] = {s.speaker for reading in readings for s in reading.statements}
    ids |= {claim.person for reading in readings for claim in reading.titles}
    for event in events:
        parties: tuple[Participant, ...] = (*event.actors, *event.recipients, *event.claimed_by)
        ids |= {p.actor for p in parties} | {p.acts_for for p in parties}
    return {identity for identity in ids if identity}


def _of_listed(mention: Mention, listed: Container[str]) -> Mention:
    """The mention as the account gives it: a place as its actor, no actor who is not listed."""
    actor = next((one for one in (mention.actor, mention.place) if one in listed), None)
    members = tuple(member for member in mention.members if member in listed)
    if (actor, members) == (mention.actor, mention.members):
        return mention
    return replace(mention, actor=actor, members=members)
