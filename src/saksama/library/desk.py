"""The desk that stays: add to it, and give the account of a part of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from saksama.library.brief import account
from saksama.library.intake import Round, rounds
from saksama.library.reading import Progress, Work
from saksama.records import Account, Article, Check, Reading, Record, Skipped

if TYPE_CHECKING:
    from os import PathLike

    from saksama.store import FileDesk, MemoryDesk

BESIDE = 60  # articles that tell what an article tells, the latest, beside those that are like it


@dataclass(frozen=True, slots=True)
class Placed(Record):
    """An article that came onto the desk; `before` is the article of which it is a new version."""

    article: str
    title: str
    story: str
    new_story: bool
    before: str | None


@dataclass(frozen=True, slots=True)
class Added(Record):
    """What became of what was to be added.

    `known` are the ids of articles that were on the desk with this very text, `same` the inputs that were
    read to their end before. `checks` are the findings that were not there before, `notes` what was odd
    about articles that were read all the same.
    """

    placed: tuple[Placed, ...] = ()
    known: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    checks: tuple[Check, ...] = ()
    notes: tuple[Skipped, ...] = ()

    def __add__(self, other: Added) -> Added:
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__dataclass_fields__)
        return Added(*(one + more for one, more in pairs))


def default_desk() -> Path:
    """``$SAKSAMA_DESK``, or a file in the user's data folder."""
    from platformdirs import user_data_path

    named = os.environ.get("SAKSAMA_DESK")
    return Path(named) if named else user_data_path("saksama", appauthor=False) / "desk.sqlite"


def open_desk(path: str | PathLike[str] | None = None, *, write: bool = False) -> FileDesk:
    """The desk in a file, the user's own unless another is named; only a writer makes a new one.

    Raises `DeskError` with one clear line.
    """
    from saksama.store import FileDesk

    return FileDesk(Path(path) if path is not None else default_desk(), write=write)


def add(  # noqa: PLR0913 -- all but the first two are named and may be left out
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    desk: FileDesk,
    *,
    published: Mapping[str, str] | None = None,
    allow: Iterable[str] = (),
    processes: int | None = None,
    progress: Progress | None = None,
) -> Added:
    """Read what is not on the desk yet of files, folders and addresses, place it, check the stories touched.

    Arguments are as of `saksama.brief`; an address may be of an article or of a feed, `allow` names local
    places (``http://127.0.0.1:8000``) that may be asked. Each article is kept whole or not at all: a stop
    loses at most the one in hand, and adding the same again goes on. Raises `UsageError` for a date or a
    place that cannot be, `DeskError` where the desk cannot be written.
    """
    from saksama.sources import dated, expand

    work, options = Work(processes, progress), dated(published)
    names = [str(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
    files = list(expand(names))
    told = Added()
    for one in rounds(files, desk, options, tuple(allow)):
        work.step("load")(one.done, len(files))
        told += _added(one, desk, work)
    return told


def add_articles(articles: Iterable[Article], desk: FileDesk, *, processes: int | None = None) -> Added:
    """As `add`, of articles that were loaded already (fetched pages, say)."""
    return _added(Round(list(articles)), desk, Work(processes))


def _added(one: Round, desk: FileDesk, work: Work) -> Added:
    from saksama.library.placing import check_touched, place_all

    told = place_all(one.articles, desk, work)
    faulty = {item.path for item in told.skipped}
    with desk.transaction():
        for source in one.ended:
            if not any(path.startswith(source.path) for path in faulty):
                desk.put_input(source.sha256, source.path)
    fresh = check_touched(desk)
    skipped = (*one.skipped, *told.skipped)
    return Added(told.placed, told.known, tuple(one.same), skipped, fresh, tuple(one.notes))


def part_of(desk: FileDesk, articles: Iterable[str]) -> MemoryDesk:
    """The articles of the desk (their ids), with their stories and events, as a desk in memory.

    Raises `KeyError` for an article that is not on the desk.
    """
    from saksama.store.part import part
    from saksama.stories import retold

    return part(desk, articles, retold)


def account_of(desk: FileDesk, articles: Iterable[str] | None = None) -> Account:
    """The account of some articles of the desk; of all without `articles`."""
    return account(part_of(desk, desk.article_ids() if articles is None else articles))


def beside(desk: FileDesk, reading: Reading) -> tuple[str, ...]:
    """Ids of the articles by which a reading that is not on the desk is to be judged.

    They are what is most like it, the latest of their stories, and the latest that tell its events: few
    enough for a copy of them to be made at once, however large the desk.
    """
    from saksama.stories import looked_at

    with desk.snapshot():
        found = dict.fromkeys(looked_at(desk, reading, BESIDE))
        return tuple(article for article in found if article != reading.article.id)
