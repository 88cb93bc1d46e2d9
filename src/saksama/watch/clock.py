"""The one place that reads the clock: when feeds were asked, and when they are asked next."""

from __future__ import annotations

import signal
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from types import FrameType, TracebackType
from typing import Any

_LOCAL = timezone(timedelta(hours=7))  # Western Indonesian time, in which most papers date their articles


class Clock:
    """The time now, seconds that only grow, and a sleep that a stop cuts short."""

    def now(self) -> datetime:
        """This moment in universal time, without fractions."""
        return datetime.now(UTC).replace(microsecond=0)

    def seconds(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float, stop: threading.Event) -> None:
        """Wait, but no longer than until `stop` is set."""
        stop.wait(seconds)


def written(moment: datetime) -> str:
    """A moment as it is kept: ``2024-06-19T08:30:00Z``; these sort as they follow."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def later(moment: datetime, seconds: float) -> str:
    """A moment some seconds on, as it is kept."""
    return written(moment + timedelta(seconds=seconds))


def until(moment: datetime, kept: str) -> float:
    """The seconds from a moment to one that was kept."""
    return (datetime.fromisoformat(kept) - moment).total_seconds()


def local_date(moment: datetime) -> str:
    """The day of a moment in Jakarta."""
    return moment.astimezone(_LOCAL).date().isoformat()


class Stopping:
    """While this is open, the first Ctrl-C (or TERM) only sets `event`; the second one stops at once."""

    _SIGNALS = (signal.SIGINT, signal.SIGTERM)

    def __init__(self) -> None:
        self.event = threading.Event()
        self._before: dict[int, Any] = {}

    def __enter__(self) -> threading.Event:
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._asked) for number in self._SIGNALS}
        return self.event

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._restore()

    def _asked(self, number: int, frame: FrameType | None) -> None:
        self.event.set()
        self._restore()

    def _restore(self) -> None:
        while self._before:
            number, handler = self._before.popitem()
            signal.signal(number, handler)
