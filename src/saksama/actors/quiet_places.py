"""Places that bear no mark of one: of the gazetteer, missed by the model ("di Isfahan", "Tepi Barat"), and
what is named after people ("Lapangan Kim Il Sung").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from saksama.actors.found import Found, span
from saksama.actors.page import Page

if TYPE_CHECKING:
    from saksama.actors.base import Base

_LONGEST = 3  # words
_BEFORE = frozenset({"di", "ke", "dari", "menuju", "dekat", "kota", "desa", "wilayah", "provinsi", "distrik"})


def without_namesakes(names: Iterable[Found], page: Page, base: Base) -> Iterator[Found]:
    """The names, with what is named after a person as a place."""
    for name in names:
        at = name.first - 1
        after = name.label == "PER" and at >= page.begin(name.first) and page.tokens[at].text[0].isupper()
        if after and page.lower[at] in base.words.named_after:
            yield span(page, at, name.last, "LOC")
        else:
            yield name


def known_places(names: Iterable[Found], page: Page, base: Base) -> Iterator[Found]:
    """One word counts behind a preposition only, and never where the name has namesakes."""
    taken = {index for name in names for index in range(name.first, name.last)}
    end = 0
    for index, token in enumerate(page.tokens):
        if index < end or index in taken or not token.text[0].isupper():
            continue
        if last := _longest(index, taken, page, base):
            end = last
            yield span(page, index, last, "LOC")


def _longest(first: int, taken: set[int], page: Page, base: Base) -> int:
    """The end of the longest known place from `first` on; 0 where none stands there."""
    before = page.lower[first - 1] if first > page.begin(first) else ""
    for last in range(min(first + _LONGEST, page.stop(first)), first, -1):
        written = all(page.tokens[i].text[0].isupper() and i not in taken for i in range(first, last))
        goes_on = last < page.stop(first) and (last in taken or page.tokens[last].text[0].isupper())
        if not written or (last - first == 1 and (before not in _BEFORE or goes_on)):
            continue
        name = page.slice(first, last)
        if base.knowledge.place(name) and not base.knowledge.place_is_vague(name):
            return last
    return 0
