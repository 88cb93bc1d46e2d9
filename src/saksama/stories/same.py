"""Whether a mention can tell an event: modes, people, words, claims, places and days that can meet.

What happens again and again between the same parties (force) is held to more than what happens once: its days
must overlap, and neither the places of the map nor those that the sentences name may differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from saksama import edtf
from saksama.actors.places import places
from saksama.language.stem import related
from saksama.records import Event, EventMention, Participant, Place
from saksama.store import Desk

NEAR_DAYS = 1  # one day apart agrees: time zones, and visits that last
NEAR_KM = 100.0  # a city and its suburb; places further apart are two meetings, or a disagreement
ALIKE = 0.4  # share of the words of the shorter of two sentences, from which one is the other told again
REGION_KM = 150.0  # from the middle of a region to a place in it
ONE_ACT = timedelta(days=2)  # an interval as wide as that can be one act: "last night"
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})  # happen again and again between the same parties
DAILY = FORCE | {"PROTEST"}  # on another day another
SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})  # said by many, of many things
MET = frozenset({"CONSULT", "COOPERATE", "PROTEST"})  # happen at one place
WEAPONS = frozenset(
    {"drone", "aerial", "heavy-weapons", "explosives", "destroy"}
)  # one strike may be told as each

_NAME = re.compile(r"\b[A-Z][\w'-]+")


def is_one(desk: Desk, event: Event, mention: EventMention) -> bool:
    """Whether nothing that is known of the two speaks against their being one happening."""
    return all(
        (
            _modes_meet(event, mention),
            _people_meet(event, mention),
            _words_meet(event, mention),
            _claims_meet(event, mention),
            places_meet(event, mention),
            _days_meet(desk, event, mention),
        )
    )


def codes(parties: Iterable[Participant]) -> set[str]:
    return {party.code for party in parties}


def people(parties: Iterable[Participant]) -> dict[str, set[str]]:
    """Who is named in particular, by the state or organisation that they act for."""
    found: dict[str, set[str]] = {}
    for party in parties:
        if party.is_person:
            found.setdefault(party.acts_for, set()).add(party.actor)
    return found


def same_days(one: str | None, other: str | None) -> bool:
    """Whether two dates are the day of one act: they overlap, and neither is a week, a month or open."""
    first, second = edtf.parse(one), edtf.parse(other)
    if first is None or second is None or not first.overlaps(second):
        return False
    return first == second or (_is_act(first) and _is_act(second))


def _is_act(bounds: edtf.Bounds) -> bool:
    first, last = bounds.earliest, bounds.latest
    return first is not None and last is not None and last - first < ONE_ACT


def _modes_meet(event: Event, mention: EventMention) -> bool:
    one, other = event.mode, mention.mode
    if one is None or other is None or one == other:
        return True
    return event.type == "ASSAULT" and {one, other} <= WEAPONS and same_days(event.when, mention.when)


def _people_meet(event: Event, mention: EventMention) -> bool:
    """For each state, the people named on both sides overlap, or one side names nobody.

    Where all are of one state, only people tell its events apart: who met one met another too. There no
    mention of the event may name a circle that differs.
    """
    some, others = (*event.actors, *event.recipients), (*mention.actors, *mention.recipients)
    ours, theirs = people(some), people(others)
    if len(codes((*some, *others))) > 1:
        return all(ours[code] & theirs[code] for code in ours.keys() & theirs.keys())
    told = [people((*one.actors, *one.recipients)) for one in event.mentions]
    return all(
        _same_circle(code, one[code], theirs[code]) for one in told for code in one.keys() & theirs.keys()
    )


def _same_circle(state: str, some: set[str], others: set[str]) -> bool:
    bodies = {one for one in some | others if one.startswith(f"{state}-")}
    if some - bodies and others - bodies:
        some, others = some - bodies, others - bodies
    return some <= others or others <= some or len(some & others) > 1


def _words_meet(event: Event, mention: EventMention) -> bool:
    """To promise, to sign and to cooperate are one type; without a mode or a day the words must agree.

    A strike has many words ("gempur", "serang", "tewas"), of which one article uses several. Within one
    state, where everybody asks and refuses something, the sentence itself must return elsewhere.
    """
    at_home = len(codes((*event.actors, *event.recipients, *mention.actors, *mention.recipients))) == 1
    if at_home and event.type in SPEECH and mention.article not in event.articles:
        return _told_alike(event, mention)
    if event.type == "CONSULT" or event.mode or mention.mode:
        return True
    if event.when and mention.when and not at_home:
        return True
    if event.type == "ASSAULT" and mention.article in event.articles:
        return True
    told = {word for trigger in event.triggers for word in trigger.text.split()}
    return any(related(word, other) for word in mention.trigger.text.split() for other in told)


def _told_alike(event: Event, mention: EventMention) -> bool:
    own = set(mention.evidence.text.lower().split())
    others = (set(evidence.text.lower().split()) for evidence in event.evidence)
    return any(len(own & other) >= ALIKE * min(len(own), len(other)) for other in others)


def _claims_meet(event: Event, mention: EventMention) -> bool:
    if event.status != "alleged":
        return True
    ours, theirs = codes(event.claimed_by), codes(mention.claimed_by)
    return not ours or not theirs or bool(ours & theirs)


def places_meet(event: Event, mention: EventMention) -> bool:
    """Whether one place is the other, lies in it or, of what is done once, near it; unknown ones do."""
    force = event.type in FORCE
    ours, theirs = (_told_place(one) for one in (event, mention))
    if ours and theirs and not _near(ours, theirs, force):
        return False
    if not force:
        return True
    told = {name for one in event.mentions for name in _named(one)}
    own = _named(mention)
    return not told or not own or not told.isdisjoint(own)


def _told_place(one: Event | EventMention) -> Place | None:
    """The place, unless it is but a party as a whole: from which, or to which, something went."""
    bound = one.type in FORCE or one.type in MET
    if bound or one.where is None or one.where.lat is not None:
        return one.where
    return None if one.where.country in codes((*one.actors, *one.recipients)) else one.where


def _near(one: Place, other: Place, force: bool) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if one.name == other.name or is_inside(one, other) or is_inside(other, one):
        return True
    km = one.km_to(other)
    return not force and (km is None or km <= NEAR_KM)


def is_inside(place: Place, whole: Place) -> bool:
    """Whether a place lies in a state or region, as far as the map tells."""
    if place.country is None or place.country != whole.country or is_point(whole):
        return False
    if whole.lat is None or place.lat is None:
        return whole.lat is None
    km = Place(place.name, None, place.lat, place.lon).km_to(Place(whole.name, None, whole.lat, whole.lon))
    return km is not None and km <= REGION_KM


def is_point(place: Place) -> bool:
    return place.lat is not None and not place.wide


def _named(mention: EventMention) -> frozenset[str]:
    """Where it happened or, if that is no point, what its sentence names in the parties' states."""
    if mention.where and is_point(mention.where):
        return frozenset((mention.where.name,))
    return _points(mention.evidence.text, frozenset(codes((*mention.actors, *mention.recipients))))


