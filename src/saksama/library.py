"""One use, one function: the one door for the command line, the API and the web.

`brief` opens a desk in memory, adds the articles in one canonical order and gives the account of all
of it; `read` does so with one article. The same articles give the same account, whatever the order of
the paths or the number of processes. `look_up` and `gaps` ask the office records.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from saksama.errors import SaksamaError
from saksama.records import Account, Article, Reading, Skipped

if TYPE_CHECKING:
    from os import PathLike

    from saksama.actors.entries import Found
    from saksama.store import Desk

Progress = Callable[[str, int, int], None]  # step ("load", "read", "place"), done, of how many

BATCH = 16  # articles that go through the model together, the same whatever the number of processes
ALONE = 20  # below so many articles, worker processes cost more than they save


@dataclass(frozen=True, slots=True)
class _Work:
    """How to go about it: with how many processes (None: as many as pay), and whom to tell."""

    processes: int | None = None
    progress: Progress | None = None


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

    work = _Work(processes, progress)
    names = [str(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
    articles, skipped = load_all(names, dict(published or {}), _step(work, "load"))
    ordered, doubles = canonical(articles)
    found = list(_read_all(ordered, work))
    readings = [one for one in found if isinstance(one, Reading)]
    faults = [one for one in found if isinstance(one, Skipped)]
    return _account(readings, (*skipped, *doubles, *faults), work)


def read(
    text: str, *, title: str | None = None, published: str | None = None, url: str | None = None
) -> Account:
    """The account of one article: its text is the title, a blank line, then the text as given."""
    from saksama.pipeline import read_articles
    from saksama.sources import from_text

    article = from_text(text, title=title, published=published, url=url)
    return _account(list(read_articles([article])), (), _Work())


def look_up(query: str, *, on: str | None = None) -> Found:
    """A person, office, state or organisation by its name: who held which office from when to when.

    `on` (EDTF) asks for one day, month or year; without it every record is given, none as today's. What
    is not known is answered as such, with the nearest records. Raises `UsageError` for an empty query
    or a date that is none.
    """
    from saksama.actors.knowledge import load
    from saksama.actors.look_up import LookUp

    return LookUp(load(), on).find(query)


def gaps(query: str | None = None) -> Found:
    """What the office records lack: holes, overlaps, offices without a record; of one state or of all."""
    from saksama.actors.knowledge import load
    from saksama.actors.look_up import LookUp

    return LookUp(load()).gaps(query)


def canonical(articles: Sequence[Article]) -> tuple[list[Article], list[Skipped]]:
    """The order in which articles are added: published, then id; the same text again is left out.

    Two texts under one id (files of one name) get ids of their own.
    """
    ordered = sorted(articles, key=lambda a: (a.published or "~", a.id, _digest(a.text), a.path or ""))
    seen: dict[str, str] = {}
    kept, doubles = [], []
    for article in ordered:
        identity, digest = article.id, _digest(article.text)
        if seen.get(identity, digest) != digest:
            identity = f"{identity}-{digest[:6]}"
        if identity in seen:
            doubles.append(Skipped(article.path or identity, f"the same article as {identity}; read once"))
            continue
        seen[identity] = digest
        kept.append(article if identity == article.id else rename(article, identity))
    return kept, doubles


def rename(article: Article, identity: str) -> Article:
    """The article under another id, its evidence with it."""
    evidence = tuple(replace(e, article=identity) for e in article.published_evidence)
    return replace(article, id=identity, published_evidence=evidence)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _account(readings: list[Reading], skipped: tuple[Skipped, ...], work: _Work) -> Account:
    from saksama import checks, stories
    from saksama.account.build import build
    from saksama.store import MemoryDesk

    desk: Desk = MemoryDesk()
    step = _step(work, "place")
    for done, reading in enumerate(readings, start=1):
        stories.add(desk, reading)
        step(done, len(readings))
    events = stories.counted(desk)
    found, not_checked = checks.run(desk, events)
    return build(desk, events, skipped, (found, not_checked))


def _read_all(articles: list[Article], work: _Work) -> Iterator[Reading | Skipped]:
    batches = [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]
    step, done = _step(work, "read"), 0
    step(0, len(articles))
    for batch in _over_processes(batches, _processes(len(articles), work.processes)):
        done += len(batch)
        step(done, len(articles))
        yield from batch


def _over_processes(batches: list[list[Article]], processes: int) -> Iterator[list[Reading | Skipped]]:
    if processes == 1 or len(batches) < 2:
        yield from map(_read_batch, batches)
        return
    from saksama.language import load
    from saksama.workers import spread

    load("id")  # before the fork: the children share it
    yield from spread(_read_batch, batches, processes)


def _read_batch(batch: list[Article]) -> list[Reading | Skipped]:
    from saksama.language import analyse

    return [_tried(reading) for reading in analyse(batch)]


def _tried(reading: Reading) -> Reading | Skipped:
    """The reading through all stages; a fault of ours costs one article, and says so, not all of them."""
    from saksama.pipeline import staged

    try:
        return staged(reading)
    except SaksamaError:
        raise
    except Exception as error:
        article = reading.article
        told = " ".join(f"{type(error).__name__} {error}".split())
        return Skipped(article.path or article.id, f"a fault in Saksama, please report it: {told}")


def _processes(articles: int, wanted: int | None) -> int:
    import multiprocessing

    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    if wanted is not None:
        return max(1, wanted)
    return 1 if articles < ALONE else len(os.sched_getaffinity(0))


def _step(work: _Work, name: str) -> Callable[[int, int], None]:
    progress = work.progress
    if progress is None:
        return lambda done, total: None
    return lambda done, total: progress(name, done, total)
