"""Events on the desk: each once, with the mentions that tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from saksama.records import Event, EventMention, Participant, Reading
from saksama.store.days import span
from saksama.store.desk import LATEST
from saksama.store.file import words
from saksama.store.file.articles import Articles, Base
from saksama.store.file.codec import pack, unpack
from saksama.store.file.names import Recent

_EVENTS = 3_000

_FIELDS = (
    "id type mode contexts status background reciprocal happened happened_basis first_day last_day "
    "place country latitude longitude record".split()
)
_PUT = (
    f"INSERT INTO events ({', '.join(_FIELDS)}) VALUES (?{', ?' * (len(_FIELDS) - 1)}) "
    f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{f} = excluded.{f}' for f in _FIELDS[1:])}"
)
_MENTION = "event, position, article, start, end, sentence_start, sentence_end, record"


class Events:
    """Events by id and by key, in the order of putting."""

    def __init__(self, base: Base, articles: Articles) -> None:
        self._sql, self._names, self._articles = base.connection, base.names, articles
        self._events: Recent[int, Event] = Recent(_EVENTS)

    def forget(self) -> None:
        self._events.clear()

    def put(self, event: Event, keys: Iterable[str]) -> None:
        number = self._number(event.id)
        old = self._event(number) if number is not None else None
        self._sql.run(_PUT, _columns(event))
        if number is None:
            number = self._number(event.id) or 0
        self._put_mentions(number, event.mentions, _kept(old, event))
        if old is None or _sides(old) != _sides(event):
            self._put_parties(number, event)
        self._put_keys(number, keys)
        self._events.keep(number, event)

    def _number(self, identity: str) -> int | None:
        row = self._sql.row("SELECT number FROM events WHERE id = ?", (identity,))
        return int(row[0]) if row else None

    def _put_mentions(self, number: int, mentions: tuple[EventMention, ...], kept: int) -> None:
        """The mentions from a position on; what was there is replaced."""
        self._sql.run("DELETE FROM event_mentions WHERE event = ? AND position >= ?", (number, kept))
        for position, mention in enumerate(mentions[kept:], start=kept):
            reading = self._articles.reading(mention.article)
            spans = (mention.trigger.start, mention.trigger.end, mention.evidence.start, mention.evidence.end)
            article = self._articles.number(mention.article)
            row = (number, position, article, *spans, pack(mention))
            sql = f"INSERT INTO event_mentions ({_MENTION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            self._index(self._sql.run(sql, row), reading, mention)

    def _index(self, found_as: int, reading: Reading, mention: EventMention) -> None:
        sql = "INSERT INTO event_words (rowid, sentence, parties) VALUES (?, ?, ?)"
        self._sql.run(sql, (found_as, *words.of_event(reading, mention)))

    def _put_parties(self, number: int, event: Event) -> None:
        rows = [
            (number, role, position, self._names.new_actor(party.actor), acts_for, party.sector)
            for role, parties in _sides(event)
            for position, party in enumerate(parties)
            for acts_for in [self._names.new_actor(party.acts_for) if party.acts_for else None]
        ]
        columns = "event, role, position, actor, acts_for, sector"
        self._sql.run("DELETE FROM participants WHERE event = ?", (number,))
        self._sql.run_many(f"INSERT INTO participants ({columns}) VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _put_keys(self, number: int, keys: Iterable[str]) -> None:
        rows = [(key, number) for key in self._names.new_keys(keys)]
        self._sql.run("DELETE FROM event_keys WHERE event = ?", (number,))
        self._sql.run_many("INSERT INTO event_keys (key, event) VALUES (?, ?)", rows)

    def keys_of(self, event: str) -> tuple[str, ...]:
        sql = (
            "SELECT key FROM keys WHERE number IN "
            "(SELECT event_keys.key FROM event_keys WHERE event = ?) ORDER BY key"
        )
        return tuple(key for (key,) in self._sql.rows(sql, (self._number(event),)))

    def drop(self, event: str) -> None:
        number = self._number(event)
        if number is not None:
            self._sql.run("DELETE FROM events WHERE number = ?", (number,))
            self._events.drop(number)

    def events(self) -> tuple[Event, ...]:
        return self.numbered(n for (n,) in self._sql.rows("SELECT number FROM events ORDER BY number"))

    def by_keys(self, keys: Iterable[str]) -> tuple[Event, ...]:
        found: set[int] = set()
        for key in self._names.keys(keys):
            sql = "SELECT event FROM event_keys WHERE key = ? ORDER BY event DESC LIMIT ?"
            found.update(number for (number,) in self._sql.rows(sql, (key, LATEST)))
        return self.numbered(sorted(found))

    def of_articles(self, articles: Iterable[int]) -> tuple[Event, ...]:
        """Events with a mention in one of the articles."""
        found: set[int] = set()
        for article in articles:
            sql = "SELECT event FROM event_mentions WHERE article = ?"
            found.update(number for (number,) in self._sql.rows(sql, (article,)))
        return self.numbered(sorted(found))

    def numbered(self, numbers: Iterable[int]) -> tuple[Event, ...]:
        return tuple(self._event(number) for number in numbers)

    def _event(self, number: int) -> Event:
        held = self._events.get(number)
        if held is not None:
            return held
        row = self._sql.row("SELECT record FROM events WHERE number = ?", (number,))
        if row is None:
            raise KeyError(number)
        sql = "SELECT record FROM event_mentions WHERE event = ? ORDER BY position"
        mentions = tuple(unpack(EventMention, packed) for (packed,) in self._sql.rows(sql, (number,)))
        return self._events.keep(number, _whole(unpack(Event, row[0]), mentions))


def _kept(old: Event | None, new: Event) -> int:
    """How many mentions are on the desk as they are."""
    if old is None or new.mentions[: len(old.mentions)] != old.mentions:
        return 0
    return len(old.mentions)


def _sides(event: Event) -> tuple[tuple[str, tuple[Participant, ...]], ...]:
    return ("actor", event.actors), ("recipient", event.recipients), ("claimed_by", event.claimed_by)


def _bare(event: Event) -> Event:
    """The event without its mentions, and without what is but a copy of them."""
    if event.mentions and _whole(replace(event, triggers=(), evidence=()), event.mentions) == event:
        return replace(event, mentions=(), triggers=(), evidence=())
    return replace(event, mentions=())


def _whole(event: Event, mentions: tuple[EventMention, ...]) -> Event:
    if event.triggers or event.evidence or not mentions:
        return replace(event, mentions=mentions)
    told = tuple(m.trigger for m in mentions), tuple(m.evidence for m in mentions)
    return replace(event, mentions=mentions, triggers=told[0], evidence=told[1])


def _columns(event: Event) -> tuple[object, ...]:
    where = event.where
    place = (where.name, where.country, where.lat, where.lon) if where else (None,) * 4
    return (
        event.id,
        event.type,
        event.mode,
        " ".join(event.contexts),
        event.status,
        event.background,
        event.reciprocal,
        event.when,
        event.when_basis,
        *span(event.when),
        *place,
        pack(_bare(event)),
    )
