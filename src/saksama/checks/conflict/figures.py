"""Whether two figures can both be right, by the room that their words leave."""

from __future__ import annotations

from math import inf

from saksama.records import Quantity

ROUNDING = 0.05  # a plain figure may be rounded by so much
ABOUT = 0.25  # "sekitar" leaves so much room


def overlapping(one: Quantity, other: Quantity) -> bool:
    """Whether some figure fits both quantities: "lebih dari 11.000" and "12.500" agree."""
    (low, high), (low2, high2) = _range(one), _range(other)
    return low <= high2 and low2 <= high


def _range(quantity: Quantity) -> tuple[float, float]:
    value = quantity.value
    room = abs(value) * (ABOUT if quantity.comparator == "~" or _in_words(quantity) else ROUNDING)
    if quantity.comparator in (">", ">="):
        return value - room, inf
    if quantity.comparator in ("<", "<="):
        return -inf, value + room
    return value - room, value + room


def _in_words(quantity: Quantity) -> bool:
    """ "Ratusan", "puluhan", "lebih dari seratus": an order of size rather than a figure."""
    return quantity.comparator == ">" and not any(char.isdigit() for char in quantity.text)
