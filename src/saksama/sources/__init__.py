"""Files, folders and standard input to articles: the only room that reads what others wrote.

`load` never raises for a bad input: it gives a `Skipped` with a one-line reason and goes on. A `Note`
tells something odd about an article that was read all the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from saksama.errors import InputError
from saksama.records import Article, Skipped
from saksama.sources.assemble import assemble
from saksama.sources.boilerplate import mark
from saksama.sources.files import drafts, is_source
from saksama.sources.identity import distinct
from saksama.sources.options import Draft, Note, SourceOptions
from saksama.sources.page import read_page

__all__ = ["Note", "SourceOptions", "distinct", "expand", "from_html", "from_text", "load", "mark"]


def expand(paths: Iterable[str]) -> Iterator[str]:
    """The files of paths and folders, folders through and through in sorted order, each file once.

    A path that does not exist, and a folder without an article file, is given as it is: `load` tells
    what is wrong with it.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files(path):
            key = os.path.realpath(file) if file != "-" else file
            if key not in seen:
                seen.add(key)
                yield file


def _files(path: str) -> list[str]:
    if path == "-" or not os.path.isdir(path):
        return [path]
    found = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(path)
        for name in names
        if is_source(name) and not name.startswith(".")
    ]
    return sorted(found) or [path]


def load(path: str, options: SourceOptions | None = None) -> Iterator[Article | Skipped | Note]:
    """The articles of one file, ``-`` for standard input; what cannot be read as `Skipped`."""
    options = options or SourceOptions()
    try:
        for draft in drafts(path, options):
            yield from _one(draft, options)
    except InputError as error:
        yield Skipped(error.path or path, error.reason)


def _one(draft: Draft | InputError, options: SourceOptions) -> Iterator[Article | Skipped | Note]:
    if isinstance(draft, InputError):
        yield Skipped(draft.path, draft.reason)
        return
    try:
        article, notes = assemble(draft, options)
    except InputError as error:
        yield Skipped(error.path, error.reason)
        return
    yield article
    yield from notes


def from_text(
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
    draft = Draft(text=text, title=title, given=published, url=url, outlet=outlet, path=path)
    return _strictly(draft)


def from_html(
    raw: bytes, *, published: str | None = None, url: str | None = None, path: str | None = None
) -> Article:
    """An article from the bytes of a page; raises as `from_text`, and `NoArticle`."""
    from dataclasses import replace

    draft = read_page(raw, path, SourceOptions())
    return _strictly(replace(draft, given=published, url=url or draft.url))


def _strictly(draft: Draft) -> Article:
    from saksama.errors import UsageError

    article, notes = assemble(draft, SourceOptions())
    if draft.given and article.published_basis != "given":
        raise UsageError(notes[0].text if notes else f"the date {draft.given!r} cannot be read")
    return article
