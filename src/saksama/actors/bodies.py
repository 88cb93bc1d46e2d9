"""Organisations that only the text knows: who they are and for whom they act."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.actors.found import Found
from saksama.actors.page import Page
from saksama.actors.short_forms import abbreviated

if TYPE_CHECKING:
    from saksama.actors.base import Base

_NO_WORD = re.compile(r"[\W_]+")
_PUBLIC = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of the article; `acts_for` is None where nothing tells."""

    id: str
    name: str
    acts_for: str | None
    sector: str


class Bodies:
    """Local organisations by the start of their names; "Badan X Y (BXY)" makes BXY the same body."""

    def __init__(self, page: Page, base: Base, domestic: bool) -> None:
        self._page, self._base, self._domestic = page, base, domestic
        self.by_start: dict[int, Body] = {}

    def resolve(self, names: Iterable[Found]) -> dict[int, Body]:
        """Bodies of the ORG names without an alias."""
        unknown = [name for name in names if name.label == "ORG" and not name.aliases]
        short = {at: full for at, full in abbreviated(unknown, self._page).items() if not full.aliases}
        by_key: dict[str, Body] = {}
        full = {name.start for name in short.values()}
        for name in sorted(unknown, key=lambda n: (n.start not in full, n.first not in short)):
            surface = self._surface(name)
            of = by_key.get(_key(self._surface(short[name.first]))) if name.first in short else None
            by_key.setdefault(_key(surface), of or self._body(name))
        _join_beginnings(by_key)
        for name in unknown:
            self.by_start[name.start] = by_key[_key(self._surface(name))]
        return self.by_start

    def _body(self, name: Found) -> Body:
        surface = self._surface(name)
        sector = self._base.words.body_sector(self._page.lower[name.first : name.last])
        side = self._base.side(name.inner[0].actor) if name.inner else None
        if side is None and self._domestic and sector in _PUBLIC:
            side = self._base.words.home
        return Body(f"local:{_key(surface)}", surface, side if sector in _PUBLIC else None, sector)

    def _surface(self, name: Found) -> str:
        return self._page.text[name.start : name.end]


def _key(name: str) -> str:
    return _NO_WORD.sub("-", name.lower()).strip("-")


def _join_beginnings(by_key: dict[str, Body]) -> None:
    """ "DPRD" is "DPRD Kota Padang", "Forum Tani" "Forum Tani Maju", where one name only begins so."""
    longer: dict[str, set[str]] = {}
    for key in by_key:
        parts = key.split("-")
        for end in range(1, len(parts)):
            longer.setdefault("-".join(parts[:end]), set()).add(key)
    for key, body in list(by_key.items()):
        whole = longer.get(key, set())
        bodies = {by_key[other].id for other in whole}
        if len(bodies) == 1 and ("-" in key or body.name.isupper()):
            by_key[key] = by_key[min(whole)]
