"""The lead and the timeline: events as lines, the most told first or by their day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from saksama.account.marks import Marks
from saksama.account.phrases import Teller
from saksama.account.view import Moment
from saksama.records import Account, Event

Gist = tuple[str, str, frozenset[str], frozenset[str]]

LEAD = 4
_ENOUGH = 3
_PER_STORY = 3


class Moments:
    """The events of one account as lines, each told once."""

    def __init__(
        self, account: Account, marks: Marks, teller: Teller, doubts: dict[str, tuple[int, ...]]
    ) -> None:
        self._account, self._marks, self._teller, self._doubts = account, marks, teller, doubts
        self._story = {
            article: (len(story.articles), story.id)
            for story in account.stories
            for article in story.articles
        }

    def lead(self) -> tuple[Moment, ...]:
        """The most told events: what happened; where that is little, plans and claims with their label."""
        ranked = sorted((event for event in self._account.events if _both_sides(event)), key=self._rank)
        happened = [event for event in ranked if event.status == "occurred"]
        others = [event for event in ranked if event.status in ("planned", "alleged")]
        told: dict[Gist, Event] = {}
        per_story: dict[str, int] = {}
        for event in happened if len(happened) >= _ENOUGH else (*happened, *others):
            story = self._story_of(event)[1]
            if _gist(event) not in told and per_story.get(story, 0) < _PER_STORY:
                told[_gist(event)] = event
                per_story[story] = per_story.get(story, 0) + 1
        return tuple(self._moment(event) for event in list(told.values())[:LEAD])

    def dated(self) -> tuple[Moment, ...]:
        return _folded(self._moment(event) for event in self._account.events if event.when)

    def undated(self) -> tuple[Moment, ...]:
        events = [event for event in self._account.events if not event.when]
        return _folded(self._moment(event) for event in sorted(events, key=self._rank))

    def _rank(self, event: Event) -> tuple[bool, bool, int, int, int]:
        size, _ = self._story_of(event)
        told = (-event.distinct_texts, -len(event.articles))
        return event.background, event.status != "occurred", *told, -size

    def _story_of(self, event: Event) -> tuple[int, str]:
        return max((self._story.get(article, (1, article)) for article in event.articles), default=(0, ""))

    def _moment(self, event: Event) -> Moment:
        say = self._teller.words.say
        articles, texts = len(event.articles), event.distinct_texts
        return Moment(
            ids=(event.id,),
            sentence=self._teller.tell(event),
            type=event.type,
            status=event.status,
            label=self._teller.status(event),
            when=event.when,
            day=self._teller.day(event.when),
            background=event.background,
            articles=articles,
            tellings=f"{say('articles_count', n=articles)}, {say('texts_count', n=texts)}",
            marks=self._marks.all(event.evidence),
            doubts=self._doubts.get(event.id, ()),
        )


def _gist(event: Event) -> Gist:
    """Type, status and parties: accounts of one thing that differ in place or day are one in the lead."""
    sides = (event.actors, event.recipients)
    actors, recipients = (frozenset(p.actor for p in side) for side in sides)
    return event.type, event.status, actors, recipients


def _both_sides(event: Event) -> bool:
    return bool(event.recipients) or (event.reciprocal and len(event.actors) > 1)


def _folded(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Events that read the same on the same day become one line with all their sources."""
    kept: dict[tuple[str, str, str | None, bool], Moment] = {}
    for moment in moments:
        key = (moment.sentence, moment.status, moment.when, moment.background)
        first = kept.get(key)
        kept[key] = moment if first is None else _joined(first, moment)
    return tuple(kept.values())


def _joined(one: Moment, other: Moment) -> Moment:
    marks = {mark.label: mark for mark in (*other.marks, *one.marks)}
    return replace(
        one,
        ids=(*one.ids, *other.ids),
        marks=tuple(sorted(marks.values(), key=lambda mark: (mark.article, mark.start))),
        doubts=tuple(sorted({*one.doubts, *other.doubts})),
    )
