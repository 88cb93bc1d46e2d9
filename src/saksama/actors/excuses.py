"""Words that make a title no claim about the present: "mantan Presiden", "saat itu", "putra Presiden"."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from saksama.actors.found import Found
from saksama.actors.page import Page

if TYPE_CHECKING:
    from saksama.actors.base import Base

ORDINAL = re.compile(r"ke-?\d{1,3}")  # "Presiden ke-7 RI" is said of former ones
_REACH = 3  # tokens in front of the title


class Excuses:
    """Looks for excuses around the titles of one article; `named` holds the tokens of names."""

    def __init__(self, page: Page, base: Base, named: Container[int]) -> None:
        self._page, self._words, self._named = page, base.words, named
        self._clauses: dict[int, str] = {}

    def of(self, first: int, tail: tuple[int, int], person: Found | None) -> str:
        """The excuse of a title that begins at `first` and has its complement in `tail`, or ""."""
        return self._before(first) or self._after(tail, person) or self._in_clause(first)

    def _before(self, first: int) -> str:
        lower = self._page.lower
        for index in range(first - 1, max(self._page.begin(first), first - _REACH) - 1, -1):
            if index in self._named or not lower[index][0].isalnum():
                break
            if lower[index] in self._words.excuses_before or lower[index] in self._words.kin:
                return lower[index]
        return ""

    def _after(self, tail: tuple[int, int], person: Found | None) -> str:
        around: list[int] = [*range(*tail), *([person.last] if person else [])]
        stop = self._page.stop(tail[0] - 1)
        words = [self._page.lower[index] for index in around if index < stop]
        return next(
            (word for word in words if word in self._words.excuses_after or ORDINAL.fullmatch(word)), ""
        )

    def _in_clause(self, first: int) -> str:
        """The word that excuses all titles of a sentence; looked for once."""
        begin = self._page.begin(first)
        if begin not in self._clauses:
            self._clauses[begin] = self._clause(begin, self._page.stop(first))
        return self._clauses[begin]

    def _clause(self, begin: int, stop: int) -> str:
        phrases, lower = self._words.excuses_in_clause, self._page.lower
        for index in range(begin, stop):
            if lower[index] in phrases.firsts and (found := phrases.longest(lower, index, stop)):
                return found[1]
        return ""
