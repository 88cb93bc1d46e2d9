"""Which events of different articles could be one happening told differently."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from saksama import edtf
from saksama.checks.case import Case
from saksama.checks.conflict.shared import Detail, around, details, parties_of
from saksama.records import Event, EventMention, Participant

REAL = frozenset({"occurred"})
DETAILS = 2  # shared beyond the pair of actors, at least
STAY_DAYS = 3  # a visit lasts so long at most
NEAR_DAYS = 30  # two articles on one event appear within so many days


@dataclass(frozen=True, slots=True)
class Twin:
    """Two mentions, of two events in two articles, that share enough to be one happening."""

    one: EventMention
    other: EventMention
    first: Event
    second: Event
    shared: tuple[Detail, ...]


def grouped(events: tuple[Event, ...], key: Callable[[Event], str | None]) -> Iterator[list[Event]]:
    """Events that have a key in common, in order; None is no key."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        if (name := key(event)) is not None:
            groups.setdefault(name, []).append(event)
    return (group for group in groups.values() if len(group) > 1)


def same_deed(event: Event) -> str | None:
    """Type, mode, sides: what must agree before a slot can disagree. Only what is told as real."""
    if event.status not in REAL or event.background or not (event.recipients or event.reciprocal):
        return None
    sides = (",".join(_codes(side)) for side in (event.actors, event.recipients))
    return "|".join([event.type, event.mode or "", *sides])


def twins(case: Case, group: list[Event]) -> Iterator[Twin]:
    """Pairs of one story whose sentences share enough details, the best pair of mentions of each."""
    for first, second in combinations(group, 2):
        if not _one_story(case, first, second):
            continue
        ignored = parties_of(first) | parties_of(second)
        found = [t for t in _mention_pairs(case, first, second, ignored) if len(t.shared) >= DETAILS]
        if found:
            yield max(found, key=lambda twin: len(twin.shared))


def _mention_pairs(case: Case, first: Event, second: Event, ignored: frozenset[str]) -> Iterator[Twin]:
    for one in first.mentions:
        for other in second.mentions:
            if one.article == other.article:
                continue
            here = around(case.desk.reading(one.article), one.sentence)
            there = around(case.desk.reading(other.article), other.sentence)
            shared = details(here, there, ignored)
            if one.where and other.where and one.where.name == other.where.name:
                shared.append(one.where.name)
            yield Twin(one, other, first, second, tuple(dict.fromkeys(shared)))


def _one_story(case: Case, first: Event, second: Event) -> bool:
    stories = [{story.id for a in e.articles if (story := case.desk.story_of(a))} for e in (first, second)]
    return bool(stories[0] & stories[1])


def day_of(case: Case, mention: EventMention) -> str | None:
    """The day told, or else the day of publication of a dated article."""
    article = case.article(mention.article)
    return mention.when or (article.published if article.dated else None)


def can_meet(case: Case, one: EventMention, other: EventMention) -> bool:
    """Whether the days known of two mentions lie near enough for one happening.

    Two days that the texts themselves give are one stay, or two; days of publication say less.
    """
    apart = edtf.days_apart(day_of(case, one), day_of(case, other))
    return apart is None or apart <= (STAY_DAYS if one.when and other.when else NEAR_DAYS)


def certain(case: Case, twin: Twin) -> bool:
    """Whether both articles are dated, so that the days compared are known."""
    return all(case.article(m.article).dated for m in (twin.one, twin.other))


def _codes(parties: tuple[Participant, ...]) -> list[str]:
    return sorted({party.code for party in parties})
