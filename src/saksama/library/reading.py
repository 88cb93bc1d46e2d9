"""Articles to readings, in as many processes as pay."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from saksama.errors import SaksamaError
from saksama.records import Article, Reading, Skipped

Progress = Callable[[str, int, int], None]  # step ("load", "read", "place"), done, of how many

BATCH = 16  # articles that go through the model together, the same whatever the number of processes
ALONE = 20  # below so many articles, worker processes cost more than they save


@dataclass(frozen=True, slots=True)
class Work:
    """How to go about it: with how many processes (None: as many as pay), and whom to tell."""

    processes: int | None = None
    progress: Progress | None = None

    def step(self, name: str) -> Callable[[int, int], None]:
        """Tell how much of a step is done, and of how many."""
        progress = self.progress
        if progress is None:
            return lambda done, total: None
        return lambda done, total: progress(name, done, total)


def read_all(articles: list[Article], work: Work) -> Iterator[Reading | Skipped]:
    """The reading of each article, in order; of one that a fault of ours stopped, a line."""
    batches = [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]
    step, done = work.step("read"), 0
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
