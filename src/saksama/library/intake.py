"""What is to be added, in rounds: inputs that were read to their end before are known by their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import file_digest, sha256
from typing import TYPE_CHECKING

from saksama.records import Article, Skipped

if TYPE_CHECKING:
    from saksama.sources import Note, SourceOptions
    from saksama.store import FileDesk

ROUND = 500  # articles that are put in order, read and placed before more are loaded


@dataclass(frozen=True, slots=True)
class Input:
    """A file of which nothing was skipped; `sha256` is of its bytes, its name and the date given for it."""

    path: str
    sha256: str


@dataclass(slots=True)
class Round:
    """Articles to be placed, the inputs that end with them, those known, and what gave no article.

    `notes` tell what was odd about articles that were read all the same.
    """

    articles: list[Article] = field(default_factory=list)
    ended: list[Input] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[Skipped] = field(default_factory=list)
    done: int = 0  # files, of all rounds so far


def rounds(
    files: Iterable[str], desk: FileDesk, options: SourceOptions, allow: Iterable[str] = ()
) -> Iterator[Round]:
    """All articles of the files and addresses that are not known, `ROUND` at a time.

    `allow` names local places that may be asked, see `sources.from_url`.
    """
    current = Round()
    for done, path in enumerate(files, start=1):
        digest = digest_of(path, options)
        current.done = done
        if digest and desk.has_input(digest):
            current.same.append(path)
            continue
        whole = True
        for item in _items(path, options, allow):
            whole = whole and not isinstance(item, Skipped)
            _taken(current, item)
            if len(current.articles) >= ROUND:
                yield current
                current = Round(done=done)
        if digest and whole:
            current.ended.append(Input(_writable(path), digest))
    yield current


def is_address(name: str) -> bool:
    """Whether an input is to be fetched, not opened."""
    return name.lower().startswith(("http://", "https://"))


def _items(path: str, options: SourceOptions, allow: Iterable[str]) -> Iterator[Article | Skipped | Note]:
    from saksama.sources import from_url, load

    if is_address(path):
        return from_url(path, allow=allow, published=options.published.get(path))
    return load(path, options)


def _taken(current: Round, item: Article | Skipped | Note) -> None:
    if isinstance(item, Article):
        current.articles.append(replace(item, path=_writable(item.path)) if item.path else item)
    elif isinstance(item, Skipped):
        current.skipped.append(item)
    else:
        current.notes.append(Skipped(item.path, item.text))


def _writable(path: str) -> str:
    """A path as a column can hold it: names on disk may hold bytes that are no text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def digest_of(path: str, options: SourceOptions) -> str | None:
    """By what a file is known again; None for standard input and for what cannot be read."""
    key = options.key_for(path, None)
    named = f"{os.path.basename(path)}\0{options.published[key] if key else ''}\0"
    try:
        if path == "-" or not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            held = file_digest(file, "sha256").digest()
    except (OSError, ValueError):
        return None
    return sha256(named.encode("utf-8", "surrogateescape") + held).hexdigest()
