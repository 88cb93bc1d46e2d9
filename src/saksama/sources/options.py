"""What a caller may set when articles are read, and what the reading may say beside them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from saksama.records import Record


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Limits in characters per article and bytes per file; `published` maps a path to its date."""

    language: str = "id"
    max_chars: int = 2_000_000
    max_bytes: int = 20_000_000
    published: Mapping[str, str] = field(default_factory=dict)

    def date_of(self, path: str) -> str | None:
        """The date that the caller gave for `path`, if any."""
        if path in self.published:
            return self.published[path]
        wanted = os.path.normpath(path)
        return next((date for name, date in self.published.items() if os.path.normpath(name) == wanted), None)


@dataclass(frozen=True, slots=True)
class Note(Record):
    """Something odd about an input that was read all the same, in one line."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a source gives it, before it is examined; `date` is as printed."""

    text: str
    title: str | None = None
    date: str | None = None
    given: str | None = None
    url: str | None = None
    outlet: str | None = None
    path: str | None = None
    key: str | None = None  # what the id is made from where there is no URL
    body_only: bool = False  # the text holds no headline, so none is looked for