@lru_cache(maxsize=4096)
def _points(text: str, states: frozenset[str]) -> frozenset[str]:
    found = (place for word in _NAME.findall(text) for place in places().named(word))
    return frozenset(place.name for place in found if place.country in states and is_point(place))


def _days_meet(desk: Desk, event: Event, mention: EventMention) -> bool:
    """Known days lie at most a day apart; unknown ones need the same article or the same story."""
    if event.when and mention.when:
        return _dates_meet(event.when, mention.when, event.type in DAILY)
    if event.background != mention.background:
        return False  # what is told as history is not what is new, even in one article
    if mention.article in event.articles:
        return True
    if event.type in FORCE or event.background:
        return False
    story = desk.story_of(mention.article)
    return story is not None and any(article in story.articles for article in event.articles)


def _dates_meet(one: str, other: str, daily: bool) -> bool:
    """Force and protest need one day; of the rest, what began on different days and goes on is not one."""
    first, second = edtf.parse(one), edtf.parse(other)
    if daily or first is None or second is None:
        return same_days(one, other)
    for ours, theirs in ((first, second), (second, first)):
        if ours.latest is None and ours.earliest != theirs.earliest:
            return False
        if ours.earliest is None and ours.latest != theirs.latest:
            return False
    return first.gap(second) <= NEAR_DAYS
