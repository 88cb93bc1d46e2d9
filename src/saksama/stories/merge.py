"""One event out of many mentions: the same type, parties, reality, days and places that can meet.

Two strikes on one day stay two unless the texts tie them together; what is planned, alleged or denied
is never merged into what happened. A mention that names fewer parties ("serangan itu") goes to the one event
of its article that it can mean or, if it gives the day, of its story; where there are several it stays alone.
"""

from __future__ import annotations

from saksama.records import Event, EventMention, Reading, Story
from saksama.store import Desk
from saksama.stories.fold import as_event, joined, retold
from saksama.stories.same import FORCE, SPEECH, codes, is_one, is_point, people, same_days

__all__ = ["as_event", "event_key", "merge_events", "retold"]

MEMBERS = 20  # of a story, and of the articles of an event, so many of the latest are looked at
MEETING = frozenset({None, "visit"})  # modes of what one text tells as a visit and the next as a meeting


def merge_events(desk: Desk, reading: Reading) -> None:
    """Put each mention of the reading on the desk, into the event it tells or as a new one.

    The fullest mentions come first, so that what tells less finds the one event that it can mean.
    """
    for mention in sorted(reading.events, key=_vagueness):
        event = _told(desk, mention)
        _put(desk, joined(event, mention) if event else as_event(mention))
    story = desk.story_of(reading.article.id)
    if story and len(story.articles) > 2:
        _gather(desk, story)


def _vagueness(mention: EventMention) -> tuple[int, bool, bool]:
    named = len(codes(mention.actors)) + len(codes(mention.recipients))
    return -named, mention.when is None, mention.where is None or not is_point(mention.where)


def _put(desk: Desk, event: Event) -> None:
    """Keep an event under its type and sides, its parties, and the latest articles that tell it."""
    articles = (_article_key(event, article) for article in event.articles[-MEMBERS:])
    desk.put_event(event, [*sorted(_shapes(event)), _party_key(event), *articles])


def _shapes(event: Event) -> set[str]:
    """Who is on which side, in every way in which a mention of all its parties tells it."""
    whole = [m for m in event.mentions if _party_key(m) == _party_key(event)]
    return {event_key(event), *map(event_key, whole)}


def _gather(desk: Desk, story: Story) -> None:
    """Events that were two while their articles lay in two stories, and can now be but one, become one."""
    articles = story.articles[-MEMBERS:]
    keys = {_article_key(m, article) for article in articles for m in desk.reading(article).events}
    groups: dict[str, list[Event]] = {}
    for event in desk.events_by(sorted(keys)):
        kept = groups.setdefault(_party_key(event), [])
        like = [e for e in kept if _shapes(e) & _shapes(event)]
        alike = [
            e for e in like if bool(e.when) == bool(event.when)
        ]  # a day tells nothing of what is undated
        fits = [e for e in alike if all(is_one(desk, e, mention) for mention in event.mentions)]
        if len(fits) != 1:
            kept.append(event)
            continue
        kept[kept.index(fits[0])] = made = retold(fits[0], (*fits[0].mentions, *event.mentions))
        desk.drop_event(event.id)
        _put(desk, made)


def _told(desk: Desk, mention: EventMention) -> Event | None:
    """The event that a mention tells: the same parties anywhere, or more or fewer of them nearby."""
    key = event_key(mention)
    same = [e for e in desk.events_by([key]) if key in _shapes(e) and is_one(desk, e, mention)]
    if same:
        return _nearest(same, mention)
    turned = desk.events_by([_party_key(mention)]) if mention.type == "CONSULT" else ()
    met = [e for e in turned if _is_meeting(e, mention) and is_one(desk, e, mention)]
    if met:
        return met[0] if len(met) == 1 else None
    here = desk.events_by([_article_key(mention, mention.article)])
    fuller = [e for e in here if _is_part(mention, e) and is_one(desk, e, mention)]
    if fuller:
        return fuller[0] if len(fuller) == 1 else None
    return _told_nearby(desk, mention)


def _nearest(events: list[Event], mention: EventMention) -> Event | None:
    """The first; of force the one that agrees in most, None where two do, for it could mean either."""
    if mention.type not in FORCE:
        return events[0]
    best = max(_agreement(event, mention) for event in events)
    nearest = [event for event in events if _agreement(event, mention) == best]
    return nearest[0] if len(nearest) == 1 else None


def _agreement(event: Event, mention: EventMention) -> tuple[bool, bool]:
    """In day and place; what is unknown of both agrees too."""
    ours, theirs = (one.where.name if one.where else None for one in (event, mention))
    return event.when == mention.when, ours == theirs


def _told_nearby(desk: Desk, mention: EventMention) -> Event | None:
    """The one event of that day in the story of which a mention names fewer of the parties, or more."""
    story = desk.story_of(mention.article)
    if story is None or mention.type in SPEECH:
        return None
    near = desk.events_by([_article_key(mention, a) for a in story.articles[-MEMBERS:]])
    dated = [e for e in near if same_days(e.when, mention.when) and _are_parts(mention, e)]
    one = [e for e in dated if is_one(desk, e, mention)]
    return one[0] if len(one) == 1 else None


def _are_parts(mention: EventMention, event: Event) -> bool:
    return _is_part(mention, event) or _is_part(event, mention)


def _is_meeting(event: Event, mention: EventMention) -> bool:
    """Whether the same people met, told once as a visit to the host and once as a meeting.

    Of two states it takes their day too; at home, where who is host tells nothing, two of the people.
    """
    if bool(event.recipients) == bool(mention.recipients) or {event.mode, mention.mode} - MEETING:
        return False
    ours, theirs = (people((*one.actors, *one.recipients)) for one in (event, mention))
    parties = codes((*event.actors, *event.recipients))
    if len(parties) == 1:
        return all(len(ours.get(code, set()) & theirs.get(code, set())) > 1 for code in parties)
    return same_days(event.when, mention.when) and parties == ours.keys() == theirs.keys()


def _is_part(mention: EventMention | Event, event: EventMention | Event) -> bool:
    """Whether a mention names somebody, and nobody but parties of the event, each on its side."""
    ours, theirs = codes(mention.actors), codes(event.actors)
    to_ours, to_theirs = codes(mention.recipients), codes(event.recipients)
    if mention.type in SPEECH:  # each speaks for itself
        return bool(ours | to_ours) and ours in (set(), theirs) and to_ours in (set(), to_theirs)
    return bool(ours | to_ours) and ours <= theirs and to_ours <= to_theirs


def _article_key(mention: EventMention | Event, article: str) -> str:
    """Under this the mentions of one article find one another, whoever they name."""
    return f"{mention.type}|{mention.status}@{article}"


def _party_key(event: EventMention | Event) -> str:
    """Type, status and the codes of all parties, whatever their sides."""
    return "|".join(
        [event.type, event.status, "=" + ",".join(sorted(codes((*event.actors, *event.recipients))))]
    )


def event_key(event: EventMention | Event) -> str:
    """Type, status and the codes of all parties with their side: only equals can be one event."""
    sides = (",".join(sorted(codes(side))) for side in (event.actors, event.recipients))
    return "|".join([event.type, event.status, *sides])
