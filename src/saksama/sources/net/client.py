"""One address fetched: checked at every step, redirects followed by us, within its limits."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import httpcore

from saksama.errors import SaksamaError, Unreachable, Unsafe, UsageError
from saksama.sources.address import Address, follow, parse, show
from saksama.sources.net.answer import Answer, Limits
from saksama.sources.net.resolve import Resolver, checked, system
from saksama.sources.net.unpack import too_large, unpacked
from saksama.sources.net.wire import Budget, TooMuch, Wire

_MOVED = frozenset((301, 302, 303, 307, 308))
_FRAMES = 200_000  # bytes of headers and of the frames of chunks, beside the body
_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.5"


def origins(allow: Iterable[str]) -> frozenset[str]:
    """The places that a user allows though they are local: ``http://127.0.0.1:8000``, nothing behind it.

    Raises `UsageError`.
    """
    found = set()
    for text in allow:
        try:
            address = parse(text)
        except Unsafe as error:
            raise UsageError(f"allow: {error}") from None
        if address.target != "/":
            raise UsageError(f"allow: {text[:80]!r} has a path; wanted: http://host:port")
        found.add(address.origin)
    return frozenset(found)


def agent(contact: str | None = None) -> str:
    """What the client says it is; `contact` is an address at which its user can be reached."""
    from saksama import __version__

    return f"Saksama/{__version__} (reads news feeds{f'; {contact}' if contact else ''})"


@dataclass(frozen=True, slots=True)
class Client:
    """Fetches addresses. `allow` are local places (see `origins`) that may be asked all the same.

    No proxy is used: a connection goes to the number that was checked, nowhere else.
    """

    limits: Limits = field(default_factory=Limits)
    allow: frozenset[str] = frozenset()
    contact: str | None = None
    resolver: Resolver = system

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer for an address; with `etag` or `modified` it may be 304, without a body.

        Answers of every status are given, with a body for 200 alone. Raises `Unsafe` for what is not
        fetched, `TooLarge`, and `Unreachable` where there is no whole answer in time.
        """
        headers = {"User-Agent": agent(self.contact), "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        try:
            return self._through(parse(url), headers)
        except SaksamaError:
            raise
        except TooMuch:
            raise too_large(url, self.limits.wire_bytes) from None
        except httpcore.TimeoutException:
            raise Unreachable(url, f"no whole answer in {self.limits.seconds:g} seconds") from None
        except httpcore.ConnectError as error:
            raise Unreachable(url, _why(error)) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            raise Unreachable(url, "the answer broke off or is no HTTP") from None

    def _through(self, address: Address, headers: dict[str, str]) -> Answer:
        """The answer behind all redirects. What is allowed as local is reached from local places alone."""
        limits = self.limits
        budget = Budget(time.monotonic() + limits.seconds, limits.read_seconds, limits.wire_bytes + _FRAMES)
        first, named = address.url, address.origin in self.allow
        for _ in range(limits.redirects + 1):
            numbers = self._numbers(address, first, budget, named)
            answer = self._ask(address, headers, Wire(numbers, budget))
            location = answer.headers.get("location")
            if answer.status not in _MOVED or not location:
                return answer
            address = follow(address, location)
            named = named and address.origin in self.allow
        raise Unsafe(address.url, f"more than {limits.redirects} redirects")

    def _numbers(self, address: Address, first: str, budget: Budget, named: bool) -> list[str]:
        """The checked numbers of an address; a refusal names the address that was asked for first."""
        try:
            return checked(address, self.resolver, budget.seconds(), named)
        except Unsafe as error:
            if address.url == first:
                raise
            raise Unsafe(first, f"redirects to {show(address.url)}, which {error.reason}") from None

    def _ask(self, address: Address, headers: dict[str, str], wire: Wire) -> Answer:
        origin = httpcore.Origin(address.scheme.encode(), address.host.encode(), address.port)
        url = httpcore.URL(
            scheme=origin.scheme, host=origin.host, port=origin.port, target=address.target.encode()
        )
        sent = {"Host": address.authority, "Connection": "close", **headers}
        tls = _trusted() if address.scheme == "https" else None
        with (
            httpcore.HTTPConnection(origin, ssl_context=tls, network_backend=wire) as connection,
            connection.stream("GET", url, headers=list(sent.items())) as response,
        ):
            found = {_plain(name).lower(): _plain(value) for name, value in response.headers}
            body = self._body(address.url, response, found) if response.status == 200 else b""
        return Answer(address.url, response.status, found, body)

    def _body(self, url: str, response: httpcore.Response, headers: dict[str, str]) -> bytes:
        told = headers.get("content-length", "")
        if told.isascii() and told.isdigit() and int(told[:18]) > self.limits.wire_bytes:
            raise too_large(url, self.limits.wire_bytes)
        encoding = headers.get("content-encoding", "")
        return unpacked(self._counted(url, response), encoding, self.limits.body_bytes, url)

    def _counted(self, url: str, response: httpcore.Response) -> Iterator[bytes]:
        size = 0
        for piece in response.iter_stream():
            size += len(piece)
            if size > self.limits.wire_bytes:
                raise too_large(url, self.limits.wire_bytes)
            yield piece


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates of the system, and those that come with Python's usual list."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _plain(value: bytes) -> str:
    """A header as text; some servers put raw UTF-8 into Location."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _why(error: BaseException) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "its certificate is not valid for this name"
    if "SSL" in str(error):
        return "no safe connection can be made"
    return "cannot be connected to"
