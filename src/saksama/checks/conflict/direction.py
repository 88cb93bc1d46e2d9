"""Who visited whom: one text has A at B's, the other B at A's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from saksama.checks.case import Case, finding
from saksama.checks.conflict.pairs import DETAILS, can_meet, grouped
from saksama.checks.conflict.shared import Detail, details, parties_of, whole
from saksama.checks.conflict.telling import reasons
from saksama.checks.wording import listed, name, say
from saksama.language.wordlists import words
from saksama.records import Bilingual, Check, Event, EventMention, Participant, Severity

_WORD = re.compile(r"\w+")
TOLD = ("occurred", "planned")


@dataclass(frozen=True, slots=True)
class _Turned:
    """Two mentions with the sides turned, in two articles, and the details that both articles tell."""

    one: EventMention
    other: EventMention
    first: Event
    second: Event
    shared: tuple[Detail, ...]


def find(case: Case) -> Iterator[Check]:
    """Each visit is held against the one told the other way round that shares most with it."""
    for group in grouped(case.events, _pair):
        turned = [t for one, other in combinations(group, 2) for t in _turned(case, one, other)]
        told: set[str] = set()
        for found in sorted(turned, key=lambda t: (-len(t.shared), _vagueness(t))):
            articles = {found.one.article, found.other.article}
            if len(found.shared) >= DETAILS and not told & articles:
                told |= articles | {*found.first.articles, *found.second.articles}
                yield _check(case, found)


def _pair(event: Event) -> str | None:
    """Visits between two states or organisations, whatever the direction."""
    codes = _sides(event)
    if event.mode != "visit" or event.background or event.status not in TOLD or codes is None:
        return None
    return "|".join(sorted(codes))


def _sides(event: Event | EventMention) -> tuple[str, str] | None:
    visitors, hosts = ({p.code for p in side} for side in (event.actors, event.recipients))
    if len(visitors) == len(hosts) == 1 and visitors != hosts:
        return visitors.pop(), hosts.pop()
    return None


def _turned(case: Case, first: Event, second: Event) -> Iterator[_Turned]:
    """Mentions of two events with the sides turned, on days that can meet."""
    sides, turned = _sides(first), _sides(second)
    if sides is None or turned is None or sides != turned[::-1]:
        return
    ignored = parties_of(first) | parties_of(second)
    for one in first.mentions:
        for other in second.mentions:
            both = _knows_both(case, one, turned) or _knows_both(case, other, sides)
            if _is_earlier(case, one) or _is_earlier(case, other):
                continue
            if one.article != other.article and can_meet(case, one, other) and not both:
                here, there = (whole(case.desk.reading(m.article)) for m in (one, other))
                yield _Turned(one, other, first, second, tuple(details(here, there, ignored)))


def _is_earlier(case: Case, mention: EventMention) -> bool:
    """A visit without a date that its sentence puts back: "saat X mengunjungi Y beberapa bulan *lalu*"."""
    reading = case.desk.reading(mention.article)
    earlier = words(reading.article.language, "checks", "earlier")
    return mention.when is None and not earlier.isdisjoint(_WORD.findall(mention.evidence.text.lower()))


def _knows_both(case: Case, mention: EventMention, sides: tuple[str, str]) -> bool:
    """Whether the mention's text tells the visit of these sides too: one is the return of the other."""
    told = (e for e in case.desk.reading(mention.article).events if e.mode == "visit")
    return any(_sides(e) == sides for e in told)


def _vagueness(turned: _Turned) -> int:
    """A mention that names people rather than states is the better one to show."""
    return -sum(p.is_person for m in (turned.one, turned.other) for p in m.actors)


def _check(case: Case, found: _Turned) -> Check:
    one, two = found.one, found.other
    dated = one.when is not None and two.when is not None
    message = say(
        "conflict-direction",
        visitor_a=_names(case, one, one.actors),
        host_a=_names(case, one, one.recipients),
        visitor_b=_names(case, two, two.actors),
        host_b=_names(case, two, two.recipients),
        shared=reasons(found.shared),
        doubt=Bilingual("", "") if dated else say("conflict-direction-doubt"),
    )
    severity: Severity = "conflict" if dated else "caution"
    evidence, events = (one.evidence, two.evidence), (found.first.id, found.second.id)
    return finding("conflict", severity, message, evidence, slot="direction", events=events)


def _names(case: Case, mention: EventMention, parties: tuple[Participant, ...]) -> Bilingual:
    reading = case.desk.reading(mention.article)
    return listed([name(reading, party.actor) for party in parties])
