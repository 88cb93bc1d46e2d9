"""Who did what to whom as a drawing: nodes on an ellipse, one curve for each bundled relation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from markupsafe import Markup

from saksama.account.clean import shorten
from saksama.account.names import Names
from saksama.account.quads import QUADS
from saksama.account.relations import Relation, Web
from saksama.account.words import Words

_WIDTH, _MIDDLE = 760, 380
_NODE = 7
_BEND = 26  # how far one curve of a pair lies from the next, in pixels
_FAR = 300  # nodes nearer than so many pixels have flatter curves


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing, in pixels from its upper left corner."""

    x: float
    y: float


def draw(web: Web, names: Names, words: Words) -> Markup | None:
    """The drawing; None where there is no relation."""
    if not web.relations:
        return None
    height = 200 if len(web.nodes) < 3 else 300 if len(web.nodes) < 6 else 460
    places = _places(web.nodes, height)
    curves: Counter[frozenset[str]] = Counter()
    lines, counts = [], []
    many = Counter(frozenset((r.actor, r.recipient)) for r in web.relations)
    for relation in web.relations:
        pair = frozenset((relation.actor, relation.recipient))
        bend = _bend(curves[pair], many[pair])
        curves[pair] += 1
        line, count = _edge(relation, places, bend, _title(relation, names, words))
        lines.append(line)
        counts.append(count)
    nodes = [_node(places[code], shorten(names.of(code), 28), height) for code in web.nodes]
    return _SVG.format(_WIDTH, height, Markup("").join([_markers(), *lines, *counts, *nodes]))


_SVG = Markup('<svg viewBox="0 0 {0} {1}" width="{0}" role="img" aria-hidden="true">{2}</svg>')
_MARKER = Markup(
    '<marker id="arrow-{0}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" '
    'markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
    '<path class="tip {0}" d="M0 0L10 5L0 10z"/></marker>'
)
_EDGE = Markup('<path class="{}" d="M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}" {}><title>{}</title></path>')
_COUNT = Markup('<text class="count {}" text-anchor="middle" x="{:.1f}" y="{:.1f}">{}</text>')
_PLACE = Markup('<circle class="node" cx="{:.1f}" cy="{:.1f}" r="{}"/>')
_NAME = Markup('<text class="halo" text-anchor="{}" x="{:.1f}" y="{:.1f}">{}</text>')
_STARTS = Markup('marker-end="url(#arrow-{0})"')
_BOTH = Markup('marker-start="url(#arrow-{0})" marker-end="url(#arrow-{0})"')


def _markers() -> Markup:
    return Markup("<defs>{}</defs>").format(Markup("").join(_MARKER.format(quad) for quad in QUADS))


def _places(nodes: tuple[str, ...], height: int) -> dict[str, Point]:
    """Where each node stands; the first at the left, the others round clockwise."""
    radius_x, radius_y = 230.0, height / 2 - 44
    step = 2 * pi / len(nodes)
    return {
        code: Point(_MIDDLE - radius_x * cos(at * step), height / 2 - radius_y * sin(at * step))
        for at, code in enumerate(nodes)
    }


def _bend(at: int, many: int) -> float:
    """Curves of one pair fan out evenly around its straight line; a single one is bent a little."""
    return _BEND * (at - (many - 1) / 2) if many > 1 else _BEND * 0.35


def _edge(relation: Relation, places: dict[str, Point], bend: float, title: str) -> tuple[Markup, Markup]:
    start, end = places[relation.actor], places[relation.recipient]
    length = hypot(end.x - start.x, end.y - start.y) or 1.0
    along = Point((end.x - start.x) / length, (end.y - start.y) / length)
    side = 1 if relation.actor < relation.recipient else -1  # both directions fan out from one line
    bend *= side * min(1.0, length / _FAR)
    off = Point(-along.y * bend, along.x * bend)
    middle = Point((start.x + end.x) / 2 + 2 * off.x, (start.y + end.y) / 2 + 2 * off.y)
    first, last = _clipped(start, middle), _clipped(end, middle)
    style = f"edge {relation.quad}{'' if relation.sure else ' unsure'}"
    arrows = (_BOTH if relation.mutual else _STARTS).format(relation.quad)
    line = _EDGE.format(style, first.x, first.y, middle.x, middle.y, last.x, last.y, arrows, title)
    if relation.count < 2:
        return line, Markup("")
    x, y = (start.x + end.x) / 2 + off.x, (start.y + end.y) / 2 + off.y + 4
    return line, _COUNT.format(relation.quad, x, y, relation.count)


def _clipped(node: Point, towards: Point) -> Point:
    """The point on a node's rim where a curve leaves it."""
    length = hypot(towards.x - node.x, towards.y - node.y) or 1.0
    reach = (_NODE + 4) / length
    return Point(node.x + (towards.x - node.x) * reach, node.y + (towards.y - node.y) * reach)


def _node(place: Point, name: str, height: int) -> Markup:
    """A dot with its name outside the circle."""
    circle = _PLACE.format(place.x, place.y, _NODE)
    if abs(place.x - _MIDDLE) < 60:
        above = place.y < height / 2
        return circle + _NAME.format("middle", place.x, place.y + (-15 if above else 25), name)
    left = place.x < _MIDDLE
    return circle + _NAME.format(
        "end" if left else "start", place.x + (-14 if left else 14), place.y + 4, name
    )


def _title(relation: Relation, names: Names, words: Words) -> str:
    arrow = "↔" if relation.mutual else "→"
    types = ", ".join(f"{words.types[kind]} ×{count}" for kind, count in relation.types)
    return f"{names.of(relation.actor)} {arrow} {names.of(relation.recipient)}: {types}"
