"""Articles in, one account out: nothing is kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from saksama.library.order import Pages, taken, version_before
from saksama.library.reading import Progress, Work, read_all
from saksama.records import Account, Reading, Skipped

if TYPE_CHECKING:
    from os import PathLike

    from saksama.store import Desk


def brief(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    published: Mapping[str, str] | None = None,
    processes: int | None = None,
    progress: Progress | None = None,
) -> Account:
    """The account of all articles in files and folders (``-`` is standard input).

    `published` maps a path, a file's name or an article's URL to a date (EDTF) that the page lacks.
    `processes` is the number of reading processes; None: one below twenty articles, else as many as
    there are cores. `progress` is called with the step ("load", "read", "place"), how many are done,
    and of how many.

    What cannot be read is in `Account.skipped`; nothing but a `UsageError` is raised for input.
    """
    from saksama.sources import load_all

    work = Work(processes, progress)
    names = [str(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
    articles, skipped = load_all(names, dict(published or {}), work.step("load"))
    pages = Pages(lambda _: ())
    ordered, doubles = taken(articles, pages)
    found = list(read_all(ordered, work))
    readings = [one for one in found if isinstance(one, Reading)]
    faults = [one for one in found if isinstance(one, Skipped)]
    return account(_placed(readings, pages, work), (*skipped, *doubles, *faults))


def read(
    text: str, *, title: str | None = None, published: str | None = None, url: str | None = None
) -> Account:
    """The account of one article: its text is the title, a blank line, then the text as given."""
    from saksama.pipeline import read_articles
    from saksama.sources import from_text

    pages = Pages(lambda _: ())
    article = pages.take(from_text(text, title=title, published=published, url=url))
    return account(_placed(list(read_articles([article])), pages, Work()))


def _placed(readings: list[Reading], pages: Pages, work: Work) -> Desk:
    """A desk in memory with all readings on it."""
    from saksama import stories
    from saksama.store import MemoryDesk

    desk: Desk = MemoryDesk()
    step = work.step("place")
    here: set[str] = set()  # a fault may have kept the version before away
    for done, reading in enumerate(readings, start=1):
        identity = reading.article.id
        earlier = [other for other in pages.before(identity) if other in here]
        stories.add(desk, reading, version_before(desk, reading, earlier))
        here.add(identity)
        step(done, len(readings))
    return desk


def account(desk: Desk, skipped: Iterable[Skipped] = ()) -> Account:
    """The account of all that is on a desk in memory."""
    from saksama import checks, stories
    from saksama.account.build import build

    events = stories.counted(desk)
    return build(desk, events, skipped, checks.run(desk, events))
