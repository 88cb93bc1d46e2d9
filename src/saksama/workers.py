"""Reading in several processes: one that is killed costs time and no articles, none outlives its parent."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_WATCH = 1.0  # seconds between two looks at whether the parent is still there


def spread(work: Callable[[Given], Made], given: Sequence[Given], processes: int) -> Iterator[Made]:
    """What `work` makes of each item, in order, in forked processes.

    What a killed process leaves undone is done in this one. Stopping early lets each process end what
    it is at and no more.
    """
    pool = ProcessPoolExecutor(
        min(processes, len(given)),
        mp_context=get_context("fork"),
        initializer=_settle,
        initargs=(os.getpid(),),
    )
    try:
        futures = [_handed(pool, work, item) for item in given]
        for item, future in zip(given, futures, strict=True):
            yield _made(future, work, item)
    finally:
        pool.shutdown(cancel_futures=True)


def _handed(pool: ProcessPoolExecutor, work: Callable[[Given], Made], item: Given) -> Future[Made] | None:
    try:
        return pool.submit(work, item)
    except BrokenProcessPool:
        return None


def _made(future: Future[Made] | None, work: Callable[[Given], Made], item: Given) -> Made:
    try:
        return work(item) if future is None else future.result()
    except BrokenProcessPool:
        return work(item)


def _settle(parent: int) -> None:
    """In a new process: the parent alone answers to Ctrl-C, and its end is ours."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)
