"""One table of a TOML file, read key by key; what is wrong is told with the file, the line and the key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from saksama.errors import SaksamaError, UsageError

Read = TypeVar("Read")
Default = TypeVar("Default")
_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_-]+)\s*\]\]?")
_KEY = re.compile(r"\s*[\"']?([A-Za-z0-9_-]+)[\"']?\s*=")
Place = tuple[str, int, str]  # table, its number among those of one name, key ("" is its heading)


def places(text: str) -> dict[Place, int]:
    """On which line each key stands, so that an error can say so; the parser does not tell."""
    found: dict[Place, int] = {}
    table, number, seen = "", 0, dict[str, int]()
    for line, content in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(content):
            table = header[1]
            number = seen[table] = seen.get(table, -1) + 1
            found[table, number, ""] = line
        elif key := _KEY.match(content):
            found.setdefault((table, number, key[1]), line)
    return found


@dataclass(frozen=True, slots=True)
class Table:
    """The values of one table. `name` is empty for the settings above all tables."""

    values: dict[str, Any]
    file: str
    lines: dict[Place, int]
    name: str = ""
    number: int = 0

    def get(self, key: str, read: Callable[[Any], Read], default: Default) -> Read | Default:
        """A value through its reader, which raises `ValueError` with what is wanted."""
        return self.need(key, read) if key in self.values else default

    def need(self, key: str, read: Callable[[Any], Read]) -> Read:
        """As `get`, for a key that must be there."""
        if key not in self.values:
            self.wrong("", f"has no {key!r}")
        try:
            return read(self.values[key])
        except (ValueError, SaksamaError) as error:
            self.wrong(key, str(error).removeprefix("allow: "))

    def only(self, keys: Iterable[str]) -> None:
        """Raise for a key that means nothing here, with the nearest that does."""
        known = list(keys)
        for key in self.values:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                self.wrong(key, f"no such setting{f'; did you mean {near[0]!r}?' if near else ''}")

    def wrong(self, key: str, reason: str) -> NoReturn:
        """Raise `UsageError` for a key, or for the table as a whole."""
        line = self.lines.get((self.name, self.number, key)) or self.lines.get((self.name, self.number, ""))
        line = line or self.lines.get(("", 0, self.name)) or 1
        table = f"[[{self.name}]] number {self.number + 1}" if self.name else ""
        where = f"{table}, {key}" if table and key else table or key or "the file"
        raise UsageError(f"{self.file}:{line}: {where}: {reason}")
