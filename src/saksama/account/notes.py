"""What each mark in a sentence was taken for, and why: the small lines below a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from saksama.account.clean import line, shorten
from saksama.account.names import Names
from saksama.account.words import Words
from saksama.records import EventMention, Mention, Quantity, Reading, Sentence, Statement, TimeExpression

Note = tuple[str, str, str]  # kind, text, status of an event ("" for the rest)
_WORDS = 60  # characters of a quoted piece


class Notes:
    """The notes of one article."""

    def __init__(self, reading: Reading, names: Names, words: Words) -> None:
        self._names, self._words = names, words
        starts = [sentence.start for sentence in reading.sentences]
        self._found: dict[int, list[Note]] = {}
        for start, note in self._all(reading):
            self._found.setdefault(bisect_right(starts, start) - 1, []).append(note)

    def of(self, sentence: Sentence) -> list[Note]:
        """All notes on what begins in a sentence: mentions, times, quantities, events, statements."""
        return self._found.get(sentence.index, [])

    def _all(self, reading: Reading) -> Iterator[tuple[int, Note]]:
        for mention in reading.mentions:
            yield mention.start, ("mention", self._mention(mention), "")
        for time in reading.times:
            yield time.start, ("time", self._time(time), "")
        for quantity in reading.quantities:
            yield quantity.start, ("quantity", _quantity(quantity), "")
        for event in reading.events:
            yield event.trigger.start, ("event", self._event(event), event.status)
        for statement in reading.statements:
            yield statement.content.start, ("statement", self._statement(statement), "")

    def _mention(self, mention: Mention) -> str:
        known = [*mention.members] if mention.members else [mention.actor] if mention.actor else []
        found = ", ".join(f"{self._names.of(actor)} [{line(actor)}]" for actor in known)
        behind = line(mention.acts_for or "")
        parts = [found or (behind and f"({behind})") or self._unresolved()]
        if found and behind and behind not in known:
            parts.append(behind)
        return f"{line(mention.text)} → {' · '.join((*parts, line(mention.reason)))}"

    def _time(self, time: TimeExpression) -> str:
        value = " · ".join(line(part) for part in (time.interval, time.anchor, time.reason) if part)
        return f"{line(time.text)} → {time.type} {line(time.value or self._unresolved())} · {value}"

    def _event(self, event: EventMention) -> str:
        kind = f"{event.type}/{event.mode}" if event.mode else event.type
        actors = self._names.parties(event.actors) or self._unresolved()
        recipients = self._names.parties(event.recipients)
        parts = [
            f"{line(event.trigger.text)} → {kind}: {actors}" + (f" → {recipients}" if recipients else ""),
            event.status,
            ", ".join(event.contexts),
            self._words.say("by", by=self._names.parties(event.claimed_by)) if event.claimed_by else "",
            f"{line(event.when)} ({event.when_basis})" if event.when else "",
            line(event.where.name) if event.where else "",
            self._words.say("background") if event.background else "",
        ]
        return " · ".join(part for part in parts if part)

    def _statement(self, statement: Statement) -> str:
        speaker = self._names.of(statement.speaker) if statement.speaker else ""
        written = line(statement.speaker_text.text) if statement.speaker_text else ""
        kind = self._words.say("direct" if statement.direct else "indirect")
        who = speaker or written or self._words.say("unknown_speaker")
        parts = [
            f"{shorten(statement.content.text, _WORDS)} ← {who}",
            f"“{written}”" if speaker and written != speaker else "",
            line(statement.speaker_reason),
            kind,
            self._words.say("via", via=line(statement.via)) if statement.via else "",
        ]
        return " · ".join(part for part in parts if part)

    def _unresolved(self) -> str:
        return self._words.say("unresolved")


def _quantity(quantity: Quantity) -> str:
    value = f"{quantity.value:.15g}"
    return f"{line(quantity.text)} → {quantity.comparator} {value} {line(quantity.unit or '')}".rstrip()
