"""What a check works on: the desk, its events counted, and the way from a mention to its event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from saksama.records import (
    Article,
    Bilingual,
    Check,
    Event,
    EventMention,
    Evidence,
    Reading,
    Sentence,
    Severity,
)
from saksama.store import Desk


class Case:
    """Everything that has been read, ready to be asked by the checks."""

    def __init__(self, desk: Desk, events: tuple[Event, ...]) -> None:
        self.desk = desk
        self.readings = desk.readings()
        self.events = events
        self._event_of = {mention.id: event for event in self.events for mention in event.mentions}

    def event_of(self, mention: EventMention) -> Event:
        return self._event_of[mention.id]

    def article(self, identity: str) -> Article:
        return self.desk.reading(identity).article


def sentence_at(reading: Reading, offset: int) -> Sentence | None:
    """The sentence that covers a character offset of the article."""
    at = bisect_right(reading.sentences, offset, key=lambda s: s.start) - 1
    return reading.sentences[at] if at >= 0 and offset < reading.sentences[at].end else None


def quoted(reading: Reading, sentence: Sentence) -> Evidence:
    """A sentence as evidence."""
    return reading.article.evidence(sentence.start, sentence.end)


def events_in(reading: Reading, sentence: int) -> Iterator[EventMention]:
    return (event for event in reading.events if event.sentence == sentence)


def finding(
    kind: str,
    severity: Severity,
    explanation: Bilingual,
    evidence: tuple[Evidence, ...],
    **more: object,
) -> Check:
    """A check still without its number; `more` may name `slot` and `events`."""
    slot, events = more.get("slot"), more.get("events", ())
    assert slot is None or isinstance(slot, str)
    assert isinstance(events, tuple)
    return Check("", kind, slot, severity, explanation, events, evidence)
