"""Foreign bytes are parsed in a process that can be ended: a page costs its own time, not ours.

The process is started once and takes one page after the other; nothing but JSON comes back from it. It
may use so much processor time and memory a page, and is ended where it takes longer. A page that ends
it costs one line, `TooHeavy`, and the next page a new process.
"""

from __future__ import annotations

import contextlib
import json
import struct
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from saksama import errors
from saksama.errors import InputError, TooHeavy
from saksama.sources.feeds.entry import Entry, Feed
from saksama.sources.options import Draft

HEADER = struct.Struct(">II")  # the sizes of the order (JSON) and of the bytes behind it
REPLY = struct.Struct(">I")
_OUT_OF_TIME = 24  # SIGXCPU, as Linux and macOS number it
_LARGEST_REPLY = 30_000_000
_PAGES = 500  # a process takes so many, then a fresh one: what parsers leak stays small
Given = str | int | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one page: seconds by the clock, seconds of the processor, bytes of memory for all of the process.

    The clock is the wider limit, or a busy machine would cost articles.
    """

    seconds: float = 120.0
    cpu_seconds: int = 10
    memory: int = 800_000_000


@dataclass(slots=True)
class Confined:
    """The parsers, in a process of their own. Use as a context, or `close` it."""

    bounds: Bounds = field(default_factory=Bounds)
    _process: subprocess.Popen[bytes] | None = None
    _pages: int = 0

    def feed(self, raw: bytes, url: str, charset: str | None = None) -> Feed:
        """As `feeds.read_feed`; raises besides `TooHeavy`."""
        found = self._done("feed", raw, {"url": url, "charset": charset})
        entries = tuple(Entry(**entry) for entry in found.pop("entries"))
        return Feed(**found, entries=entries)

    def page(self, raw: bytes, url: str, charset: str | None = None) -> Draft:
        """As `page.read_page`, the draft's URL and path being `url`; raises besides `TooHeavy`."""
        return Draft(**self._done("page", raw, {"url": url, "charset": charset}))

    def links(self, raw: bytes, url: str, charset: str | None, most: int) -> tuple[str, ...]:
        """As `links_on.article_links`; raises besides `TooHeavy`."""
        order: dict[str, Given] = {"url": url, "charset": charset, "most": most}
        return tuple(self._done("links", raw, order)["links"])

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with contextlib.suppress(OSError):
                        pipe.close()

    def __enter__(self) -> Confined:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _done(self, task: str, raw: bytes, order: Mapping[str, Given]) -> dict[str, Any]:
        url = str(order["url"])
        process = self._started()
        late = threading.Event()
        timer = threading.Timer(self.bounds.seconds, _end, (process, late))
        timer.daemon = True
        timer.start()
        try:
            reply = _exchange(process, json.dumps({"task": task, **order}).encode(), raw)
        finally:
            timer.cancel()
        if reply is None:
            reason = self._ending(process, late.is_set())
            self.close()
            raise TooHeavy(url, reason)
        return _opened(json.loads(reply), url)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None or self._pages >= _PAGES:
            self.close()
            self._process, self._pages = _start(self.bounds), 0
        self._pages += 1
        return self._process

    def _ending(self, process: subprocess.Popen[bytes], late: bool) -> str:
        """Why there was no answer."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=2)
        if late:
            return f"parsing it takes more than {self.bounds.seconds:g} seconds"
        if process.returncode == -_OUT_OF_TIME:
            return f"parsing it takes more than {self.bounds.cpu_seconds} seconds of the processor"
        return "the parser broke down over it"


def _start(bounds: Bounds) -> subprocess.Popen[bytes]:
    """A new process, in a group of its own, so that Ctrl-C is left to us."""
    limits = [str(bounds.cpu_seconds), str(bounds.memory)]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "saksama.sources.confine.child", *limits],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _exchange(process: subprocess.Popen[bytes], order: bytes, raw: bytes) -> bytes | None:
    """What the process answers, None if it ends before."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(HEADER.pack(len(order), len(raw)) + order)
        process.stdin.write(raw)
        process.stdin.flush()
        head = process.stdout.read(REPLY.size)
        size = REPLY.unpack(head)[0] if len(head) == REPLY.size else _LARGEST_REPLY + 1
        reply = process.stdout.read(size) if size <= _LARGEST_REPLY else b""
    except OSError:
        return None
    return reply if reply and len(reply) == size else None


def _opened(reply: dict[str, Any], url: str) -> dict[str, Any]:
    """What was found; an error of the parser is raised here as it was there."""
    if name := reply.get("error"):
        kind = getattr(errors, str(name), TooHeavy)
        raise (kind if issubclass(kind, InputError) else TooHeavy)(url, str(reply["reason"]))
    found: dict[str, Any] = reply["found"]
    return found
