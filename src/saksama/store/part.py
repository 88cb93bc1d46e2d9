"""A part of a desk as a desk of its own, in memory: what is told, checked and tried without writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from saksama.records import Event, EventMention, Story
from saksama.store.file import FileDesk
from saksama.store.memory import MemoryDesk

Retold = Callable[[Event, tuple[EventMention, ...]], Event]


def part(desk: FileDesk, articles: Iterable[str], retold: Retold) -> MemoryDesk:
    """The articles with their stories and events, clipped to them; all of it as of one moment.

    `retold` gives an event as some of its mentions tell it. Published fact-checks are asked of the whole
    desk, which must stay open. Raises `KeyError` for an article that is not there.
    """
    made = MemoryDesk(reviews=desk)
    with desk.snapshot():
        ordered = sorted(dict.fromkeys(articles), key=desk.number)
        for article in ordered:
            made.put(desk.reading(article), desk.terms(article), desk.keys_of(article))
        inside = frozenset(ordered)
        for story in desk.stories_of(ordered):
            made.put_story(_clipped(story, inside))
        for event in desk.events_of(ordered):
            told = tuple(m for m in event.mentions if m.article in inside)
            whole = len(told) == len(event.mentions)
            made.put_event(event if whole else retold(event, told), desk.event_keys_of(event.id))
    return made


def _clipped(story: Story, inside: frozenset[str]) -> Story:
    articles = tuple(article for article in story.articles if article in inside)
    lineage = tuple(edge for edge in story.lineage if edge.from_ in inside and edge.to in inside)
    return replace(story, articles=articles, lineage=lineage)
