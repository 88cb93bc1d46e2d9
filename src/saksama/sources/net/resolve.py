"""A host's name to numbers, once, with a time limit, each of them checked."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable, Sequence

from saksama.errors import Unreachable, Unsafe
from saksama.sources.address import Address
from saksama.sources.net.allowed import refusal

Resolver = Callable[[str, int], Sequence[str]]


def system(host: str, port: int) -> list[str]:
    """What the machine's resolver says. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(address: Address, resolver: Resolver, seconds: float, named: bool) -> list[str]:
    """The numbers to connect to; `named` says that the user allowed this very host and port.

    If one of them leads inside, none is taken: a name that has both is a trap. Raises `Unsafe` or
    `Unreachable`.
    """
    if literal := address.literal:
        numbers = [str(literal)]
    else:
        numbers = _in_time(address, resolver, seconds)
    if not numbers:
        raise Unreachable(address.url, "no such host")
    for number in numbers if not named else ():
        reason = refusal(ipaddress.ip_address(number.partition("%")[0]))
        if reason:
            raise Unsafe(address.url, f"leads to {number}, {reason}")
    return numbers


def _in_time(address: Address, resolver: Resolver, seconds: float) -> list[str]:
    """The resolver has no time limit of its own, so it is asked in a thread that may be left behind."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(list(resolver(address.host, address.port)))
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.01))
    except queue.Empty:
        raise Unreachable(address.url, "its name was not found in time") from None
    if isinstance(answer, OSError):
        raise Unreachable(address.url, "no such host")
    return answer
