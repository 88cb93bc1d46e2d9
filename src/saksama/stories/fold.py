"""An event as its mentions tell it together: the sharper value wins, in the order of adding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from saksama import edtf
from saksama.records import Event, EventMention, Participant, Place
from saksama.stories.same import codes, is_point


def as_event(mention: EventMention) -> Event:
    """An event of one mention."""
    return Event(
        id=f"event:{mention.id}",
        type=mention.type,
        mode=mention.mode,
        contexts=mention.contexts,
        actors=mention.actors,
        recipients=mention.recipients,
        reciprocal=mention.reciprocal,
        status=mention.status,
        claimed_by=mention.claimed_by,
        when=mention.when,
        when_basis=mention.when_basis,
        where=mention.where,
        quantities=mention.quantities,
        background=mention.background,
        articles=(mention.article,),
        distinct_texts=1,
        triggers=(mention.trigger,),
        evidence=(mention.evidence,),
        mentions=(mention,),
    )


def retold(event: Event, mentions: tuple[EventMention, ...]) -> Event:
    """An event as some of its mentions tell it, in the order of adding; its id stays."""
    made = replace(as_event(mentions[0]), id=event.id)
    for mention in mentions[1:]:
        made = joined(made, mention)
    return made


def joined(event: Event, mention: EventMention) -> Event:
    """The event with one more mention: the sharper value wins, in the order of adding."""
    when, basis = _sharper(event, mention)
    actors, recipients = _sides(event, mention)
    return replace(
        event,
        mode=event.mode or mention.mode,
        contexts=_contexts((*event.mentions, mention)),
        actors=actors,
        recipients=recipients,
        reciprocal=(event.reciprocal or mention.reciprocal) and not recipients,
        claimed_by=_union(event.claimed_by, mention.claimed_by),
        when=when,
        when_basis=basis,
        where=_closer(event.where, mention.where),
        quantities=tuple(dict.fromkeys((*event.quantities, *mention.quantities))),
        background=event.background and mention.background,
        articles=tuple(dict.fromkeys((*event.articles, mention.article))),
        triggers=(*event.triggers, mention.trigger),
        evidence=(*event.evidence, mention.evidence),
        mentions=(*event.mentions, mention),
    )


def _sides(event: Event, mention: EventMention) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and recipients of both; who is the host in one telling is not an actor for the other."""
    actors = _union(event.actors, mention.actors)
    recipients = _union(event.recipients, mention.recipients)
    if bool(event.recipients) == bool(mention.recipients) or not codes(actors) & codes(recipients):
        return actors, recipients
    hosts = codes(recipients)
    guests = tuple(p for p in actors if p.code not in hosts)
    return (
        (guests, _union(recipients, tuple(p for p in actors if p.code in hosts)))
        if guests
        else (actors, recipients)
    )


def _closer(one: Place | None, other: Place | None) -> Place | None:
    """The place on the map that tells more, the first told among equals."""
    if one is None or (other and is_point(other) and not is_point(one)):
        return other
    return one


def _contexts(mentions: Iterable[EventMention]) -> tuple[str, ...]:
    """The contexts of all mentions, those first that most of them tell."""
    return tuple(context for context, _ in Counter(c for m in mentions for c in m.contexts).most_common())


def _sharper(event: Event, mention: EventMention) -> tuple[str | None, str | None]:
    if event.when and mention.when:
        both = edtf.intersect(event.when, mention.when)
        basis = mention.when_basis if both == mention.when != event.when else event.when_basis
        return both or event.when, basis
    if event.when:
        return event.when, event.when_basis
    return mention.when, mention.when_basis


def _union(some: tuple[Participant, ...], others: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """All parties once; a state gives way to the person who acts for it, when that is one person."""
    parties = list(dict.fromkeys((*some, *others)))
    named = {p.acts_for for p in parties if p.is_person}
    return tuple(p for p in parties if p.is_person or p.actor not in named)
