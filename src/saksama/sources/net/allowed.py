"""Which numbers are out in the open: everything that leads inside is refused, with its reason.

The ranges are those of the IANA special-purpose registries, written out here because what Python's
`ipaddress` takes for global has changed between its releases.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

Number = ipaddress.IPv4Address | ipaddress.IPv6Address

_REASONS: dict[str, tuple[str, ...]] = {
    "an unspecified address": ("0.0.0.0/8", "::/128"),
    "a loopback address": ("127.0.0.0/8", "::1/128"),
    "a private address": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
    "a provider's inner address": ("100.64.0.0/10",),
    "a link-local address": ("169.254.0.0/16", "fe80::/10"),
    "a multicast address": ("224.0.0.0/4", "ff00::/8"),
    "a reserved address": (
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "240.0.0.0/4",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
        "5f00::/16",
    ),
}
_REFUSED = tuple(
    (ipaddress.ip_network(network), reason) for reason, networks in _REASONS.items() for network in networks
)
_OPEN_SIX = ipaddress.IPv6Network("2000::/3")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # NAT64: the last four bytes are the real address
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)


def refusal(number: Number) -> str | None:
    """Why nothing is fetched from an address, None for one out in the open."""
    for one in (number, *_hidden(number)):
        if reason := _reason(one):
            return reason if one is number else f"{reason} in disguise"
    return None


def _reason(number: Number) -> str | None:
    for network, reason in _REFUSED:
        if number.version == network.version and number in network:
            return reason
    if isinstance(number, ipaddress.IPv4Address) or number in _OPEN_SIX or any(_hidden(number)):
        return None
    return "a reserved address"


def _hidden(number: Number) -> Iterator[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(number, ipaddress.IPv4Address):
        return
    last = int(number) & 0xFFFFFFFF
    if number.ipv4_mapped is not None:
        yield number.ipv4_mapped
    elif number in _TRANSLATED or (number in _COMPATIBLE and last > 1):
        yield ipaddress.IPv4Address(last)
    elif number.sixtofour is not None:
        yield number.sixtofour
    elif number.teredo is not None:
        yield from number.teredo
    if (int(number) >> 32) & 0xFFFFFFFF in _ISATAP:
        yield ipaddress.IPv4Address(last)
