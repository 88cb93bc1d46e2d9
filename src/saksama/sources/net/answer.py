"""What a request may cost, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:+-]{2,40})", re.I)
_LONGEST_VALIDATOR = 400
_LONGEST_WAIT = 7 * 86400.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one request, redirects and all: seconds for the whole and for a single read, bytes as they come
    over the wire and as they are when unpacked, redirects."""

    seconds: float = 30.0
    read_seconds: float = 10.0
    wire_bytes: int = 5_000_000
    body_bytes: int = 5_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `url` is where it came from after all redirects, `body` is there for 200 alone.

    The names in `headers` are in small letters.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def etag(self) -> str | None:
        return self._validator("etag")

    @property
    def modified(self) -> str | None:
        return self._validator("last-modified")

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        found = _CHARSET.search(self.headers.get("content-type", "")[:400])
        return found[1].lower() if found else None

    def wait(self, now: datetime) -> float | None:
        """Retry-After in seconds, at most a week; None if there is none that can be read."""
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit():
            return min(float(value[:9]), _LONGEST_WAIT)
        try:
            until = parsedate_to_datetime(value[:60])
            seconds = (until - now).total_seconds()
        except (TypeError, ValueError, OverflowError):  # no date, or one without its zone
            return None
        return min(max(seconds, 0.0), _LONGEST_WAIT)

    def _validator(self, name: str) -> str | None:
        value = self.headers.get(name, "").strip()
        return value if value and len(value) <= _LONGEST_VALIDATOR and value.isprintable() else None
