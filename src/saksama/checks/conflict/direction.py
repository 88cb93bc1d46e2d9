"""Who visited whom: one text has A at B's, the other B at A's."""

from __future__ import annotations

from collections.abc import Iterator

from saksama.actors import name_of
from saksama.checks.case import Case, finding
from saksama.checks.conflict.pairs import DETAILS, can_meet, day_of, grouped
from saksama.checks.conflict.shared import details, parties_of, whole
from saksama.checks.conflict.telling import reasons
from saksama.checks.wording import listed, say
from saksama.records import Bilingual, Check, Event, EventMention, Participant, Severity

TOLD = ("occurred", "planned")


def find(case: Case) -> Iterator[Check]:
    """Each event is held against the one told the other way round that shares most with it."""
    for group in grouped(case.events, _pair):
        turned = [(event, *found) for event in group for found in _turned(case, event, group)]
        taken: set[str] = set()
        for event, other, shared in sorted(turned, key=lambda found: -len(found[2])):
            if len(shared) >= DETAILS and not taken & {event.id, other.id}:
                taken |= {event.id, other.id}
                yield _check(case, event, other, shared)


def _pair(event: Event) -> str | None:
    """Visits between two states or organisations, whatever the direction."""
    codes = _sides(event)
    if (
        event.mode != "visit"
        or event.background
        or event.status not in ("occurred", "planned")
        or codes is None
    ):
        return None
    return "|".join(sorted(codes))


def _sides(event: Event) -> tuple[str, str] | None:
    visitors, hosts = ({p.code for p in side} for side in (event.actors, event.recipients))
    if len(visitors) == len(hosts) == 1 and visitors != hosts:
        return visitors.pop(), hosts.pop()
    return None


def _turned(case: Case, event: Event, group: list[Event]) -> Iterator[tuple[Event, list[str]]]:
    """Later events of the group with the sides turned, days that can meet, and what both tell."""
    for other in group[group.index(event) + 1 :]:
        sides, turned = _sides(event), _sides(other)
        if (
            sides is None
            or turned is None
            or sides != turned[::-1]
            or set(event.articles) & set(other.articles)
        ):
            continue
        if can_meet(case, event, other):
            yield other, _shared(case, event, other)


def _shared(case: Case, event: Event, other: Event) -> list[str]:
    ignored = parties_of(event) | parties_of(other)
    found: dict[str, None] = {}
    for one in event.articles:
        for two in other.articles:
            passages = whole(case.desk.reading(one)), whole(case.desk.reading(two))
            found.update(dict.fromkeys(details(*passages, ignored)))
    return list(found)


def _check(case: Case, event: Event, other: Event, shared: list[str]) -> Check:
    dated = all(e.when is not None and day_of(case, e) for e in (event, other))
    one, two = _best(event), _best(other)
    message = say(
        "conflict-direction",
        visitor_a=_names(case, one, one.actors),
        host_a=_names(case, one, one.recipients),
        visitor_b=_names(case, two, two.actors),
        host_b=_names(case, two, two.recipients),
        shared=reasons(shared),
        doubt=Bilingual("", "") if dated else say("conflict-direction-doubt"),
    )
    severity: Severity = "conflict" if dated else "caution"
    return finding(
        "conflict",
        severity,
        message,
        (one.evidence, two.evidence),
        slot="direction",
        events=(event.id, other.id),
    )


def _best(event: Event) -> EventMention:
    """The mention to show: one that names people rather than states, the first of them."""
    return max(event.mentions, key=lambda m: sum(p.is_person for p in m.actors))


def _names(case: Case, mention: EventMention, parties: tuple[Participant, ...]) -> Bilingual:
    reading = case.desk.reading(mention.article)
    return listed([name_of(reading, party.actor) for party in parties])
