"""Politeness: between two requests to one host there is a pause."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

LONGEST_PAUSE = 60.0  # seconds; a host that wants more gets this much


class Pace:
    """When each host may be asked next; `clock` gives seconds that only grow, `pause` is the least."""

    def __init__(self, pause: float, clock: Callable[[], float]) -> None:
        self._pause, self._clock = pause, clock
        self._free: dict[str, float] = {}

    def wait(self, url: str) -> float:
        """In how many seconds the host of a URL may be asked."""
        return max(self._free.get(host(url), 0.0) - self._clock(), 0.0)

    def asked(self, url: str, wanted: float = 0.0) -> None:
        """The host was asked now and wants `wanted` seconds until the next time."""
        pause = min(max(self._pause, wanted), max(LONGEST_PAUSE, self._pause))
        self._free[host(url)] = self._clock() + pause

    def hold(self, url: str, seconds: float) -> None:
        """The host asked for quiet."""
        self._free[host(url)] = max(self._free.get(host(url), 0.0), self._clock() + seconds)


def host(url: str) -> str:
    """The host and port of a URL."""
    return urlsplit(url).netloc.lower()
