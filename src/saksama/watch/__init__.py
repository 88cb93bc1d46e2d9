"""Feeds and pages watched: asked when they are due, politely, their new articles brought to a desk.

`load_config` reads FEEDS.toml (docs/watch.md), `watch` goes round. Where articles go is the caller's:
`keep` takes a `Fetched` and answers with a `Kept`; `states` remembers when what was asked.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from saksama.sources.net import MemoryStates, States
from saksama.watch.alerts import Alert
from saksama.watch.clock import Stopping, until
from saksama.watch.config import AlertRule, Source, WatchConfig
from saksama.watch.fetch import Fetcher
from saksama.watch.kept import Fetched, Keep, Kept, Out
from saksama.watch.load import load_config
from saksama.watch.net import Net
from saksama.watch.rounds import Rounds
from saksama.watch.surge import Surge, surge
from saksama.watch.tally import Round

__all__ = [
    "Alert",
    "AlertRule",
    "Fetched",
    "Keep",
    "Kept",
    "MemoryStates",
    "Round",
    "Source",
    "States",
    "Surge",
    "WatchConfig",
    "load_config",
    "surge",
    "watch",
]

_SHORTEST, _LONGEST = 1.0, 3600.0  # seconds between two looks at what is due


def watch(  # noqa: PLR0913 -- all but the first three are named and may be left out
    config: WatchConfig,
    keep: Keep,
    states: States,
    *,
    once: bool = False,
    out: Out = print,
    note: Out | None = None,
    tell: Callable[[Round], str] = attrgetter("line"),
) -> Round:
    """Go round the feeds, once or until Ctrl-C (or TERM), which ends after the article in hand.

    Each round that asked for anything gives `out` one line, which `tell` makes; so do the alerts that go
    to lines, and the refusals, unless `note` takes these. `once` asks all feeds that did not fail lately,
    whatever their interval. Gives the last round. An `InputError` of `keep` refuses the article, a desk
    that is busy is tried again; other errors of ours stop the watch.
    """
    net = Net(config)
    note = note or out
    with Stopping() as stop, net.parsers:
        rounds = Rounds(net, states, Fetcher(net, states, keep, out, note), note, stop)
        while True:
            done = rounds.go(eager=once)
            if done.asked:
                out(tell(done))
            if once or stop.is_set():
                return done
            net.clock.sleep(_rest(net, states), stop)
            if stop.is_set():
                return done


def _rest(net: Net, states: States) -> float:
    """The seconds until the next source is due."""
    now = net.clock.now()
    known = (states.state(source.url) for source in net.config.sources)
    waits = [until(now, state.next_at) if state and state.next_at else 0.0 for state in known]
    return min(max(min(waits), _SHORTEST), _LONGEST)
