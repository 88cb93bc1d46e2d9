"""The timeline as a drawing: one column for each date, one dot for each line of the list below it.

Columns stand in order, not to scale: a war of 1950 and a visit of last week fit on one page. Where
there are too many dates for columns of their own, months, years or decades share one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from saksama import edtf
from saksama.account.clean import shorten
from saksama.account.quads import quad
from saksama.account.view import Moment
from saksama.language.spell import spell

_COLUMNS = 12
_WIDTH, _DOT, _STACK, _LINE = 84, 16, 9, 14
_GAP_DAYS = 31  # columns further apart are parted by a break in the axis


@dataclass(frozen=True, slots=True)
class Column:
    """The moments of one date, month, year or decade; `day` is the first possible one."""

    label: str
    day: date
    moments: tuple[Moment, ...]


def draw(moments: Sequence[Moment], language: str) -> Markup | None:
    """The drawing, or None where fewer than two dates leave nothing to draw."""
    columns = _columns(moments, language)
    if len(columns) < 2:
        return None
    height = min(max(len(column.moments) for column in columns), _STACK + 1) * _DOT + 20
    lines = max(len(_lines(column.label)) for column in columns)
    width = len(columns) * _WIDTH + 20
    parts = [_AXIS.format(6, height, width - 6, height)]
    for at, column in enumerate(columns):
        x = 10 + at * _WIDTH + _WIDTH // 2
        if at and (column.day - columns[at - 1].day).days > _GAP_DAYS:
            parts.append(_BREAK.format(x - _WIDTH // 2 - 4, height + 6))
        parts += _dots(column, x, height)
        parts += [
            _LABEL.format(x, height + 18 + n * _LINE, text) for n, text in enumerate(_lines(column.label))
        ]
    return _SVG.format(width, height + 26 + lines * _LINE, width, Markup("").join(parts))


_SVG = Markup('<svg viewBox="0 0 {0} {1}" width="{2}" role="img" aria-hidden="true">{3}</svg>')
_AXIS = Markup('<line class="axis" x1="{}" y1="{}" x2="{}" y2="{}"/>')
_BREAK = Markup('<text class="halo faint" x="{}" y="{}">//</text>')
_LABEL = Markup('<text class="faint" text-anchor="middle" x="{}" y="{}">{}</text>')
_ROUND = Markup(
    '<a href="#{}" tabindex="-1"><circle class="dot {}" cx="{}" cy="{}" r="5.5"/><title>{}</title></a>'
)
_MORE = Markup('<text class="faint" text-anchor="middle" x="{}" y="{}">+{}</text>')


def anchor(moment: Moment) -> str:
    """The id of a moment's line in the page."""
    return "m-" + "".join(mark if mark.isascii() and mark.isalnum() else "-" for mark in moment.ids[0])


def _dots(column: Column, x: int, base: int) -> list[Markup]:
    shown = column.moments[:_STACK]
    parts = []
    for at, moment in enumerate(shown):
        kinds = [quad(moment.type)]
        kinds += ["unsure"] if moment.status != "occurred" else []
        kinds += ["past"] if moment.background else []
        label = f"{moment.label}: {moment.sentence}" if moment.label else moment.sentence
        parts.append(
            _ROUND.format(anchor(moment), " ".join(kinds), x, base - 12 - at * _DOT, shorten(label, 160))
        )
    if len(column.moments) > len(shown):
        parts.append(_MORE.format(x, base - 8 - _STACK * _DOT, len(column.moments) - len(shown)))
    return parts


def _columns(moments: Sequence[Moment], language: str) -> list[Column]:
    """The finest columns that fit."""
    dated = [(day, moment) for moment in moments if (day := _day(moment)) is not None]
    for length in (None, 7, 4, 3, 2):  # the date itself; then its month, year, decade, century
        groups: dict[str, list[tuple[date, Moment]]] = {}
        for day, moment in dated:
            groups.setdefault(_bin(day, moment, length), []).append((day, moment))
        if len(groups) <= _COLUMNS:
            break
    columns = [
        Column(spell(key, language), min(day for day, _ in group), tuple(moment for _, moment in group))
        for key, group in groups.items()
    ]
    return sorted(columns, key=lambda column: column.day)[-_COLUMNS:]


def _bin(day: date, moment: Moment, length: int | None) -> str:
    if length is None:
        return moment.when or ""
    return day.isoformat()[:length].ljust(4, "X")


def _day(moment: Moment) -> date | None:
    bounds = edtf.parse(moment.when)
    return (bounds.earliest or bounds.latest) if bounds else None


def _lines(label: str) -> list[str]:
    """A label in lines that fit under a column."""
    lines = [""]
    for word in label.replace("–", "– ").split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > 11:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip().replace("– ", "–")
    return lines
