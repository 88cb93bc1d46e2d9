"""A progress bar on standard error, where somebody watches and there is much to read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from saksama.library import Progress

MANY = 20
_STEPS = {
    "id": {"load": "memuat", "read": "membaca", "place": "menyusun"},
    "en": {"load": "loading", "read": "reading", "place": "placing"},
}


@contextmanager
def shown_progress(language: str) -> Iterator[Progress | None]:
    """A callback for the `progress` of `brief`; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    tasks: dict[str, TaskID] = {}

    def step(name: str, done: int, total: int) -> None:
        if total < MANY:
            return
        if name not in tasks:
            bar.start()
            tasks[name] = bar.add_task(_STEPS[language].get(name, name), total=total)
        bar.update(tasks[name], completed=done, total=total)

    try:
        yield step
    finally:
        bar.stop()
