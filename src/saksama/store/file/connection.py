"""One opened SQLite file: how it is opened, transactions, and its errors in one clear line each."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from saksama.errors import DeskBusy, DeskError
from saksama.store.file import migrate

WAIT = 60.0  # seconds that a writer waits for another
Row = tuple[Any, ...]

_TOLD = {
    sqlite3.SQLITE_FULL: "the disk is full; all that was added before is kept",
    sqlite3.SQLITE_IOERR: "the disk could not be read or written; all that was added before is kept",
    sqlite3.SQLITE_READONLY: "may not be written to",
    sqlite3.SQLITE_PERM: "may not be opened",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: no such folder, or it may not be read or written",
    sqlite3.SQLITE_NOTADB: "is no desk of Saksama",
    sqlite3.SQLITE_CORRUPT: "is damaged",
}


class Connection:
    """SQL on one desk. `forget` is called when what was cached may no longer hold.

    Raises `DeskError` for all that the disk, the file or another program can do.
    """

    def __init__(self, path: Path, write: bool, wait: float = WAIT) -> None:
        self.path, self.write, self._wait = path, write, wait
        self._depth = 0
        self._seen = -1
        self.forget: Callable[[], None] = lambda: None
        if path.is_dir():
            raise DeskError(str(path), "is a folder; a desk is one file")
        if not write and not path.exists():
            raise DeskError(str(path), "there is no desk here yet")
        with self._clear():
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._raw = self._opened()

    def _opened(self) -> sqlite3.Connection:
        raw = self._connected(self.write)
        try:
            self._admit(raw)
            if migrate.version(raw) < migrate.newest():
                raw = self._newest(raw)
            raw.execute("PRAGMA foreign_keys = ON")
            raw.execute("PRAGMA synchronous = FULL")
            raw.execute("PRAGMA cache_size = -32000")  # KiB
        except BaseException:
            raw.close()
            raise
        return raw

    def _connected(self, write: bool) -> sqlite3.Connection:
        mode = "rwc" if write else "ro"
        uri = self.path.absolute().as_uri()
        if not write and self._frozen():
            mode = "ro&immutable=1"
        return sqlite3.connect(f"{uri}?mode={mode}", timeout=self._wait, isolation_level=None, uri=True)

    def _frozen(self) -> bool:
        """Whether nobody can write here, not even the small files by which readers and writers agree."""
        beside = self.path.with_name(f"{self.path.name}-wal")
        return not os.access(self.path.parent, os.W_OK) and not beside.exists()

    def _newest(self, raw: sqlite3.Connection) -> sqlite3.Connection:
        """A desk that is empty or of an older version, taken to ours; a reader opens it anew for that."""
        writer = raw if self.write else self._connected(True)
        writer.execute("PRAGMA journal_mode = WAL")
        migrate.migrate(writer)
        if writer is not raw:
            writer.close()
        return raw

    def _admit(self, raw: sqlite3.Connection) -> None:
        """Refuse what is no desk, or a desk of a version that is not known here."""
        mark: int = raw.execute("PRAGMA application_id").fetchone()[0]
        found = migrate.version(raw)
        tables: int = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if mark != migrate.OURS and (mark or found or tables or not self.write):
            raise DeskError(str(self.path), "is no desk of Saksama")
        if found > migrate.newest():
            newer = f"made by a newer Saksama (schema {found}, this one knows {migrate.newest()})"
            raise DeskError(str(self.path), f"{newer}; please update Saksama")

    def close(self) -> None:
        with self._clear():
            self._raw.close()

    @contextmanager
    def _clear(self) -> Iterator[None]:
        """Errors of SQLite and of the file system as ours; faults of our own SQL stay what they are."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                waited = f"another program has been writing to it for {self._wait:g} s; try again later"
                raise DeskBusy(str(self.path), waited) from None
            if code not in _TOLD:
                raise
            raise DeskError(str(self.path), _TOLD[code]) from None
        except OSError as error:
            raise DeskError(str(self.path), f"cannot be opened: {error.strerror or error}") from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; one inside another belongs to the outer one."""
        yield from self._within("BEGIN IMMEDIATE")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reading as of one moment, whatever is written meanwhile."""
        yield from self._within("BEGIN")

    def _within(self, begin: str) -> Iterator[None]:
        if self._depth:
            yield
            return
        with self._clear():
            self._raw.execute(begin)
        self._depth = 1
        try:
            self._look()
            yield
            with self._clear():
                self._raw.execute("COMMIT")
        except BaseException:
            self.forget()
            with suppress(sqlite3.Error):
                self._raw.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0

    def _look(self) -> None:
        """Forget what was cached if another program has written since."""
        seen: int = self._raw.execute("PRAGMA data_version").fetchone()[0]
        if seen != self._seen:
            self._seen = seen
            self.forget()

    def fresh(self) -> None:
        """To be called before anything cached is used."""
        if not self._depth:
            with self._clear():
                self._look()

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Execute; the number of the row inserted last."""
        with self._clear():
            return self._raw.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._clear():
            self._raw.executemany(sql, rows)

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        with self._clear():
            return self._raw.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        with self._clear():
            found: Row | None = self._raw.execute(sql, values).fetchone()
            return found
