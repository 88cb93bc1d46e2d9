"""Articles on the desk: readings, their keys, whom they name and what is said in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saksama.records import Article, Reading
from saksama.store.days import span
from saksama.store.desk import LATEST
from saksama.store.digests import digest
from saksama.store.file import words
from saksama.store.file.codec import pack, pack_reading, unpack, unpack_reading
from saksama.store.file.connection import Connection
from saksama.store.file.names import Names, Recent

_READINGS = 300  # of 150 KB each
_TERMS = 2_000

_FIELDS = "url path outlet language published published_basis first_day last_day sha256 title text".split()
_PUT = (
    f"INSERT INTO articles (number, id, {', '.join(_FIELDS)}) VALUES (?, ?{', ?' * len(_FIELDS)}) "
    f"ON CONFLICT (number) DO UPDATE SET {', '.join(f'{f} = excluded.{f}' for f in _FIELDS)}"
)


@dataclass(frozen=True, slots=True)
class Base:
    """What every part of the desk works with."""

    connection: Connection
    names: Names


class Articles:
    """Readings by id, in the order of adding."""

    def __init__(self, base: Base) -> None:
        self._sql, self._names = base.connection, base.names
        self._readings: Recent[str, Reading] = Recent(_READINGS)
        self._terms: Recent[str, dict[str, float]] = Recent(_TERMS)

    def forget(self) -> None:
        self._readings.clear()
        self._terms.clear()

    def put(self, reading: Reading, terms: Mapping[str, float], keys: Iterable[str]) -> None:
        number = self._names.article(reading.article.id)
        if number is None:
            row = self._sql.row("SELECT coalesce(max(number) + 1, 0) FROM articles")
            number = int(row[0]) if row else 0
        else:
            self._clear(number)
        self._sql.run(_PUT, (number, reading.article.id, *_columns(reading.article)))
        found_as = self._sql.run(
            "INSERT INTO article_words (title, body) VALUES (?, ?)", words.title_and_body(reading)
        )
        held = (number, found_as, pack(dict(terms)), pack_reading(reading))
        self._sql.run("INSERT INTO readings (article, words, terms, record) VALUES (?, ?, ?, ?)", held)
        rows = [(key, number) for key in self._names.new_keys(keys)]
        self._sql.run_many("INSERT INTO article_keys (key, article) VALUES (?, ?)", rows)
        self._put_mentions(number, reading)
        self._put_statements(number, reading)
        self._readings.keep(reading.article.id, reading)
        self._terms.keep(reading.article.id, dict(terms))

    def _clear(self, number: int) -> None:
        """Take away what an earlier reading of the article left; full-text rows lose their meaning."""
        for table in ("readings", "article_keys", "mentions", "statements"):
            self._sql.run(f"DELETE FROM {table} WHERE article = ?", (number,))

    def _put_mentions(self, number: int, reading: Reading) -> None:
        for actor in reading.actors:
            self._names.describe(actor)
        rows = {
            (self._names.new_actor(actor, m.text), number, m.start, m.end, m.label)
            for m in reading.mentions
            for actor in dict.fromkeys((m.actor, *m.members))
            if actor
        }
        sql = "INSERT OR IGNORE INTO mentions (actor, article, start, end, label) VALUES (?, ?, ?, ?, ?)"
        self._sql.run_many(sql, sorted(rows))

    def _put_statements(self, number: int, reading: Reading) -> None:
        columns = "id, article, speaker, speaker_text, via, direct, start, end"
        for s in reading.statements:
            speaker = self._names.new_actor(s.speaker) if s.speaker else None
            said_by = s.speaker_text.text if s.speaker_text else None
            row = (s.id, number, speaker, said_by, s.via, s.direct, s.content.start, s.content.end)
            sql = f"INSERT INTO statements ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            found_as = self._sql.run(sql, row)
            sql = "INSERT INTO statement_words (rowid, content, speaker) VALUES (?, ?, ?)"
            self._sql.run(sql, (found_as, *words.of_statement(reading, s)))

    def reading(self, article: str) -> Reading:
        held = self._readings.get(article)
        if held is not None:
            return held
        sql = "SELECT record, text FROM readings JOIN articles ON number = article WHERE id = ?"
        row = self._sql.row(sql, (article,))
        if row is None:
            raise KeyError(article)
        return self._readings.keep(article, unpack_reading(*row))

    def readings(self) -> tuple[Reading, ...]:
        sql = "SELECT record, text FROM readings JOIN articles ON number = article ORDER BY number"
        return tuple(unpack_reading(*row) for row in self._sql.rows(sql))

    def terms(self, article: str) -> Mapping[str, float]:
        held = self._terms.get(article)
        if held is not None:
            return held
        sql = "SELECT terms FROM readings JOIN articles ON number = article WHERE id = ?"
        row = self._sql.row(sql, (article,))
        if row is None:
            raise KeyError(article)
        return self._terms.keep(article, unpack(dict[str, float], row[0]))

    def ids(self) -> tuple[str, ...]:
        return tuple(identity for (identity,) in self._sql.rows("SELECT id FROM articles ORDER BY number"))

    def number(self, article: str) -> int:
        found = self._names.article(article)
        if found is None:
            raise KeyError(article)
        return found

    def keys_of(self, article: str) -> tuple[str, ...]:
        sql = (
            "SELECT key FROM keys WHERE number IN "
            "(SELECT article_keys.key FROM article_keys WHERE article = ?) ORDER BY key"
        )
        return tuple(key for (key,) in self._sql.rows(sql, (self.number(article),)))

    def candidates(self, keys: Iterable[str], limit: int) -> tuple[str, ...]:
        numbers = self._names.keys(keys)
        if not numbers or limit <= 0:
            return ()
        one = "SELECT * FROM (SELECT article FROM article_keys WHERE key = ? ORDER BY article DESC LIMIT ?)"
        shared = " UNION ALL ".join([one] * len(numbers))
        sql = (
            f"SELECT id FROM (SELECT article, count(*) AS shared FROM ({shared}) GROUP BY article "
            "ORDER BY shared DESC, article LIMIT ?) JOIN articles ON number = article "
            "ORDER BY shared DESC, number"
        )
        values = [value for number in numbers for value in (number, LATEST)]
        return tuple(row[0] for row in self._sql.rows(sql, (*values, limit)))


def _columns(article: Article) -> tuple[str | None, ...]:
    return (
        article.url,
        article.path,
        article.outlet,
        article.language,
        article.published,
        article.published_basis,
        *span(article.published),
        digest(article.text),
        article.headline,
        article.text,
    )
