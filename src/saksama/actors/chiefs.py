"""Whom somebody serves who is named by another's title: "juru bicara Presiden X, Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksama.actors.found import Found, NameMap, Title
from saksama.actors.page import Page

if TYPE_CHECKING:
    from saksama.actors.base import Base

_AND = frozenset({"dan", "serta"})
_TITLE = (1, 2, 3)  # words of a title


class Chiefs:
    """Reads the titles of those who serve the holder of an office: aide, office, name."""

    def __init__(self, page: Page, names: NameMap, base: Base) -> None:
        self._page, self._names, self._base = page, names, base

    def title(self, index: int) -> Title | None:
        """ "juru bicara Presiden X": X is whom it belongs to, or who bears it; None for other titles."""
        lower, stop = self._page.lower, self._page.stop(index)
        aide = self._base.words.aides.longest(lower, index, stop)
        office = self._office(aide[0], stop) if aide else None
        if aide is None or office is None:
            return None
        last, role = office
        state = self._names.by_first.get(last)
        of = state if state and state.label != "PER" else None
        at = of.last if of else last
        while at < stop and lower[at] in self._base.words.honorifics:
            at += 1
        name = self._names.by_first.get(at)
        if name is None or name.label != "PER":
            return None
        if self._is_chief(index, name, role):
            return Title(index, aide[0], name.last, "aide", "", aide[1], name, None, "")
        own = self._base.titles.longest(lower, index, stop)  # "juru bicara presiden" has its own holders
        return None if own else Title(index, last, at, "aide", "", aide[1], of, None, "")

    def _office(self, at: int, stop: int) -> tuple[int, str] | None:
        """Where the office that begins at a token ends, and its role."""
        if office := self._base.titles.longest(self._page.lower, at, stop):
            return office[0], office[1].role
        job = self._base.words.occupations.longest(self._page.lower, at, stop)
        return (job[0], "") if job else None

    def _is_chief(self, index: int, name: Found, role: str) -> bool:
        """Whether the name is the chief's: one who held the office, or beside the aide's own name."""
        offices = (o for a in name.aliases for o in self._base.knowledge.offices_of(a.actor))
        return any(o.role == role for o in offices) or self._apposed(name) or self._behind_name(index)

    def _apposed(self, name: Found) -> bool:
        """ "juru bicara Presiden X, Y,": but no list, "X, Y, dan Z"."""
        at, stop = name.last, self._page.stop(name.first)
        if at >= stop or self._page.tokens[at].text != ",":
            return False
        at += 1
        while at < stop and self._page.lower[at] in self._base.words.honorifics:
            at += 1
        other = self._names.by_first.get(at)
        if other is None or other.label != "PER":
            return False
        return _AND.isdisjoint(self._page.lower[other.last : min(other.last + 2, stop)])

    def _behind_name(self, index: int) -> bool:
        """ "Y, juru bicara Presiden X": but no list, "Menteri Y, juru bicara presiden X"."""
        begin, at = self._page.begin(index), index - 1
        if at <= begin or self._page.tokens[at].text not in (",", "("):
            return False
        other = self._names.by_last.get(at)
        if other is None or other.label != "PER":
            return False
        titled = any(self._base.title_ends(self._page, other.first, back) for back in _TITLE)
        return not titled and other.first - 1 not in self._names.at
