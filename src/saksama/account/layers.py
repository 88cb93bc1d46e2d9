"""Marked spans over a text, nested or crossing, as a row of segments that each know their marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from saksama.account.clean import clean


@dataclass(frozen=True, slots=True)
class Layer:
    """A marked span: `kind` is mention, time, quantity, event, cue, statement or boilerplate."""

    start: int
    end: int
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks, the outermost first."""

    text: str
    layers: tuple[Layer, ...]


def segments(text: str, start: int, end: int, layers: Iterable[Layer]) -> list[Segment]:
    """Cut ``text[start:end]`` wherever a mark begins or ends; the pieces are clean."""
    inside = sorted((y for y in layers if y.start < end and y.end > start), key=_outermost)
    edges = {start, end}
    for layer in inside:
        edges |= {max(layer.start, start), min(layer.end, end)}
    points = sorted(edges)
    found = []
    for left, right in pairwise(points):
        over = tuple(layer for layer in inside if layer.start <= left and layer.end >= right)
        found.append(Segment(clean(text[left:right]).replace("\n", " "), over))
    return found


class Layers:
    """The marks of one article, to be asked for stretch by stretch."""

    def __init__(self, layers: Iterable[Layer]) -> None:
        self._layers = sorted(layers, key=_outermost)
        self._starts = [layer.start for layer in self._layers]
        # Marks are not sorted by their end: the furthest end so far tells where to begin looking.
        self._reach = list(accumulate((layer.end for layer in self._layers), max))

    def over(self, start: int, end: int) -> list[Layer]:
        """The marks that touch ``[start, end)``."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [layer for layer in self._layers[first:last] if layer.end > start]


def bracketed(row: list[Segment]) -> str:
    """The segments as plain text with brackets; crossing marks are closed and opened again."""
    parts: list[str] = []
    stack: list[Layer] = []
    for segment in row:
        keep = 0
        while keep < len(stack) and keep < len(segment.layers) and stack[keep] == segment.layers[keep]:
            keep += 1
        parts.append("]" * (len(stack) - keep))
        parts += [f"[{layer.label}: " for layer in segment.layers[keep:]]
        parts.append(segment.text)
        stack = list(segment.layers)
    return "".join(parts) + "]" * len(stack)


def _outermost(layer: Layer) -> tuple[int, int, str]:
    return layer.start, -layer.end, layer.kind
