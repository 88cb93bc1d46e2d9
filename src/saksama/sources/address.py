"""A URL taken apart, or refused: schemes, user names, control characters, hosts that are odd numbers."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from saksama.errors import Unsafe

LONGEST_URL = 4000
_LONGEST_HOST = 253
_PORTS = {"http": 80, "https": 443}
_BAD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.I)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_KEPT = "/:@!$&'()*+,;=-._~%?[]"  # in paths and queries these stay as they are
_USER = re.compile(r"(\A[^/]{0,20}//)[^/@]*@")
_SHOWN = 120
Literal = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Address:
    """Where a request goes: `target` is path and query, `host` in ASCII, without brackets."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as a URL and the Host header have them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        return self.origin + self.target

    @property
    def literal(self) -> Literal | None:
        """The host as a number, if it is one."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None


def parse(url: str) -> Address:
    """The address of a whole http or https URL, its fragment dropped. Raises `Unsafe`."""
    shown = show(url)
    if len(url) > LONGEST_URL:
        raise Unsafe(shown, f"an address of more than {LONGEST_URL} characters")
    if _BAD.search(url):
        raise Unsafe(shown, "an address with blanks, backslashes or control characters in it")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Unsafe(shown, "not a whole address") from None
    if parts.scheme not in _PORTS:
        raise Unsafe(shown, "only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise Unsafe(shown, "an address with a user name or password in it")
    if port == 0:
        raise Unsafe(shown, "not a whole address")
    host = _host(parts.hostname or "", shown)
    path = quote(parts.path or "/", safe=_KEPT)
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], path + query)


def follow(base: Address, location: str) -> Address:
    """Where a redirect leads. Raises `Unsafe`."""
    if len(location) > LONGEST_URL or _BAD.search(location):
        raise Unsafe(base.url, "redirects to an address that cannot be")
    try:
        return parse(urljoin(base.url, location))
    except ValueError:
        raise Unsafe(base.url, "redirects to an address that cannot be") from None


def whole(base: str, link: str) -> str | None:
    """A link on a page or in a feed as a whole URL, blanks in percent; None for one that is never fetched."""
    try:
        return parse(urljoin(base, link.strip().replace(" ", "%20"))).url if link.strip() else None
    except (Unsafe, ValueError):
        return None


def show(url: str) -> str:
    """A URL fit for one line of a report: short, without control characters, without a password."""
    url = _USER.sub(r"\1…@", url[:LONGEST_URL])
    plain = "".join("\ufffd" if unicodedata.category(char)[0] in "CZ" else char for char in url[:_SHOWN])
    return plain + ("…" if len(url) > _SHOWN else "")


def _host(host: str, shown: str) -> str:
    if ":" in host:
        return _six(host, shown)
    name = _ascii(host.removesuffix("."), shown)
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        return _four(name, shown)
    if not name or len(name) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, name.split("."))):
        raise Unsafe(shown, "not the name of a host")
    return name


def _ascii(host: str, shown: str) -> str:
    """The name as the network knows it; letters and digits of other scripts and widths are folded first."""
    if host.isascii():
        return host.lower()
    if len(host) > _LONGEST_HOST:
        raise Unsafe(shown, "not the name of a host")
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise Unsafe(shown, "not the name of a host") from None


def _four(name: str, shown: str) -> str:
    """A host that ends in a number is an address; only the plain four decimal numbers are taken."""
    try:
        return str(ipaddress.IPv4Address(name))
    except ValueError:
        raise Unsafe(shown, "an address in numbers that is oddly spelt") from None


def _six(host: str, shown: str) -> str:
    try:
        if "%" in host:
            raise ValueError
        return str(ipaddress.IPv6Address(host))
    except ValueError:
        raise Unsafe(shown, "an address in numbers that is oddly spelt") from None
