"""Organisations that only the text knows: who they are and for whom they act."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from saksama.actors.found import Found
from saksama.actors.page import Page

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
        by_key: dict[str, Body] = {}
        for name in unknown:
            body = self._body(name)
            by_key.setdefault(_key(body.name), body)
            if short := self._abbreviation(name):
                by_key.setdefault(_key(short), by_key[_key(body.name)])
        for name in unknown:
            self.by_start[name.start] = by_key[_key(self._surface(name))]
        return self.by_start

    def _body(self, name: Found) -> Body:
        surface = self._surface(name)
        sector = self._base.words.bodies.get(self._page.lower[name.first], "")
        side = self._base.side(name.inner[0].actor) if name.inner else None
        if side is None and self._domestic and sector in _PUBLIC:
            side = self._base.words.home
        return Body(f"local:{_key(surface)}", surface, side if sector in _PUBLIC else None, sector)

    def _abbreviation(self, name: Found) -> str | None:
        """The word in brackets behind the name, if its letters run through the name in order."""
        tokens = self._page.tokens[name.last : name.last + 3]
        if len(tokens) < 3 or tokens[0].text != "(" or tokens[2].text != ")":
            return None
        short, letters = tokens[1].text, iter(self._surface(name).lower())
        fits = short[0].isupper() and short[0] == self._surface(name)[0]
        return short if fits and all(letter in letters for letter in short.lower()) else None

    def _surface(self, name: Found) -> str:
        return self._page.text[name.start : name.end]


def _key(name: str) -> str:
    return _NO_WORD.sub("-", name.lower()).strip("-")
