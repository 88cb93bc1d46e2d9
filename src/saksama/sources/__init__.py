"""Files, folders, standard input and addresses to articles: the only room that reads what others wrote.

`load` never raises for a bad input: it gives a `Skipped` with a one-line reason and goes on. A `Note`
tells something odd about an article that was read all the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from saksama.errors import InputError, UsageError
from saksama.records import Article, Skipped
from saksama.sources import dates
from saksama.sources.assemble import assemble
from saksama.sources.boilerplate import mark
from saksama.sources.files import drafts, is_source
from saksama.sources.options import Draft, Note, SourceOptions
from saksama.sources.page import read_page

__all__ = [
    "Note",
    "SourceOptions",
    "expand",
    "from_html",
    "from_text",
    "from_url",
    "load",
    "load_all",
    "mark",
]


def expand(paths: Iterable[str]) -> Iterator[str]:
    """The files of paths and folders, folders through and through in sorted order, each file once.

    A path that does not exist, and a folder without an article file, is given as it is: `load` tells
    what is wrong with it.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files(path):
            key = file if file == "-" or "\0" in file else os.path.realpath(file)
            if key not in seen:
                seen.add(key)
                yield file


def _files(path: str) -> list[str]:
    if path == "-" or not os.path.isdir(path):
        return [path]
    closed: list[str] = []  # folders that may not be looked into: named, not passed over
    found = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(path, onerror=lambda error: closed.append(str(error.filename)))
        for name in names
        if is_source(name) and not name.startswith(".")
    ]
    return sorted(found + closed) or [path]


def load(path: str, options: SourceOptions | None = None) -> Iterator[Article | Skipped | Note]:
    """The articles of one file, ``-`` for standard input; what cannot be read as `Skipped`."""
    options = options or SourceOptions()
    try:
        for draft in drafts(path, options):
            yield from _one(draft, options)
    except InputError as error:
        yield Skipped(error.path or path, error.reason)


def dated(published: Mapping[str, str] | None = None) -> SourceOptions:
    """Options with the dates of pages that lack one; raises `UsageError` for a date that cannot be."""
    options = SourceOptions(published=dict(published or {}))
    for date in options.published.values():
        _admit(date)
    return options


def load_all(
    paths: Iterable[str],
    published: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[Article], list[Skipped]]:
    """The articles of all files and folders, and a line for each input that gave none or is odd.

    `published` maps a path, a file's name or a URL to a date; `progress` is called with the files
    that are read and all of them. Raises `UsageError` for a date that cannot be.
    """
    options = dated(published)
    files = list(expand(paths))
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for done, file in enumerate(files, start=1):
        for item in load(file, options):
            if isinstance(item, Article):
                articles.append(item)
            else:
                skipped.append(item if isinstance(item, Skipped) else Skipped(item.path, item.text))
        if progress:
            progress(done, len(files))
    used = {options.key_for(article.path, article.url) for article in articles}
    unused = sorted(set(options.published) - used)
    skipped += [Skipped(key, "a date was given for it, but no such article was read") for key in unused]
    return articles, skipped


def _one(draft: Draft | InputError, options: SourceOptions) -> Iterator[Article | Skipped | Note]:
    if isinstance(draft, InputError):
        yield Skipped(draft.path, draft.reason)
        return
    key = options.key_for(draft.path, draft.url)
    try:
        article, notes = assemble(replace(draft, given=options.published[key] if key else None), options)
    except InputError as error:
        yield Skipped(error.path, error.reason)
        return
    yield article
    yield from notes


def from_text(  # noqa: PLR0913 -- all but the text are named and may be left out
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    path: str | None = None,
) -> Article:
    """An article from its text; with a title, `Article.text` is title, blank line, text as given.

    `published` is EDTF, ISO 8601 or as Indonesian pages print it. Raises an `InputError` where the
    text is empty, too large or in another language, `UsageError` for a date that cannot be.
    """
    _admit(published or None)
    draft = Draft(text=text, title=title, given=published, url=url, outlet=outlet, path=path)
    return assemble(draft, SourceOptions())[0]


def from_html(
    raw: bytes, *, published: str | None = None, url: str | None = None, path: str | None = None
) -> Article:
    """An article from the bytes of a page; raises as `from_text`, and `NoArticle`."""
    _admit(published or None)
    draft = read_page(raw, path, SourceOptions())
    return assemble(replace(draft, given=published, url=url or draft.url), SourceOptions())[0]


def from_url(
    url: str, *, allow: Iterable[str] = (), published: str | None = None, most: int = 50
) -> Iterator[Article | Skipped | Note]:
    """The article at an http or https URL; of a feed the articles of its first `most` entries.

    `allow` names local places that may be asked (``http://127.0.0.1:8000``); everything else that leads
    inside is refused. What cannot be had is a `Skipped` with its reason. Raises `UsageError` for a date
    or a place that cannot be.
    """
    from saksama.sources.confine import Confined
    from saksama.sources.net import Client, origins
    from saksama.sources.web import Told, Ways, articles_at

    _admit(published or None)
    told = Told(published=published)
    with Confined() as parsers:
        yield from articles_at(url, Ways(Client(allow=origins(allow)), parsers), told, most)


def _admit(published: str | None) -> None:
    """Raises `UsageError` for a date that cannot be read or does not exist."""
    if published is not None and not dates.given(published, SourceOptions().language):
        shown = " ".join(published.split())[:40]
        raise UsageError(f"no such date: {shown!r} (wanted: 2024-06-19, 19 Juni 2024 or EDTF)")
