"""What was read and fetched: inputs by digest, versions of a page, addresses as they were left."""

from __future__ import annotations

from dataclasses import astuple, fields

from saksama.records import FetchState
from saksama.store.file.articles import Base

_STATE = [field.name for field in fields(FetchState)]
_REMEMBER = (
    f"INSERT INTO fetches ({', '.join(_STATE)}) VALUES (?{', ?' * (len(_STATE) - 1)}) "
    f"ON CONFLICT (url) DO UPDATE SET {', '.join(f'{f} = excluded.{f}' for f in _STATE[1:])}"
)


class Inputs:
    """See `FileDesk` for the meaning of each method."""

    def __init__(self, base: Base) -> None:
        self._sql, self._names = base.connection, base.names

    def has_input(self, sha256: str) -> bool:
        return self._sql.row("SELECT 1 FROM inputs WHERE sha256 = ?", (sha256,)) is not None

    def put_input(self, sha256: str, name: str) -> None:
        self._sql.run("INSERT OR IGNORE INTO inputs (sha256, name) VALUES (?, ?)", (sha256, name))

    def put_version(self, article: str, page: str, before: str | None) -> None:
        row = (self._names.article(article), page, self._names.article(before) if before else None)
        self._sql.run("INSERT OR REPLACE INTO versions (article, page, before) VALUES (?, ?, ?)", row)

    def versions(self, page: str) -> tuple[tuple[str, str], ...]:
        sql = (
            "SELECT id, sha256 FROM versions JOIN articles ON number = article WHERE page = ? ORDER BY number"
        )
        return tuple((identity, digest) for identity, digest in self._sql.rows(sql, (page,)))

    def page_of(self, article: str) -> str | None:
        row = self._sql.row("SELECT page FROM versions WHERE article = ?", (self._names.article(article),))
        return row[0] if row else None

    def state(self, url: str) -> FetchState | None:
        row = self._sql.row(f"SELECT {', '.join(_STATE)} FROM fetches WHERE url = ?", (url,))
        return FetchState(*row) if row else None

    def remember(self, state: FetchState) -> None:
        self._sql.run(_REMEMBER, astuple(state))
