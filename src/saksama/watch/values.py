"""Readers of single settings: each gives the value or raises `ValueError` with what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from saksama.sources.address import parse
from saksama.sources.decode import tidy
from saksama.sources.net import origins

_SPAN = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*(s|m|h|d)")
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_LONGEST = 200


def span(least: float, most: float) -> Callable[[Any], float]:
    """A reader of spans of time: "90s", "15m", "2h", "1d", within bounds that are given in seconds."""

    def read(value: Any) -> float:
        found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
        if not found:
            raise ValueError('wanted: a span of time such as "90s", "15m", "2h" or "1d"')
        seconds = float(found[1]) * _UNITS[found[2]]
        if not least <= seconds <= most:
            raise ValueError(f"wanted: from {_shown(least)} to {_shown(most)}")
        return seconds

    return read


def whole(least: int, most: int) -> Callable[[Any], int]:
    """A reader of whole numbers within bounds."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(f"wanted: a whole number from {least} to {most}")
        return value

    return read


def words(value: Any) -> str:
    """A line of text that is not empty."""
    plain = " ".join(tidy(value).split()) if isinstance(value, str) else ""
    if not plain or len(plain) > _LONGEST:
        raise ValueError(f"wanted: a text of 1 to {_LONGEST} characters")
    return plain


def contact(value: Any) -> str:
    """A text that can stand in a header."""
    plain = words(value)
    if not plain.isascii() or any(char in plain for char in "();\\"):
        raise ValueError("wanted: an e-mail address or URL, in ASCII, without brackets")
    return plain


def address(value: Any) -> str:
    """A whole http or https URL."""
    if not isinstance(value, str):
        raise ValueError("wanted: an http or https address")
    return parse(value.strip()).url


def places(value: Any) -> frozenset[str]:
    """Local places that may be asked."""
    return origins(strings(value))


def strings(value: Any) -> list[str]:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ValueError('wanted: a list of texts, such as ["a", "b"]')
    return value


def command(value: Any) -> tuple[str, ...]:
    """A program and its arguments."""
    if not isinstance(value, list) or not value or any("\0" in item for item in strings(value)):
        raise ValueError('wanted: a program and its arguments as a list, such as ["notify-send", "Saksama"]')
    return tuple(value)


def one_of(*choices: str) -> Callable[[Any], str]:
    """A reader of one of some words."""

    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"wanted: {' or '.join(map(repr, choices))}")
        return str(value)

    return read


def some_of(*choices: str) -> Callable[[Any], frozenset[str]]:
    """A reader of a list of some of these words."""

    def read(value: Any) -> frozenset[str]:
        found = strings(value)
        if not found or not set(found) <= set(choices):
            raise ValueError(f"wanted: a list of some of {', '.join(map(repr, choices))}")
        return frozenset(found)

    return read


def _shown(seconds: float) -> str:
    unit = next(unit for unit in "dhms" if seconds >= _UNITS[unit] or unit == "s")
    return f'"{seconds / _UNITS[unit]:g}{unit}"'
