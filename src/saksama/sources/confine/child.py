"""The process that parses: it reads orders on standard input and writes what it found, or why not.

Run as ``python -m saksama.sources.confine.child CPU_SECONDS MEMORY_BYTES``.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from saksama.errors import InputError
from saksama.sources.confine import HEADER, REPLY


def main() -> None:
    """Orders until standard input ends. What the parsers print goes nowhere."""
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _bound(memory)
    orders = sys.stdin.buffer
    while order := _order(orders):
        _grant(seconds)
        reply = json.dumps(_answer(*order)).encode()
        replies.write(REPLY.pack(len(reply)) + reply)
        replies.flush()


def _order(orders: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    head = orders.read(HEADER.size)
    if len(head) < HEADER.size:
        return None
    first, second = HEADER.unpack(head)
    return json.loads(orders.read(first)), orders.read(second)


def _answer(order: dict[str, Any], raw: bytes) -> dict[str, Any]:
    try:
        return {"found": _TASKS[order["task"]](raw, order)}
    except InputError as error:
        return {"error": type(error).__name__, "reason": error.reason}
    except MemoryError:
        return {"error": "TooHeavy", "reason": "parsing it takes more memory than one page may"}
    except Exception as error:  # whatever a parser stumbles over is the page's fault
        return {"error": "TooHeavy", "reason": f"the parser stumbled over it ({type(error).__name__})"}


def _feed(raw: bytes, order: dict[str, Any]) -> dict[str, Any]:
    from saksama.sources.feeds import read_feed

    return asdict(read_feed(raw, order["url"], order["charset"]))


def _page(raw: bytes, order: dict[str, Any]) -> dict[str, Any]:
    from saksama.sources.decode import as_utf8
    from saksama.sources.options import SourceOptions
    from saksama.sources.page import read_page

    draft = read_page(as_utf8(raw, order["charset"]), order["url"], SourceOptions())
    return asdict(draft)


def _links(raw: bytes, order: dict[str, Any]) -> dict[str, Any]:
    from saksama.sources.decode import as_utf8
    from saksama.sources.links_on import article_links

    return {"links": article_links(as_utf8(raw, order["charset"]), order["url"], order["most"])}


_TASKS = {"feed": _feed, "page": _page, "links": _links}


def _bound(memory: int) -> None:
    """The limits that hold for good; where the system knows none, the parent's clock is left."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _grant(seconds: int) -> None:
    """So much more processor time than was used until now."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


if __name__ == "__main__":
    main()
