"""One event out of many mentions: the same type, parties, reality, days and places that can meet.

Two strikes on one day stay two unless the texts tie them together; what is planned, alleged or denied
is never merged into what happened. Within an article a mention that names fewer parties ("serangan itu") goes
to the one event that it can mean, and stays alone where there are several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from saksama import edtf
from saksama.language.stem import related
from saksama.records import Event, EventMention, Participant, Reading
from saksama.store import Desk

NEAR_DAYS = 1  # one day apart agrees: time zones, and visits that last
NEAR_KM = 100.0  # a city and its suburb; places further apart are two meetings, or a disagreement
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})  # happen again and again between the same parties


def merge_events(desk: Desk, reading: Reading) -> None:
    """Put each mention of the reading on the desk, into the event it tells or as a new one.

    The fullest mentions come first, so that what names fewer parties finds the one event that it can mean.
    """
    for mention in sorted(reading.events, key=lambda m: -len(_codes(m.actors)) - len(_codes(m.recipients))):
        event = _told(desk, mention)
        made = _joined(event, mention) if event else as_event(mention)
        desk.put_event(made, [event_key(made), _article_key(mention)])


def _told(desk: Desk, mention: EventMention) -> Event | None:
    """The event that a mention tells: the same parties anywhere, or more of them in the same article."""
    same = (e for e in desk.events_by([event_key(mention)]) if event_key(e) == event_key(mention))
    found = next((event for event in same if _is_one(desk, event, mention)), None)
    if found:
        return found
    here = [e for e in desk.events_by([_article_key(mention)]) if mention.article in e.articles]
    fuller = [e for e in here if _is_part(mention, e) and _is_one(desk, e, mention)]
    return fuller[0] if len(fuller) == 1 else None


def _is_part(mention: EventMention, event: Event) -> bool:
    """Whether a mention names somebody, and nobody but parties of the event, each on its side."""
    ours, theirs = _codes(mention.actors), _codes(event.actors)
    to_ours, to_theirs = _codes(mention.recipients), _codes(event.recipients)
    return bool(ours | to_ours) and ours <= theirs and to_ours <= to_theirs


def _codes(parties: Iterable[Participant]) -> set[str]:
    return {p.code for p in parties}


def _article_key(mention: EventMention) -> str:
    """Under this the mentions of one article find one another, whoever they name."""
    return f"{mention.type}|{mention.status}@{mention.article}"


def event_key(event: EventMention | Event) -> str:
    """Type, status and the codes of all parties with their side: only equals can be one event."""
    sides = (",".join(sorted(_codes(side))) for side in (event.actors, event.recipients))
    return "|".join([event.type, event.status, *sides])


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
        made = _joined(made, mention)
    return made


def _is_one(desk: Desk, event: Event, mention: EventMention) -> bool:
    return all(
        (
            _modes_meet(event.mode, mention.mode),
            _people_meet((*event.actors, *event.recipients), (*mention.actors, *mention.recipients)),
            _words_meet(event, mention),
            _claims_meet(event, mention),
            _places_meet(event, mention),
            _days_meet(desk, event, mention),
        )
    )


def _modes_meet(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _words_meet(event: Event, mention: EventMention) -> bool:
    """To promise, to sign and to cooperate are one type; without a mode or a day the words must agree."""
    if event.type == "CONSULT" or event.mode or mention.mode or (event.when and mention.when):
        return True
    told = {word for trigger in event.triggers for word in trigger.text.split()}
    return any(related(word, other) for word in mention.trigger.text.split() for other in told)


def _people_meet(some: Iterable[Participant], others: Iterable[Participant]) -> bool:
    """For each state, the people named on both sides overlap, or one side names nobody."""
    ours, theirs = _people(some), _people(others)
    return all(ours[acts_for] & theirs[acts_for] for acts_for in ours.keys() & theirs.keys())


def _people(parties: Iterable[Participant]) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for party in parties:
        if party.is_person:
            people.setdefault(party.acts_for, set()).add(party.actor)
    return people


def _claims_meet(event: Event, mention: EventMention) -> bool:
    if event.status != "alleged":
        return True
    ours = {p.code for p in event.claimed_by}
    theirs = {p.code for p in mention.claimed_by}
    return not ours or not theirs or bool(ours & theirs)


def _places_meet(event: Event, mention: EventMention) -> bool:
    if event.where is None or mention.where is None:
        return True
    if event.where.country and mention.where.country and event.where.country != mention.where.country:
        return False
    if event.type in FORCE:
        return event.where.name == mention.where.name
    km = event.where.km_to(mention.where)
    return km is None or km <= NEAR_KM


def _days_meet(desk: Desk, event: Event, mention: EventMention) -> bool:
    """Known days lie at most a day apart; unknown ones need the same article or the same story."""
    if event.when and mention.when:
        apart = edtf.days_apart(event.when, mention.when)
        return apart is not None and apart <= NEAR_DAYS
    if event.background != mention.background:
        return False  # what is told as history is not what is new, even in one article
    if mention.article in event.articles:
        return True
    if event.type in FORCE or event.background:
        return False
    story = desk.story_of(mention.article)
    return story is not None and any(article in story.articles for article in event.articles)


def _joined(event: Event, mention: EventMention) -> Event:
    """The event with one more mention: the sharper value wins, in the order of adding."""
    when, basis = _sharper(event, mention)
    return replace(
        event,
        mode=event.mode or mention.mode,
        contexts=_contexts((*event.mentions, mention)),
        actors=_union(event.actors, mention.actors),
        recipients=_union(event.recipients, mention.recipients),
        reciprocal=event.reciprocal or mention.reciprocal,
        claimed_by=_union(event.claimed_by, mention.claimed_by),
        when=when,
        when_basis=basis,
        where=event.where or mention.where,
        quantities=tuple(dict.fromkeys((*event.quantities, *mention.quantities))),
        background=event.background and mention.background,
        articles=tuple(dict.fromkeys((*event.articles, mention.article))),
        triggers=(*event.triggers, mention.trigger),
        evidence=(*event.evidence, mention.evidence),
        mentions=(*event.mentions, mention),
    )


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
