"""What a caller may set when articles are read, and what the reading may say beside them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from saksama.records import Record


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Limits in characters per article and bytes per file and per page.

    `published` maps a path, the name of a file or an article's URL to the date that its page lacks.
    """

    language: str = "id"
    max_chars: int = 300_000  # fifteen times the longest of ten thousand news articles
    max_bytes: int = 20_000_000
    max_page_bytes: int = 5_000_000  # a page takes a hundred times as long to parse as a text
    published: Mapping[str, str] = field(default_factory=dict)

    def key_for(self, path: str | None, url: str | None) -> str | None:
        """The key of `published` that means this article: its path, its file's name or its URL."""
        if not self.published:
            return None
        file = (path or "").rpartition(":")[0]  # a line of a pile is "file.jsonl:12"
        names = [os.path.normpath(name) for name in (path, file) if name]
        names += [os.path.basename(name) for name in names]
        found = (key for key in self.published if os.path.normpath(key) in names or key == url)
        return next(found, None)


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
