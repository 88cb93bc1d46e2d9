"""What is watched and how: the settings of FEEDS.toml as records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from saksama.sources.net import Limits

ALERTS = ("new-story", "conflict", "surge")


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, or a page whose links are followed. `interval` is in seconds, `most` articles a round.

    `text` tells whence an article's text is taken: from the ``page`` that the feed names, or from the
    ``feed`` itself. `allow` are local places that may be asked, see `sources.net.origins`.
    """

    url: str
    name: str
    kind: Literal["feed", "page"] = "feed"
    outlet: str | None = None
    interval: float = 900.0
    text: Literal["page", "feed"] = "page"
    most: int = 30
    allow: frozenset[str] = frozenset()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class AlertRule:
    """Which alerts go where: `on` the kinds, `to` what they become, `feeds` the names they are for (all)."""

    on: frozenset[str] = frozenset(ALERTS)
    to: Literal["lines", "json", "command"] = "lines"
    command: tuple[str, ...] = ()
    seconds: float = 10.0
    feeds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class WatchConfig:
    """All of it. `delay` is the least pause between two requests to one host, in seconds; `contact` is
    added to what the client says it is."""

    sources: tuple[Source, ...]
    alerts: tuple[AlertRule, ...] = (AlertRule(),)
    delay: float = 3.0
    contact: str | None = None
