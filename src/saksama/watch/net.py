"""Asking politely: by robots.txt, with a pause for each host, until somebody stops us."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace

from saksama.errors import Unreachable, Unsafe
from saksama.records import FetchState
from saksama.sources.address import parse
from saksama.sources.confine import Confined
from saksama.sources.net import Answer, Client, Robots
from saksama.sources.net.pace import Pace
from saksama.watch.clock import Clock
from saksama.watch.config import Source, WatchConfig

_BUSY = frozenset((429, 503))
_QUIET = 120.0  # seconds for which a host that is too busy is left alone, if it does not say


class Stopped(Exception):
    """Somebody asked us to stop while we waited."""


@dataclass(slots=True)
class Net:
    """The network as one watch sees it; kept from round to round. `base` is the client without its limits."""

    config: WatchConfig
    clock: Clock = field(default_factory=Clock)
    base: Client = field(default_factory=Client)
    parsers: Confined = field(default_factory=Confined)
    robots: Robots = field(init=False)
    pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        self.robots = Robots(self.clock.seconds)
        self.pace = Pace(self.config.delay, self.clock.seconds)

    def client(self, source: Source) -> Client:
        """The client for a source, with its limits and the local places it may ask."""
        return replace(self.base, limits=source.limits, allow=source.allow, contact=self.config.contact)

    def get(self, url: str, client: Client, state: FetchState, stop: threading.Event) -> Answer:
        """The answer for an address, in its turn. Raises an `InputError`, or `Stopped`.

        Hosts that the user allows as local are his own: they need no pause but the one they want.
        """
        verdict = self.robots.verdict(url, client.get)
        if not verdict.allowed:
            raise (Unreachable if verdict.later else Unsafe)(url, verdict.reason)
        self.clock.sleep(self.pace.wait(url), stop)
        if stop.is_set():
            raise Stopped
        own = parse(url).origin in client.allow
        if not own or verdict.delay:
            self.pace.asked(url, verdict.delay)
        answer = client.get(url, state.etag, state.modified)
        if answer.status in _BUSY:
            self.pace.hold(url, answer.wait(self.clock.now()) or _QUIET)
        return answer
