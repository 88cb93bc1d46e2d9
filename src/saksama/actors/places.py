"""The table of places: found by any of their names, and made into records only when asked for.

`ambiguous` in the table is ``yes`` where the name means something else as well, and ``far`` where a
greater place or a well-known person bears it: such a place is meant only where the text names its state.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from saksama.actors.tables import table
from saksama.records import Place

COLUMNS = ("name", "country", "lat", "lon", "kind", "ambiguous", "aliases")
FAR = "far"
_WIDE = frozenset({"region", "sea"})
_KINDS = frozenset({"Kota", "Kabupaten", "Provinsi", "Pulau", "Kab."})

Row = list[str]


class Places:
    """Places by name as written; a name that several bear gives them all, the largest first."""

    def __init__(self, rows: list[Row]) -> None:
        self._names: dict[str, Row] = {}
        self._several: dict[str, list[Row]] = {}
        self._vague: set[str] = set()
        self._made: dict[str, tuple[Place, ...]] = {}
        for row in rows:
            for name in (row[0], *row[6].split("|")) if row[6] else (row[0],):
                if self._names.setdefault(name, row) is not row:
                    self._several.setdefault(name, [self._names[name]]).append(row)
                if row[5]:
                    self._vague.add(name)

    def named(self, name: str) -> tuple[Place, ...]:
        """The places of a name; "Kota Bandung" is found under "Bandung"."""
        if name not in self._made:
            self._made[name] = tuple(map(_place, self._rows(name)))
        return self._made[name]

    def told(self, name: str, states: Collection[str]) -> Place | None:
        """The one place that a text means which names these states; None where that is open."""
        rows = self._rows(name)
        near = [row for row in rows if row[1] in states]
        meant = near or [row for row in rows if row[5] != FAR]
        return _place(meant[0]) if len(meant) == 1 else None

    def country(self, name: str) -> str | None:
        """The state in which a place lies, where its name alone leaves no doubt."""
        countries = {row[1] if row[5] != FAR else "" for row in self._rows(name)}
        return countries.pop() or None if len(countries) == 1 else None

    def _rows(self, name: str) -> list[Row]:
        if name not in self._names:
            kind, _, rest = name.partition(" ")
            if kind not in _KINDS or rest not in self._names:
                return []
            name = rest
        return self._several.get(name) or [self._names[name]]

    def vague(self, name: str) -> bool:
        """Whether the name has namesakes, or is an ordinary word or a person's name."""
        return name in self._vague or len(self.named(name)) > 1


def _place(row: Row) -> Place:
    name, country, lat, lon, kind = row[:5]
    return Place(name, country or None, float(lat), float(lon), kind in _WIDE)


@lru_cache(maxsize=1)
def places() -> Places:
    """The places that ship with Saksama, read once per process."""
    return Places(table("places.tsv", COLUMNS))
